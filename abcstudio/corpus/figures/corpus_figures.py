"""The figures of some tunes of a corpus, ready to be drawn: charts, characters, Zipf's curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from abcstudio.corpus.browsing.query import TuneColumn


class Chart(StrEnum):
    """What there is a chart of."""

    RHYTHM = "rhythm"
    METER = "meter"
    KEY = "key"
    MEASURES = "measures"
    LENGTH = "length"
    RANGE = "range"
    FORM = "form"
    ORIGIN = "origin"
    CHARACTERS = "characters"
    MEASURE_TEXTS = "measure texts"


COLUMN_OF: Final = {
    Chart.RHYTHM: TuneColumn.RHYTHM,
    Chart.METER: TuneColumn.METER,
    Chart.KEY: TuneColumn.KEY,
    Chart.MEASURES: TuneColumn.MEASURES,
    Chart.LENGTH: TuneColumn.CHARACTERS,
    Chart.RANGE: TuneColumn.RANGE,
    Chart.FORM: TuneColumn.FORM,
    Chart.ORIGIN: TuneColumn.ORIGIN,
}
"""The column that a chart counts; the others count what stands in the music."""


@dataclass(frozen=True, slots=True)
class CountedValue:
    """One bar of a chart.

    Attributes:
        name: What is counted, "" for what is unknown.
        count: Of tunes; of characters and of measures in their charts.
        term: What to type to find these tunes, "" where there is nothing to type.
    """

    name: str
    count: int
    term: str


@dataclass(frozen=True, slots=True)
class Zipf:
    """How often the measures are used, the commonest first: Zipf's curve.

    Attributes:
        counts: How often each distinct measure is used, from the most to the least frequent.
        total: How many measures there are.
    """

    counts: Sequence[int]
    total: int

    @property
    def once(self) -> int:
        """How many measures are used once only."""
        return sum(count == 1 for count in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusFigures:
    """What some tunes hold.

    Attributes:
        tunes: How many there are.
        of: How many the whole corpus has.
        median_measures: Of a tune, 0 without tunes.
        characters: Of the text that the network reads.
        vocabulary: The distinct characters of that text, sorted.
        distinct_written: How many distinct characters there are in the tunes as they are written.
        charts: Each with all its bars, in the order to draw them.
        zipf: Of the measures.
    """

    tunes: int
    of: int
    median_measures: float
    characters: int
    vocabulary: str
    distinct_written: int
    charts: dict[Chart, tuple[CountedValue, ...]]
    zipf: Zipf
