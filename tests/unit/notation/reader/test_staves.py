"""Clefs, octaves, transposition and names of staves, in `K:` and `V:` (ABC 2.1, 4.6 and 7)."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Clef, ClefChange, Score


def octaves(score: Score, voice: int = 0) -> list[int]:
    return [e.notes[0].pitch.octave for e in score.voices[voice].elements if isinstance(e, Chord)]


@pytest.mark.parametrize(
    ("words", "clef"),
    [
        ("treble", Clef("G", 2)), ("treble-8", Clef("G", 2, -1)), ("treble+8", Clef("G", 2, 1)),
        ("clef=bass", Clef("F", 4)), ("bass3", Clef("F", 3)), ("alto", Clef("C", 3)),
        ("clef=alto1", Clef("C", 1)), ("alto2", Clef("C", 2)), ("clef=tenor", Clef("C", 4)),
        ("soprano", Clef("C", 1)), ("clef=mezzosoprano", Clef("C", 2)), ("C3", Clef("C", 3)),
        ("baritone", Clef("F", 3)), ("clef=perc", Clef("perc", 3)), ("clef=none", Clef("none", 2)),
        ('clef="bass-8"', Clef("F", 4, -1)), ("clef=treble-15", Clef("G", 2, -2)),
        ("clef=bass middle=d", Clef("F", 4, 0, -2)), ("clef=bass middle=D,", Clef("F", 4)),
        ("clef=treble middle=B", Clef("G", 2)), ("clef=alto middle=A,", Clef("C", 4)),
    ],
)  # fmt: skip
def test_clefs(words: str, clef: Clef) -> None:
    assert parse(f"X:1\nK:C {words}\nc").voices[0].clef == clef
    assert parse(f"X:1\nV:1 {words}\nK:C\nc").voices[0].clef == clef
    assert parse(f"X:1\nK:C {words}\nc").diagnostics == ()


def test_a_clef_of_the_key_is_every_voices_that_has_none() -> None:
    score = parse("X:1\nV:1\nV:2 treble\nK:C bass\nV:1\nc\nV:2\nc\nV:3\nc")
    assert [voice.clef.shape for voice in score.voices] == ["F", "G", "F"]


def test_the_last_octave_counts_and_is_added_to_the_clefs() -> None:
    score = parse("X:1\nV:1 octave=-1 clef=treble-8\nK:C octave=2\nV:1\nc[K:C octave=1]c\nV:2\nc")
    assert (octaves(score, 0), octaves(score, 1)) == ([3, 5], [7])


@pytest.mark.parametrize(
    ("words", "semitones"),
    [
        ("transpose=-24", -24), ("t=2", 2), ("sound=cB", -1), ("sound=B,", -13), ("shift=CD", 2),
        ("shift=c_B", -2), ("instrument=_B", -2), ("instrument=f/_B", -2), ("transpose=x", 0),
        ("sound=CDE", 0),
    ],
)  # fmt: skip
def test_transposition(words: str, semitones: int) -> None:
    assert parse(f"X:1\nV:1 {words}\nK:C\nc").voices[0].transpose == semitones
    assert parse(f"X:1\nK:C {words}\nc").voices[0].transpose == semitones


def test_transposition_of_key_and_voice_adds_up() -> None:
    assert parse("X:1\nV:1 transpose=2\nK:C transpose=3\nc").voices[0].transpose == 5


def test_names_and_lines() -> None:
    text = 'X:1\nV:1 name="Vi\\\'olon\\ndeux" snm="V." stafflines=1\nK:C\nc'
    voice = parse(text).voices[0]
    assert (voice.name, voice.short_name, voice.staff_lines) == ("Viólon deux", "V.", 1)


def test_a_clef_within_the_tune() -> None:
    score = parse("X:1\nK:C\nc[V:1 clef=bass]d[K:clef=alto]e[V:1 alto]f")
    changes = [e.clef.shape for v in score.voices for e in v.elements if isinstance(e, ClefChange)]
    assert changes == ["C"]
    assert score.voices[1].clef.shape == "F"
