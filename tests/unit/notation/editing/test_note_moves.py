"""Several notes moved, sharpened, lengthened, tied, turned into rests and removed at once."""

import random
from fractions import Fraction

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import EditError
from abcstudio.notation.editing.element_edits import as_rests, without
from abcstudio.notation.editing.note_edits import with_pitch
from abcstudio.notation.editing.note_moves import alter_notes, move_steps, with_accidentals
from abcstudio.notation.editing.note_preview import moved_pitch, staff_position
from abcstudio.notation.editing.note_steps import base_and_dots, dotted, longer, shorter
from abcstudio.notation.editing.tie_edits import tied_or_parted
from abcstudio.notation.editing.writer import write
from abcstudio.notation.editing.written_notes import written_notes
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.paths import bundled_tunebook

HEADER = "X:1\nL:1/8\nK:D\n"


def starts_in(text: str, part: str) -> tuple[int, ...]:
    """Return the notes and rests that a part of a text touches."""
    start = text.index(part)
    return ScorePlaces(parse(text)).touched(Span(start, start + len(part)))


@pytest.mark.parametrize(
    ("music", "part", "steps", "expected"),
    [
        ("A B c|\n", "A B", 1, "B c c|\n"),
        ("^A A|A\n", "^A", 1, "B ^A|A\n"),
        ("A- A B|\n", "A B", -1, "G- G A|\n"),
        ("{g}a [ce]|\n", "{g}a [ce]", 1, "{a}b [df]|\n"),
    ],
)
def test_notes_move_together(music: str, part: str, steps: int, expected: str) -> None:
    text = HEADER + music
    assert write(parse(text), move_steps(parse(text), steps, starts_in(text, part))) == (
        HEADER + expected
    )


@pytest.mark.parametrize(
    ("music", "part", "semitones", "expected"),
    [
        ("A A|A\n", "A", 1, "^A =A|A\n"),
        ("c c|\n", "c c", -1, "=c c|\n"),
        ("=c c|\n", "=c c", 1, "c c|\n"),
        ("A-|A A|\n", "A-", 1, "^A-|A A|\n"),
        ("[DF] d|\n", "[DF]", 1, "[^D^^F] =d|\n"),
    ],
)
def test_notes_are_sharpened_and_flattened(
    music: str, part: str, semitones: int, expected: str
) -> None:
    text = HEADER + music
    changed = write(parse(text), alter_notes(parse(text), semitones, starts_in(text, part)))
    before = written_notes(parse(text))
    after = written_notes(parse(changed))
    touched = starts_in(text, part)
    groups = {note.tie_group for note in before if note.note.span.start in touched}
    for old, new in zip(before, after, strict=True):
        rise = semitones if old.tie_group in groups else 0
        assert new.note.pitch.midi_number == old.note.pitch.midi_number + rise
    assert changed == HEADER + expected


@pytest.mark.parametrize(
    ("music", "part", "alter", "expected"),
    [
        ("A A A|\n", "A A", 1, "^A ^A =A|\n"),
        ("c c|\n", "c c", 1, "^c ^c|\n"),
        ("^A- A A|\n", "A A", 0, "=A- A =A|\n"),
        ("=c c c|\n", "=c c", None, "c c =c|\n"),
    ],
)
def test_accidentals_are_written_and_taken_away(
    music: str, part: str, alter: int | None, expected: str
) -> None:
    text = HEADER + music
    sign = None if alter is None else Fraction(alter)
    changed = write(parse(text), with_accidentals(parse(text), sign, starts_in(text, part)))
    assert changed == HEADER + expected


def test_three_sharps_are_declined() -> None:
    text = HEADER + "^^A|\n"
    with pytest.raises(EditError, match="too_many"):
        alter_notes(parse(text), 1, starts_in(text, "A"))
    with pytest.raises(EditError, match="no_notes"):
        move_steps(parse(text), 1, ())


