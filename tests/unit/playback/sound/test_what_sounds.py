"""What a listener hears, measured in the frames: which notes, chords, clicks and hits, and when."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import MUSICIAN, Interpretation
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_stream import METRONOME
from abcstudio.playback.sound.synth import FRAME_RATE, Synth
from abcstudio.playback.timeline import TempoMap

FLUTE, HARP, BANJO = (INSTRUMENTS[name].program for name in ("flute", "harp", "banjo"))
CLICK_HERTZ, BELL_HERTZ = 1600, 2000


@pytest.fixture(scope="module")
def synth() -> Synth:
    return Synth(SoundFont.read(bundled_sound_font()))


def performed(
    body: str, header: str = "M:4/4\nL:1/4\n", how: Interpretation = MUSICIAN
) -> Performance:
    return perform(parse(f"X:1\n{header}Q:1/4=60\nK:C\n{body}\n"), how)


def heard(synth: Synth, performance: Performance, tracks: Sequence[int]) -> np.ndarray:
    """Return both ears added up, of some tracks only, to the end of the music."""
    stream = synth.stream(performance, FLUTE, has_metronome=METRONOME in tracks)
    every = [*range(len(performance.tracks)), METRONOME]
    stream.gains = {track: float(track in tracks) for track in every}
    seconds = TempoMap(performance.tempos).seconds_at(performance.duration_beats)
    blocks = [stream.render(512)[0] for _ in range(int(seconds * FRAME_RATE / 512))]
    return np.concatenate(blocks, axis=1).sum(axis=0)


def part(frames: np.ndarray, begin: float, end: float) -> np.ndarray:
    return frames[int(begin * FRAME_RATE) : int(end * FRAME_RATE)]


def key_of(frames: np.ndarray) -> float:
    """Return the MIDI number of a single note by the lag after which it repeats itself."""
    spectrum = np.fft.rfft(frames - frames.mean(), 2 * len(frames))
    alike = np.fft.irfft(np.abs(spectrum) ** 2)
    first, last = FRAME_RATE // 1200, FRAME_RATE // 100
    best = alike[first:last].max()
    # The shortest lag that is nearly as good: twice the period repeats the note, too.
    lag = first + int(np.flatnonzero(alike[first:last] > 0.93 * best)[0])
    while alike[lag + 1] > alike[lag]:
        lag += 1
    return float(69 + 12 * np.log2(FRAME_RATE / lag / 440))


def strongest_hertz(frames: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(frames, 1 << 16))
    return float(spectrum.argmax() * FRAME_RATE / (1 << 16))


def strength_at(frames: np.ndarray, key: int) -> float:
    """Return how strong the fundamental of a MIDI number is."""
    turns = np.arange(len(frames)) / FRAME_RATE * 440 * 2 ** ((key - 69) / 12)
    return float(np.abs((frames * np.hanning(len(frames)) * np.exp(-2j * np.pi * turns)).sum()))


def begins(frames: np.ndarray) -> list[int]:
    """Return the frames before which a tenth of a second was silent."""
    loud = np.flatnonzero(np.abs(frames) > 0.01 * np.abs(frames).max())
    return [int(loud[0]), *loud[1:][np.diff(loud) > FRAME_RATE // 10].tolist()]


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        ("CDEF|", [60, 62, 64, 65]),
        ("[K:D]FGcd|", [66, 67, 73, 74]),
        ("^FF|_Bc|", [66, 66, 70, 72]),
        ("[K:Gdor]EFBe|", [64, 65, 70, 76]),
    ],
)
def test_each_written_note_is_the_pitch_that_sounds(
    synth: Synth, body: str, keys: list[int]
) -> None:
    frames = heard(synth, performed(body), [0])
    sounding = [key_of(part(frames, beat + 0.3, beat + 0.7)) for beat in range(len(keys))]
    assert sounding == pytest.approx(keys, abs=0.35)


@pytest.mark.parametrize(
    ("meter", "body", "chord_at"),
    [
        ("4/4", '"G"GGGG|', [1, 3]),
        ("3/4", '"G"GGG|', [1, 2]),
        ("2/2", '"G"GGGG|', [1, 3]),
        ("6/8", '"G"GGG|', [1, 2.5]),
    ],
)
def test_the_guitarist_strikes_the_bass_and_the_chord_of_the_symbol(
    synth: Synth, meter: str, body: str, chord_at: list[float]
) -> None:
    performance = performed(body, f"M:{meter}\nL:1/4\n")
    bass, chords = (
        next(n for n, track in enumerate(performance.tracks) if track.name == name)
        for name in ("Bass", "Chords")
    )
    assert begins(heard(synth, performance, [bass]))[0] < FRAME_RATE // 50
    frames = heard(synth, performance, [chords])
    strokes = [n.onset_beats for n in performance.notes if n.voice == chords]
    assert sorted({float(beat) for beat in strokes}) == chord_at
    assert begins(frames)[0] == pytest.approx(chord_at[0] * FRAME_RATE, abs=FRAME_RATE // 50)
    for beat in chord_at:
        stroke = part(frames, beat, beat + 0.4)
        tones = {key: strength_at(stroke, key) for key in range(55, 67)}
        # G, B and D in close position; no other key within the octave comes near them.
        assert sorted(sorted(tones, key=tones.__getitem__)[-3:]) == [55, 59, 62]


@pytest.mark.parametrize(
    ("meter", "body", "clicked"),
    [
        ("4/4", "GGGG|GGGG|", "B c c c B c c c"),
        ("3/4", "GGG|GGG|", "B c c B c c"),
        ("2/2", "GGGG|", "B - c -"),
        ("6/8", "G3/2G3/2|G3|", "B - - c - - B - - c - -"),
    ],
)
def test_the_metronome_rings_on_each_first_beat_and_clicks_on_the_others(
    synth: Synth, meter: str, body: str, clicked: str
) -> None:
    step = 0.5 if meter.endswith("8") else 1.0
    expected = [
        (round(place * step * FRAME_RATE), BELL_HERTZ if sign == "B" else CLICK_HERTZ)
        for place, sign in enumerate(clicked.split())
        if sign != "-"
    ]
    frames = heard(synth, performed(body, f"M:{meter}\nL:1/4\n"), [METRONOME])
    found = begins(frames)
    assert found == pytest.approx([place for place, _ in expected], abs=20)
    hits = [frames[place : place + FRAME_RATE // 30] for place in found]
    assert [strongest_hertz(hit) for hit in hits] == pytest.approx(
        [hertz for _, hertz in expected], rel=0.02
    )
    peaks = {BELL_HERTZ: set[float](), CLICK_HERTZ: set[float]()}
    for hit, (_, hertz) in zip(hits, expected, strict=True):
        peaks[hertz].add(float(np.abs(hit).max()))
    assert min(peaks[BELL_HERTZ]) > 1.3 * max(peaks[CLICK_HERTZ])


def test_louder_signs_sound_louder_and_the_first_beat_more_than_the_second(synth: Synth) -> None:
    signs = ("pp", "p", "mp", "mf", "f", "ff")
    frames = heard(synth, performed("|".join(f"!{sign}!A2 z2" for sign in signs)), [0])
    levels = [float(np.abs(part(frames, 4 * n, 4 * n + 1.5)).max()) for n in range(len(signs))]
    assert all(later > 1.1 * before for before, later in pairwise(levels))
    frames = heard(synth, performed("AzAz|A4|", "M:4/4\nL:1/8\n"), [0])
    first, second = (float(np.abs(part(frames, at, at + 0.4)).max()) for at in (0, 1))
    assert first > 1.05 * second


def test_a_program_line_chooses_the_sample_that_sounds(synth: Synth) -> None:
    written = {
        program: heard(synth, performed(f"%%MIDI program {program}\nA4|"), [0])
        for program in (FLUTE, HARP, BANJO)
    }
    bare = heard(synth, performed("A4|"), [0])
    assert np.array_equal(written[FLUTE], bare)
    rings = {
        program: float(np.abs(part(frames, 3, 3.5)).max() / np.abs(frames).max())
        for program, frames in written.items()
    }
    # A flute holds its note; strings die away, those of a banjo sooner than those of a harp.
    assert rings[FLUTE] > 0.5 > rings[HARP] > 3 * rings[BANJO]


def test_a_program_line_in_the_tune_changes_the_notes_after_it_only(synth: Synth) -> None:
    plain = heard(synth, performed("A4|A4|"), [0])
    changed = heard(synth, performed("A4|[I:MIDI program 105]A4|"), [0])
    assert np.array_equal(part(changed, 0, 3.9), part(plain, 0, 3.9))
    late = [float(np.abs(part(frames, 7, 7.5)).max()) for frames in (plain, changed)]
    assert late[0] > 10 * late[1]


def test_a_drum_pattern_sounds_on_its_beats_and_its_keys_differ(synth: Synth) -> None:
    header = "M:4/4\nL:1/4\n%%MIDI drum d2zd 36 42 127 127\n%%MIDI drumon\n"
    performance = performed("GGGG|", header)
    drums = next(n for n, track in enumerate(performance.tracks) if track.channel == 9)
    hits = [(float(n.onset_beats), int(n.pitch)) for n in performance.notes if n.voice == drums]
    assert hits == [(0, 36), (3, 42)]
    frames = heard(synth, performance, [drums])
    low, high = (strongest_hertz(part(frames, at, at + 0.08)) for at, _ in hits)
    assert low < 200 < 2000 < high
    assert np.abs(part(frames, 1.5, 2.95)).max() < 0.01 * np.abs(frames).max()


def test_a_hornpipe_is_heard_long_and_short(synth: Synth) -> None:
    performance = performed("A/e/A/e/ A2|", "R:hornpipe\nM:4/4\nL:1/4\n")
    frames = heard(synth, performance, [0])
    # Two thirds of the beat are the first note's: it still sounds where an even one were over.
    assert [round(key_of(part(frames, at, at + 0.08))) for at in (0.56, 0.86, 1.56, 1.86)] == [
        69, 76, 69, 76,
    ]  # fmt: skip
    third = Fraction(1, 3)
    assert [(note.onset_beats, note.velocity - 80) for note in performance.notes] == [
        (0, 8), (2 * third, 0), (1, 0), (5 * third, 0), (2, 4),
    ]  # fmt: skip
