"""Thousands of tunes as a table that sorts and filters at once."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.controls.rows.row_table import RowTable
from abcstudio.ui.look.plain_text import cut, tooltip

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT: Final = QModelIndex()
_ROW_HEIGHT = 28
_NUMBER, _TITLE, _RHYTHM, _METER, _KEY, _MEASURES, _ORIGIN = range(7)
_VALUES: Final[tuple[Callable[[Tune], str | int], ...]] = (
    lambda tune: tune.number,
    lambda tune: tune.title,
    lambda tune: tune.rhythm,
    lambda tune: tune.meter,
    lambda tune: tune.key,
    lambda tune: tune.measure_count,
    lambda tune: tune.origin,
)
_WIDTHS: Final = {_NUMBER: 56, _RHYTHM: 80, _METER: 56, _KEY: 56, _MEASURES: 80}
_ORIGIN_SHARE = 0.4
_MIN_TITLE, _MIN_ORIGIN = 160, 64
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TuneTableModel(QAbstractTableModel):
    """The rows that a filter shows, in the order of one column.

    It sorts and filters a plain list: a proxy model would ask Python for every cell of every row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tunes: tuple[Tune, ...] = ()
        self._rows: list[Tune] = []
        self._filter = TuneFilter()
        self._column = _NUMBER
        self._order = Qt.SortOrder.AscendingOrder
        self._titles = (
            self.tr("No."),
            self.tr("Title"),
            self.tr("Rhythm"),
            self.tr("Meter"),
            self.tr("Key"),
            self.tr("Measures"),
            self.tr("Origin"),
        )

    @property
    def tunes(self) -> tuple[Tune, ...]:
        """All tunes, shown or not."""
        return self._tunes

    @property
    def shown(self) -> tuple[Tune, ...]:
        """The tunes that the filter shows, in the table's order."""
        return tuple(self._rows)

    def set_tunes(self, tunes: Sequence[Tune]) -> None:
        """Show other tunes."""
        self._tunes = tuple(tunes)
        self._rebuild()

    def set_filter(self, asked: TuneFilter) -> None:
        """Show the tunes that pass."""
        self._filter = asked
        self._rebuild()

    def tune(self, row: int) -> Tune:
        """Return the tune of a row."""
        return self._rows[row]

    def row_of(self, tune: Tune) -> int:
        """Return the row that shows a tune, -1 when none does."""
        for row, other in enumerate(self._rows):
            if other is tune:
                return row
        return -1

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            value = _VALUES[index.column()](self._rows[index.row()])
            # A tune's number is its name, not a count: its digits are not grouped.
            is_count = isinstance(value, int) and index.column() != _NUMBER
            return QLocale().toString(int(value)) if is_count else cut(str(value))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in (_NUMBER, _MEASURES) else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (_TITLE, _ORIGIN):
            return tooltip(str(_VALUES[index.column()](self._rows[index.row()])))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            # The style draws its own sign over the words of a right-aligned title.
            is_rising = self._order == Qt.SortOrder.AscendingOrder
            sign = ("▴" if is_rising else "▾") if section == self._column else ""
            return f"{self._titles[section]} {sign}".rstrip()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in (_NUMBER, _MEASURES) else _LEFT
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = column
        self._order = order
        self._rebuild()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._titles) - 1)

    def _rebuild(self) -> None:
        self.beginResetModel()
        value = _VALUES[self._column]
        rows = [tune for tune in self._tunes if self._filter.shows(tune)]
        rows.sort(key=lambda tune: tune.number)
        if self._column != _NUMBER:
            rows.sort(key=lambda tune: _sort_key(value(tune)))
        if self._order == Qt.SortOrder.DescendingOrder:
            rows.reverse()
        self._rows = rows
        self.endResetModel()


class TuneTable(RowTable):
    """The table of tunes; remembers its tune when the order or the filter changes.

    Signals:
        tune_chosen: Another tune is the current one. Carries the `Tune`, or None.
        tune_picked: The person went to a tune or clicked it. Carries the `Tune`.
        tunes_selected: Other rows are selected, or other rows are shown.
        tune_opened: The person pressed Return on a tune or clicked it twice. Carries the `Tune`.
    """

    tune_chosen = Signal(object)
    tune_picked = Signal(object)
    tunes_selected = Signal()
    tune_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TuneTableModel(self)
        self._tune: Tune | None = None
        self._is_moving = False
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Tunes"))
        self.setToolTip("")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.sortByColumn(_NUMBER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSortIndicatorShown(False)
        self._model.modelReset.connect(self._on_model_reset)
        self.selectionModel().selectionChanged.connect(self.tunes_selected)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def tune(self) -> Tune | None:
        """The current tune."""
        return self._tune

    @property
    def shown(self) -> tuple[Tune, ...]:
        """The tunes that the filter shows."""
        return self._model.shown

    @property
    def tunes(self) -> tuple[Tune, ...]:
        """All tunes, shown or not."""
        return self._model.tunes

    def selected(self) -> tuple[Tune, ...]:
        """Return the selected tunes in the table's order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._model.tune(row) for row in rows)

    def set_tunes(self, tunes: Sequence[Tune]) -> None:
        """Show other tunes and choose the first."""
        self._model.set_tunes(tunes)

    def set_filter(self, asked: TuneFilter) -> None:
        """Show the tunes that pass; the current tune stays when it does."""
        self._model.set_filter(asked)

    def choose(self, tune: Tune) -> None:
        """Make a shown tune the current one."""
        self._go_to(self._model.row_of(tune))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # The title takes what the others leave; the origin is hidden before the title is cut.
        room = self.viewport().width() - sum(self.columnWidth(column) for column in _WIDTHS)
        origin = min(room - _MIN_TITLE, round(room * _ORIGIN_SHARE))
        self.setColumnHidden(_ORIGIN, origin < _MIN_ORIGIN)
        self.setColumnWidth(_ORIGIN, max(origin, _MIN_ORIGIN))
        super().resizeEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._set_tune(self._model.tune(current.row()) if current.isValid() else None)
        if self._tune is not None and not self._is_moving:
            self.tune_picked.emit(self._tune)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._tune is not None:
            self.tune_opened.emit(self._tune)
            return
        super().keyPressEvent(event)

    def _on_model_reset(self) -> None:
        kept = self._model.row_of(self._tune) if self._tune is not None else -1
        if kept < 0 and not self._model.rowCount():
            self._set_tune(None)
        else:
            self._go_to(max(kept, 0))
        self.tunes_selected.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.tune_picked.emit(self._model.tune(index.row()))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.tune_opened.emit(self._model.tune(index.row()))

    def _go_to(self, row: int) -> None:
        index = self._model.index(row, _TITLE)
        if not index.isValid():
            return
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        self._is_moving = True
        self.selectionModel().select(QItemSelection(index, index), flags)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._is_moving = False
        self.scrollTo(index)

    def _set_tune(self, tune: Tune | None) -> None:
        if tune is not self._tune:
            self._tune = tune
            self.tune_chosen.emit(tune)


def _sort_key(value: str | int) -> tuple[bool, str | int]:
    """Order words without regard to case, and what is unknown last."""
    return (False, value) if isinstance(value, int) else (not value, value.casefold())