def test_note_values_follow_one_another() -> None:
    eighth = Fraction(1, 8)
    assert longer(eighth) == Fraction(1, 4)
    assert shorter(Fraction(3, 8)) == Fraction(3, 16)
    assert dotted(eighth) == Fraction(3, 16)
    assert dotted(Fraction(3, 16)) == eighth
    assert base_and_dots(Fraction(7, 16)) == (Fraction(1, 4), 2)
    assert base_and_dots(Fraction(5, 8)) is None
    for step, duration in (
        (longer, Fraction(2)),
        (shorter, Fraction(1, 128)),
        (dotted, Fraction(5, 8)),
    ):
        with pytest.raises(EditError, match="bad_length"):
            step(duration)


@pytest.mark.parametrize(
    ("music", "part", "expected"),
    [
        ("A2 B c|\n", "A2", "z2 B c|\n"),
        ("[ce]2 A|\n", "[ce]", "z2 A|\n"),
        ("[c2e2] A|\n", "c2", "z2 A|\n"),
        ("A-A B|\n", "A-", "zA B|\n"),
        ("A-A B|\n", "A B", "Az z|\n"),
        ("^A A|\n", "^A", "z ^A|\n"),
        ("{g}A B|\n", "A B", "z z|\n"),
        ("A>B c|\n", "A", "z>B c|\n"),
        ('"Em"A B|\n', "A", '"Em"z B|\n'),
        ("A B|\nw:one two\n", "A", "z B|\nw:two\n"),
    ],
)
def test_notes_become_rests(music: str, part: str, expected: str) -> None:
    text = HEADER + music
    assert as_rests(parse(text), starts_in(text, part)) == HEADER + expected


@pytest.mark.parametrize(
    ("music", "part", "expected"),
    [
        ("A2 B c|\n", "B", "A2  c|\n"),
        ("[ceg]2 A|\n", "e", "[cg]2 A|\n"),
        ("^A A|\n", "^A", " ^A|\n"),
        ('"Em"{g}.A B|\n', "A", '"Em" B|\n'),
        ("A>B c|\n", "A", "B c|\n"),
        ("A>B c|\n", "B", "A c|\n"),
        ("{gf}A B|\n", "g", "{f}A B|\n"),
        ("{g}A B|\n", "g", "A B|\n"),
        ("A z2 B|\n", "z2", "A  B|\n"),
        ("A-A B|\n", "A B", "A|\n"),
    ],
)
def test_notes_are_removed(music: str, part: str, expected: str) -> None:
    text = HEADER + music
    changed = without(parse(text), starts_in(text, part))
    assert changed.replace("  ", " ").replace(" |", "|") == (HEADER + expected).replace("  ", " ")


@pytest.mark.parametrize(
    ("music", "part", "expected"),
    [
        ("|:B|A3B|ABcd:|\n", "B", "|:A3B|ABcd:|\n"),
        ("|: B | A3B |\n", "B", "|: A3B |\n"),
        ("A4|B|c4|\n", "B", "A4|c4|\n"),
        ("A4|BGz|c4|\n", "BGz", "A4|c4|\n"),
        ("A4|B||c4|\n", "B", "A4||c4|\n"),
        ("A4|B:|c4|\n", "B", "A4:|c4|\n"),
        ("A4:|B|]\n", "B", "A4:|\n"),
        ("A4|A4|\nB|c4|\n", "B", "A4|A4|\nc4|\n"),
        ("A4|B|c|d4|\n", "B|c", "A4|d4|\n"),
        ('|:"Em"B|A3B|\n', "B", '|:"Em"A3B|\n'),
        ("A4|^B|B4|\n", "^B", "A4|B4|\n"),
    ],
)
def test_an_emptied_measure_takes_the_weaker_of_its_bar_lines_along(
    music: str, part: str, expected: str
) -> None:
    text = HEADER + music
    assert without(parse(text), starts_in(text, part)) == HEADER + expected


