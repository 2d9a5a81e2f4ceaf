"""Tunes are found and sorted by their columns."""

import tracemalloc
from dataclasses import replace

import pytest

from abcstudio.corpus.browsing.query import TuneColumn, read_query
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.why_none import part_counts
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError
from abcstudio.stopping import stopping


def _tune(number: int, title: str, *, rhythm: str, meter: str, key: str, measures: int) -> Tune:
    return Tune(
        text="X:1",
        offset=0,
        number=number,
        reference_number="1",
        title=title,
        rhythm=rhythm,
        meter=meter,
        key=key,
        origin="Ryan's",
        measure_count=measures,
    )


TUNES = (
    _tune(1, "The Kesh", rhythm="jig", meter="6/8", key="G", measures=16),
    _tune(2, "Fisher's", rhythm="hornpipe", meter="4/4", key="D", measures=16),
    _tune(3, "A Fisher Reel", rhythm="reel", meter="C", key="A Dorian", measures=40),
    _tune(4, "", rhythm="", meter="C|", key="Ddor", measures=8),
)


def _found(words: str) -> list[int]:
    return [tune.number for tune in TuneFilter(words).passing(TUNES)]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("fisher", [2, 3]),
        ("fisher reel", [3]),
        ("FISHER -reel", [2]),
        ("K:dor", [3, 4]),
        ("K:D", [2, 4]),
        ("K:=D", [2]),
        ('"a dorian"', [3]),
        ("M:6", [1]),
        ("M:=C", [3]),
        ("M:c", [3, 4]),
        ("R:=", [4]),
        ("measures:>16", [3]),
        ("measures:8-16 -M:6/8", [2, 4]),
        ("X:2", [2]),
        ('T:"the kesh"', [1]),
        ("ryan's", [1, 2, 3, 4]),
        ("", [1, 2, 3, 4]),
    ],
)
def test_tunes_with_all_that_is_typed_are_found(words: str, numbers: list[int]) -> None:
    assert _found(words) == numbers


def test_columns_that_are_not_known_yet_fit_no_tune() -> None:
    assert _found("range:12") == []
    assert not TuneFilter("form:AABB").is_of_headers
    assert TuneFilter("K:dor").is_of_headers


def test_what_is_unknown_sorts_last() -> None:
    index = TuneIndex(TUNES)
    assert index.order(TuneColumn.TITLE) == [2, 1, 0, 3]
    assert index.order(TuneColumn.MEASURES) == [3, 0, 1, 2]
    assert index.order(TuneColumn.RHYTHM)[-1] == 3
    assert index.order(TuneColumn.NUMBER) == [0, 1, 2, 3]


def test_titles_sort_without_articles_and_quotes() -> None:
    titles = ["The Zoo", "A Bee", "“Cat”", "An Ape"]
    index = TuneIndex([replace(TUNES[0], title=title) for title in titles])
    assert [titles[place] for place in index.order(TuneColumn.TITLE)] == [
        "An Ape", "A Bee", "“Cat”", "The Zoo"
    ]  # fmt: skip


def test_keys_are_counted_by_their_short_writing() -> None:
    again = _tune(5, "Again", rhythm="reel", meter="C", key="Ador", measures=8)
    assert TuneIndex([*TUNES, again]).counts(TuneColumn.KEY)[0] == ("Ador", 2)


def test_each_part_of_what_finds_nothing_is_counted() -> None:
    index = TuneIndex(TUNES)
    terms = read_query("fisher M:6/8")
    assert index.count(terms) == 0
    assert [(part.alone, part.without) for part in part_counts(index, terms)] == [(2, 1), (1, 2)]


def test_preparing_many_tunes_can_be_stopped() -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        TuneIndex(TUNES * 20_000)


def test_many_tunes_take_little_memory_beside_their_texts() -> None:
    """Sixty thousand in the table are to leave room for all else that the studio holds."""
    one = "X:{0}\nT:The Kesh {1}\nR:jig\nM:6/8\nS:O'Neill's 12\nK:G\n{2}"
    text = "\n\n".join(
        one.format(300 + number, number % 200, "GAG GAB|ABA ABd|" * 16) for number in range(2000)
    )
    tracemalloc.start()
    try:
        index = TuneIndex(split_tunebook(text))
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(index) == 2000
    assert (taken - len(text)) / len(index) < 600
