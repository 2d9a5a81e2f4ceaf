"""The rows of the table of tunes: filtered, in the order of one column."""

from collections.abc import Callable, Iterable
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
from abcstudio.corpus.browsing.tune_groups import GroupedRows, TuneGroup, grouped
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.tune_marks import NO_MARK, Marks, TuneMark, mark_key
from abcstudio.corpus.key_words import short_key
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.look.plain_text import cut, one_line, tooltip
from abcstudio.ui.words.corpus_names import file_words
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
    lambda tune: one_line(file_words(tune.file)),
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
        self._rows = GroupedRows(())
        self._folded: set[str] = set()
        self._grouping: TuneColumn | None = None
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
        """The tunes that the filter shows, in the table's order, those of folded groups too."""
        return self._rows.shown

    @property
    def grouping(self) -> TuneColumn | None:
        """The column that the tunes are grouped by, None for none."""
        return self._grouping

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
        elif len(self._rows):
            last = self.index(len(self._rows) - 1, len(self._titles) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def mark(self, tune: Tune) -> TuneMark:
        """Return what is said of a tune."""
        return self._marks.get(mark_key(tune), NO_MARK) if self._marks else NO_MARK

    def group_by(self, column: TuneColumn | None) -> None:
        """Show the tunes under headings that name what they say in a column of words."""
        if column is not self._grouping:
            self._grouping = column
            self._folded = set()
            self._rebuild()

    def group(self, row: int) -> TuneGroup | None:
        """Return the group whose heading a row is, None for the row of a tune."""
        one = self._rows[row]
        return one if isinstance(one, TuneGroup) else None

    def is_folded(self, group: TuneGroup) -> bool:
        """Whether the tunes of a group are folded away."""
        return self._rows.is_folded(group)

    def heading_of(self, row: int) -> int:
        """Return the row of the heading that a row stands below or is, -1 for none."""
        return self._rows.heading_of(row)

    def fold(self, row: int) -> None:
        """Fold the tunes below a heading away, or show them again."""
        group = self.group(row)
        if group is None:
            return
        first, last = row + 1, row + len(group.tunes)
        if self.is_folded(group):
            self._folded.discard(group.value)
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows.unfold(row)
            self.endInsertRows()
        else:
            self._folded.add(group.value)
            self.beginRemoveRows(QModelIndex(), first, last)
            self._rows.fold(row)
            self.endRemoveRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._titles) - 1))

    def fold_all(self, *, are_folded: bool) -> None:
        """Fold all groups, or none."""
        self._folded = {group.value for group in self._rows.groups} if are_folded else set()
        self._rebuild()

    def tune(self, row: int) -> Tune | None:
        """Return the tune of a row, None for a heading."""
        one = self._rows[row]
        return None if isinstance(one, TuneGroup) else one

    def tunes_of(self, rows: Iterable[int]) -> tuple[Tune, ...]:
        """Return the tunes of some rows; a heading stands for all of its group."""
        return self._rows.tunes_of(rows)

    def row_of(self, tune: Tune) -> int:
        """Return the row of a tune, or of the folded group that it is in; -1 when none shows it."""
        return self._rows.row_of(tune)

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
        row = self._rows[index.row()]
        if isinstance(row, TuneGroup):
            return self._heading_data(row, index.column(), role)
        return self._tune_data(row, index.column(), role)

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

    def _tune_data(self, tune: Tune, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            value = _VALUES[column](tune)
            if column == TITLE:
                return cut(self._title(tune))
            if column == RHYTHM:
                return cut(rhythm_name(str(value)))
            # A tune's number is its name, not a count: its digits are not grouped.
            is_count = isinstance(value, int) and column != NUMBER
            return QLocale().toString(int(value)) if is_count else cut(str(value))
        if role == Qt.ItemDataRole.ForegroundRole:
            is_out = self._marks and self.mark(tune).is_excluded
            return QApplication.palette().placeholderText() if is_out else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in (NUMBER, MEASURES) else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole and column in (TITLE, ORIGIN, FILE):
            return tooltip(str(_VALUES[column](tune)))
        return None

    def _heading_data(self, group: TuneGroup, column: int, role: int) -> Any:
        is_folded = self.is_folded(group)
        if role == Qt.ItemDataRole.DisplayRole:
            if column == NUMBER:
                return "▸" if is_folded else "▾"
            return cut(self._heading(group)) if column == TITLE else None
        if role == Qt.ItemDataRole.AccessibleTextRole and column in (NUMBER, TITLE):
            words = self.tr("{0}, folded") if is_folded else self.tr("{0}, unfolded")
            return words.format(self._heading(group))
        if role == Qt.ItemDataRole.ToolTipRole and column == TITLE:
            return tooltip(self._heading(group))
        if role == Qt.ItemDataRole.FontRole:
            font = QApplication.font()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole:
            return QApplication.palette().button()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == NUMBER else _LEFT
        return None

    def _heading(self, group: TuneGroup) -> str:
        name = one_line(group.value)
        if self._grouping is TuneColumn.RHYTHM:
            name = rhythm_name(name)
        name = name or self.tr("Not given")
        return self.tr("{0}: %Ln tunes", "", len(group.tunes)).format(name)

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
        mask = self._index.mask(self._filter.terms)
        if self._grouping is None:
            tunes = self._index.tunes
            self._rows = GroupedRows([tunes[place] for place in self._ordered if mask[place]])
        else:
            is_falling = self._order == Qt.SortOrder.DescendingOrder
            groups = grouped(
                self._index,
                self._grouping,
                self._ordered,
                mask,
                is_falling=is_falling and _COLUMNS[self._column] is self._grouping,
            )
            self._rows = GroupedRows(groups=groups, folded=self._folded)
        self.endResetModel()
