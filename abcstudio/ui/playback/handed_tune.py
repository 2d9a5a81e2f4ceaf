"""The tune that is played, handed from the controller of one window to that of the next."""

from collections.abc import Mapping
from dataclasses import dataclass

from abcstudio.playback.sound.mix import Strip
from abcstudio.ui.playback.chosen_loop import KeptLoop
from abcstudio.ui.playback.kept_choices import KeptChoices
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune
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
