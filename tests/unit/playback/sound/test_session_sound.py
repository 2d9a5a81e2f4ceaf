"""The instruments in the box at the speed of a session: quick, even, in tune, and in balance."""

from dataclasses import replace
from statistics import median

import numpy as np
import pytest
from measuring_sound import (
    EIGHTH_SECONDS,
    HELD_SECOND,
    KEYS,
    dips,
    half_peak_ms,
    held_tone,
    in_the_room,
    loudness,
    mean_cents,
)

from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.drum_kit import drum_frames
from abcstudio.playback.sound.metronome import Click
from abcstudio.playback.sound.mix import on_instrument, with_instruments
from abcstudio.playback.sound.reverb import Reverb
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_stream import SoundStream, StreamNote, click_note
from abcstudio.playback.sound.synth import Synth
from abcstudio.playback.sound.tones import FRAME_RATE, Tones

SPOKEN_MS = {"fiddle": (18, 20), "flute": (13, 15), "accordion": (10, 12)}


@pytest.fixture(scope="module")
def tones() -> Tones:
    return Tones(SoundFont.read(bundled_sound_font()))


@pytest.mark.parametrize("name", SPOKEN_MS)
def test_a_note_speaks_long_before_the_next_one_of_a_reel(tones: Tones, name: str) -> None:
    program = INSTRUMENTS[name].program
    halves = [half_peak_ms(held_tone(tones, program, key)) for key in KEYS[::2]]
    usual, worst = SPOKEN_MS[name]
    assert median(halves) <= usual
    assert max(halves) <= worst


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_all_keys_are_as_loud_in_the_time_of_an_eighth(tones: Tones, name: str) -> None:
    chosen = INSTRUMENTS[name]
    keys = [key + chosen.shift for key in KEYS]
    levels = [loudness(held_tone(tones, chosen.program, key, EIGHTH_SECONDS)) for key in keys]
    assert max(levels) - min(levels) <= 1.5


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_all_keys_are_in_tune_with_each_other(tones: Tones, name: str) -> None:
    chosen = INSTRUMENTS[name]
    keys = range(max(36, chosen.lowest), min(101, chosen.highest) + 1, 3)
    cents = []
    # Where one recording follows another, two keys are neighbours.
    for key in (each + chosen.shift + step for each in keys for step in (0, 1)):
        held = held_tone(tones, chosen.program, key, HELD_SECOND)
        cents.append(mean_cents(held, key))
    assert max(map(abs, cents)) <= 4
    assert max(np.abs(np.diff(cents))) <= 3


@pytest.mark.parametrize("name", ["whistle", "flute", "fiddle", "accordion", "organ"])
def test_a_held_key_stays_in_tune(tones: Tones, name: str) -> None:
    program = INSTRUMENTS[name].program
    for key in (62, 69, 74, 81, 83):
        held = held_tone(tones, program, key, HELD_SECOND + 1)
        later = held[FRAME_RATE:]
        assert abs(mean_cents(held, key) - mean_cents(later, key)) <= 4


@pytest.mark.parametrize("name", ["whistle", "flute", "fiddle", "accordion"])
def test_a_repeated_note_is_heard_again(tones: Tones, name: str) -> None:
    preset = (0, INSTRUMENTS[name].program)
    notes = [StreamNote(n * 0.15, n * 0.15 + 0.125, preset, 69.0, 80, 1.0, 0) for n in range(4)]
    mix, _ = SoundStream(tones, notes, 0.6).render(int(0.6 * FRAME_RATE))
    assert max(dips(mix.T.astype(np.float64), [0.15, 0.3, 0.45])) < -18


