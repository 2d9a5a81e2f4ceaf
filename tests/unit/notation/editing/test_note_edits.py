"""Single notes moved, raised and lengthened: the others sound as before."""

import random
from fractions import Fraction

import pytest

from abcstudio.errors import EditError
from abcstudio.notation.editing.note_edits import move_octaves, with_duration, with_pitch
from abcstudio.notation.editing.writer import write
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Note, Rest, Score
from abcstudio.notation.spans import Span
from tests.thorough import tries

HEADER = "X:1\nL:1/8\nK:D\n"


def notes_of(score: Score) -> list[Note]:
    notes = [
        note
        for voice in score.voices
        for element in voice.elements
        if isinstance(element, Chord)
        for note in (*(element.grace_notes.notes if element.grace_notes else ()), *element.notes)
    ]
    return sorted(notes, key=lambda note: note.span)


def timed_of(score: Score) -> list[Chord | Rest]:
    return [e for e in score.voices[0].elements if isinstance(e, Chord | Rest)]


def moved(music: str, number: int, steps: int, alter: int | None = None) -> str:
    score = parse(HEADER + music)
    note = notes_of(score)[number]
    edits = with_pitch(score, note, steps, alter=None if alter is None else Fraction(alter))
    return write(score, edits).removeprefix(HEADER)


@pytest.mark.parametrize(
    ("music", "number", "steps", "expected"),
    [
        ("ABc|\n", 0, 1, "BBc|\n"),
        ("A,2 b c'|\n", 0, -1, "G,2 b c'|\n"),
        ("B b c'|\n", 1, 1, "B c' c'|\n"),
        # The accidental goes, and the note that leaned on it gets one of its own.
        ("^A A A|A\n", 0, 1, "B ^A A|A\n"),
        # Onto a step that is altered in this measure: as in force there.
        ("=c B c|\n", 1, 1, "=c c c|\n"),
        # A note before the accidental, moved onto its step, does not take part.
        ("B =c c|\n", 0, 1, "c =c c|\n"),
        ("[^Fd=A] A F|\n", 0, 1, "[Gd=A] A F|\n"),
        ("{^g}a g|\n", 0, -1, "{f}a g|\n"),
        ("^A-|A A|A\n", 0, 1, "B-|B A|A\n"),
        ("^A-|A A|A\n", 1, -1, "G-|G A|A\n"),
        ("A-A A|\n", 1, 1, "B-B A|\n"),
    ],
)
def test_a_note_moves_on_the_staff(music: str, number: int, steps: int, expected: str) -> None:
    assert moved(music, number, steps) == expected


@pytest.mark.parametrize(
    ("music", "number", "alter", "expected"),
    [
        ("A A|\n", 0, 1, "^A =A|\n"),
        ("c c|\n", 0, 0, "=c ^c|\n"),
        ("A & A|\n", 0, 1, "^A & A|\n"),
    ],
)
def test_a_note_gets_an_accidental_for_itself(
    music: str, number: int, alter: int, expected: str
) -> None:
    assert moved(music, number, 0, alter) == expected


def test_a_tied_note_gets_the_accidental_of_its_first() -> None:
    text = moved("^A-|A A|\n", 1, 0, -1)
    score = parse(HEADER + text)
    first, second, third = notes_of(score)
    assert first.tied
    assert first.pitch == second.pitch
    assert [first.pitch.alter, third.pitch.alter] == [-1, 0]


@pytest.mark.parametrize("mode", ["not", "octave", "pitch"])
@pytest.mark.parametrize("seed", range(tries(3)))
def test_only_the_moved_note_sounds_otherwise(seed: int, mode: str) -> None:
    chance = random.Random(seed)
    pieces = [f"%%propagate-accidentals {mode}\n"]
    for _ in range(40):
        pieces.append(chance.choice(["", "", "^", "_", "="]) + chance.choice("ABCDEFGabc"))
        pieces.append(chance.choice(["", "2", "'", ","]) + chance.choice(["", " ", "|", "[K:E]"]))
    score = parse(HEADER + "".join(pieces) + "\n")
    notes = notes_of(score)
    for number in chance.sample(range(len(notes)), 6):
        steps = chance.randint(-4, 4)
        after = notes_of(parse(write(score, with_pitch(score, notes[number], steps))))
        assert after[number].pitch.diatonic == notes[number].pitch.diatonic + steps
        others = [note.pitch.midi_number for note in after]
        expected = [note.pitch.midi_number for note in notes]
        del others[number], expected[number]
        assert others == expected


def test_octaves_of_a_selection() -> None:
    text = HEADER + "A ^B-|B c B' {d}[ea]|\n"
    score = parse(text)
    start = text.index("A ^B")
    changed = write(score, move_octaves(score, 1, Span(start, start + 3)))
    assert changed == HEADER + "a ^b-|b c B' {d}[ea]|\n"
    whole = write(score, move_octaves(score, -1))
    assert whole == HEADER + "A, ^B,-|B, C B {D}[EA]|\n"
    assert write(parse(whole), move_octaves(parse(whole), 1)) == text.replace("B'", "b")


def test_octaves_where_accidentals_hold_for_one_octave() -> None:
    text = "X:1\nL:1/8\n%%propagate-accidentals octave\nK:C\n^c c C|\n"
    score = parse(text)
    start = text.index("^c")
    changed = write(score, move_octaves(score, -1, Span(start, start + 2)))
    assert changed.endswith("^C ^c =C|\n")


def test_too_far_is_declined() -> None:
    score = parse(HEADER + "A|\n")
    with pytest.raises(EditError, match="out_of_range"):
        move_octaves(score, 9)
    with pytest.raises(EditError, match="no_notes"):
        move_octaves(score, 1, Span(0, 2))


@pytest.mark.parametrize(
    ("music", "number", "duration", "expected"),
    [
        ("A B2|", 0, "1/4", "A2 B2|"),
        ("A B2|", 1, "1/8", "A B|"),
        ("A/2 z|", 1, "1/16", "A/2 z/2|"),
        ("[ce]2|", 0, "3/8", "[ce]3|"),
        ("[c2e]|", 0, "1/2", "[c4e2]|"),
        ("[c2e2]2|", 0, "1/4", "[c2e2]|"),
        ("+ce+|", 0, "1/4", "+ce+2|"),
        ("A>B|", 0, "3/8", "A2>B|"),
        ("(3ABc|", 1, "1/4", "(3AB2c|"),
        ("A x4|", 1, "3/16", "A x3/2|"),
    ],
)
def test_a_length_changes(music: str, number: int, duration: str, expected: str) -> None:
    score = parse(HEADER + music)
    edits = with_duration(score, timed_of(score)[number], Fraction(duration))
    changed = write(score, edits)
    assert changed == HEADER + expected
    assert timed_of(parse(changed))[number].notated_duration == Fraction(duration)


@pytest.mark.parametrize("duration", ["0", "65", "1/70000"])
def test_impossible_lengths_are_declined(duration: str) -> None:
    score = parse(HEADER + "A")
    with pytest.raises(EditError, match="bad_length"):
        with_duration(score, timed_of(score)[0], Fraction(duration))


def test_what_a_macro_writes_is_not_changed_in_place() -> None:
    score = parse("X:1\nL:1/8\nm: ~A2 = ABA\nK:C\n~A2 Z|\n")
    with pytest.raises(EditError, match="macro"):
        with_pitch(score, notes_of(score)[0], 1)
    for element in timed_of(score):
        with pytest.raises(EditError, match="macro"):
            with_duration(score, element, Fraction(1, 4))
