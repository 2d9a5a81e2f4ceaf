"""The outline of a text with several tunes: found by a word, gone to, moved, copied, removed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.ui.composer.outline.tune_rows import ProblemCount, TuneRowPainter, TuneRows
from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.controls.rows.row_list import RowList
from abcstudio.ui.controls.search_line import SearchLine
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words


class TunesPanel(QWidget):
    """Lists the tunes of the text; the one at the caret is chosen.

    Signals:
        tune_chosen: A tune is to be shown. Carries its place among all tunes, from 0, and whether
            the person wants to go to the text.
        move_requested: A tune was dropped elsewhere. Carries both places, from 0.
        shown_changed: The panel came to the front or went away. Carries whether it is there.
    """

    tune_chosen = Signal(int, bool)
    move_requested = Signal(int, int)
    shown_changed = Signal(bool)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TuneRows(studio, self)
        self.search = SearchLine()
        self.search.setPlaceholderText(self.tr("Find a tune"))
        self.search.setAccessibleName(self.tr("Find a tune"))
        self.search.setToolTip(self.tr("Show the tunes that have these words or this number"))
        self.search.textChanged.connect(self._on_search)
        self.search.installEventFilter(self)
        self.view = _Outline()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(TuneRowPainter(self.view))
        self.view.setAccessibleName(self.tr("Tunes of this text"))
        self.view.setToolTip(
            self.tr("{0} goes to the tune; drag it to another place").format(key_words("Return"))
        )
        self.state = StatePanel()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.state)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(GRID, 0, GRID, 0)
        self._buttons.setSpacing(GRID // 2)
        above = QHBoxLayout()
        above.setContentsMargins(GRID, 0, GRID, 0)
        above.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addLayout(above)
        column.addWidget(self.stack, 1)
        column.addLayout(self._buttons)
        self._actions: tuple[QAction, ...] = ()
        self._current = -1
        # Later: the list must not change while it still takes the drop.
        self.rows.move_requested.connect(self.move_requested, Qt.ConnectionType.QueuedConnection)
        # Pressed, by any button: what the menu of a row and a drag are about is the chosen tune.
        self.view.pressed.connect(lambda index: self._choose(index.row(), goes_there=False))
        self.view.stepped.connect(lambda row: self._choose(row, goes_there=False))
        self.view.went.connect(lambda row: self._choose(row, goes_there=True))
        self.view.customContextMenuRequested.connect(self._show_menu)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Offer commands on the tune at the caret as buttons and in the menu of a row."""
        self._actions = tuple(actions)
        for action in actions:
            button = ActionButton(action)
            button.setIconSize(QSize(16, 16))
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def set_tunes(self, tunes: Sequence[Tune], count: ProblemCount, *, may_move: bool) -> None:
        """List other tunes; `count` says how many problems one has, None where it is not known."""
        self.rows.set_movable(may_move)
        self.rows.set_tunes(tunes, count)
        self._show_state()
        self._mark_current()

    def show_current(self, tune_index: int) -> None:
        """Mark the tune at the caret."""
        if tune_index != self._current:
            self._current = tune_index
            self._mark_current()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Return lead from the search to the tunes that it found."""
        if watched is self.search and isinstance(event, QKeyEvent):
            going_on = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and going_on and self.rows.rowCount():
                is_listed = self.view.currentIndex().isValid()
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                if not is_listed:
                    self.view.setCurrentIndex(self.rows.index(0))
                    self._choose(0, goes_there=False)
                return True
        return super().eventFilter(watched, event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit(False)

    def _mark_current(self) -> None:
        row = self.rows.row_of(self._current)
        index = self.rows.index(row) if row >= 0 else self.rows.index(-1)
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def _show_state(self) -> None:
        is_empty = not self.rows.rowCount()
        self.stack.setCurrentWidget(self.state if is_empty else self.view)
        if is_empty and self.rows.is_filtered:
            self.state.show_state(
                self.tr("Nothing found"),
                self.tr("No tune of this text has these words."),
                ((self.tr("Show all tunes"), self.search.clear),),
            )
        elif is_empty:
            self.state.show_state(
                self.tr("No tunes yet"), self.tr("The tunes of a text are listed here.")
            )

    def _on_search(self, typed: str) -> None:
        self.rows.set_filter(typed)
        self._show_state()
        self._mark_current()

    def _choose(self, row: int, *, goes_there: bool) -> None:
        if 0 <= row < self.rows.rowCount():
            self._current = self.rows.tune_index(row)
            self.tune_chosen.emit(self._current, goes_there)

    def _show_menu(self, place: QPoint) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.addAction(self.tr("&Go there"), lambda: self._choose(index.row(), goes_there=True))
        menu.addSeparator()
        for action in self._actions:
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))


class _Outline(RowList):
    """Rows of one height that can be dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
