"""The sound device: one class around SDL's, which pulls 16-bit stereo frames from a callback."""

import ctypes
import functools
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from abcstudio.errors import SoundError
from abcstudio.playback.sound.tones import FRAME_RATE

log = logging.getLogger(__name__)

# pygame greets on standard output when it is imported.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

CHUNK_FRAMES = 512
BUSY_CHUNK_FRAMES = 4096
"""For a process that keeps every core at work. On two cores under PipeWire, beside a training, 512
frames ran dry 58 times in 72 seconds, 1024 twice, 2048 three times in ten minutes."""

# Never closed by pygame: it would close by the number, which another device may have by now.
_closed: list[Any] = []
Fill = Callable[[NDArray[np.int16]], None]
_STOPPED = 0


class AudioDevice:
    """An open device; it starts silent and paused.

    Attributes:
        latency_seconds: How long after it was pulled a frame is heard, as SDL reports it.
    """

    def __init__(self, fill: Fill, name: str = "", chunk_frames: int = CHUNK_FRAMES) -> None:
        """Open a device.

        Args:
            fill: Called in the device's own thread with (frames, 2) to be overwritten.
            name: One of `device_names`; "" is the system's default.
            chunk_frames: How many frames it pulls at once. More add latency and avoid dropouts.

        Raises:
            SoundError: There is no device, or it cannot be opened.
        """
        from pygame._sdl2 import audio

        self._fill = fill
        names = device_names()
        if not names:
            raise SoundError("sound.no_device")
        self.name = name if name in names else _default_name(names)
        try:
            self._device: Any = audio.AudioDevice(
                devicename=self.name,
                iscapture=False,
                frequency=FRAME_RATE,
                audioformat=audio.AUDIO_S16,
                numchannels=2,
                chunksize=chunk_frames,
                allowed_changes=0,
                callback=self._on_pull,
            )
        except Exception as error:
            raise SoundError("sound.device_failed", name=self.name, reason=error) from error
        self._id = int(self._device.deviceid)
        self.latency_seconds = 2 * self._device.chunksize / FRAME_RATE

    def start(self) -> None:
        """Let the device pull."""
        if self._device is not None:
            _sdl().SDL_PauseAudioDevice(self._id, 0)

    def stop(self) -> None:
        """Keep the device open but silent."""
        if self._device is not None:
            _sdl().SDL_PauseAudioDevice(self._id, 1)

    def is_connected(self) -> bool:
        """Return whether the device is still there."""
        return self._device is not None and _sdl().SDL_GetAudioDeviceStatus(self._id) != _STOPPED

    def close(self) -> None:
        """Give the device back; afterwards nothing is pulled any more."""
        device, self._device = self._device, None
        if device is not None:
            _sdl().SDL_PauseAudioDevice(self._id, 1)
            _sdl().SDL_CloseAudioDevice(self._id)
            _closed.append(device)
            # Or the closed device would keep the player, and all that the player belongs to.
            self._fill = _no_fill

    def _on_pull(self, _device: object, memory: memoryview) -> None:
        frames = np.frombuffer(memory, dtype=np.int16).reshape(-1, 2)
        if self._device is None:
            # One that was taken away may go on asking while another one plays already.
            frames[:] = 0
            return
        try:
            self._fill(frames)
        except Exception:
            frames[:] = 0
            log.exception("The sound could not be filled")


def _no_fill(frames: NDArray[np.int16]) -> None:
    frames[:] = 0


def device_names() -> tuple[str, ...]:
    """Return the names of the devices that can play, none where there is no sound at all."""
    from pygame._sdl2 import audio, sdl2

    try:
        sdl2.init_subsystem(sdl2.INIT_AUDIO)
        return tuple(audio.get_audio_device_names(False))
    except Exception as error:  # noqa: BLE001 - pygame raises its own and RuntimeError alike
        log.info("There is no sound device: %s", error)
        return ()


def _default_name(names: tuple[str, ...]) -> str:
    """Return the name of the system's default device; SDL reports it for some drivers only."""
    found = ctypes.c_char_p()
    unused_spec = ctypes.create_string_buffer(64)
    library = _sdl()
    if not hasattr(library, "SDL_GetDefaultAudioInfo"):
        return names[0]
    if library.SDL_GetDefaultAudioInfo(ctypes.byref(found), unused_spec, 0) != 0:
        return names[0]
    default = (found.value or b"").decode("utf-8", "replace")
    return default if default in names else names[0]


@functools.cache
def _sdl() -> ctypes.CDLL:
    """Return the SDL library that pygame has loaded.

    WORKAROUND for pygame 2.6 (src_c/cython/pygame/_sdl2/audio.pyx): its `pause` and `close` hold
    the interpreter's lock while SDL waits for the sound thread, which waits for that same lock in
    the callback: a deadlock. Called through ctypes, the lock is free.
    """
    from pygame._sdl2 import audio

    if sys.platform == "win32":
        return ctypes.CDLL(str(Path(audio.__file__).parent.parent / "SDL2.dll"))
    # Symbols are also looked for in the libraries that a module was linked with.
    return ctypes.CDLL(audio.__file__)
