"""Notes that sound at once: made in the background, so that the window waits for none of them."""

import queue
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.errors import SoundError
from abcstudio.stopping import asked_to_stop
from abcstudio.workers.job import Report

if TYPE_CHECKING:
    from abcstudio.playback.sound.live_notes import LiveTones
    from abcstudio.playback.transport.player import Player

_WAIT_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Sounded:
    """A request that notes sound.

    Attributes:
        pitches: MIDI numbers.
        seconds: After so long they die away; None while their keys are held.
    """

    pitches: tuple[float, ...]
    velocity: int
    program: int
    sound_font: Path
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Silenced:
    """A request that a note dies away."""

    pitch: float


@dataclass(frozen=True, slots=True)
class LiveFailure:
    """Why a note could not be heard."""

    error: SoundError


Order = Sounded | Silenced
Orders = queue.SimpleQueue[Order]


def sound_orders(player: "Player", orders: Orders, report: Report) -> None:
    """Let notes sound as they are ordered, until it is cancelled."""
    tones: dict[Path, LiveTones] = {}
    while not asked_to_stop():
        try:
            order = orders.get(timeout=_WAIT_SECONDS)
        except queue.Empty:
            continue
        try:
            _obey(player, order, tones)
        except SoundError as error:
            report(LiveFailure(error))


def _obey(player: "Player", order: Order, tones: "dict[Path, LiveTones]") -> None:
    from abcstudio.playback.sound.live_notes import LONGEST_SECONDS, LiveTones
    from abcstudio.playback.sound.sound_font import SoundFont

    if isinstance(order, Silenced):
        player.live.end(order.pitch)
        return
    font = order.sound_font
    if font not in tones:
        tones.clear()
        tones[font] = LiveTones(SoundFont.read(font))
    seconds = LONGEST_SECONDS if order.seconds is None else order.seconds
    made = [tones[font].of(order.program, pitch, order.velocity) for pitch in order.pitches]
    player.device.wake()
    for pitch, tone in zip(order.pitches, made, strict=True):
        player.live.begin(pitch, tone, seconds)
