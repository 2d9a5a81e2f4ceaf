"""Table models of rows and columns: all about a column is one record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from typing_extensions import override

from abcstudio.ui.look.plain_text import cut, one_line, tooltip

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

NO_PARENT: Final = QModelIndex()

# Qt asks for many roles of each cell: looking up the member of an enum took a fifth of the time.
_DISPLAY: Final = Qt.ItemDataRole.DisplayRole
_ALIGNMENT: Final = Qt.ItemDataRole.TextAlignmentRole
_TOOLTIP: Final = Qt.ItemDataRole.ToolTipRole
_ICON: Final = Qt.ItemDataRole.DecorationRole
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole
_EDITED: Final = Qt.ItemDataRole.EditRole


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn(Generic[Row]):
    """A column of a table.

    Attributes:
        name: Its name in the code.
        title: Its heading.
        words: Returns the text of a row.
        tip: Returns the tooltip of a row; None where that is the text.
        spoken: Returns what a screen reader says of a row; None where that is the text.
        icon: Returns the icon of a row.
        key: Returns the sort key of a row, None for a row without one.
        edited: Returns what a typed text makes of a row; None where nothing can be typed. The key
            is then the text to edit.
        side: The alignment of heading and rows.
        width: In pixels; 0 where the table finds it.
        stretches: Whether it takes the width that the others leave.
        gives_way: 1 for the first column to hide in a narrow table, 2 for the next; 0 for never.
    """

    name: str
    title: str
    words: Callable[[Row], str]
    tip: Callable[[Row], str] | None = None
    spoken: Callable[[Row], str] | None = None
    icon: Callable[[Row], QIcon | None] | None = None
    key: Callable[[Row], Any] | None = None
    edited: Callable[[Row, str], Any] | None = None
    side: Qt.AlignmentFlag = LEFT
    width: int = 0
    stretches: bool = False
    gives_way: int = 0


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind, shown in columns.

    Attributes:
        columns: From left to right.
        rows: From top to bottom.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[TableColumn[Row], ...] = ()
        self.rows: Sequence[Row] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def place_of(self, name: str) -> int:
        """Return the place of a column."""
        return self.names.index(name)

    def set_rows(
        self, rows: Sequence[Row], columns: tuple[TableColumn[Row], ...] | None = None
    ) -> None:
        """Show other rows, in other columns where some are given."""
        self.beginResetModel()
        self.rows = rows
        self.columns = self.columns if columns is None else columns
        self.endResetModel()

    def show_changes(self) -> None:
        """Show the rows again: what they say has changed."""
        last = self.index(self.rowCount() - 1, len(self.columns) - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].edited is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return self.cell(self.rows[index.row()], self.columns[index.column()], role)

    def cell(self, row: Row, column: TableColumn[Row], role: int) -> Any:
        """Return what a cell has for a role."""
        if role == _DISPLAY:
            return one_line(column.words(row))
        if role == _ALIGNMENT:
            return column.side
        if role == _TOOLTIP:
            return tooltip((column.tip or column.words)(row))
        if role == _ICON and column.icon is not None:
            return column.icon(row)
        if role == _SPOKEN and column.spoken is not None:
            return cut(column.spoken(row))
        if role == _EDITED and column.edited is not None and column.key:
            return column.key(row)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self.columns[section].side if role == Qt.ItemDataRole.TextAlignmentRole else None


def no_tip(_row: object) -> str:
    """Return nothing: the tooltip of a column without one."""
    return ""
