"""All that is counted of a corpus, kept in arrays: the figures of any part of it come at once."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.browsing.query import TuneColumn, term_text
from abcstudio.corpus.figures.corpus_figures import (
    COLUMN_OF,
    Chart,
    CorpusFigures,
    CountedValue,
    Zipf,
)
from abcstudio.corpus.figures.tune_facts import UNKNOWN_RANGE, facts_of, measures_of
from abcstudio.corpus.key_words import short_key
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tune import Tune
from abcstudio.stopping import in_turns

_MOST = np.iinfo(np.uint16).max


class CharacterCounts:
    """A row a text, a column a character.

    Attributes:
        characters: The columns, in ascending order.
        counts: How often, (texts, characters).
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Count."""
        found: set[str] = set()
        for text in in_turns(texts):
            found.update(text)
        self.characters = "".join(sorted(found))
        width = len(self.characters)
        self.counts = np.empty((len(texts), width), np.uint16)
        numbers = np.zeros(ord(self.characters[-1]) + 1 if found else 1, np.int64)
        numbers[[ord(character) for character in self.characters]] = np.arange(width)
        for row, codes in enumerate(_codes(in_turns(texts))):
            counts = np.bincount(numbers[codes], minlength=width)
            self.counts[row] = np.minimum(counts, _MOST)

    def of(self, rows: NDArray[np.bool_]) -> list[tuple[str, int]]:
        """Return the characters of some texts with their counts, in ascending order."""
        sums = self.counts[rows].sum(axis=0)
        counted = zip(self.characters, sums.tolist(), strict=True)
        return [(character, count) for character, count in counted if count]


def _codes(texts: Iterable[str]) -> Iterator[NDArray[np.uint32]]:
    for text in texts:
        # One odd half of a character may stand in a file.
        yield np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


Rows = NDArray[np.bool_]

MOST_MEASURE_TEXTS = 40
"""So many of the commonest measures are told by their notes."""
_EVERY = 200
_BOUNDS: Final = {
    Chart.MEASURES: (8, 16, 24, 32, 48, 64),
    Chart.LENGTH: (100, 200, 300, 400, 600, 800),
    Chart.RANGE: (12, 14, 16, 17, 19, 21, 24),
}


def _untold(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""


class _Words:
    """A column of words as numbers, with the distinct words in ascending order."""

    def __init__(self, words: Iterable[str]) -> None:
        places: dict[str, int] = {}
        codes = [places.setdefault(word, len(places)) for word in words]
        self.codes = np.asarray(codes, np.int32)
        self.words = tuple(places)

    def of(self, rows: Rows) -> list[tuple[str, int]]:
        counts = np.bincount(self.codes[rows], minlength=len(self.words)).tolist()
        counted = [one for one in zip(self.words, counts, strict=True) if one[1]]
        return sorted(counted, key=lambda one: (-one[1], one[0]))


class _Measures:
    """The measures of all tunes in a row; a measure is kept as a number, its text in its tune."""

    def __init__(self, tunes: Sequence[Tune], measures: Iterable[Sequence[str]]) -> None:
        """Take the measures of each tune, one tune after the other: none is kept meanwhile."""
        self._tunes = tunes
        places: dict[int, int] = {}
        lengths, codes = array("i"), array("i")
        for texts in measures:
            lengths.append(len(texts))
            codes.extend(places.setdefault(hash(text), len(places)) for text in texts)
        self._lengths, self._codes = np.array(lengths, np.int32), np.array(codes, np.int32)
        self._ends = np.cumsum(self._lengths)
        self._distinct = len(places)

    def of(self, rows: Rows) -> tuple[Zipf, list[tuple[str, int]]]:
        """Return the curve of some tunes' measures, and the commonest with their counts."""
        inside = np.repeat(rows, self._lengths)
        counts = np.bincount(self._codes[inside], minlength=self._distinct)
        most = min(MOST_MEASURE_TEXTS, len(counts))
        first = np.argpartition(counts, -most)[-most:] if most else np.empty(0, np.int64)
        first = first[np.argsort(-counts[first], kind="stable")]
        used = np.sort(counts[counts > 0])[::-1]
        common = [(self._text(int(code)), int(counts[code])) for code in first if counts[code] > 1]
        return Zipf(used.tolist(), int(used.sum())), common

    def _text(self, code: int) -> str:
        place = int(np.argmax(self._codes == code))
        tune = int(np.searchsorted(self._ends, place, side="right"))
        before = int(self._ends[tune] - self._lengths[tune])
        return measures_of(self._tunes[tune])[place - before]


