"""The transport, with a device and a clock of the test's own.

Over 400 lines: one player is driven through all its states, by one device and one clock.
"""

import threading
from collections.abc import Callable
from functools import partial
from operator import mul
from typing import Any

import numpy as np
import pytest

from abcstudio.errors import SoundError
from abcstudio.playback.loop import Loop
from abcstudio.playback.sound.sound_stream import CUT_FRAMES, TAIL_SECONDS, SoundStream, StreamNote
from abcstudio.playback.sound.tones import FRAME_RATE, Tone
from abcstudio.playback.transport.player import BLOCK_FRAMES, FADE_FRAMES, Player
from abcstudio.playback.transport.player_state import PlayerState

CHUNK = 512
NOTE = 50
TAIL = round(TAIL_SECONDS * FRAME_RATE)


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


class CountingTones:
    """Tones of which the one of pitch n says n * NOTE, n * NOTE + 1, ...: its place."""

    def of(
        self, program: int, pitch: float, velocity: int, frame_count: int, bank: int = 0
    ) -> list[Tone]:
        first = round(pitch) * NOTE
        return [Tone(np.arange(first, first + frame_count, dtype=np.float32), 1.0, 1.0, 0)]


class LevelTones:
    """Tones that are as loud as their pitch, and fall in 100 frames."""

    def of(
        self, program: int, pitch: float, velocity: int, frame_count: int, bank: int = 0
    ) -> list[Tone]:
        return [Tone(np.full(frame_count + 100, pitch, np.float32), 1.0, 1.0, 100)]


