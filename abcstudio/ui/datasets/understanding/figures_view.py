"""The tunes that the filter shows in figures: a row of numbers over charts that one can click."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.corpus.figures.corpus_figures import Chart, CorpusFigures, CountedValue
from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.controls.bar_chart import BarChart, ChartRow
from abcstudio.ui.datasets.understanding.chart_words import bar_name, chart_titles
from abcstudio.ui.datasets.understanding.figure_row import FigureRow
from abcstudio.ui.datasets.understanding.zipf_plot import ZipfPlot
from abcstudio.ui.look.plain_text import Label, elided, one_line
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_SHOWN_BARS = 14
_WIDE = 110 * GRID
_MOST_TERM = 40


class FiguresView(QScrollArea):
    """Figures on top, charts below; in two columns where there is room.

    Signals:
        term_toggled: A bar was chosen. Carries what to type to find its tunes.
    """

    term_toggled = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Statistics of the tunes"))
        self.row = FigureRow()
        self.charts = {chart: BarChart(studio) for chart in chart_titles()}
        self.zipf = ZipfPlot(studio)
        self._zipf_words = Label()
        self._zipf_words.setWordWrap(True)
        self._asked = Label()
        self._asked.setProperty("muted", True)
        self._asked.setWordWrap(True)
        self.reading = Label()
        self.reading.setProperty("muted", True)
        self.reading.setWordWrap(True)
        self.reading.hide()
        self._bars: dict[Chart, tuple[CountedValue, ...]] = {}
        self._is_wide: bool | None = None
        self._buttons = QHBoxLayout()
        self._sections = self._make_sections()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(3 * GRID)
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        self._buttons.addWidget(self._asked, 1)
        column.addLayout(self._buttons)
        column.addWidget(self.reading)
        column.addWidget(self.row)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(self.content)
        self._arrange(is_wide=False)

    def set_actions(self, *actions: QAction) -> None:
        """Offer commands as buttons."""
        for action in actions:
            self._buttons.addWidget(ActionButton(action))

    def show_figures(self, figures: CorpusFigures, asked: Sequence[str]) -> None:
        """Show what was counted, and which terms the filter asks for now."""
        self.row.show_figures(figures)
        words = self.tr("All tunes. Click a bar to see only its tunes.")
        if asked:
            words = self.tr("Only tunes with {0}").format(one_line(" ".join(asked)))
        self._asked.setText(words)
        for chart, view in self.charts.items():
            self._bars[chart] = figures.charts[chart][:_SHOWN_BARS]
            bars = [self._chart_bar(chart, bar, asked) for bar in self._bars[chart]]
            rest = figures.charts[chart][_SHOWN_BARS:]
            if rest and chart is not Chart.MEASURE_TEXTS:
                bars.append(ChartRow(self.tr("Others"), sum(bar.count for bar in rest)))
            view.set_bars(bars)
        self.zipf.set_counts(figures.zipf.counts)
        self._show_zipf_words(figures)

    def show_counting(self) -> None:
        """Say that there are no figures yet."""
        self._asked.setText(self.tr("Counting the tunes…"))

    def show_reading(self, done: int, total: int) -> None:
        """Say how many melodies are read: some figures need them."""
        words = self.tr("Ranges, forms and measures follow: {0} of %Ln tunes are read.", "", total)
        self.reading.setText(words.format(QLocale().toString(done)))
        self.reading.show()

    def end_reading(self) -> None:
        """Say no more of melodies."""
        self.reading.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_wide=self.viewport().width() >= _WIDE)

    def _make_sections(self) -> list[QWidget]:
        sections: list[QWidget] = []
        for chart, words in chart_titles().items():
            view = self.charts[chart]
            view.setAccessibleName(words)
            view.bar_chosen.connect(partial(self._on_chosen, chart))
            view.row_shown.connect(partial(self._show_row, view))
            sections.append(_section(words, view))
        zipf = _section(self.tr("Measures by their rank"), self._zipf_words, self.zipf)
        sections.insert(list(self.charts).index(Chart.MEASURE_TEXTS), zipf)
        return sections

    def _arrange(self, *, is_wide: bool) -> None:
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        columns = 2 if is_wide else 1
        for place, section in enumerate(self._sections):
            self._grid.removeWidget(section)
            self._grid.addWidget(
                section, place // columns, place % columns, Qt.AlignmentFlag.AlignTop
            )
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def _chart_bar(self, chart: Chart, bar: CountedValue, asked: Collection[str]) -> ChartRow:
        is_asked = bool(bar.term) and bar.term in asked
        tip = ""
        if is_asked:
            tip = self.tr("Asks no more for {0}").format(elided(bar.term, _MOST_TERM))
        elif bar.term and bar.count:
            tip = self.tr("Shows only the tunes with {0}").format(elided(bar.term, _MOST_TERM))
        return ChartRow(bar_name(chart, bar), bar.count, tip, is_asked)

    def _show_zipf_words(self, figures: CorpusFigures) -> None:
        locale = QLocale()
        zipf = figures.zipf
        self._zipf_words.setText(
            self.tr(
                "Measures: {0}, distinct: {1}, used once only: {2}. Both scales grow tenfold; the "
                "line is Zipf's law, by which the tenth is used a tenth as often as the first."
            ).format(
                locale.toString(zipf.total),
                locale.toString(len(zipf.counts)),
                locale.toString(zipf.once),
            )
        )

    def _on_chosen(self, chart: Chart, place: int) -> None:
        self.term_toggled.emit(self._bars[chart][place].term)

    def _show_row(self, view: BarChart, row: QRect) -> None:
        place = view.mapTo(self.content, row.center())
        self.ensureVisible(0, place.y(), 0, 3 * GRID)


def _section(words: str, *parts: QWidget) -> QWidget:
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    title = Label(words)
    title.setProperty("muted", True)
    column.addWidget(title)
    for part in parts:
        column.addWidget(part)
    return section
