"""Tokens, measures, transposition and checking a file."""

from fractions import Fraction
from pathlib import Path

import pytest

from abcstudio.notation.lexing.lexer import TokenKind, tokenize
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.notation.score import Chord
from abcstudio.recipes.check import check_file

TUNE = """X:1
T:Pickup
M:4/4
L:1/8
K:G
GA|B2"Em"B^c d2e=f|[GB]4 G,2:|
ga|b4- b2c'2|d6 |]
"""


def sounding(text: str) -> list[tuple[Fraction, Fraction, Fraction, bool]]:
    return [
        (chord.onset, note.duration, note.pitch.midi_number, note.tied)
        for voice in parse(text).voices
        for chord in voice.elements
        if isinstance(chord, Chord)
        for note in chord.notes
    ]


def test_tokens_cover_the_text() -> None:
    text = TUNE + "% done\n\nfree text\n%%MIDI program 1\n"
    tokens = tokenize(text)
    assert "".join(token.span.of(text) for token in tokens) == text
    kinds = {token.span.of(text): token.kind for token in tokens}
    assert kinds["T:"] is TokenKind.FIELD_NAME
    assert kinds["^c"] is TokenKind.NOTE
    assert kinds['"Em"'] is TokenKind.QUOTED
    assert kinds[":|"] is TokenKind.BAR_LINE
    assert kinds["% done"] is TokenKind.COMMENT
    assert kinds["free text"] is TokenKind.TEXT
    assert kinds["%%MIDI program 1"] is TokenKind.DIRECTIVE


def test_measures_with_pickups() -> None:
    score = parse(TUNE)
    measures = split_measures(score.voices[0], score.meter)
    assert [measure.number for measure in measures] == [0, 1, 2, 2, 3, 4]
    assert [measure.is_pickup for measure in measures] == [True, False, False, True, False, False]
    assert [str(measure.duration) for measure in measures] == ["1/4", "1", "3/4", "1/4", "1", "3/4"]
    assert measures[2].right is not None
    assert measures[2].right.closes_repeat == 1


@pytest.mark.parametrize("semitones", range(-12, 13))
def test_transposed_notes_sound_so_many_semitones_away(semitones: int) -> None:
    moved = [
        (onset, duration, number + semitones, tied)
        for onset, duration, number, tied in sounding(TUNE)
    ]
    assert sounding(transpose(TUNE, semitones)) == moved


@pytest.mark.parametrize(
    ("text", "semitones", "expected"),
    [
        ("K:G\nGF^G", 2, "K:A\nAG^A"),
        ("K:C\n^F_B", 2, "K:D\n^G=c"),
        ("K:Dm^c\nc", 2, "K:Em^d\nd"),
        ("K:F\nF", 1, "K:Gb\nG"),
        ("K:E dorian\nE", -2, "K:D dorian\nD"),
        ('K:G\n"Em7/B""^G"B', 5, 'K:C\n"Am7/E""^G"e'),
        ("K:none\nCE", 2, "K:D\nDF"),
        ("K:C\nC[K:G]G", 2, "K:D\nD[K:A]A"),
        ("K:D exp _b clef=bass\nB", 2, "K:E exp ^f clef=bass\nc"),
        ("K:C\nb C,", 1, "K:Db\nc' D,"),
    ],
)
def test_spelling(text: str, semitones: int, expected: str) -> None:
    assert transpose(text, semitones) == expected


def test_transposing_there_and_back_gives_the_same_text() -> None:
    assert transpose(transpose(TUNE, 7), -7) == TUNE


def test_check_file_says_where(tmp_path: Path) -> None:
    path = tmp_path / "tunes.abc"
    path.write_bytes((TUNE + "\nX:2\nT:Second\nK:C\nAB;c|\n").replace("\n", "\r\n").encode())
    (found,) = [one for one in check_file(path).found if one.severity != "hint"]
    assert (found.line, found.column, found.tune_number, found.title) == (12, 3, 2, "Second")
    assert found.as_line() == f"{path}:12:3: error unknown-character: ; means nothing here."
    assert found.as_data()["code"] == "unknown-character"
