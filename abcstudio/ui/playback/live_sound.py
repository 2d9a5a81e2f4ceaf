"""Notes heard at once: those of the piano, of a MIDI keyboard, and what has just been entered."""

import queue
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.errors import SoundError
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.stopping import asked_to_stop
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job, Report

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


VELOCITY = 90
_REST_MS = 6000


class LiveSound(QObject):
    """Lets notes sound on the chosen instrument, whatever the transport does.

    Args of the constructor:
        player: Gives the player, made at the first need.
        instrument: Names the instrument that is chosen now.

    Signals:
        failed: A note could not be heard, for the first time in a row. Carries the SoundError.
    """

    failed = Signal(object)

    def __init__(
        self,
        studio: Studio,
        player: "Callable[[], Player]",
        instrument: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._player = player
        self._instrument = instrument
        self._orders = Orders()
        self._job: Job | None = None
        self._has_failed = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)

    def sound(
        self, pitches: Iterable[float], seconds: float | None = None, velocity: int = VELOCITY
    ) -> None:
        """Let notes sound, for so many seconds or until each is silenced."""
        self.prepare()
        self.order(pitches, seconds, velocity)
        self._rest.start()

    def silence(self, pitch: float) -> None:
        """Let a note die away; may be called in any thread."""
        self._orders.put(Silenced(pitch + INSTRUMENTS[self._instrument()].shift))

    def order(
        self, pitches: Iterable[float], seconds: float | None = None, velocity: int = VELOCITY
    ) -> None:
        """Let notes sound from any thread, after `prepare`."""
        instrument = INSTRUMENTS[self._instrument()]
        self._orders.put(
            Sounded(
                tuple(pitch + instrument.shift for pitch in pitches),
                velocity,
                instrument.program,
                self._studio.sound_font,
                seconds,
            )
        )

    def prepare(self) -> None:
        """Begin the background work that makes the notes."""
        if self._job is not None:
            return
        job = Job(partial(sound_orders, self._player(), self._orders))
        job.progressed.connect(self._on_failure)
        job.ended.connect(self._on_ended)
        self._job = job
        self._studio.start(job)

    def _on_failure(self, failure: LiveFailure) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(failure.error)

    def _on_ended(self) -> None:
        self._job = None

    def _on_rest(self) -> None:
        self._player().rest()
