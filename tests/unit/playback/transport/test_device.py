"""The sound device, with SDL's own driver that plays to nobody."""

import subprocess
import sys

PROGRAM = """
import time
import numpy as np
from abcstudio.playback.transport.device import AudioDevice, device_names

assert device_names(), "the dummy driver has a device"
pulled = 0

def fill(frames):
    global pulled
    assert frames.dtype == np.int16 and frames.shape[1] == 2
    pulled += len(frames)
    frames[:] = 0

for _ in range(10):
    device = AudioDevice(fill)
    device.start()
    time.sleep(0.02)
    # Starting and stopping while the callback is at work must not lock up.
    for _ in range(50):
        device.stop()
        device.start()
    device.close()
    device.close()
assert not device.is_connected()
before = pulled
time.sleep(0.05)
assert pulled == before > 0

def broken(frames):
    raise ValueError("a defect in the callback")

device = AudioDevice(broken)
device.start()
time.sleep(0.05)
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
        timeout=60,
        check=False,
    )


def test_a_device_plays_stops_and_closes_without_locking_up() -> None:
    done = run(PROGRAM, "dummy")
    assert (done.returncode, done.stdout) == (0, "played\n"), done.stderr


def test_no_device_is_a_sentence() -> None:
    done = run(NO_DEVICE, "there_is_no_such_driver")
    assert (done.returncode, done.stdout, done.stderr) == (0, "sound.no_device\n", "")
