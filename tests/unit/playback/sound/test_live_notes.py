"""Notes that sound at once: mixed into whatever the device pulls, and dying away in time."""

import numpy as np
import pytest

from abcstudio.paths import bundled_sound_font
from abcstudio.playback.sound.live_notes import (
    MAX_NOTES,
    LiveNotes,
    LiveTone,
    LiveTones,
)
from abcstudio.playback.sound.peak_limiter import PEAK
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.playback.transport.player import Player

CHUNK = 512


def tone(level: float = 0.25, length: int = 4000, release: int = 400) -> LiveTone:
    return LiveTone(np.full((length, 2), level, np.float32), release)


def pulled(notes: LiveNotes, count: int = CHUNK, ground: int = 0) -> np.ndarray:
    buffer = np.full((count, 2), ground, np.int16)
    notes.mix(buffer)
    return buffer


def test_a_note_sounds_and_dies_away_by_itself() -> None:
    notes = LiveNotes()
    assert notes.is_silent
    notes.begin(60, tone(), seconds=1000 / FRAME_RATE)
    heard = np.concatenate([pulled(notes)[:, 0] for _ in range(4)])
    assert np.all(heard[:1000] == 8192)
    assert np.all(np.diff(heard[1000:1400].astype(int)) <= 0)
    assert not heard[1400:].any()
    assert notes.is_silent


def test_a_key_that_comes_up_ends_its_own_note_only() -> None:
    notes = LiveNotes()
    notes.begin(60, tone())
    notes.begin(64, tone())
    assert pulled(notes)[0, 0] == 16384
    notes.end(60)
    pulled(notes)
    assert np.all(pulled(notes)[:, 0] == 8192)


def test_it_is_added_to_what_plays_and_never_clipped() -> None:
    notes = LiveNotes()
    notes.begin(60, tone(0.5))
    assert pulled(notes, ground=1000)[0, 0] == 17384
    loudest = pulled(notes, ground=30000).max()
    assert loudest == round(PEAK * 32767)


def test_very_many_notes_give_way_to_the_newest() -> None:
    notes = LiveNotes()
    for pitch in range(3 * MAX_NOTES):
        notes.begin(pitch, tone(0.001))
    assert pulled(notes)[0, 0] <= MAX_NOTES * 33


@pytest.mark.parametrize("program", [0, 21, 73])
def test_the_instruments_in_the_box_sound_at_their_pitch(program: int) -> None:
    made = LiveTones(SoundFont.read(bundled_sound_font())).of(program, 69)
    steady = made.frames[4000 : 4000 + 16384, 0] * np.hanning(16384)
    spectrum = np.abs(np.fft.rfft(steady))
    hertz = np.fft.rfftfreq(16384, 1 / FRAME_RATE)
    near = spectrum[(hertz > 430) & (hertz < 450)].max()
    between = spectrum[(hertz > 480) & (hertz < 800)].max()
    assert near > 4 * between
    assert np.abs(made.frames).max() < 1


class Device:
    latency_seconds = 0.02

    def __init__(self) -> None:
        self.is_started = False
        self.is_closed = False
        self.fill = lambda _frames: None

    def open(self, fill) -> "Device":
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


def test_the_player_wakes_its_device_for_a_note_and_rests_after_it() -> None:
    device = Device()
    player = Player(device.open)
    player.device.wake()
    player.live.begin(60, tone())
    assert device.is_started
    player.rest()
    assert device.is_started
    buffer = np.zeros((CHUNK, 2), np.int16)
    device.fill(buffer)
    assert buffer.all()
    player.live.clear()
    player.rest()
    assert not device.is_started


def test_a_device_that_was_unplugged_is_opened_anew() -> None:
    device = Device()
    player = Player(device.open)
    player.device.wake()
    device.close()
    player.device.wake()
    assert player.device.is_connected()
    assert device.is_started


def test_the_volume_counts_for_live_notes_too() -> None:
    device = Device()
    player = Player(device.open)
    player.set_volume(0.0)
    player.device.wake()
    player.live.begin(60, tone())
    buffer = np.zeros((CHUNK, 2), np.int16)
    device.fill(buffer)
    device.fill(buffer)
    assert not buffer.any()


def test_the_tune_does_not_jump_when_the_last_loud_note_ends() -> None:
    notes = LiveNotes()
    for pitch in range(60, 72):
        notes.begin(pitch, tone(0.2))
    pulled(notes, ground=20_000)
    for pitch in range(60, 72):
        notes.end(pitch)
    heard = np.concatenate([pulled(notes, ground=20_000)[:, 0] for _ in range(400)]).astype(int)
    assert np.abs(np.diff(heard)).max() < 1000
    assert heard[-1] == 20_000
