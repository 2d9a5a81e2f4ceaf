import random
from fractions import Fraction

import pytest

from abcstudio.composing.opening.played_opening import (
    has_music,
    letter_pitch,
    with_opening,
    without_music,
)
from abcstudio.composing.opening.played_rhythm import PlayedNote, eighths_of, melody_of
from abcstudio.notation.reader.parser import parse

G4, A4, B4, C5, D5, E5, FS5, G5 = 67, 69, 71, 72, 74, 76, 78, 79
HEADER = "X:1\nT:Mine\nM:4/4\nL:1/8\nK:G\n"


def played(pitches, lengths, eighth=0.2, jitter=0.0, rng=None):
    notes, now = [], 10.0
    for pitch, length in zip(pitches, lengths, strict=True):
        late = rng.uniform(-jitter, jitter) * eighth if rng else 0.0
        notes.append(PlayedNote(pitch, now + late, now + late + 0.8 * length * eighth))
        now += length * eighth
    return notes


@pytest.mark.parametrize(
    ("seed", "pitches", "lengths", "text"),
    [
        (HEADER, [D5, B4, G4], [1, 1, 2], HEADER + "dBG2 "),
        (HEADER, [G4, A4, B4, C5, D5, E5, D5, B4], [1] * 8, HEADER + "GABc dedB|"),
        (HEADER, [G4, 78 - 1, FS5, G5], [1] * 4, HEADER + "G=f^fg "),
        (HEADER, [G4, A4, B4, C5], [1, 1, 4, 4], HEADER + "GAB4c2-|c2"),
        (HEADER + "GABc d2", [E5, D5], [1, 1], HEADER + "GABc d2ed|"),
        (HEADER + "GABc dedB|", [E5, D5], [1, 1], HEADER + "GABc dedB|ed"),
        ("M:6/8\nL:1/8\nK:D", [D5] * 6, [1] * 6, "M:6/8\nL:1/8\nK:D\nddd ddd|"),
        ("M:none\nL:1/4\nK:C\n", [C5, C5, D5], [1, 1, 2], "M:none\nL:1/4\nK:C\nc/c/ d "),
    ],
)
def test_notes_are_written_in_the_key_and_meter_of_the_seed(seed, pitches, lengths, text):
    assert with_opening(seed, played(pitches, lengths)) == text


def test_what_a_header_lacks_is_added():
    notes = played([D5, FS5, 81, FS5, D5, E5, FS5, D5], [1, 1, 1, 1, 1, 1, 1, 2])
    text = with_opening("X:1\nT:", notes)
    assert text.startswith("X:1\nM:4/4\nL:1/8\nK:D\ndfaf defd-|d")
    assert [one.code for one in parse(text).diagnostics] == ["measure-short"]


@pytest.mark.parametrize("seed", ["", "X:1\nT:", HEADER, HEADER + "GA"])
def test_nothing_played_changes_nothing(seed):
    assert with_opening(seed, []) == seed


@pytest.mark.parametrize("seed", ["", "X:1\nT:", HEADER])
def test_the_music_of_a_seed_can_be_taken_away(seed):
    text = with_opening(seed, played([D5, B4, G4], [1, 1, 2]))
    assert has_music(text)
    assert not has_music(without_music(text))
    assert text.startswith(without_music(text))
    assert without_music(seed) == seed


def test_of_notes_struck_together_the_highest_counts():
    notes = [PlayedNote(60, 1.0), PlayedNote(67, 1.02), PlayedNote(64, 1.01), PlayedNote(69, 1.2)]
    assert [note.pitch for note in melody_of(notes)] == [67, 69]


@pytest.mark.parametrize("eighth", [0.12, 0.2, 0.3, 0.5])
def test_even_notes_are_eighths_at_any_tempo(eighth):
    assert set(eighths_of(played([D5] * 6, [1] * 6, eighth))) == {Fraction(1)}


def test_the_last_note_lasts_as_long_as_its_key_is_down():
    notes = played([D5, D5, D5, D5], [1, 1, 1, 4])
    assert eighths_of(notes)[-1] == 4
    assert eighths_of([*notes[:-1], PlayedNote(D5, notes[-1].onset)])[-1] == 1


def test_rhythms_played_unevenly_are_understood():
    rng = random.Random(7)
    right = 0
    for _ in range(200):
        lengths = [rng.choice([1, 1, 1, 2, 2, 3, 4]) for _ in range(rng.randint(4, 12))] + [1, 1]
        notes = played([D5] * len(lengths), lengths, rng.uniform(0.14, 0.35), 0.06, rng)
        right += eighths_of(notes)[:-1] == tuple(map(Fraction, lengths[:-1]))
    assert right >= 190


@pytest.mark.parametrize(
    ("letter", "before", "pitch"),
    [("f", E5, FS5), ("G", FS5, G5), ("b", None, B4), ("c", B4, C5), ("a", G5, 81)],
)
def test_a_letter_means_the_nearest_note_of_the_key(letter, before, pitch):
    assert letter_pitch(HEADER, letter, before) == pitch
