"""Words of the score found in the text, and changed there."""

import pytest

from abcstudio.errors import EditError
from abcstudio.notation.editing.score_texts import score_text, with_score_text
from abcstudio.notation.editing.writer import write
from abcstudio.notation.reader.parser import parse

TUNE = (
    "X:1\nT:The \\'Etude % remark\nC:Trad.\nR:reel\nQ:1/4=120\nL:1/8\nK:D\nP:A\n"
    '"D"A2 "^slow"B2|[Q:1/4=90]"_a" c4|[P:B] d4|\nw: syll-a-ble~one two\n'
)


def changed(kind: str, anchor: str, words: str) -> str:
    score = parse(TUNE)
    place = score_text(score, kind, TUNE.index(anchor))
    assert place is not None
    return write(score, [with_score_text(score, place, words)])


@pytest.mark.parametrize(
    ("kind", "anchor", "words", "old", "new"),
    [
        ("f", "The", "Another one", "The \\'Etude", "Another one"),
        ("f", "The", "100 % sure", "The \\'Etude", "100 \\% sure"),
        ("f", "Trad.", "", "C:Trad.\n", ""),
        ("f", "reel", " jig ", "reel", "jig"),
        ("q", "Q:1/4=120", "1/4=80", "1/4=120", "1/4=80"),
        ("q", "[Q:", "", "[Q:1/4=90]", ""),
        ("p", "P:A", "C", "P:A", "P:C"),
        ("p", "[P:B]", "D", "[P:B]", "[P:D]"),
        ("h", '"D"', "Am7", '"D"', '"Am7"'),
        ("h", '"D"', "", '"D"', ""),
        ("a", '"^slow"', "very slow", "^slow", "^very slow"),
        ("a", '"_a"', "", '"_a"', ""),
        ("s", "ble~one", "ble-two all", "ble~one", "ble\\-two~all"),
        ("s", "two", "", "two", "*"),
    ],
)
def test_words_are_changed_where_they_stand(
    kind: str, anchor: str, words: str, old: str, new: str
) -> None:
    assert changed(kind, anchor, words) == TUNE.replace(old, new, 1)


@pytest.mark.parametrize(
    ("kind", "anchor", "words"),
    [("h", '"D"', 'A"m'), ("p", "[P:B]", "B]"), ("s", "two", "t*o"), ("s", "two", "t|o")],
)
def test_characters_that_would_break_the_text_are_named(kind: str, anchor: str, words: str) -> None:
    with pytest.raises(EditError, match="bad_character"):
        changed(kind, anchor, words)


def test_words_of_no_single_place_are_not_found() -> None:
    text = 'X:1\nT:One\n+:more\nU:W="Am"\nL:1/8\nK:C\nWA2|\n'
    score = parse(text)
    assert score_text(score, "f", text.index("One")) is None
    assert score_text(score, "h", text.index("WA2")) is None
    assert score_text(score, "n", 0) is None
