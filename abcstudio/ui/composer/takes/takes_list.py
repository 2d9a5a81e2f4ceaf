"""The list of the takes of all sessions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget
from typing_extensions import override

from abcstudio.composing.history.take_orders import NEWEST
from abcstudio.ui.composer.takes.small_scores import SmallScores
from abcstudio.ui.composer.takes.take_cells import (
    DAY_HEIGHT,
    NEWER_ROLE,
    ROW_HEIGHT,
    SOURCE_ROLE,
    TwoLineCell,
    UnframedCell,
)
from abcstudio.ui.composer.takes.take_row import SPEAKER, paint_row, speaker_place
from abcstudio.ui.composer.takes.takes_model import NUMBER, TUNE, ListedTake, TakesModel
from abcstudio.ui.controls.rows.row_menu import offer_row_menu
from abcstudio.ui.controls.rows.row_table import RowTable
from abcstudio.ui.documents.document import Document
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0}
"""What the keys of the list play: the next take, the one before, the one at hand."""
_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With these rows are selected beside others; none of them is shown by that."""


class TakesList(RowTable):
    """The list; choosing a row shows its text, a double click plays it.

    Signals:
        take_chosen: The person chose a row. Carries its `ListedTake`, as the others do.
        keep_toggled: The person clicked a star.
        removal_requested: The person pressed Delete on rows. Carries what they hold.
        audition_requested: The person wants to hear another row from its start: the next (1), the
            one before (-1), or the one at hand (0).
        focus_changed: The list has got the focus, or lost it.
        comparison_requested: The two takes that are selected are to be compared.
        arranged: The takes are listed in another order, or others of them.
        uncompared_seen: Rows came into sight of which it is not known how new they are. Carries
            what they hold, each a `SmallSource`.
        more_requested: More takes like the one in the editor are wanted; carries whether they are
            to begin as it does.
    """

    take_chosen = Signal(object)
    keep_toggled = Signal(object)
    removal_requested = Signal(object)
    focus_changed = Signal()
    audition_requested = Signal(int)
    comparison_requested = Signal()
    more_requested = Signal(bool)
    arranged = Signal()
    uncompared_seen = Signal(object)

    def __init__(
        self,
        studio: Studio,
        parent: QWidget | None = None,
        *,
        keep_keys: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self.takes = TakesModel(studio, keep_keys)
        self._begins_at_top = False
        self._arranged = (NEWEST, False)
        self._extends = False
        self._show_colors(studio.colors)
        studio.colors_changed.connect(self._show_colors)
        self.setModel(self.takes)
        self.setItemDelegate(UnframedCell(self))
        self.setItemDelegateForColumn(self.takes.place_of(TUNE), TwoLineCell(self))
        self.setAccessibleName(self.tr("Takes"))
        self.setToolTip(self.tr("What was composed, the latest 500; a star keeps one for good"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(16, 16))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(28)
        # The numbers in sight: to measure all 500 at each change would hold the window.
        self.horizontalHeader().setResizeContentsPrecision(0)
        mode = QHeaderView.ResizeMode
        for place, column in enumerate(self.takes.columns):
            fixed = mode.Fixed if column.width else mode.ResizeToContents
            resize = mode.Stretch if column.stretches else fixed
            self.horizontalHeader().setSectionResizeMode(place, resize)
            if column.width:
                self.setColumnWidth(place, column.width)
        self._fitted: dict[int, str] = {}
        for change in (self.takes.rowsInserted, self.takes.rowsRemoved, self.takes.modelReset):
            change.connect(self._fit_rows)
        self.takes.dataChanged.connect(self._fit_days)
        self._small_scores: SmallScores | None = None
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        offer_row_menu(self, self.fill_menu)

    def selected_takes(self) -> tuple[ListedTake, ...]:
        """Return the takes that are selected, the upper ones first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.takes.take_at(row) for row in rows)

    def show_current(self, document: Document) -> None:
        """Select the row of a document; none for a text that is no take."""
        row = self.takes.row_of(document)
        if row == self.currentIndex().row():
            return
        self._begins_at_top = False
        # The person did not choose it in the list.
        with QSignalBlocker(self):
            if row < 0:
                self.setCurrentIndex(QModelIndex())
            else:
                self.setCurrentIndex(self.takes.index(row, 0))

    @property
    def order(self) -> str:
        """The one of `ORDERS` in which the takes are listed."""
        return self._arranged[0]

    def arrange(self, order: str, *, starred: bool) -> None:
        """List takes in another order, all or those with a star; the chosen one stays chosen."""
        self._arranged = order, starred
        self.arrange_again()
        self.arranged.emit()

    def arrange_again(self) -> None:
        """List the takes by what is known of them by now."""
        order, starred = self._arranged
        row = self.currentIndex().row()
        chosen = self.takes.take_at(row) if row >= 0 else None
        with QSignalBlocker(self):
            self.takes.arrange(order, starred=starred)
            place = self.takes.row_of(chosen) if chosen is not None else -1
            if place >= 0:
                self.setCurrentIndex(self.takes.index(place, 0))
        self.viewport().update()

    def draw_scores(self, scores: SmallScores) -> None:
        """Paint the first measures of each take that is in sight."""
        self._small_scores = scores
        scores.drawn.connect(self.viewport().update)

    @property
    def sounding_row(self) -> int:
        """The row that is marked as the one that sounds, -1 for none in the list."""
        takes = (self.takes.take_at(row) for row in range(self.takes.rowCount()))
        found = (
            row
            for row, take in enumerate(takes)
            if isinstance(take, Document) and take.key == self.takes.sounding
        )
        return next(found, -1)

    def show_newest(self) -> None:
        """Bring the first rows into sight; where the list is hidden, when it is shown."""
        self._begins_at_top = not self.isVisible()
        self.scrollToTop()

    @override
    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Select one row alone where the program goes to it, whatever keys are held meanwhile."""
        if event is None and not self._extends:
            flags = QItemSelectionModel.SelectionFlag
            return flags.ClearAndSelect | flags.Rows
        return super().selectionCommand(index, event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Qt has just gone to the current row, by the size that the list had when it was hidden.
        super().showEvent(event)
        if self._begins_at_top:
            self.show_newest()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._extends = bool(event.modifiers() & _MORE)
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._extends = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            here = self.takes.take_at(self.currentIndex().row())
            self.removal_requested.emit(self.selected_takes() or (here,))
            return
        if event.key() == Qt.Key.Key_Insert and self.currentIndex().isValid():
            command = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), command.Toggle | command.Rows)
            return
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.audition_requested.emit(step)
            return
        self._extends = bool(event.modifiers() & _MORE)
        super().keyPressEvent(event)
        self._extends = False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.takes.rowCount():
            self._paint_over_columns()
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        area = self.viewport().rect().adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        words = self.tr("Press Compose: what the network writes is listed here.")
        if self.takes.hidden:
            words = self.tr("No take has a star yet: a click on one, or its key, gives it.")
        painter.drawText(area, int(flags | Qt.TextFlag.TextWordWrap), words)
        painter.end()

    def _paint_over_columns(self) -> None:
        """Paint what stands across a row: its day, its small score, what was found out."""
        painter = QPainter(self.viewport())
        wanted, uncompared, sounding = [], [], self.sounding_row
        for row in self._rows_in_sight():
            index = self.takes.index(row, 0)
            place = QRect(
                0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row)
            )
            source = index.data(SOURCE_ROLE)
            picture = None
            if source is not None and self._small_scores is not None:
                picture = self._small_scores.picture(source, self.devicePixelRatioF())
                wanted.append(source)
            if source is not None and index.data(NEWER_ROLE) < 0:
                uncompared.append(source)
            paint_row(painter, place, index, self.palette(), picture)
            if row == sounding:
                width = self.columnWidth(self.takes.place_of(NUMBER))
                painter.drawPixmap(speaker_place(place, index, width), self._speaker)
        painter.end()
        if self._small_scores is not None:
            self._small_scores.want(wanted)
        if uncompared:
            self.uncompared_seen.emit(uncompared)

    def _rows_in_sight(self) -> range:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(0, first), (last if last >= 0 else self.takes.rowCount() - 1) + 1)

    def _fit_rows(self) -> None:
        """Make room for the heading of a day over its first take."""
        header, self._fitted = self.verticalHeader(), self.takes.days
        for row in range(self.takes.rowCount()):
            height = ROW_HEIGHT + (DAY_HEIGHT if row in self.takes.days else 0)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)

    def _fit_days(self) -> None:
        """Fit the rows where other days begin: to look at 500 while takes arrive takes too long."""
        if self.takes.days != self._fitted:
            self._fit_rows()

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._extends:
            self.take_chosen.emit(self.takes.take_at(current.row()))

    def fill_menu(self, menu: QMenu) -> None:
        """Put into a menu what can be done with the current row."""
        take = self.takes.take_at(self.currentIndex().row())
        star = menu.addAction(self.tr("&Keep for good"), lambda: self.keep_toggled.emit(take))
        star.setCheckable(True)
        star.setChecked(take.is_kept)
        hear = partial(self.audition_requested.emit, 0)
        menu.addAction(icon("player-play"), self.tr("&Hear from its start"), hear)
        more, from_opening = (partial(self._ask_for_more, take, one) for one in (False, True))
        menu.addAction(icon("refresh"), self.tr("&More like this"), more)
        menu.addAction(self.tr("More from its &first two measures"), from_opening)
        if len(self.selected_takes()) == 2:
            menu.addAction(self.tr("&Compare the two"), self.comparison_requested.emit)
        menu.addSeparator()
        menu.addAction(
            icon("trash"),
            self.tr("&Remove from list"),
            lambda: self.removal_requested.emit((take,)),
        )

    def _ask_for_more(self, take: ListedTake, from_opening: bool) -> None:
        self.take_chosen.emit(take)
        self.more_requested.emit(from_opening)

    def _on_clicked(self, index: QModelIndex) -> None:
        take = self.takes.take_at(index.row())
        if self._extends:
            return
        (self.keep_toggled if self.takes.is_about_star(index) else self.take_chosen).emit(take)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not self._extends and not self.takes.is_about_star(index):
            self.audition_requested.emit(0)

    def _show_colors(self, colors: Colors) -> None:
        speaker = tinted_icon("volume", colors.accent, colors.accent)
        self._speaker = speaker.pixmap(QSize(SPEAKER, SPEAKER), self.devicePixelRatioF())
        self.viewport().update()
