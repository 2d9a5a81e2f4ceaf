"""A search line is read as what a tune must have, column by column."""

import pytest

from abcstudio.corpus.browsing.query import (
    Term,
    TuneColumn,
    read_query,
    term_text,
    toggled,
    without,
)


def _columns(words: str) -> list[tuple[TuneColumn, str]]:
    return [(term.column, term.value) for term in read_query(words)]


def test_letters_of_fields_and_names_of_columns_lead_to_columns() -> None:
    assert _columns("M:6/8 k:Dor reel B:ryan's title:Kesh") == [
        (TuneColumn.METER, "6/8"),
        (TuneColumn.KEY, "dor"),
        (TuneColumn.ANY, "reel"),
        (TuneColumn.ORIGIN, "ryan's"),
        (TuneColumn.TITLE, "kesh"),
    ]


def test_quotes_hold_words_together_and_a_minus_turns_a_term_round() -> None:
    first, second = read_query('"the kesh" -R:"slip jig"')
    assert (first.column, first.value, first.is_out) == (TuneColumn.ANY, "the kesh", False)
    assert (second.column, second.value, second.is_out) == (TuneColumn.RHYTHM, "slip jig", True)


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("32", (32, 32)),
        ("16-32", (16, 32)),
        (">32", (33, 10**9)),
        (">=32", (32, 10**9)),
        ("<8", (0, 7)),
        ("<=8", (0, 8)),
        ("65-", (65, 10**9)),
    ],
)
def test_numbers_are_one_a_span_or_compared(written: str, numbers: tuple[int, int]) -> None:
    (term,) = read_query(f"measures:{written}")
    assert term.numbers == numbers


@pytest.mark.parametrize("half", ["M:", "measures:", "measures:>", "K:", ""])
def test_a_term_that_is_being_typed_asks_for_nothing(half: str) -> None:
    assert read_query(half) == ()


def test_an_unknown_column_is_a_word() -> None:
    assert _columns("Jig:Kesh") == [(TuneColumn.ANY, "jig:kesh")]


@pytest.mark.parametrize(
    ("column", "value", "text"),
    [
        (TuneColumn.METER, "6/8", "M:=6/8"),
        (TuneColumn.RHYTHM, "slip jig", 'R:="slip jig"'),
        (TuneColumn.RHYTHM, "", "R:="),
        (TuneColumn.MEASURES, "33-48", "measures:33-48"),
        (TuneColumn.TAG, "session", "tag:session"),
    ],
)
def test_a_value_is_spelled_as_it_is_typed(column: TuneColumn, value: str, text: str) -> None:
    assert term_text(column, value) == text
    (term,) = read_query(f"{text} ")
    assert (term.column, term.value) == (column, value)


def test_a_term_comes_into_the_line_takes_the_place_of_its_like_and_goes() -> None:
    line = toggled("reel kesh", "M:=6/8")
    assert line == "reel kesh M:=6/8"
    assert toggled(line, "M:=4/4") == "reel kesh M:=4/4"
    assert toggled(line, "M:=6/8") == "reel kesh"
    assert without(line, Term(text="kesh")) == "reel M:=6/8"
