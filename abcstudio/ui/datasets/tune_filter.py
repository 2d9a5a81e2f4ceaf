"""The line above a table of tunes: a search text, and a rhythm, a meter and a key to choose."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.corpus.browsing.query import Term, TuneColumn, toggled, without
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.controls.search_line import SearchLine
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import cut
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.rhythm_names import rhythm_name


class TuneFilterBar(QWidget):
    """The search line and the three choices above the table.

    Signals:
        filter_changed: Carries the new `TuneFilter`.
        leave_requested: The person pressed the down arrow or Return: on to the table.
    """

    filter_changed = Signal(object)
    leave_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchLine()
        self.search.setPlaceholderText(self.tr("Search: kesh, M:6/8, K:Dor, -reel"))
        self.search.setAccessibleName(self.tr("Search tunes"))
        self.search.setToolTip(
            self.tr(
                "Shows the tunes that have every word. M:6/8, K:Dor, R:reel, T:kesh, B:ryan and "
                "measures:>32 look in one column; a minus in front leaves such tunes out"
            )
        )
        self.search.setMinimumWidth(12 * GRID)
        self.search.installEventFilter(self)
        self.rhythm = self._combo(self.tr("Rhythm"), self.tr("Shows tunes of one rhythm"))
        self.meter = self._combo(self.tr("Meter"), self.tr("Shows tunes in one meter"))
        self.key = self._combo(self.tr("Key"), self.tr("Shows tunes in one key"))
        self._combos = {
            TuneColumn.RHYTHM: self.rhythm,
            TuneColumn.METER: self.meter,
            TuneColumn.KEY: self.key,
        }
        self._all_names = {
            self.rhythm: self.tr("All rhythms"),
            self.meter: self.tr("All meters"),
            self.key: self.tr("All keys"),
        }
        self._clear = QToolButton()
        self._clear.setAutoRaise(True)
        self._clear.setToolTip(self.tr("Shows all tunes again"))
        self._clear.setAccessibleName(self.tr("Show all tunes"))
        self._clear.setEnabled(False)
        self._clear.clicked.connect(self.clear)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.search, 1)
        first.addWidget(self._clear)
        second.setSpacing(GRID)
        for combo in (self.rhythm, self.meter, self.key):
            second.addWidget(combo, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(first)
        column.addLayout(second)
        self.search.textChanged.connect(self._on_changed)
        studio.colors_changed.connect(self._show_icon)
        self._show_icon()
        self.set_index(TuneIndex(()))

    def set_index(self, index: TuneIndex) -> None:
        """Offer the rhythms, meters and keys of these tunes, the most frequent first."""
        for column, combo in self._combos.items():
            self._offer(combo, index.counts(column))

    def filter(self) -> TuneFilter:
        """Return the filter that the controls show."""
        return TuneFilter(
            self.search.text().strip(),
            self.rhythm.currentData() or "",
            self.meter.currentData() or "",
            self.key.currentData() or "",
        )

    def clear(self) -> None:
        """Ask for nothing."""
        self.ask(TuneFilter())

    def ask(self, asked: TuneFilter) -> None:
        """Ask for something else, whether tunes have it or not."""
        chosen = {self.rhythm: asked.rhythm, self.meter: asked.meter, self.key: asked.key}
        for combo, value in chosen.items():
            with QSignalBlocker(combo):
                self._choose(combo, value)
        with QSignalBlocker(self.search):
            self.search.setText(asked.words)
        self._on_changed()

    def leave_out(self, term: Term) -> None:
        """Ask no more for one thing."""
        combo = self._combos.get(term.column)
        if combo is not None and term == Term.exact(term.column, combo.currentData() or ""):
            combo.setCurrentIndex(0)
        else:
            self.search.setText(without(self.search.text(), term))

    def toggle(self, term: str) -> None:
        """Ask for one thing more, or no more for it."""
        # What one types then is another word.
        self.search.setText(f"{toggled(self.search.text(), term)} ".lstrip())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            going_on = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and going_on:
                self.leave_requested.emit()
                return True
        return super().eventFilter(watched, event)

    def _combo(self, name: str, tooltip: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(tooltip)
        combo.setMaxVisibleItems(20)
        combo.setMinimumContentsLength(8)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.currentIndexChanged.connect(self._on_changed)
        return combo

    def _offer(self, combo: QComboBox, values: Sequence[tuple[str, int]]) -> None:
        chosen = combo.currentData() or ""
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem(self._all_names[combo], "")
            for value, count in values:
                if value:
                    self._add(combo, value, count)
            self._choose(combo, chosen)
            combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + 4 * GRID)

    def _choose(self, combo: QComboBox, value: str) -> None:
        """Choose a value; one that no tune has is still asked for, and can be seen to be."""
        if combo.findData(value) < 0:
            self._add(combo, value, 0)
        combo.setCurrentIndex(combo.findData(value))

    def _add(self, combo: QComboBox, value: str, count: int) -> None:
        name = rhythm_name(value) if combo is self.rhythm else value
        combo.addItem(f"{cut(name)}  ({QLocale().toString(count)})", value)

    def _show_icon(self) -> None:
        self._clear.setIcon(icon("x"))

    def _on_changed(self) -> None:
        asked = self.filter()
        self._clear.setEnabled(asked != TuneFilter())
        self.filter_changed.emit(asked)
