"""The cells of a sweep as rows: values, how each stands, what it reached."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.recipes.sweeps.outcome import SweepRow
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.ui.words.run_words import value_words
from abcstudio.ui.words.translation import message

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT: Final = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CellsModel(QAbstractTableModel):
    """One cell a row, in the order in which they are begun."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SweepRow, ...] = ()
        self._varied: tuple[str, ...] = ()
        self._states = {
            CellState.WAITING: self.tr("Waiting"),
            CellState.RUNNING: self.tr("Training"),
            CellState.DONE: self.tr("Trained"),
            CellState.FAILED: self.tr("Failed"),
        }
        self._titles = (
            self.tr("State"),
            self.tr("Validation loss"),
            self.tr("Right measures"),
            self.tr("Characters/s"),
        )

    @property
    def rows(self) -> tuple[SweepRow, ...]:
        """What is listed."""
        return self._rows

    def set_rows(self, rows: Sequence[SweepRow], varied: Sequence[str]) -> None:
        """List the cells of a sweep, or what is newly known of them."""
        numbers = [row.cell.number for row in self._rows]
        same = numbers == [row.cell.number for row in rows] and self._varied == tuple(varied)
        if same:
            self._rows = tuple(rows)
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows, self._varied = tuple(rows), tuple(varied)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1 + len(self._varied) + len(self._titles)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_state = index.column() == 1 + len(self._varied)
            return Qt.AlignmentFlag.AlignVCenter if is_state else _RIGHT
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_across = orientation == Qt.Orientation.Horizontal
        if is_across and role == Qt.ItemDataRole.DisplayRole:
            names = [message(f"hyperparameter.{name}") for name in self._varied]
            return [self.tr("No."), *names, *self._titles][section]
        if is_across and role == Qt.ItemDataRole.TextAlignmentRole:
            is_state = section == 1 + len(self._varied)
            return Qt.AlignmentFlag.AlignVCenter if is_state else _RIGHT
        return None

    def _words(self, row: SweepRow, column: int) -> str:
        locale = QLocale()
        if column == 0:
            return locale.toString(row.cell.number)
        if column <= len(self._varied):
            return value_words(row.cell.values[self._varied[column - 1]])
        run, kind = row.run, column - 1 - len(self._varied)
        if kind == 0:
            return self._state_words(row)
        if run is None:
            return ""
        if kind == 1:
            loss = run.best_val_loss
            return "" if loss is None else locale.toString(loss, "f", 3)
        if kind == 2:
            share = run.right_measures
            return "" if share is None else self.tr("{0} %").format(round(100 * share))
        return "" if row.speed is None else locale.toString(round(row.speed))

    def _state_words(self, row: SweepRow) -> str:
        words = self._states[row.cell.state]
        if row.run is None or row.cell.state in (CellState.DONE, CellState.FAILED):
            return words
        locale = QLocale()
        return self.tr("{0}, step {1} of {2}").format(
            words, locale.toString(row.run.step), locale.toString(row.run.steps)
        )
