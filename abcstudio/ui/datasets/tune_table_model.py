"""The rows of the table of tunes: filtered, in the order of one column."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.corpus.key_words import short_key
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.look.plain_text import cut, one_line, tooltip

Index = QModelIndex | QPersistentModelIndex

NUMBER, TITLE, RHYTHM, METER, KEY, MEASURES, ORIGIN, FILE = range(8)

_NO_PARENT: Final = QModelIndex()
_VALUES: Final[tuple[Callable[[Tune], str | int], ...]] = (
    lambda tune: tune.number,
    lambda tune: tune.title,
    lambda tune: tune.rhythm,
    lambda tune: tune.meter,
    lambda tune: short_key(tune.key),
    lambda tune: tune.measure_count,
    lambda tune: tune.origin,
    lambda tune: one_line(tune.file),
)
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
        self._column = NUMBER
        self._order = Qt.SortOrder.AscendingOrder
        self._titles = (
            self.tr("No."),
            self.tr("Title"),
            self.tr("Rhythm"),
            self.tr("Meter"),
            self.tr("Key"),
            self.tr("Measures"),
            self.tr("Origin"),
            self.tr("File"),
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
            is_count = isinstance(value, int) and index.column() != NUMBER
            return QLocale().toString(int(value)) if is_count else cut(str(value))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in (NUMBER, MEASURES) else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (TITLE, ORIGIN, FILE):
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
            return _RIGHT if section in (NUMBER, MEASURES) else _LEFT
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
        if self._column != NUMBER:
            rows.sort(key=lambda tune: _sort_key(value(tune)))
        if self._order == Qt.SortOrder.DescendingOrder:
            rows.reverse()
        self._rows = rows
        self.endResetModel()


def _sort_key(value: str | int) -> tuple[bool, str | int]:
    """Order words without regard to case, and what is unknown last."""
    return (False, value) if isinstance(value, int) else (not value, value.casefold())
