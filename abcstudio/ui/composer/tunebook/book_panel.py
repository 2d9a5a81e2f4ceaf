"""The panel of the tunebook: kept tunes under the names of their sets."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.corpus.kept_book import KeptBook
from abcstudio.ui.composer.tunebook.book_row_painter import BookRowPainter
from abcstudio.ui.composer.tunebook.book_rows import BookRows
from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.controls.rows.row_list import RowList
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words

_IN_A_ROW = 8


class BookPanel(QWidget):
    """Lists the book; one row is current.

    Signals:
        open_requested: The tune or set of a row is to be opened. Carries the row.
        removal_requested: The item of a row is to be removed. Carries the row.
        step_requested: The current row is to go up (-1) or down (1).
        undo_requested, redo_requested: A change of the book is to be undone, or made again.
        current_changed: Another row is current.
        shown: The panel came to the front.
    """

    open_requested = Signal(int)
    removal_requested = Signal(int)
    step_requested = Signal(int)
    undo_requested = Signal()
    redo_requested = Signal()
    current_changed = Signal()
    shown = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = BookRows(studio, self)
        self.view = _BookList()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(BookRowPainter(self.view))
        self.view.setAccessibleName(self.tr("Kept tunes and their sets"))
        self.view.setToolTip(
            self.tr(
                "{0} opens a tune or a set, {1} renames it; drag it to another place, or move it "
                "with {2} and {3}"
            ).format(*map(key_words, ("Return", "F2", "Alt+Up", "Alt+Down")))
        )
        self.state = StatePanel()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.state)
        self._buttons = QGridLayout()
        self._buttons.setContentsMargins(GRID, 0, GRID, 0)
        self._buttons.setSpacing(GRID // 2)
        self._buttons.setColumnStretch(_IN_A_ROW, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.stack, 1)
        column.addLayout(self._buttons)
        self._actions: tuple[QAction, ...] = ()
        self._keep: QAction | None = None
        self.view.went.connect(self.open_requested)
        self.view.removal_requested.connect(self.removal_requested)
        self.view.step_requested.connect(self.step_requested)
        self.view.undo_requested.connect(self.undo_requested)
        self.view.redo_requested.connect(self.redo_requested)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().currentChanged.connect(self.current_changed)

    @property
    def row(self) -> int:
        """The current row, -1 for none."""
        return self.view.currentIndex().row()

    @property
    def selected(self) -> frozenset[int]:
        """The rows that are selected: one, or several."""
        return frozenset(index.row() for index in self.view.selectionModel().selectedIndexes())

    def set_actions(self, keep: QAction, actions: Sequence[QAction], buttons: int) -> None:
        """Offer commands on the row in its menu, the first ones as buttons too.

        Args:
            keep: Keeps the open tune: the way out of an empty book.
            actions: The others.
            buttons: How many of them are buttons.
        """
        self._keep, self._actions = keep, tuple(actions)
        for place, action in enumerate((keep, *actions[:buttons])):
            button = ActionButton(action)
            button.setIconSize(QSize(16, 16))
            self._buttons.addWidget(button, place // _IN_A_ROW, place % _IN_A_ROW)

    def set_book(self, book: KeptBook, row: int) -> None:
        """List a book, one row of it current."""
        self.rows.set_book(book)
        self.stack.setCurrentWidget(self.view if book.items else self.state)
        if not book.items and self._keep is not None:
            keys = self._keep.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self.state.show_state(
                self.tr("No kept tunes yet"),
                self.tr(
                    "{0} keeps the tune at the caret here, whichever text it stands in. Gather "
                    "kept tunes into sets that are played and printed together."
                ).format(keys),
                ((self.tr("Keep this tune"), self._keep.trigger),),
            )
        self.go_to(min(row, len(book.items) - 1))

    def go_to(self, row: int) -> None:
        """Make a row current."""
        index = self.rows.index(row) if row >= 0 else self.rows.index(-1)
        # The view's own `setCurrentIndex` extends the selection while Ctrl is held.
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        if index.isValid():
            self.view.scrollTo(index)

    def rename_current(self) -> None:
        """Let the person type another name of the row."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.edit(self.view.currentIndex())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _show_menu(self, place: QPoint) -> None:
        if not self.view.currentIndex().isValid():
            return
        menu = QMenu(self)
        menu.addActions(self._actions)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))


class _BookList(RowList):
    """Rows that can be dragged, renamed, removed, and brought back."""

    removal_requested = Signal(int)
    step_requested = Signal(int)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @override
    def event(self, event: QEvent) -> bool:
        """Take keys here that are shortcuts elsewhere."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._act_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            # What the line of the name leaves over, as its Return, is for no row.
            event.accept()
            return
        act = self._act_of(event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does here, None where it does what it does in every list."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.undo_requested.emit
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.redo_requested.emit
        index = self.currentIndex()
        if not index.isValid():
            return None
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts: dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]] = {
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F2): partial(self.edit, index),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Delete): partial(
                self.removal_requested.emit, index.row()
            ),
            (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Up): partial(self.step_requested.emit, -1),
            (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down): partial(
                self.step_requested.emit, 1
            ),
        }
        return acts.get((modifiers, event.key()))
