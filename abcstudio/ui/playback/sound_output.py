"""Where the sound goes: the player and its device, which is opened anew when it must be."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.errors import SoundError
from abcstudio.playback.sound.mix import gains_of
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.ui.playback.track_strips import TrackStrips
from abcstudio.ui.services.studio import Studio

if TYPE_CHECKING:
    from abcstudio.playback.transport.player import Player
    from abcstudio.playback.transport.roles import Frames, Output
    from abcstudio.recipes.sound import TuneSound

_REST_MS = 3000
_LOST_SECONDS = 2.0
_LOST_LOOKS = 25
"""So often in a row it must look lost: where the whole program stood still, for a slow disk or a
busy machine, the first look comes before the device could pull again."""


class SoundOutput(QObject):
    """Makes the player at the first need, and tells it what holds for every tune.

    Signals:
        device_changed: Another device was chosen; the one that plays is about to be closed.
        failed: The device could not be opened anew. Carries the SoundError.
    """

    device_changed = Signal()
    failed = Signal(object)

    def __init__(self, studio: Studio, strips: TrackStrips, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._strips = strips
        self._player: Player | None = None
        self._volume = studio.settings.volume
        self._speed = 1.0
        self._is_busy = self._is_outdated = False
        self._silent_looks = 0
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(_REST_MS)
        self._rest_timer.timeout.connect(self.rest)
        strips.changed.connect(self._apply_gains)
        studio.on_change(self._apply_gains, "metronome")
        studio.on_change(self._on_device_changed, "audio_device")

    @property
    def player(self) -> "Player | None":
        """The player, None before the first need."""
        return self._player

    def ready_player(self) -> "Player":
        """Return the player, made at the first need."""
        from abcstudio.playback.transport.player import Player

        if self._player is None:
            self._player = Player(self._open_device)
            self._player.set_volume(self._volume)
            self._apply_gains()
        return self._player

    def looks_lost(self) -> bool:
        """Look at the device: it was disconnected, or has stood still while it should play."""
        player = self._player
        if player is None:
            return False
        is_silent = player.silent_seconds > _LOST_SECONDS
        self._silent_looks = self._silent_looks + 1 if is_silent else 0
        return self._silent_looks > _LOST_LOOKS or not player.device.is_connected()

    def set_volume(self, volume: float) -> None:
        """Set the loudness, from 0 to 1."""
        self._volume = volume
        if self._player is not None:
            self._player.set_volume(volume)

    def set_speed(self, speed: float) -> None:
        """Play this tune, and those that are loaded later, at so many times their tempo."""
        self._speed = speed
        if self._player is not None:
            self._player.set_speed(speed)

    def set_busy(self, is_busy: bool) -> None:
        """Take frames from now on in longer pieces, or no longer: a network is trained meanwhile.

        Without that, what is played would stutter; so it is begun anew at once where it plays.
        """
        self._is_busy, self._is_outdated = is_busy, True
        player = self._player
        is_playing = player is not None and player.state is PlayerState.PLAYING
        if player is None or (is_playing and not is_busy):
            return
        player.pause()
        self._renew_device()
        if is_playing:
            try:
                player.play()
            except SoundError as error:
                self.failed.emit(error)

    def load(self, sound: "TuneSound") -> None:
        """Put the sound of another tune in the player, at its start."""
        player = self.ready_player()
        player.load(sound.stream)
        player.set_speed(self._speed)

    def exchange(self, before: "TuneSound", sound: "TuneSound") -> None:
        """Put a new sound of the same tune in the player; the place stays at its note."""
        from abcstudio.playback.timeline import TimedTune, place_now

        was, now = (TimedTune(each.text, each.timeline) for each in (before, sound))
        self.ready_player().exchange(sound.stream, lambda place: place_now(place, was, now))

    def close_device(self) -> None:
        """Fall silent and give the device back; the place stays."""
        if self._player is not None:
            self._player.pause()
            self._player.device.close()

    def keep_awake(self) -> None:
        """Leave the device as it is: it plays."""
        self._rest_timer.stop()

    def rest_soon(self) -> None:
        """Pause the device where nothing is played for some seconds."""
        if self._player is not None:
            self._rest_timer.start()

    def rest(self) -> None:
        """Pause the device."""
        if self._player is not None:
            self._renew_device()
            self._player.rest()

    def close(self) -> None:
        """Fall silent for good and give the device back."""
        self._rest_timer.stop()
        if self._player is not None:
            self._player.close()

    def _open_device(self, fill: "Callable[[Frames], None]") -> "Output":
        from abcstudio.playback.transport.device import BUSY_CHUNK_FRAMES, CHUNK_FRAMES, AudioDevice

        frames = BUSY_CHUNK_FRAMES if self._is_busy else CHUNK_FRAMES
        return AudioDevice(fill, self._studio.settings.audio_device, frames)

    def _renew_device(self) -> None:
        """Have the device opened anew at the next need, where it takes frames in other pieces."""
        if self._is_outdated and self._player is not None:
            self._is_outdated = False
            self._player.device.close()

    def _apply_gains(self) -> None:
        """Let those tracks be heard that are wanted."""
        if self._player is not None:
            from abcstudio.playback.sound.sound_stream import METRONOME

            clicking = {METRONOME: float(self._studio.settings.metronome)}
            self._player.set_gains(gains_of(self._strips.strips) | clicking)

    def _on_device_changed(self) -> None:
        if self._player is not None:
            self.device_changed.emit()
            self._player.device.close()
