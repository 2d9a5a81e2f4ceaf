"""Thousands of tunes as a table that sorts and filters at once."""

from collections.abc import Sequence, Set

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.tune_marks import Marks, TuneMark
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.controls.rows.row_table import LineTable
from abcstudio.ui.controls.rows.rows_model import Index
from abcstudio.ui.datasets.table_place import TablePlace
from abcstudio.ui.datasets.tune_table_model import TuneTableModel

_ORIGIN_SHARE = 0.4
_FILE_SHARE = 0.3
_MIN_TITLE, _LEAST_TITLE, _MIN_ORIGIN = 160, 120, 64


class TuneTable(LineTable):
    """The table of tunes; remembers its tune when the order or the filter changes.

    Signals:
        tune_chosen: Another tune is the current one. Carries the `Tune`, or None.
        tune_picked: The person went to a tune or clicked it. Carries the `Tune`.
        tunes_selected: Other rows are selected, or other rows are shown.
        tune_opened: The person pressed Return on a tune or clicked it twice. Carries the `Tune`.
        marked: Tunes are marked otherwise.
        copy_requested: The person wants the selected tunes on the clipboard.
    """

    tune_chosen = Signal(object)
    tune_picked = Signal(object)
    tunes_selected = Signal()
    tune_opened = Signal(object)
    marked = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TuneTableModel(self)
        self._tune: Tune | None = None
        self._is_moving = False
        place_of = self._model.place_of
        self._number, self._title = place_of(TuneColumn.NUMBER), place_of(TuneColumn.TITLE)
        self._origin, self._file = place_of(TuneColumn.ORIGIN), place_of(TuneColumn.FILE)
        columns = enumerate(self._model.columns)
        self._widths = {place: column.width for place, column in columns if column.width}
        self._selected: tuple[Tune, ...] | None = None
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Tunes"))
        self.setToolTip("")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(48)
        self.fit_columns(self._model.columns)
        self.setColumnHidden(self._file, True)
        self.sortByColumn(self._number, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSortIndicatorShown(False)
        changes = self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved
        for change in (*changes, self.selectionModel().selectionChanged):
            change.connect(self._forget_selected)
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

    @property
    def index(self) -> TuneIndex:
        """All tunes with their columns."""
        return self._model.tune_index

    def selected(self) -> tuple[Tune, ...]:
        """Return the selected tunes in the table's order; a heading stands for its group."""
        if self._selected is None:
            # A row at a time would take seconds where all of a large collection are selected.
            chosen = self.selectionModel().selection()
            ranges = [chosen.at(place) for place in range(chosen.count())]
            rows = {row for one in ranges for row in range(one.top(), one.bottom() + 1)}
            self._selected = self._model.tunes_of(sorted(rows))
        return self._selected

    def set_tunes(self, tunes: Sequence[Tune]) -> None:
        """Show other tunes and choose the first."""
        self.show_tunes(TuneIndex(tunes), self._model.asked)

    def show_tunes(self, index: TuneIndex, asked: TuneFilter) -> None:
        """Show the ones of other tunes that pass, and choose the first."""
        self.setColumnHidden(self._file, not index.has_words(TuneColumn.FILE))
        self._share_out()
        self._model.show(index, asked)

    def set_filter(self, asked: TuneFilter) -> None:
        """Show the tunes that pass; the current tune stays when it does."""
        self._model.set_filter(asked)

    def set_marks(self, marks: Marks) -> None:
        """Show other marks."""
        self._model.set_marks(marks)
        self.tunes_selected.emit()
        self.marked.emit()

    def mark(self, tune: Tune) -> TuneMark:
        """Return what is said of a tune."""
        return self._model.mark(tune)

    def group_by(self, column: TuneColumn | None) -> None:
        """Show the tunes under headings that name what they say in a column of words."""
        self._model.group_by(column)

    def fold_all(self, *, are_folded: bool) -> None:
        """Fold all groups, or none."""
        self._model.fold_all(are_folded=are_folded)

    def choose(self, tune: Tune) -> None:
        """Make a shown tune the current one; its group is unfolded."""
        row = self._model.row_of(tune)
        if row >= 0 and self._model.tune(row) is None:
            self._model.fold(row)
            row = self._model.row_of(tune)
        self._go_to(row)

    @property
    def place(self) -> TablePlace | None:
        """Where the person is, None where no tune is chosen."""
        if self._tune is None:
            return None
        anchor, row = self._tune, self._model.row_of(self._tune)
        if not 0 <= self.rowViewportPosition(row) < self.viewport().height():
            # Who has scrolled away looks at other rows; a heading is above a tune.
            first = max(0, self.rowAt(0))
            seen = ((one, self._model.tune(one)) for one in (first, first + 1)
                    if one < self._model.rowCount())  # fmt: skip
            row, anchor = next(
                ((one, tune) for one, tune in seen if tune is not None), (row, anchor)
            )
        return TablePlace(self._tune, self.selected(), anchor, self.rowViewportPosition(row))

    def return_to(self, place: TablePlace) -> None:
        """Choose and show what was chosen and shown when the tunes were read before."""
        found = place.among(self.tunes)
        if place.current in found:
            self.choose(found[place.current])
        selected = {id(found[tune]) for tune in place.selected if tune in found}
        if len(selected) > 1:
            self._select(selected)
        row = self._model.row_of(found[place.anchor]) if place.anchor in found else -1
        if row >= 0:
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(row) - place.top)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Only now has the style sheet given the headings their size; a hidden one has none.
        header = self.horizontalHeader()
        for column in self._widths:
            self.setColumnHidden(column, False)
            self._widths[column] = max(self._widths[column], header.sectionSizeHint(column))
            self.setColumnWidth(column, self._widths[column])
        self._share_out()
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_out()
        super().resizeEvent(event)

    def _share_out(self) -> None:
        """Give the columns of words their widths."""
        # The title takes what the others leave. Before it is cut others are hidden, the origin
        # first: the preview says what they do.
        room = self.viewport().width() - sum(self._widths.values())
        if not self.isColumnHidden(self._file):
            self.setColumnWidth(self._file, max(_MIN_ORIGIN, round(room * _FILE_SHARE)))
            room -= self.columnWidth(self._file)
        # A hidden column has no hint.
        self.setColumnHidden(self._origin, False)
        least = max(_MIN_ORIGIN, self.horizontalHeader().sectionSizeHint(self._origin))
        origin = min(room - _MIN_TITLE, max(least, round(room * _ORIGIN_SHARE)))
        self.setColumnHidden(self._origin, origin < least)
        self.setColumnWidth(self._origin, max(origin, least))
        giving_way = [column for column in self._model.columns if column.gives_way]
        for one in sorted(giving_way, key=lambda column: column.gives_way):
            column = self._model.place_of(one.name)
            is_sorted = column == self.horizontalHeader().sortIndicatorSection()
            is_hidden = room < _LEAST_TITLE and not is_sorted
            self.setColumnHidden(column, is_hidden)
            room += is_hidden * self._widths[column]

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        tune = self._model.tune(current.row()) if current.isValid() else None
        if current.isValid() and tune is None:
            # The tune that was chosen stays so while one is at a heading.
            return
        self._set_tune(tune)
        if tune is not None and not self._is_moving:
            self.tune_picked.emit(tune)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._open(row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._model.grouping:
            self._fold_by_key(row, is_folding=event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def _fold_by_key(self, row: int, *, is_folding: bool) -> None:
        """Go from a tune to its heading; fold or unfold there, as in a tree."""
        group = self._model.group(row) if row >= 0 else None
        if group is not None and self._model.is_folded(group) != is_folding:
            self._model.fold(row)
        elif row >= 0 and group is None and is_folding:
            self._go_to(self._model.heading_of(row))

    def _open(self, row: int) -> None:
        tune = self._model.tune(row)
        if tune is None:
            self._model.fold(row)
        else:
            self.tune_opened.emit(tune)

    def _on_model_reset(self) -> None:
        tune = self._tune
        if tune is None or self._model.row_of(tune) < 0:
            tune = self.shown[0] if self.shown else None
        if tune is not None:
            row = self._model.row_of(tune)
            # A heading that is chosen stands for all of its tunes: nobody chose these.
            self._go_to(row, is_chosen=self._model.tune(row) is tune)
        self._set_tune(tune)
        self.tunes_selected.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        tune = self._model.tune(index.row())
        if tune is not None:
            self.tune_picked.emit(tune)
        elif index.column() == self._number:
            # The sign at its beginning.
            self._model.fold(index.row())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self._model.tune(index.row()) is not None or index.column() != self._number:
            self._open(index.row())

    def _go_to(self, row: int, *, is_chosen: bool = True) -> None:
        index = self._model.index(row, self._title)
        if not index.isValid():
            return
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        self._is_moving = True
        if is_chosen:
            self.selectionModel().select(QItemSelection(index, index), flags)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._is_moving = False
        self.scrollTo(index)

    def _select(self, tunes: Set[int]) -> None:
        """Select tunes by their identities in memory, and no others."""
        rows = [row for row in range(self._model.rowCount()) if id(self._model.tune(row)) in tunes]
        begins = [row for row, before in zip(rows, [-2, *rows], strict=False) if row - before > 1]
        ends = [row for row, after in zip(rows, [*rows[1:], -2], strict=True) if after - row != 1]
        selection = QItemSelection()
        for first, last in zip(begins, ends, strict=True):
            selection.select(
                self._model.index(first, self._title), self._model.index(last, self._title)
            )
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)

    def _forget_selected(self) -> None:
        self._selected = None

    def _set_tune(self, tune: Tune | None) -> None:
        if tune is not self._tune:
            self._tune = tune
            self.tune_chosen.emit(tune)
