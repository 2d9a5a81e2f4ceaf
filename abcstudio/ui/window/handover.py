"""What one window leaves to the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.playback.sound.mix import Strip
from abcstudio.ui.composer.texts.open_texts import HandedTexts
from abcstudio.ui.playback.chosen_loop import KeptLoop
from abcstudio.ui.playback.kept_choices import KeptChoices
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.training.live.handed_run import HandedRun
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.late.late_pages import LatePages
from abcstudio.ui.window.window_parts import WindowParts
from abcstudio.workers.sound import OutlinedTrack


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedTune:
    """A tune, where it stands and how it is heard.

    Attributes:
        seconds: The place that was heard last, at the tempo that is set.
        is_heard: Whether it sounds, and is to go on.
        kept: How other tunes were practised.
    """

    tune: PlayedTune
    seconds: float
    is_heard: bool
    percent: float
    loop: KeptLoop | None
    tracks: tuple[OutlinedTrack, ...]
    strips: Mapping[int, Strip]
    kept: KeptChoices


def handed_tune(playback: PlaybackController) -> HandedTune:
    """Silence a controller for good; return what another one needs to go on."""
    seconds, is_heard = playback.position, playback.is_heard
    percent = 100 * playback.tempo.speed
    tracks, strips = playback.strips.tracks, dict(playback.strips.strips)
    playback.stop()
    return HandedTune(
        tune=playback.tune,
        seconds=seconds,
        is_heard=is_heard,
        percent=percent,
        loop=playback.chosen_loop.leave(),
        tracks=tracks,
        strips=strips,
        kept=playback.kept,
    )


def take_up_tune(playback: PlaybackController, handed: HandedTune) -> None:
    """Go on with a tune where it was, as it was heard."""
    playback.kept.take_over(handed.kept)
    playback.offer(handed.tune)
    playback.strips.take(handed.tracks)
    for track, strip in handed.strips.items():
        playback.strips.set_strip(track, strip)
    playback.tempo.set_percent(handed.percent)
    if handed.loop is not None:
        playback.chosen_loop.bring_back(handed.loop)
    playback.seek(handed.seconds)
    if handed.is_heard:
        playback.play()


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