@pytest.mark.parametrize("name", ["harp", "guitar", "piano"])
@pytest.mark.parametrize("key", [62, 69, 74, 77, 83])
def test_a_string_plucked_again_sounds_as_loud_as_the_first_time(
    tones: Tones, name: str, key: int
) -> None:
    preset = (0, INSTRUMENTS[name].program)
    notes = [StreamNote(n * 0.15, n * 0.15 + 0.125, preset, key, 80, 1.0, 0) for n in range(4)]
    mix, _ = SoundStream(tones, notes, 0.6).render(int(0.6 * FRAME_RATE))
    frames = mix.T.astype(np.float64)
    starts = [int(n * 0.15 * FRAME_RATE) for n in range(4)]
    power = [(frames[start : start + FRAME_RATE // 8] ** 2).mean() for start in starts]
    # What still rang of the harp's string weakened it by 4 dB.
    assert np.ptp(10 * np.log10(power)) < 1
    assert max(dips(frames, [0.15, 0.3, 0.45])) < -6


def test_a_string_plucked_later_sounds_once_too(tones: Tones) -> None:
    preset = (0, INSTRUMENTS["harp"].program)
    notes = [StreamNote(n * 0.3, n * 0.3 + 0.15, preset, 77, 80, 1.0, 0) for n in range(3)]
    whole, _ = SoundStream(tones, notes, 0.9).render(int(0.9 * FRAME_RATE))
    starts = [int(n * 0.3 * FRAME_RATE) for n in range(3)]
    power = [(whole[:, at : at + FRAME_RATE // 8].astype(np.float64) ** 2).mean() for at in starts]
    assert np.ptp(10 * np.log10(power)) < 1
    # However the frames are asked for.
    stream = SoundStream(tones, notes, 0.9)
    blocks = [stream.render(602)[0] for _ in range(whole.shape[1] // 602)]
    joined = np.concatenate(blocks, axis=1)
    assert np.abs(joined - whole[:, : joined.shape[1]]).max() < 1e-4


REEL = 'X:1\nR:reel\nM:4/4\nL:1/8\nK:D\n"D"A2FA DAFA|"G"BGdB "A7"edce|\n'


def test_the_backing_is_five_lu_under_a_tune_on_the_flute() -> None:
    synth, performance = Synth(SoundFont.read(bundled_sound_font())), perform(parse(REEL))
    levels = []
    for is_backing in (False, True):
        notes = [
            note
            for note in performance.notes
            if performance.tracks[note.voice].is_backing == is_backing
        ]
        frames = synth.render(
            replace(performance, notes=tuple(notes)), INSTRUMENTS["flute"].program
        )
        levels.append(loudness(np.asarray(frames, np.float64)))
    assert 4 <= levels[0] - levels[1] <= 6


def hertz(click: Click) -> float:
    frames = drum_frames(int(click_note(click, 0.0).pitch))
    spectrum = np.abs(np.fft.rfft(frames, FRAME_RATE))
    return float(np.argmax(spectrum))


def test_the_metronome_clicks_above_the_tune() -> None:
    first, other = Click(0.0, True), Click(0.0, False)
    assert 1500 <= hertz(other) < hertz(first) <= 2050
    levels = [click_note(click, 0.0).level for click in (first, other)]
    assert 20 * np.log10(levels[0] / levels[1]) == pytest.approx(4, abs=0.1)


def test_the_room_is_small_and_dry() -> None:
    noise = np.random.default_rng(1).standard_normal(FRAME_RATE // 2) * 0.1
    burst = np.zeros((2, FRAME_RATE + FRAME_RATE // 2), np.float32)
    burst[:, : len(noise)] = noise
    wet = burst.copy()
    Reverb().add_to(wet)
    wet[:, 14:] -= burst[:, :-14]
    steady = wet[:, len(noise) - 8000 : len(noise)]
    level = 10 * np.log10(float((steady**2).mean() / (burst[:, : len(noise)] ** 2).mean()))
    assert -12 <= level <= -10
    # By sixty decibels in 0.55 s.
    later = len(noise) + int(0.3 * FRAME_RATE)
    fallen = 10 * np.log10(float((wet[:, later : later + 2000] ** 2).mean() / (steady**2).mean()))
    assert -42 <= fallen <= -27


@pytest.mark.parametrize("name", ["whistle", "whistle-8va", "flute", "fiddle", "accordion"])
def test_all_keys_are_as_loud_in_the_room(tones: Tones, name: str) -> None:
    chosen = INSTRUMENTS[name]
    keys = range(chosen.lowest + chosen.shift, chosen.highest + chosen.shift + 1)
    notes = [held_tone(tones, chosen.program, key, EIGHTH_SECONDS) for key in keys]
    levels = [loudness(in_the_room(note)) for note in notes]
    # A flat pitch meets the room's resonances more sharply than one that wavers.
    assert max(levels) - min(levels) <= 2.0


def test_the_whistle_can_sound_an_octave_up() -> None:
    text = "X:1\nM:4/4\nL:1/4\nK:D\nV:1\nD2 F2|\nV:2\n%%MIDI program 73\nA4|\n"
    performance = perform(parse(text))
    pitches = [int(note.pitch) for note in on_instrument(performance, "whistle-8va").notes]
    assert sorted(pitches) == [69, 74, 78]
    assert on_instrument(performance, "whistle").notes == performance.notes
    voices = with_instruments(performance, {1: "whistle-8va"})
    assert sorted(int(note.pitch) for note in voices.notes) == [62, 66, 81]
