"""A tunebook in figures: how many of what."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from abcstudio.corpus.statistics import LENGTH_BOUNDS, TuneStatistics
from abcstudio.ui.controls.bar_chart import BarChart
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, page_title_font, small_font
from abcstudio.ui.services.studio import Studio

_SHOWN_BARS = 14


class StatisticsView(QScrollArea):
    """Figures on top, three charts below."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Statistics of the tunes"))
        self.figures: dict[str, Label] = {}
        self._charts: dict[str, BarChart] = {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(3 * GRID)
        figures = QGridLayout()
        figures.setHorizontalSpacing(GROUP_GAP)
        figures.setVerticalSpacing(0)
        for place, (name, words) in enumerate(
            (
                ("tunes", self.tr("tunes")),
                ("measures", self.tr("measures, the median tune")),
                ("characters", self.tr("characters")),
                ("distinct", self.tr("distinct characters, as the network reads them")),
            )
        ):
            figures.addWidget(self._new_figure(name), 0, place)
            below = Label(words)
            below.setProperty("muted", True)
            below.setFont(small_font())
            figures.addWidget(below, 1, place)
            figures.setColumnStretch(place, 1)
        column.addLayout(figures)
        for name, words in (
            ("rhythm", self.tr("By rhythm")),
            ("meter", self.tr("By meter")),
            ("key", self.tr("By key")),
            ("length", self.tr("By length in measures")),
            ("origin", self.tr("By origin")),
        ):
            section = QVBoxLayout()
            section.setSpacing(GRID)
            title = Label(words)
            title.setProperty("muted", True)
            chart = BarChart(studio)
            chart.setAccessibleName(words)
            self._charts[name] = chart
            section.addWidget(title)
            section.addWidget(chart)
            column.addLayout(section)
        column.addStretch(1)
        self.setWidget(content)

    def show_statistics(self, statistics: TuneStatistics) -> None:
        """Show what was counted."""
        locale = QLocale()
        self.figures["tunes"].setText(locale.toString(statistics.tunes))
        self.figures["measures"].setText(locale.toString(float(statistics.median_measures), "g", 4))
        self.figures["characters"].setText(locale.toString(statistics.characters))
        self.figures["distinct"].setText(locale.toString(len(statistics.vocabulary)))
        words = self.tr("Without credits, numbers and slurs: {0}; as written in the file: {1}")
        self.figures["distinct"].setToolTip(
            words.format(
                locale.toString(len(statistics.vocabulary)),
                locale.toString(statistics.distinct_written),
            )
        )
        for name, counts in {
            "rhythm": statistics.rhythms,
            "meter": statistics.meters,
            "key": statistics.keys,
            "origin": statistics.origins,
        }.items():
            self._charts[name].set_counts(self._shortened(counts))
        self._charts["length"].set_counts(self._lengths(statistics.lengths))

    def _new_figure(self, name: str) -> Label:
        label = Label("–")
        label.setFont(page_title_font())
        self.figures[name] = label
        return label

    def _shortened(self, counts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
        named = [(name or self.tr("Unknown"), count) for name, count in counts]
        if len(named) <= _SHOWN_BARS:
            return named
        rest = sum(count for _, count in named[_SHOWN_BARS - 1 :])
        return [*named[: _SHOWN_BARS - 1], (self.tr("Others"), rest)]

    def _lengths(self, counts: Sequence[int]) -> list[tuple[str, int]]:
        bounds = (0, *LENGTH_BOUNDS)
        names = [self.tr("{0} to {1}").format(low + 1, high) for low, high in pairwise(bounds)]
        names.append(self.tr("More than {0}").format(LENGTH_BOUNDS[-1]))
        return list(zip(names, counts, strict=True))
