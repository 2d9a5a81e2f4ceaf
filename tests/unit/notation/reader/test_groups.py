"""Signs within chords and grace notes, and tuplets and slurs that are not complete."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, GraceNotes, Rest, Score

HEADER = "X:1\nL:1/8\nM:none\nK:C\n"


def chords(score: Score) -> list[Chord]:
    return [element for element in score.voices[0].elements if isinstance(element, Chord)]


def grace(music: str) -> GraceNotes:
    found = chords(parse(HEADER + music))[0].grace_notes
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("music", "slurs"),
    [
        ("[(CE)G]A", [(1, 1), (0, 0)]),
        ("[(CE]d)", [(1, 0), (0, 1)]),
        ("c[(CE)]", [(0, 0), (1, 1)]),
        ("(c[DE)]", [(1, 0), (0, 1)]),
        (".(B c)", [(1, 0), (0, 1)]),
        ("{(g}A)B", [(1, 1), (0, 0)]),
        ("{(gf)}AB", [(0, 0), (0, 0)]),
        ("(c{(gf)}d)", [(1, 0), (0, 1)]),
    ],
)
def test_slurs_that_open_or_close_within_a_group(music: str, slurs: list[tuple[int, int]]) -> None:
    score = parse(HEADER + music)
    assert [(chord.slur_starts, chord.slur_ends) for chord in chords(score)] == slurs
    assert score.diagnostics == ()


def test_decorations_of_notes_in_a_chord_are_the_chords() -> None:
    (chord,) = chords(parse(HEADER + "[!1!C!3!E!5!G]"))
    assert [decoration.name for decoration in chord.decorations] == ["1", "3", "5"]


def test_chords_among_grace_notes() -> None:
    group = grace("{[ce]2g}A")
    assert [note.pitch.step for note in group.notes] == ["C", "E", "G"]
    assert [str(note.duration) for note in group.notes] == ["1/4", "1/4", "1/8"]
    assert group.chord_sizes == (2, 1)
    assert grace("{gf}A").chord_sizes == ()


def test_lengths_and_broken_rhythm_of_grace_notes() -> None:
    assert [str(note.duration) for note in grace("{g2a/}A").notes] == ["1/4", "1/16"]
    group = grace("{a>b}c>d")
    assert [str(note.duration) for note in group.notes] == ["3/16", "1/16"]
    lengths = [str(chord.duration) for chord in chords(parse(HEADER + "{a<b}c>d"))]
    assert lengths == ["3/16", "1/16"]


def test_grace_notes_that_are_not_closed_end_with_the_measure() -> None:
    score = parse(HEADER + "{ABcd|efg|a")
    assert [found.span.of(score.text) for found in score.diagnostics] == ["{ABcd"]
    assert len(chords(score)) == 4


def test_rests_within_a_chord() -> None:
    score = parse(HEADER + "[zCE]2 [z2]3 [x]|")
    assert [len(chord.notes) for chord in chords(score)] == [2]
    rests = [e for e in score.voices[0].elements if isinstance(e, Rest)]
    assert [(str(rest.duration), rest.visible) for rest in rests] == [("3/4", True), ("1/8", False)]


@pytest.mark.parametrize(
    ("music", "codes"),
    [
        ("(3A(3Bcde|", ["tuplet-nested"]),
        ("(3AB:|", ["tuplet-short"]),
        ("(3AB|c", ["tuplet-over-bar"]),
        ("(3AB|", ["tuplet-short"]),
        ("(3AB", ["tuplet-short"]),
        ("(AB|c", ["slur-not-closed"]),
        ("AB)|c", ["slur-not-opened"]),
        ("A[]B", ["chord-empty"]),
    ],
)
def test_groups_that_are_not_complete(music: str, codes: list[str]) -> None:
    assert [found.code for found in parse(HEADER + music).diagnostics] == codes
