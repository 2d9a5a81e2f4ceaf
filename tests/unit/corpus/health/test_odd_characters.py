"""Odd characters are those of music and those not seen; words of people stay as they are."""

import pytest

from abcstudio.corpus.health.odd_characters import odd_characters, without_odd_characters

HEAD = "X:1\nT:Ой у лузі, “O’Neill”\nM:4/4\nK:G\n"


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("GAB\N{NO-BREAK SPACE}c|", "GAB c|"),
        ("GA\x07Bc|", "GABc|"),
        ("\N{CYRILLIC SMALL LETTER A}Bcd|", "aBcd|"),
        ("GABc│", "GABc|"),
        ("“Am”GABc|", '"Am"GABc|'),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER G}ABc|", "GABc|"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}GABc|", "GABc|"),
    ],
)
def test_what_looks_like_a_sign_becomes_it(odd: str, plain: str) -> None:
    problems = odd_characters(HEAD + odd, 3)
    assert problems
    assert all(one.can_fix and one.place == 3 for one in problems)
    assert without_odd_characters(HEAD + odd) == HEAD + plain
    assert odd_characters(HEAD + plain, 3) == ()


@pytest.mark.parametrize(
    "text",
    [HEAD + "GABc|", HEAD + '"^Приспів"GABc|\nw:ой у лу-зі\n% “так”', "X:1\nT:ча́рка"],
)
def test_words_of_people_are_not_odd(text: str) -> None:
    assert odd_characters(text, 0) == ()
    assert without_odd_characters(text) == text


def test_what_cannot_be_read_is_told_and_stays() -> None:
    text = HEAD + "GA\N{REPLACEMENT CHARACTER}c|"
    (problem,) = odd_characters(text, 0)
    assert not problem.can_fix
    assert problem.words.message_id == "health.says.unreadable-byte"
    assert without_odd_characters(text) == text