@pytest.mark.parametrize(
    ("music", "part", "expected"),
    [
        ("B|A4|\n", "B", "|A4|\n"),
        ("A4|BA|c4|\n", "B", "A4|A|c4|\n"),
        ("A4:|B|:c4|\n", "B", "A4:||:c4|\n"),
        ("A4|B|1c4:|\n", "B", "A4||1c4:|\n"),
        ("A4|\nB|\nc4|\n", "B", "A4|\n|\nc4|\n"),
        ("A4|\nB|G\nc4|\n", "B|G", "A4|\n|\nc4|\n"),
        ("A4|B4|\nG||c4|\n", "A4|B4|\nG", "|\n||c4|\n"),
        ("V:1\nA4| B| c4|\nV:2\nA4|B4|c4|\n", "B| c", "V:1\nA4| | |\nV:2\nA4|B4|c4|\n"),
    ],
)
def test_bar_lines_that_are_needed_stay(music: str, part: str, expected: str) -> None:
    text = HEADER + music
    assert without(parse(text), starts_in(text, part)) == HEADER + expected


def test_what_would_harm_the_rest_is_declined() -> None:
    text = HEADER + "(3ABc d|e f|\nw:a-ble - two three four five\n"
    with pytest.raises(EditError, match="in_tuplet"):
        without(parse(text), starts_in(text, "A"))
    with pytest.raises(EditError, match="lyrics"):
        as_rests(parse(text), starts_in(text, "A"))
    with pytest.raises(EditError, match="no_notes"):
        without(parse(text), ())
    with pytest.raises(EditError, match="no_notes"):
        as_rests(parse(text), ())


@pytest.mark.parametrize(
    ("music", "part", "expected"),
    [
        ("A A B|\n", "A", "A- A B|\n"),
        ("A-A B|\n", "A-", "AA B|\n"),
        ("[ce]2 [ce]|\n", "c", "[ce]2- [ce]|\n"),
        ("[ce] [cg]|\n", "c", "[c-e] [cg]|\n"),
        ("[c-e-] [ce]|\n", "c", "[ce] [ce]|\n"),
    ],
)
def test_ties_come_and_go(music: str, part: str, expected: str) -> None:
    text = HEADER + music
    start = min(starts_in(text, part))
    assert write(parse(text), tied_or_parted(parse(text), start)) == HEADER + expected


@pytest.mark.parametrize("music", ["A B|\n", "A z|\n", "A|\n"])
def test_notes_of_other_pitches_are_not_tied(music: str) -> None:
    text = HEADER + music
    with pytest.raises(EditError, match="nothing_to_tie"):
        tied_or_parted(parse(text), min(starts_in(text, "A")))


def test_the_name_of_a_dragged_note_is_what_it_becomes() -> None:
    text = "X:1\nL:1/8\nK:A clef=bass\nA,2 ^E,F,|{^d}E, D,|[K:F] B,,C,|\n"
    score = parse(text)
    places = ScorePlaces(score)
    for start in places.starts:
        place = places.at(start)
        assert place is not None
        assert place.note is not None
        for steps in (-3, -2, -1, 1, 2, 3):
            changed = parse(write(score, with_pitch(score, place.note, steps)))
            number = places.starts.index(start)
            after = ScorePlaces(changed)
            moved = after.at(after.starts[number])
            assert moved is not None
            assert moved.note is not None
            assert moved_pitch(score, place, steps) == moved.note.pitch
    first = places.at(places.starts[0])
    assert first is not None
    assert staff_position(score, first, 0) == 8
    assert staff_position(score, first, -9) == -1


def test_a_dragged_note_leaves_the_others_of_real_tunes_as_they_sounded() -> None:
    chance = random.Random(5)
    tunes = split_tunebook(bundled_tunebook().read_text(encoding="utf-8"))
    for tune in chance.sample(tunes, 12):
        score = parse(tune.text, tune.file_header)
        notes = written_notes(score)
        for index in chance.sample(range(len(notes)), min(4, len(notes))):
            steps = chance.choice((-3, -2, -1, 1, 2, 3))
            after = written_notes(parse(write(score, with_pitch(score, notes[index].note, steps))))
            group = notes[index].tie_group
            for old, new in zip(notes, after, strict=True):
                if old.tie_group == group:
                    assert new.note.pitch.diatonic == old.note.pitch.diatonic + steps
                else:
                    assert new.note.pitch.midi_number == old.note.pitch.midi_number
