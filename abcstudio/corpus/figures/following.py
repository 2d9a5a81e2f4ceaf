"""The figures of what a filter finds, of which each chart shows the bars beside its own too."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from abcstudio.corpus.browsing.query import Term, TuneColumn
from abcstudio.corpus.browsing.tune_index import Mask, TuneIndex
from abcstudio.corpus.figures.corpus_figures import COLUMN_OF, CorpusFigures

if TYPE_CHECKING:
    from abcstudio.corpus.figures.figure_table import FigureTable


def masks_of(index: TuneIndex, terms: Sequence[Term]) -> dict[TuneColumn, Mask]:
    """Return which tunes a filter finds, and which it would find without each column it asks for.

    The whole is that of `TuneColumn.ANY`.
    """
    asked = {term.column for term in terms} & set(COLUMN_OF.values())
    masks = {TuneColumn.ANY: index.mask(terms)}
    for column in asked:
        masks[column] = index.mask(_without(terms, column))
    return masks


def figures_following(table: "FigureTable", masks: Mapping[TuneColumn, Mask]) -> CorpusFigures:
    """Return the figures of a filter; a chart whose column is asked for shows its other bars too.

    So one goes from one bar to the next without clearing the filter.
    """
    figures = table.figures(masks[TuneColumn.ANY])
    charts = dict(figures.charts)
    for chart, column in COLUMN_OF.items():
        if column in masks:
            charts[chart] = table.chart(chart, masks[column])
    return replace(figures, charts=charts)


def _without(terms: Iterable[Term], column: TuneColumn) -> list[Term]:
    return [term for term in terms if term.column is not column]
