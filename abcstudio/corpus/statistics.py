"""Figures about tunes for the charts of the dataset page."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from abcstudio.corpus.key_words import short_key
from abcstudio.corpus.training_text import training_text
from abcstudio.corpus.tune import Tune

# The upper bounds of the length chart's columns, in measures; the last column is open.
LENGTH_BOUNDS = (8, 16, 24, 32, 48, 64)


@dataclass(frozen=True, slots=True, kw_only=True)
class TuneStatistics:
    """What a collection of tunes holds.

    Attributes:
        tunes: How many.
        rhythms: Counts, the most frequent first; "" counts the tunes without `R:`.
        meters: Likewise.
        keys: Likewise.
        origins: Likewise, by book or source.
        lengths: How many tunes have up to 8, 16, 24, 32, 48, 64 and more measures.
        median_measures: Of a tune, 0 without tunes.
        characters: Of the text that the network reads.
        vocabulary: The distinct characters of that text, sorted.
        distinct_written: How many distinct characters there are in the tunes as they are written.
        character_counts: The characters of that text, the most frequent first.
    """

    tunes: int
    rhythms: tuple[tuple[str, int], ...]
    meters: tuple[tuple[str, int], ...]
    keys: tuple[tuple[str, int], ...]
    origins: tuple[tuple[str, int], ...]
    lengths: tuple[int, ...]
    median_measures: float
    characters: int
    vocabulary: str
    distinct_written: int
    character_counts: tuple[tuple[str, int], ...]


def statistics_of(tunes: Iterable[Tune], text: str | None = None) -> TuneStatistics:
    """Count what a collection of tunes holds.

    Args:
        tunes: Those that are counted.
        text: Their training text, where it is known.
    """
    tunes = tuple(tunes)
    if text is None:
        text = training_text(tunes)
    characters = Counter(text)
    return TuneStatistics(
        tunes=len(tunes),
        rhythms=_ranked(Counter(tune.rhythm for tune in tunes)),
        meters=_ranked(Counter(tune.meter for tune in tunes)),
        keys=_ranked(Counter(short_key(tune.key) for tune in tunes)),
        origins=_ranked(Counter(tune.origin for tune in tunes)),
        lengths=_length_counts(tune.measure_count for tune in tunes),
        median_measures=median(tune.measure_count for tune in tunes) if tunes else 0,
        characters=len(text),
        vocabulary="".join(sorted(characters)),
        distinct_written=len(set().union(*(tune.text for tune in tunes))),
        character_counts=_ranked(characters),
    )


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _length_counts(measure_counts: Iterable[int]) -> tuple[int, ...]:
    columns = [0] * (len(LENGTH_BOUNDS) + 1)
    for count in measure_counts:
        columns[sum(count > bound for bound in LENGTH_BOUNDS)] += 1
    return tuple(columns)
