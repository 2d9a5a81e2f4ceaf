"""The rows of the table of tunes: filtered, in the order of one column."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from abcstudio.corpus.browsing.query import MARKS, TuneColumn
from abcstudio.corpus.browsing.tune_groups import GroupedRows, TuneGroup, grouped
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.tune_marks import NO_MARK, Marks, TuneMark, mark_key
from abcstudio.corpus.key_words import short_key
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.controls.rows.rows_model import (
    LEFT,
    NO_PARENT,
    RIGHT,
    Index,
    RowsModel,
    TableColumn,
    no_tip,
)
from abcstudio.ui.look.plain_text import cut, one_line, tooltip
from abcstudio.ui.words.corpus_names import file_words
from abcstudio.ui.words.rhythm_names import rhythm_name


class TuneTableModel(RowsModel[Tune]):
    """The rows that a filter shows, in the order of one column.

    It takes both from a `TuneIndex`: a proxy model would ask Python for every cell of every row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = TuneIndex(())
        self._marks: Marks = {}
        self._ordered: list[int] = []
        self._shown = GroupedRows(())
        self._folded: set[str] = set()
        self._grouping: TuneColumn | None = None
        self._filter = TuneFilter()
        self._column = 0
        self._order = Qt.SortOrder.AscendingOrder
        self.columns = self._made_columns()

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
        return self._shown.shown

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
        else:
            self.show_changes()

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
        one = self._shown[row]
        return one if isinstance(one, TuneGroup) else None

    def is_folded(self, group: TuneGroup) -> bool:
        """Whether the tunes of a group are folded away."""
        return self._shown.is_folded(group)

    def heading_of(self, row: int) -> int:
        """Return the row of the heading that a row stands below or is, -1 for none."""
        return self._shown.heading_of(row)

    def fold(self, row: int) -> None:
        """Fold the tunes below a heading away, or show them again."""
        group = self.group(row)
        if group is None:
            return
        first, last = row + 1, row + len(group.tunes)
        if self.is_folded(group):
            self._folded.discard(group.value)
            self.beginInsertRows(QModelIndex(), first, last)
            self._shown.unfold(row)
            self.endInsertRows()
        else:
            self._folded.add(group.value)
            self.beginRemoveRows(QModelIndex(), first, last)
            self._shown.fold(row)
            self.endRemoveRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def fold_all(self, *, are_folded: bool) -> None:
        """Fold all groups, or none."""
        self._folded = {group.value for group in self._shown.groups} if are_folded else set()
        self._rebuild()

    def tune(self, row: int) -> Tune | None:
        """Return the tune of a row, None for a heading."""
        one = self._shown[row]
        return None if isinstance(one, TuneGroup) else one

    def tunes_of(self, rows: Iterable[int]) -> tuple[Tune, ...]:
        """Return the tunes of some rows; a heading stands for all of its group."""
        return self._shown.tunes_of(rows)

    def row_of(self, tune: Tune) -> int:
        """Return the row of a tune, or of the folded group that it is in; -1 when none shows it."""
        return self._shown.row_of(tune)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        if isinstance(row, TuneGroup):
            return self._heading_data(row, column, role)
        return self.cell(row, column, role)

    @override
    def cell(self, row: Tune, column: TableColumn[Tune], role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole:
            is_out = self._marks and self.mark(row).is_excluded
            return QApplication.palette().placeholderText() if is_out else None
        return super().cell(row, column, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        found = super().headerData(section, orientation, role)
        if found is None or role != Qt.ItemDataRole.DisplayRole or section != self._column:
            return found
        # The style draws its own sign over the words of a right-aligned title.
        return f"{found} {'▴' if self._order == Qt.SortOrder.AscendingOrder else '▾'}"

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = column
        self._order = order
        self._sort()
        self._rebuild()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _made_columns(self) -> tuple[TableColumn[Tune], ...]:
        """Return the columns; a name is the `TuneColumn` that the tunes are sorted by."""
        return (
            TableColumn(
                name=TuneColumn.NUMBER,
                title=self.tr("No."),
                # A tune's number is its name, not a count: its digits are not grouped.
                words=lambda tune: str(tune.number),
                tip=no_tip,
                side=RIGHT,
                width=56,
            ),
            TableColumn(
                name=TuneColumn.TITLE,
                title=self.tr("Title"),
                words=self._title,
                tip=lambda tune: tune.title,
                stretches=True,
            ),
            *self._header_columns(),
            TableColumn(
                name=TuneColumn.MEASURES,
                title=self.tr("Measures"),
                words=lambda tune: QLocale().toString(tune.measure_count),
                tip=no_tip,
                side=RIGHT,
                width=80,
                gives_way=1,
            ),
            TableColumn(
                name=TuneColumn.ORIGIN, title=self.tr("Origin"), words=lambda tune: tune.origin
            ),
            TableColumn(
                name=TuneColumn.FILE,
                title=self.tr("File"),
                words=lambda tune: file_words(tune.file),
                tip=lambda tune: one_line(file_words(tune.file)),
            ),
        )

    def _header_columns(self) -> tuple[TableColumn[Tune], ...]:
        return (
            TableColumn(
                name=TuneColumn.RHYTHM,
                title=self.tr("Rhythm"),
                words=lambda tune: rhythm_name(tune.rhythm),
                tip=no_tip,
                width=80,
            ),
            TableColumn(
                name=TuneColumn.METER,
                title=self.tr("Meter"),
                words=lambda tune: tune.meter,
                tip=no_tip,
                width=56,
                gives_way=2,
            ),
            TableColumn(
                name=TuneColumn.KEY,
                title=self.tr("Key"),
                words=lambda tune: short_key(tune.key),
                tip=no_tip,
                width=56,
            ),
        )

    def _heading_data(self, group: TuneGroup, column: TableColumn[Tune], role: int) -> Any:
        is_folded, name = self.is_folded(group), column.name
        if role == Qt.ItemDataRole.DisplayRole:
            if name == TuneColumn.NUMBER:
                return "▸" if is_folded else "▾"
            return cut(self._heading(group)) if name == TuneColumn.TITLE else None
        if role == Qt.ItemDataRole.AccessibleTextRole and name in (
            TuneColumn.NUMBER,
            TuneColumn.TITLE,
        ):
            words = self.tr("{0}, folded") if is_folded else self.tr("{0}, unfolded")
            return words.format(self._heading(group))
        if role == Qt.ItemDataRole.ToolTipRole and name == TuneColumn.TITLE:
            return tooltip(self._heading(group))
        if role == Qt.ItemDataRole.FontRole:
            font = QApplication.font()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole:
            return QApplication.palette().button()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if name == TuneColumn.NUMBER else LEFT
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
        self._ordered = self._index.order(TuneColumn(self.columns[self._column].name))
        if self._order == Qt.SortOrder.DescendingOrder:
            self._ordered.reverse()

    def _rebuild(self) -> None:
        self.beginResetModel()
        mask = self._index.mask(self._filter.terms)
        if self._grouping is None:
            tunes = self._index.tunes
            self._shown = GroupedRows([tunes[place] for place in self._ordered if mask[place]])
        else:
            is_falling = self._order == Qt.SortOrder.DescendingOrder
            groups = grouped(
                self._index,
                self._grouping,
                self._ordered,
                mask,
                is_falling=is_falling
                and TuneColumn(self.columns[self._column].name) is self._grouping,
            )
            self._shown = GroupedRows(groups=groups, folded=self._folded)
        self.endResetModel()
