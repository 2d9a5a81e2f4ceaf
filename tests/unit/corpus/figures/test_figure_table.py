"""The figures of a corpus and of any part of it."""

import tracemalloc

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.figures.corpus_figures import Chart, CountedValue
from abcstudio.corpus.figures.figure_table import FigureTable
from abcstudio.corpus.figures.following import figures_following, masks_of
from abcstudio.corpus.training_text import training_text
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook

BOOK = """X:1
T:The Kesh
R:jig
M:6/8
L:1/8
K:G
Z:§
|:GAG GAB|ABA ABd|edd gdd|edB dBA:|
|:B2B d2d|ege dBA|B2B dBG|ABA AGA:|

X:2
T:Up
R:reel
M:C|
L:1/8
K:Ador
G|GAG GAB|c'4|C8||

X:3
T:None
K:D
"""
TUNES = split_tunebook(BOOK)


def _table(tunes=TUNES) -> FigureTable:
    table = FigureTable(tunes)
    table.read_melodies()
    return table


def _bars(figures, chart: Chart) -> dict[str, int]:
    return {bar.name: bar.count for bar in figures.charts[chart] if bar.count}


def test_every_chart_counts_the_tunes() -> None:
    figures = _table().figures()
    assert figures.tunes == figures.of == 3
    assert _bars(figures, Chart.RHYTHM) == {"": 1, "jig": 1, "reel": 1}
    assert _bars(figures, Chart.METER) == {"": 1, "6/8": 1, "C|": 1}
    assert _bars(figures, Chart.KEY) == {"G": 1, "Ador": 1, "D": 1}
    assert _bars(figures, Chart.FORM) == {"AABB": 1, "A": 1, "": 1}
    assert _bars(figures, Chart.RANGE) == {"0-12": 1, "22-24": 1}
    assert _bars(figures, Chart.MEASURES) == {"0-8": 3}
    assert figures.zipf.total == 11
    assert figures.zipf.counts[0] == 2
    assert figures.charts[Chart.MEASURE_TEXTS] == (CountedValue("GAG GAB", 2, 'has:"GAG GAB"'),)


def test_characters_are_those_of_the_text_that_is_read() -> None:
    figures = _table().figures()
    text = training_text(TUNES)
    assert figures.characters == len(text)
    assert figures.vocabulary == "".join(sorted(set(text)))
    counted = {bar.name: bar.count for bar in figures.charts[Chart.CHARACTERS]}
    assert counted == {character: text.count(character) for character in set(text)}
    assert figures.distinct_written == len(set().union(*(tune.text for tune in TUNES)))


def test_a_part_is_counted_by_its_mask() -> None:
    figures = _table().figures(b"\0\1\0")
    assert (figures.tunes, figures.of) == (1, 3)
    assert _bars(figures, Chart.RHYTHM) == {"reel": 1}
    assert figures.median_measures == TUNES[1].measure_count
    none = _table().figures(b"\0\0\0")
    assert (none.tunes, none.characters, none.zipf.total) == (0, 0, 0)
    assert _table(()).figures().tunes == 0


def test_what_to_type_for_a_bar_finds_as_many_tunes_as_it_counts() -> None:
    table, index = _table(), TuneIndex(TUNES)
    index.add_columns(table)
    for chart, bars in table.figures().charts.items():
        if chart not in (Chart.CHARACTERS, Chart.MEASURE_TEXTS):
            found = [index.count(TuneFilter(bar.term).terms) for bar in bars]
            assert found == [bar.count for bar in bars], chart


def test_a_chart_that_is_asked_for_shows_the_bars_beside_its_own() -> None:
    table, index = _table(), TuneIndex(TUNES)
    masks = masks_of(index, TuneFilter("M:=6/8").terms)
    figures = figures_following(table, masks)
    assert figures.tunes == 1
    assert _bars(figures, Chart.METER) == {"": 1, "6/8": 1, "C|": 1}
    assert _bars(figures, Chart.RHYTHM) == {"jig": 1}
    assert set(masks) == {TuneColumn.ANY, TuneColumn.METER}


def test_headers_are_counted_before_the_melodies_are_read() -> None:
    figures = FigureTable(TUNES).figures()
    assert _bars(figures, Chart.METER) == {"": 1, "6/8": 1, "C|": 1}
    assert figures.charts[Chart.RANGE] == figures.charts[Chart.FORM] == ()
    assert figures.zipf.total == 0


def test_many_melodies_are_read_with_little_memory() -> None:
    """What is known of each was kept to the end: 60 MB of sixty thousand never went back."""
    tune = "X:1\nM:4/4\nL:1/8\nK:G\n" + "GABc dedB|dedB dedB|" * 16
    tunes = split_tunebook("\n\n".join([tune] * 1000))
    table = FigureTable(tunes)
    tracemalloc.start()
    try:
        table.read_melodies()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak / len(tunes) < 800