def counting(length: int) -> SoundStream:
    """Sound whose frames tell their own number."""
    notes = [
        StreamNote(n * NOTE / FRAME_RATE, (n + 1) * NOTE / FRAME_RATE, (0, 0), n, 80, 1 / 32767, 0)
        for n in range(length // NOTE)
    ]
    return SoundStream(CountingTones(), notes, length / FRAME_RATE)


def steady(level: int, seconds: float = 2.0) -> SoundStream:
    """One long note."""
    note = StreamNote(0.0, seconds, (0, 0), level, 80, 1 / 32767, 0)
    return SoundStream(LevelTones(), [note], seconds)


def frames(number: float) -> float:
    return number / FRAME_RATE


@pytest.fixture
def device() -> HandCrankedDevice:
    return HandCrankedDevice()


@pytest.fixture
def player(device: HandCrankedDevice) -> Player:
    made = Player(device.open, clock=lambda: device.now, ahead_blocks=0)
    made.load(counting(5000))
    return made


def test_frames_come_in_order_and_then_silence(player: Player, device: HandCrankedDevice) -> None:
    player.play()
    heard = [frame for _ in range(11) for frame in device.pull()]
    assert heard[:5000] == list(range(5000))
    assert not any(heard[5000:])
    # The room may still answer for a while.
    device.pull(TAIL)
    device.pull()
    assert player.state is PlayerState.STOPPED
    assert player.place == 0


def test_what_is_made_ahead_is_the_same(device: HandCrankedDevice) -> None:
    player = Player(device.open, clock=lambda: device.now)
    player.load(counting(50_000))
    player.play()
    heard = [frame for _ in range(60) for frame in device.pull(CHUNK // 2)]
    assert heard[:15_000] == list(range(15_000))
    player.close()


def test_a_loop_is_exact_to_the_sample(player: Player, device: HandCrankedDevice) -> None:
    player.set_loop(Loop(frames(1000), frames(4400)))
    player.play()
    heard = [frame for _ in range(700) for frame in device.pull()]
    expected = list(range(4400)) + list(range(1000, 4400)) * 100
    assert heard[: len(expected)] == expected


def test_a_loop_ends_after_so_many_times_and_may_go_faster(
    player: Player, device: HandCrankedDevice
) -> None:
    player.set_loop(Loop(0.0, frames(2500), times=2))
    player.play()
    heard = [frame for _ in range(20) for frame in device.pull()]
    assert heard[:7500] == [*range(2500), *range(5000)]
    player.seek(0)
    player.set_loop(Loop(0.0, frames(2500), speed_step=0.5, most_speed=1.75))
    speeds = []
    for _ in range(15):
        speeds.append(player.speed)
        device.pull()
    assert list(dict.fromkeys(speeds)) == [1.0, 1.5, 1.75]


def test_a_pause_keeps_the_place_that_was_heard(player: Player, device: HandCrankedDevice) -> None:
    player.play()
    for _ in range(5):
        device.pull()
    heard = player.position
    player.pause()
    assert player.state is PlayerState.PAUSED
    assert player.place == heard
    device.pull()
    assert not any(device.pull())
    player.play()
    resumed = device.pull()
    after = -(-round(heard * FRAME_RATE) // NOTE) * NOTE
    assert resumed[after - round(heard * FRAME_RATE)] == after


def test_the_position_follows_what_is_heard_not_what_is_pulled(
    player: Player, device: HandCrankedDevice
) -> None:
    player.play()
    device.pull()
    begun = device.now - CHUNK / FRAME_RATE
    assert player.position == 0
    device.now = begun + device.latency_seconds + 0.005
    assert player.position == pytest.approx(0.005, abs=1 / FRAME_RATE)
    device.now += 10
    assert player.position == pytest.approx(CHUNK / FRAME_RATE)


def test_jumps_and_changes_do_not_click(player: Player, device: HandCrankedDevice) -> None:
    player.load(steady(1000))
    player.play()
    last = device.pull()[-1]
    changes: list[Callable[[], object]] = [
        lambda: player.seek(0.5), lambda: player.set_speed(0.5), lambda: player.set_gains({0: 0.3}),
        lambda: player.exchange(steady(1000)), lambda: player.pause(), lambda: player.play(),
        lambda: player.set_loop(Loop(0.0, 1.0)), lambda: player.stop(),
    ]  # fmt: skip
    for change in changes:
        change()
        heard = device.pull()
        steps = np.abs(np.diff([last, *heard]))
        # Only a note that begins may step: it rises at once in this font, as no real one does.
        assert sorted(steps)[-2] < 20
        last = heard[-1]
    device.pull()
    assert not any(device.pull())


def test_seeking_is_exact_and_bounded(player: Player, device: HandCrankedDevice) -> None:
    player.play()
    player.seek(frames(1250))
    assert player.place == frames(1250)
    assert device.pull()[:20] == list(range(1250, 1270))
    player.pause()
    player.seek(99)
    assert player.place == frames(5000)
    player.seek(-1)
    assert player.place == 0
    assert player.position == 0


def test_another_tempo_is_heard_from_the_next_frame_on(
    player: Player, device: HandCrankedDevice
) -> None:
    player.play()
    device.pull(2 * NOTE)
    player.set_speed(2.0)
    # The block that has been begun is heard as it was made, the next one at the new tempo.
    assert device.pull(BLOCK_FRAMES - 2 * NOTE)[-1] == BLOCK_FRAMES - 1
    device.pull(1)
    assert player.place == pytest.approx(frames(BLOCK_FRAMES + 2))
    device.pull(999)
    assert player.place == pytest.approx(frames(BLOCK_FRAMES + 2000))
    player.set_speed(1.0)
    device.pull(24)
    assert player.speed == 1.0


def test_a_held_note_lasts_as_long_as_the_tempo_says(device: HandCrankedDevice) -> None:
    player = Player(device.open, clock=lambda: device.now, ahead_blocks=0)
    player.load(steady(1000, seconds=frames(10 * BLOCK_FRAMES)))
    player.play()
    device.pull(5 * BLOCK_FRAMES)
    player.set_speed(0.5)
    heard = device.pull(12 * BLOCK_FRAMES)
    assert set(heard[: 10 * BLOCK_FRAMES]) == {1000}
    assert not any(heard[10 * BLOCK_FRAMES + 100 :])


def test_the_same_sound_anew_is_heard_as_if_nothing_had_happened(
    player: Player, device: HandCrankedDevice
) -> None:
    def heard(player: Player, make: Callable[[], SoundStream]) -> list[int]:
        player.load(make())
        player.play()
        frames = device.pull(700)
        for _ in range(5):
            player.exchange(make())
            frames += device.pull(700)
        return frames

    assert set(heard(player, lambda: steady(1000))[FADE_FRAMES:]) == {1000}
    other = Player(device.open, clock=lambda: device.now, ahead_blocks=8)
    assert heard(other, lambda: counting(5000)) == list(range(4200))
    other.close()


def test_another_sound_goes_on_at_its_place_with_its_loop(
    player: Player, device: HandCrankedDevice
) -> None:
    player.set_loop(Loop(frames(1000), frames(3500)))
    player.play()
    device.pull(1500)
    player.exchange(counting(10_000), lambda place: 2 * place)
    # What the device has been given of a block goes on, and the note that sounds in both.
    left = -1500 % BLOCK_FRAMES
    heard = device.pull(5000)
    assert heard[:left] == list(range(1500, 1500 + left))
    jump = left + 7000 - 2 * (1500 + left)
    assert heard[left + CUT_FRAMES : jump] == list(range(2 * (1500 + left) + CUT_FRAMES, 7000))
    assert heard[jump:] == list(range(2000, 2000 + len(heard) - jump))


def test_what_is_over_in_another_sound_is_cut(player: Player, device: HandCrankedDevice) -> None:
    player.load(steady(1000))
    player.play()
    before = device.pull(BLOCK_FRAMES)
    player.exchange(SoundStream(LevelTones(), [], 2.0))
    heard = device.pull(2 * BLOCK_FRAMES)
    assert np.abs(np.diff([before[-1], *heard])).max() < 20
    assert not any(heard[CUT_FRAMES:])


def test_the_end_of_a_part_and_the_passes_of_a_loop_outlast_another_sound(
    player: Player, device: HandCrankedDevice
) -> None:
    player.set_stop(frames(2000))
    player.play()
    device.pull(1000)
    player.exchange(counting(5000))
    player.pause()
    player.play()
    assert max(device.pull(4000)) == 1999
    player.load(counting(5000))
    player.set_loop(Loop(0.0, frames(3000), times=3))
    player.play()
    heard = device.pull(5500)
    player.exchange(counting(5000))
    player.set_loop(Loop(0.0, frames(3000), times=3))
    player.pause()
    player.play()
    heard += device.pull(6000)
    assert heard.count(2900) == 3
    assert max(heard) > 3000


def test_a_loop_that_was_played_so_often_is_there_the_next_time(
    player: Player, device: HandCrankedDevice
) -> None:
    for _ in range(2):
        player.set_loop(Loop(frames(1000), frames(4000), times=2))
        for _ in range(2):
            player.play()
            heard = device.pull(8000 + TAIL)
            assert heard.count(2500) == 2
            assert heard.count(4900) == 1
            device.pull()
            assert player.state is PlayerState.STOPPED
            assert player.place == frames(1000)
    player.play()
    assert max(device.pull(6500)) > 4000
    player.seek(frames(1500))
    heard = device.pull(7000)
    assert heard.count(2500) == 2


def test_a_part_is_played_once_whatever_is_repeated(
    player: Player, device: HandCrankedDevice
) -> None:
    for loop in (Loop(0.0, frames(5000)), Loop(frames(500), frames(2900))):
        player.set_loop(loop)
        player.set_stop(frames(3010))
        player.seek(0)
        player.play()
        heard = device.pull(4000)
        assert heard[:3010] == list(range(3010))
        assert not any(heard[3010:])
        device.pull(TAIL)
        assert player.state is PlayerState.STOPPED


def test_counting_in_follows_the_tempo(player: Player, device: HandCrankedDevice) -> None:
    player.count_in([], frames(4000))
    player.play()
    assert not any(device.pull(1024))
    player.set_speed(2.0)
    heard = device.pull(2048)
    assert np.flatnonzero(heard)[0] == pytest.approx((4000 - 1024) / 2, abs=2)


def test_nothing_is_told_to_be_heard_after_a_pause(
    player: Player, device: HandCrankedDevice
) -> None:
    told: list[str] = []
    pauses: list[Callable[[], None]] = []

    class Pausing(SoundStream):
        """Is paused while the device waits for a block of it."""

        def render(self, count: int) -> Any:
            if pauses:
                pauses.pop()()
            return super().render(count)

    class Listener:
        def heard(self, heard_at: float, stretch: object) -> None:
            told.append("heard")

        def silence(self) -> None:
            told.append("silence")

    player.send_to(Listener(), is_heard=True)
    stream = counting(5000)
    stream.__class__ = Pausing
    player.load(stream)
    player.play()
    device.pull(BLOCK_FRAMES)
    pauses.append(player.pause)
    assert not any(device.pull()[FADE_FRAMES:])
    assert not pauses
    assert told[-1] == "silence"
    assert "heard" in told


def test_a_listener_is_told_nothing_after_it_is_replaced(
    player: Player, device: HandCrankedDevice
) -> None:
    told: list[str] = []

    class Listener:
        """While it falls silent, the device pulls."""

        def heard(self, heard_at: float, stretch: object) -> None:
            told.append("heard")

        def silence(self) -> None:
            told.append("silence")
            device.pull()

    player.send_to(Listener(), is_heard=True)
    player.load(counting(5000))
    player.play()
    device.pull()
    assert set(told) == {"heard"}
    told.clear()
    player.send_to(None, is_heard=True)
    device.pull()
    assert told == ["silence"]


def test_the_maker_comes_back_after_it_failed(device: HandCrankedDevice) -> None:
    stream = counting(5000)
    is_failing = threading.Event()

    class Failing(SoundStream):
        def render(self, count: int) -> Any:
            if is_failing.is_set():
                raise MemoryError
            return super().render(count)

    stream.__class__ = Failing
    player = Player(device.open, clock=lambda: device.now, ahead_blocks=4)
    player.load(stream)
    hook, threading.excepthook = threading.excepthook, lambda _: None
    try:
        player.play()
        is_failing.set()
        maker = player.maker.thread
        assert maker is not None
        device.pull(CHUNK)
        maker.join(5)
        assert not maker.is_alive()
    finally:
        threading.excepthook = hook
    is_failing.clear()
    player.stop()
    player.play()
    assert player.maker.thread is not None
    assert player.maker.thread.is_alive()
    player.close()


def test_the_volume_changes_without_a_step(player: Player, device: HandCrankedDevice) -> None:
    player.load(steady(10_000))
    player.play()
    device.pull()
    player.set_volume(0)
    falling = device.pull()
    assert np.abs(np.diff(falling)).max() < 30
    assert not any(device.pull())


def test_what_is_too_loud_is_made_softer_and_never_clipped(
    player: Player, device: HandCrankedDevice
) -> None:
    player.load(steady(60_000))
    player.play()
    heard = np.array([frame for _ in range(20) for frame in device.pull()])
    assert heard.max() <= 32767 * 10 ** (-0.5 / 20) + 1


def test_without_a_device_playing_fails_and_works_when_one_comes(
    device: HandCrankedDevice,
) -> None:
    is_there = False

    def open_output(fill: Callable[[np.ndarray], None]) -> HandCrankedDevice:
        if not is_there:
            raise SoundError("sound.no_device")
        return device.open(fill)

    player = Player(open_output, clock=lambda: device.now, ahead_blocks=0)
    player.load(counting(1000))
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
    assert not player.device.is_connected()


@pytest.mark.parametrize("is_there", [False, True])
def test_a_device_that_never_closes_holds_nobody_up(is_there: bool) -> None:
    may_close = threading.Event()

    class StuckDevice(HandCrankedDevice):
        def close(self) -> None:
            may_close.wait()

        def is_connected(self) -> bool:
            return is_there

    stuck, other = StuckDevice(), HandCrankedDevice()
    devices = [other, stuck]
    player = Player(lambda fill: devices.pop().open(fill), lambda: other.now, ahead_blocks=0)
    player.load(counting(5000))
    player.play()
    player.device.close()
    assert not player.device.is_connected()
    player.play()
    assert other.pull()[:3] == [0, 1, 2]
    may_close.set()


@pytest.mark.parametrize("ahead", [0, 8])
def test_random_actions_leave_a_sound_transport(device: HandCrankedDevice, ahead: int) -> None:
    player = Player(device.open, clock=lambda: device.now, ahead_blocks=ahead)
    player.load(counting(5000))
    generator = np.random.default_rng(5)

    def part() -> Loop:
        return Loop(generator.uniform(0, 0.1), generator.uniform(0, 0.2), 0.1, 2.0)

    actions: list[Callable[[], object]] = [
        player.play, player.pause, player.stop, lambda: player.seek(generator.uniform(0, 0.2)),
        lambda: player.set_loop(part()),
        lambda: player.set_loop(None), lambda: player.set_volume(generator.uniform(0, 1)),
        lambda: player.set_speed(generator.uniform(0.2, 3)),
        lambda: player.set_gains({0: generator.uniform(0, 1)}),
        lambda: player.exchange(
            counting(int(generator.integers(100, 9000))), partial(mul, generator.uniform(0.2, 3))
        ),
        lambda: device.pull(int(generator.integers(1, 2000))) if device.is_started else None,
    ]  # fmt: skip
    for number in generator.integers(0, len(actions), 1000):
        actions[number]()
        assert 0 <= player.position <= 10
        assert player.place >= 0
    player.stop()
    if device.is_started:
        device.pull(FADE_FRAMES)
        assert not any(device.pull())
    player.close()