class FigureTable:
    """Counts the tunes of a corpus once; `figures` then counts any of them again in a moment.

    Before `read_melodies`, which takes most of the time, the charts of these are empty.

    It is also the columns of a `TuneIndex` that are not read from headers.
    """

    def __init__(self, tunes: Iterable[Tune]) -> None:
        """Count what needs no melodies."""
        self._tunes = tunes = tuple(tunes)
        self._numbers = {
            Chart.MEASURES: np.asarray([tune.measure_count for tune in tunes], np.int32),
            Chart.LENGTH: np.asarray([len(tune.text) for tune in tunes], np.int32),
        }
        self._words = {
            Chart.RHYTHM: _Words(tune.rhythm for tune in tunes),
            Chart.METER: _Words(tune.meter for tune in tunes),
            Chart.KEY: _Words(short_key(tune.key) for tune in tunes),
            Chart.ORIGIN: _Words(tune.origin for tune in tunes),
        }
        self._measures: _Measures | None = None
        self._read = CharacterCounts([f"{tune_for_training(tune)}\n\n" for tune in in_turns(tunes)])
        self._written = CharacterCounts([tune.text for tune in tunes])

    def with_melodies(self, tell: Callable[[int, int], object] = _untold) -> "FigureTable":
        """Return the same with ranges, forms and measures; this one goes on without meanwhile.

        `tell` is told how many melodies are read, and of how many.
        """
        table = copy(self)
        table._numbers, table._words = dict(self._numbers), dict(self._words)
        table.read_melodies(tell)
        return table

    def read_melodies(self, tell: Callable[[int, int], object] = _untold) -> None:
        """Count ranges, forms and measures too, see `with_melodies`."""
        ranges, forms, known = array("i"), list[str](), dict[str, str]()

        def measures() -> Iterator[Sequence[str]]:
            # What is known of sixty thousand melodies would leave 90 MB of memory in pieces.
            for tune in in_turns(self._tunes):
                if len(forms) % _EVERY == 0:
                    tell(len(forms), len(self._tunes))
                facts = facts_of(tune)
                ranges.append(facts.range)
                forms.append(known.setdefault(facts.form, facts.form))
                yield facts.measures

        self._measures = _Measures(self._tunes, measures())
        self._numbers[Chart.RANGE] = np.array(ranges, np.int32)
        self._words[Chart.FORM] = _Words(forms)

    def numbers(self, column: TuneColumn) -> Sequence[int] | None:
        """Return the column of ranges."""
        is_known = column is TuneColumn.RANGE and Chart.RANGE in self._numbers
        return self._numbers[Chart.RANGE].tolist() if is_known else None

    def words(self, column: TuneColumn) -> Sequence[str] | None:
        """Return the column of forms."""
        if column is not TuneColumn.FORM or Chart.FORM not in self._words:
            return None
        forms = self._words[Chart.FORM]
        return [forms.words[code] for code in forms.codes.tolist()]

    def figures(self, mask: bytes | None = None) -> CorpusFigures:
        """Return the figures of the tunes that a mask of `TuneIndex` marks, of all without one."""
        rows = _rows(b"\1" * len(self._tunes) if mask is None else mask)
        characters = self._read.of(rows)
        none: tuple[Zipf, list[tuple[str, int]]] = (Zipf((), 0), [])
        zipf, common = none if self._measures is None else self._measures.of(rows)
        charts = {
            **{chart: self._counted(chart, rows) for chart in (*self._words, *self._numbers)},
            Chart.CHARACTERS: _pieces(sorted(characters, key=lambda one: (-one[1], one[0]))),
            Chart.MEASURE_TEXTS: _pieces(common),
        }
        measures = self._numbers[Chart.MEASURES][rows]
        return CorpusFigures(
            tunes=int(rows.sum()),
            of=len(self._tunes),
            median_measures=float(np.median(measures)) if len(measures) else 0.0,
            characters=sum(count for _, count in characters),
            vocabulary="".join(character for character, _ in characters),
            distinct_written=len(self._written.of(rows)),
            charts={chart: charts.get(chart, ()) for chart in Chart},
            zipf=zipf,
        )

    def chart(self, chart: Chart, mask: bytes) -> tuple[CountedValue, ...]:
        """Return one chart, of those that count tunes, of the tunes that a mask marks."""
        return self._counted(chart, _rows(mask))

    def _counted(self, chart: Chart, rows: Rows) -> tuple[CountedValue, ...]:
        if chart in self._words:
            return _bars(chart, self._words[chart].of(rows))
        return _spans(chart, self._numbers[chart][rows]) if chart in self._numbers else ()


def _rows(mask: bytes) -> Rows:
    return np.frombuffer(mask, np.uint8).astype(np.bool_)


def _bars(chart: Chart, counted: Iterable[tuple[str, int]]) -> tuple[CountedValue, ...]:
    column = COLUMN_OF[chart]
    return tuple(CountedValue(name, count, term_text(column, name)) for name, count in counted)


def _pieces(counted: Iterable[tuple[str, int]]) -> tuple[CountedValue, ...]:
    return tuple(
        CountedValue(text, count, term_text(TuneColumn.HAS, text)) for text, count in counted
    )


def _spans(chart: Chart, numbers: NDArray[np.int32]) -> tuple[CountedValue, ...]:
    """Return how many known numbers lie between the bounds of a chart."""
    bounds = _BOUNDS[chart]
    known = numbers[numbers != UNKNOWN_RANGE]
    places = np.searchsorted(np.asarray(bounds), known, side="left")
    counts = np.bincount(places, minlength=len(bounds) + 1).tolist()
    spans = [(low + 1, high) for low, high in pairwise((-1, *bounds))]
    names = [str(high) if low == high else f"{low}-{high}" for low, high in spans]
    names.append(f">{bounds[-1]}")
    column = COLUMN_OF[chart]
    return tuple(
        CountedValue(name, count, term_text(column, name))
        for name, count in zip(names, counts, strict=True)
    )
