"""The rows of the table of tunes: filtered, in the order of one column."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from abcstudio.corpus.browsing.query import MARKS, TuneColumn
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.tune_marks import NO_MARK, Marks, TuneMark, mark_key
from abcstudio.corpus.key_words import short_key
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.look.plain_text import cut, one_line, tooltip
from abcstudio.ui.words.rhythm_names import rhythm_name

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
_COLUMNS: Final = (
    TuneColumn.NUMBER,
    TuneColumn.TITLE,
    TuneColumn.RHYTHM,
    TuneColumn.METER,
    TuneColumn.KEY,
    TuneColumn.MEASURES,
    TuneColumn.ORIGIN,
    TuneColumn.FILE,
)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TuneTableModel(QAbstractTableModel):
    """The rows that a filter shows, in the order of one column.

    It takes both from a `TuneIndex`: a proxy model would ask Python for every cell of every row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = TuneIndex(())
        self._marks: Marks = {}
        self._ordered: list[int] = []
        self._shown: tuple[Tune, ...] = ()
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
    def tune_index(self) -> TuneIndex:
        """All tunes with their columns."""
        return self._index

    @property
    def tunes(self) -> tuple[Tune, ...]:
        """All tunes, shown or not."""
        return self._index.tunes

    @property
    def shown(self) -> tuple[Tune, ...]:
        """The tunes that the filter shows, in the table's order."""
        return self._shown

    @property
    def asked(self) -> TuneFilter:
        """What the tunes are filtered by."""
        return self._filter

    def show(self, index: TuneIndex, asked: TuneFilter | None = None) -> None:
        """Show other tunes, through another filter where one is given."""
        self._index = index
        index.set_marks(self._marks)
        self._filter = self._filter if asked is None else asked
        self._sort()
        self._rebuild()

    def set_filter(self, asked: TuneFilter) -> None:
        """Show the tunes that pass."""
        self._filter = asked
        self._rebuild()

    def set_marks(self, marks: Marks) -> None:
        """Show other marks; where the filter asks for marks, perhaps other tunes."""
        self._marks = marks
        self._index.set_marks(marks)
        if any(term.column in MARKS for term in self._filter.terms):
            self._rebuild()
        elif self._shown:
            last = self.index(len(self._shown) - 1, len(self._titles) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def mark(self, tune: Tune) -> TuneMark:
        """Return what is said of a tune."""
        return self._marks.get(mark_key(tune), NO_MARK) if self._marks else NO_MARK

    def tune(self, row: int) -> Tune:
        """Return the tune of a row."""
        return self._shown[row]

    def row_of(self, tune: Tune) -> int:
        """Return the row that shows a tune, -1 when none does."""
        for row, other in enumerate(self._shown):
            if other is tune:
                return row
        return -1

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            value = _VALUES[index.column()](self._shown[index.row()])
            if index.column() == TITLE:
                return cut(self._title(self._shown[index.row()]))
            if index.column() == RHYTHM:
                return cut(rhythm_name(str(value)))
            # A tune's number is its name, not a count: its digits are not grouped.
            is_count = isinstance(value, int) and index.column() != NUMBER
            return QLocale().toString(int(value)) if is_count else cut(str(value))
        if role == Qt.ItemDataRole.ForegroundRole:
            is_out = self._marks and self.mark(self._shown[index.row()]).is_excluded
            return QApplication.palette().placeholderText() if is_out else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in (NUMBER, MEASURES) else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (TITLE, ORIGIN, FILE):
            return tooltip(str(_VALUES[index.column()](self._shown[index.row()])))
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
        self._sort()
        self._rebuild()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._titles) - 1)

    def _title(self, tune: Tune) -> str:
        """Return a title with what is said of the tune."""
        mark = self.mark(tune)
        left_out = self.tr("left out") if mark.is_excluded else ""
        said = ("★" if mark.is_starred else "", tune.title, *(f"#{tag}" for tag in mark.tags))
        words = " ".join(part for part in said if part)
        return f"{words} ({left_out})" if left_out else words

    def _sort(self) -> None:
        self._ordered = self._index.order(_COLUMNS[self._column])
        if self._order == Qt.SortOrder.DescendingOrder:
            self._ordered.reverse()

    def _rebuild(self) -> None:
        self.beginResetModel()
        tunes = self._index.tunes
        mask = self._index.mask(self._filter.terms)
        self._shown = tuple([tunes[place] for place in self._ordered if mask[place]])
        self.endResetModel()
