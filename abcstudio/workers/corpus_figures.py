"""Counting what tunes hold in the shape that `Job` runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.corpus.browsing.tune_index import Mask
from abcstudio.corpus.figures.corpus_figures import CorpusFigures
from abcstudio.corpus.figures.following import figures_following
from abcstudio.corpus.tune import Tune
from abcstudio.learning.freed_memory import give_back_freed_by
from abcstudio.workers.job import Report

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


def count_corpus(tunes: tuple[Tune, ...], report: Report) -> "FigureTable":
    """Count all that can be counted, what needs the melodies last; report a `CountProgress`.

    Raises:
        CancelledError: The work is to stop.
    """
    from abcstudio.corpus.figures.figure_table import FigureTable

    table = FigureTable(tunes)
    whole = table.with_melodies(lambda done, of: report(CountProgress(table, done, of)))
    give_back_freed_by(len(tunes))
    return whole


def count_shown(
    table: "FigureTable",
    masks: Mapping[TuneColumn, Mask],
    _report: Report,
) -> CorpusFigures:
    """Count the tunes that a filter shows, see `figures_following`."""
    return figures_following(table, masks)
