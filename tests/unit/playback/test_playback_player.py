"""The transport, with a device and a clock of the test's own."""

from collections.abc import Callable

import numpy as np
import pytest

from abcstudio.errors import SoundError
from abcstudio.playback.player import FADE_FRAMES, Player, PlayerState
from abcstudio.playback.tones import FRAME_RATE

CHUNK = 512


class HandCrankedDevice:
    """Pulls when the test says so, and lets the clock run with it."""

    latency_seconds = 0.02

    def __init__(self) -> None:
        self.now = 100.0
        self.fill: Callable[[np.ndarray], None] | None = None
        self.is_started = False
        self.is_closed = False

    def open(self, fill: Callable[[np.ndarray], None]) -> "HandCrankedDevice":
        self.fill = fill
        self.is_closed = False
        return self

    def start(self) -> None:
        self.is_started = True

    def stop(self) -> None:
        self.is_started = False

    def close(self) -> None:
        self.is_closed = True

    def is_connected(self) -> bool:
        return not self.is_closed

    def pull(self, count: int = CHUNK) -> list[int]:
        assert self.is_started
        assert self.fill is not None
        buffer = np.full((count, 2), 77, np.int16)
        self.fill(buffer)
        self.now += count / FRAME_RATE
        assert np.array_equal(buffer[:, 0], buffer[:, 1])
        return buffer[:, 0].tolist()


def ramp(length: int) -> np.ndarray:
    """Frames that tell their own number."""
    return np.repeat(np.arange(length, dtype=np.int16)[:, None], 2, axis=1)


@pytest.fixture
def device() -> HandCrankedDevice:
    return HandCrankedDevice()


@pytest.fixture
def player(device: HandCrankedDevice) -> Player:
    made = Player(device.open, clock=lambda: device.now)
    made.load(ramp(5000))
    return made


def test_frames_come_in_order_and_then_silence(player: Player, device: HandCrankedDevice) -> None:
    player.play()
    heard = [frame for _ in range(11) for frame in device.pull()]
    assert heard[:5000] == list(range(5000))
    assert not any(heard[5000:])
    assert player.state is PlayerState.STOPPED
    assert player.frame == 0


def test_a_loop_is_exact_to_the_sample(player: Player, device: HandCrankedDevice) -> None:
    player.set_loop(1000 / FRAME_RATE, 1700 / FRAME_RATE)
    player.play()
    heard = [frame for _ in range(150) for frame in device.pull()]
    expected = list(range(1700)) + list(range(1000, 1700)) * 100
    assert heard[: len(expected)] == expected


def test_a_pause_keeps_the_place_that_was_heard(player: Player, device: HandCrankedDevice) -> None:
    player.play()
    for _ in range(5):
        device.pull()
    heard = player.position_seconds
    player.pause()
    assert player.state is PlayerState.PAUSED
    assert player.frame == round(heard * FRAME_RATE)
    device.pull()
    assert not any(device.pull())
    player.play()
    assert device.pull()[0] == round(heard * FRAME_RATE)


def test_the_position_follows_what_is_heard_not_what_is_pulled(
    player: Player, device: HandCrankedDevice
) -> None:
    player.play()
    device.pull()
    begun = device.now - CHUNK / FRAME_RATE
    assert player.position_seconds == 0
    device.now = begun + device.latency_seconds + 0.005
    assert player.position_seconds == pytest.approx(0.005, abs=1 / FRAME_RATE)
    device.now += 10
    assert player.position_seconds == pytest.approx(CHUNK / FRAME_RATE)


def test_a_jump_fades_what_was_playing(player: Player, device: HandCrankedDevice) -> None:
    player.load(np.full((5000, 2), 1000, np.int16))
    player.play()
    device.pull()
    player.seek(0.05)
    heard = device.pull()
    assert min(heard[:FADE_FRAMES]) >= 998
    player.stop()
    faded = device.pull()
    steps = np.abs(np.diff([1000, *faded]))
    assert steps.max() < 10
    assert faded[FADE_FRAMES] == 0


def test_seeking_is_exact_and_bounded(player: Player, device: HandCrankedDevice) -> None:
    player.play()
    player.seek(1234 / FRAME_RATE)
    assert player.frame == 1234
    player.seek(99)
    assert player.frame == 5000
    player.seek(-1)
    assert player.frame == 0
    assert player.position_seconds == 0


def test_another_tempo_goes_on_at_the_same_place(player: Player, device: HandCrankedDevice) -> None:
    player.set_loop(1000 / FRAME_RATE, 2000 / FRAME_RATE)
    player.play()
    device.pull(1500)
    player.replace(ramp(10_000), 2.0)
    assert player.frame == 3000
    heard = device.pull(2000)
    assert heard[FADE_FRAMES:1000] == list(range(3000 + FADE_FRAMES, 4000))
    assert heard[1000:] == list(range(2000, 3000))


def test_the_volume_changes_without_a_step(player: Player, device: HandCrankedDevice) -> None:
    player.load(np.full((50_000, 2), 10_000, np.int16))
    player.play()
    device.pull()
    player.set_volume(0)
    falling = device.pull()
    assert np.abs(np.diff(falling)).max() < 30
    assert not any(device.pull())


def test_without_a_device_playing_fails_and_works_when_one_comes(
    device: HandCrankedDevice,
) -> None:
    is_there = False

    def open_output(fill: Callable[[np.ndarray], None]) -> HandCrankedDevice:
        if not is_there:
            raise SoundError("sound.no_device")
        return device.open(fill)

    player = Player(open_output, clock=lambda: device.now)
    player.load(ramp(1000))
    with pytest.raises(SoundError):
        player.play()
    assert player.state is PlayerState.STOPPED
    is_there = True
    player.play()
    assert device.pull()[:3] == [0, 1, 2]


def test_a_device_that_no_longer_pulls_is_noticed(
    player: Player, device: HandCrankedDevice
) -> None:
    player.play()
    device.pull()
    assert player.silent_seconds < 0.1
    device.now += 5
    assert player.silent_seconds > 4
    player.pause()
    assert player.silent_seconds == 0
    player.close()
    assert device.is_closed
    assert not player.is_connected()


def test_random_actions_leave_a_sound_transport(player: Player, device: HandCrankedDevice) -> None:
    generator = np.random.default_rng(5)
    actions: list[Callable[[], object]] = [
        player.play, player.pause, player.stop, lambda: player.seek(generator.uniform(0, 0.2)),
        lambda: player.set_loop(generator.uniform(0, 0.1), generator.uniform(0, 0.2)),
        lambda: player.set_loop(None), lambda: player.set_volume(generator.uniform(0, 1)),
        lambda: player.replace(ramp(int(generator.integers(0, 9000))), generator.uniform(0.2, 3)),
        lambda: device.pull(int(generator.integers(1, 2000))) if device.is_started else None,
    ]  # fmt: skip
    for number in generator.integers(0, len(actions), 1000):
        actions[number]()
        assert 0 <= player.position_seconds <= 1
        assert player.frame >= 0
    player.stop()
    if device.is_started:
        device.pull(FADE_FRAMES)
        assert not any(device.pull())
