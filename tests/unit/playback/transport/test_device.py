"""The sound device, with SDL's own driver that plays to nobody."""

import subprocess
import sys

PROGRAM = """
from threading import Semaphore
import numpy as np
from abcstudio.playback.transport.device import AudioDevice, device_names

assert device_names(), "the dummy driver has a device"

class Fill:
    def __init__(self):
        self.frames, self.is_pulled = 0, Semaphore(0)

    def __call__(self, frames):
        assert frames.dtype == np.int16 and frames.shape[1] == 2
        self.frames += len(frames)
        frames[:] = 0
        self.is_pulled.release()

    def wait(self, pulls):
        for _ in range(pulls):
            assert self.is_pulled.acquire(timeout=120)

fill = Fill()
for _ in range(10):
    device = AudioDevice(fill)
    device.start()
    fill.wait(1)
    # Starting and stopping while the callback is at work must not lock up.
    for _ in range(50):
        device.stop()
        device.start()
    device.close()
    device.close()
assert not device.is_connected()
before, other = fill.frames, Fill()
device = AudioDevice(other)
device.start()
other.wait(5)
device.close()
assert fill.frames == before > 0

class Broken(Fill):
    def __call__(self, frames):
        super().__call__(frames)
        raise ValueError("a defect in the callback")

broken = Broken()
device = AudioDevice(broken)
device.start()
broken.wait(2)
assert device.is_connected()
device.close()
print("played")
"""
NO_DEVICE = """
from abcstudio.errors import SoundError
from abcstudio.playback.transport.device import AudioDevice, device_names

assert device_names() == ()
try:
    AudioDevice(lambda frames: None)
except SoundError as error:
    print(error.message_id)
"""


def run(program: str, driver: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        env={"SDL_AUDIODRIVER": driver, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


def test_a_device_plays_stops_and_closes_without_locking_up() -> None:
    done = run(PROGRAM, "dummy")
    assert (done.returncode, done.stdout) == (0, "played\n"), done.stderr


def test_no_device_is_a_sentence() -> None:
    done = run(NO_DEVICE, "there_is_no_such_driver")
    assert (done.returncode, done.stdout, done.stderr) == (0, "sound.no_device\n", "")
