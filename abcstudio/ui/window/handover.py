"""What one window leaves to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from abcstudio.ui.composer.texts.open_texts import HandedTexts
from abcstudio.ui.playback.handed_tune import HandedTune, handed_tune, take_up_tune
from abcstudio.ui.training.live.handed_run import HandedRun
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.late.late_pages import LatePages
from abcstudio.ui.window.window_parts import WindowParts


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """All that goes on; what is kept between two starts comes from the settings and the disk.

    Attributes:
        run: The training run under way, None where there is none.
        source: The source of tunes that is shown.
        side: The panel at the side of the text.
        help_topic: What the help shows, "" where it is closed.
        preferences_tab: The tab of the preferences in front, -1 where they are closed.
    """

    texts: HandedTexts
    tune: HandedTune
    run: HandedRun | None
    source: Path
    side: str
    help_topic: str
    preferences_tab: int


def hand_over(parts: WindowParts, end: Callable[[], object]) -> Handover:
    """End a window by `end`, all but what goes on in the next one, and return that."""
    rooms, texts = parts.rooms, parts.composer.open_texts
    training, datasets = rooms[LatePages].training_side.page, rooms[LatePages].datasets_side.page
    tune, run = handed_tune(parts.playback), training.hand_over()
    sources, side = datasets.parts.sources, parts.tune_parts.side
    source, panel = sources.current, side.front
    help_topic, preferences_tab = rooms[Helpers].dialogs.shown()
    end()
    return Handover(
        texts=texts.hand_over(),
        tune=tune,
        run=run,
        source=source,
        side=panel,
        help_topic=help_topic,
        preferences_tab=preferences_tab,
    )


def take_up(parts: WindowParts, handed: Handover) -> None:
    """Go on in a window with what another one has left."""
    late, texts, side = parts.rooms[LatePages], parts.composer.open_texts, parts.tune_parts.side
    datasets = late.datasets_side.page
    texts.take_up(handed.texts)
    side.show_panel(handed.side)
    sources = datasets.parts.sources
    if handed.source != sources.current:
        sources.show(handed.source)
    take_up_tune(parts.playback, handed.tune)
    if handed.run is not None:
        training = late.training_side.page
        training.take_up(handed.run)
