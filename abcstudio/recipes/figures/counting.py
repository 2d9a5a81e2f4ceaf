"""Counting what tunes hold, with reports of how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from abcstudio.corpus.tune import Tune
from abcstudio.learning.freed_memory import give_back_freed_by

# NumPy takes a while to import: it is imported where it is needed.
if TYPE_CHECKING:
    from abcstudio.corpus.figures.figure_table import FigureTable


@dataclass(frozen=True, slots=True)
class CountProgress:
    """How many melodies are read; what needs none is counted.

    Attributes:
        table: The corpus without its melodies.
    """

    table: "FigureTable"
    done: int
    tunes: int


def count_corpus(
    tunes: tuple[Tune, ...], report: Callable[[CountProgress], object]
) -> "FigureTable":
    """Count all that can be counted, what needs the melodies last; report a `CountProgress`."""
    from abcstudio.corpus.figures.figure_table import FigureTable

    table = FigureTable(tunes)
    whole = table.with_melodies(lambda done, of: report(CountProgress(table, done, of)))
    give_back_freed_by(len(tunes))
    return whole
