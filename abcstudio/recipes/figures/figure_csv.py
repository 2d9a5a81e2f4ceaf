"""The figures of a corpus as a table for other programs."""

import csv
import io
from collections.abc import Mapping

from abcstudio.corpus.figures.corpus_figures import Chart, CorpusFigures

COLUMNS = ("chart", "name", "count", "filter")
# A spreadsheet takes what begins so for a formula; the names come from files of others.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def figures_csv(figures: CorpusFigures, titles: Mapping[Chart, str]) -> str:
    """Return every bar of every chart as a line: chart, name, count, and what to type to find it.

    Args:
        figures: What was counted.
        titles: What the charts are called; a chart without a title is left out.
    """
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    for chart, title in titles.items():
        for bar in figures.charts[chart]:
            lines.writerow((title, _plain(bar.name), bar.count, _plain(bar.term)))
    return out.getvalue()


def _plain(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA_SIGNS) else words
