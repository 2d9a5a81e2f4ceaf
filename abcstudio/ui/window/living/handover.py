"""What one window leaves to the next."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.ui.composer.texts.open_texts import HandedTexts
from abcstudio.ui.playback.handed_tune import HandedTune
from abcstudio.ui.training.live.handed_run import HandedRun


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
