"""Forms that older tunes use, and limits that must not be passed in silence."""

import pytest

from abcstudio.notation.lexing.lexer import TokenKind, tokenize
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord
from abcstudio.notation.values.bar_lines import read_bar_line

HEADER = "X:1\nM:4/4\nL:1/8\nK:C\n"


@pytest.mark.parametrize(
    ("written", "closes", "opens"),
    [
        (":|", 1, 0), ("|:", 0, 1), ("::", 1, 1), (":|:", 1, 1), (":||:", 1, 1), ("|::", 0, 2),
        ("::|", 2, 0), ("[|]:|", 1, 0), ("|:|", 1, 0), (":[|]|]", 1, 0), ("|::|", 1, 1),
        ("||", 0, 0), ("[|]", 0, 0), ("|]", 0, 0),
    ],
)  # fmt: skip
def test_liberal_bar_lines(written: str, closes: int, opens: int) -> None:
    assert read_bar_line(written)[1:] == (closes, opens)


def test_chords_between_plus_signs() -> None:
    text = HEADER + "+C2E2G2+ +CE+2 +trill+d4|]"
    score = parse(text)
    chords = [element for element in score.voices[0].elements if isinstance(element, Chord)]
    assert [len(chord.notes) for chord in chords] == [3, 2, 1]
    assert [str(chord.duration) for chord in chords] == ["1/4", "1/4", "1/2"]
    assert chords[2].decorations[0].name == "trill"
    codes = [(found.code, found.fix.replacement) for found in score.diagnostics if found.fix]
    assert codes == [("chord-old-style", "[C2E2G2]"), ("chord-old-style", "[CE]2")]
    tokens = tokenize(text)
    assert "".join(token.span.of(text) for token in tokens) == text
    assert [token.kind for token in tokens].count(TokenKind.CHORD_END) == 2


@pytest.mark.parametrize("mark", ["!trill!", '"Am"', '"^up"'])
def test_too_many_marks_on_a_note_are_reported_once(mark: str) -> None:
    found = parse(HEADER + mark * 70 + "A8|" + mark * 70 + "B8|]").diagnostics
    assert [diagnostic.code for diagnostic in found] == ["limit-marks"]


@pytest.mark.parametrize("music", ["[{0}]8|]", "{{{0}}}A8|]", "[{0}", "{{{0}"])
def test_too_many_notes_of_a_chord_or_group_are_reported_once(music: str) -> None:
    text = HEADER + music.format("A" * 2_000)
    found = [one for one in parse(text).diagnostics if one.code == "limit-chord"]
    assert [one.span.of(text) for one in found] == ["A" * (2_000 - 64)]


def test_as_many_marks_as_allowed_raise_no_alarm() -> None:
    assert parse(HEADER + "!trill!" * 64 + "A8|]").diagnostics == ()


@pytest.mark.parametrize(
    ("written", "spaced"),
    [("Dmix=c", "Dmix =c"), ("Dm=c", "Dm =c"), ("Edor=f", "Edor =f"), ("D m=B", "D middle=B")],
)
def test_a_natural_right_after_a_mode(written: str, spaced: str) -> None:
    assert parse(f"X:1\nK:{written}\nF").key == parse(f"X:1\nK:{spaced}\nF").key
    assert parse(f"X:1\nK:{written}\nF").key.tonic == written[0]
