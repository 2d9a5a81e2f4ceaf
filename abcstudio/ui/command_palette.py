"""The command palette: every command and its key, found by a few letters."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.ui.actions import Actions, Command
from abcstudio.ui.fuzzy import fuzzy_score
from abcstudio.ui.theme import GRID, Colors

_WIDTH = 76 * GRID
_ROWS_SHOWN = 11
_ROW_HEIGHT = 4 * GRID
_TEXT, _KEYS = 0, 1
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Entry:
    command: Command
    text: str

    def score(self, typed: str) -> int | None:
        """Return how well it fits; words of its sentence count where its own do not fit."""
        score = fuzzy_score(typed, self.text)
        if (
            score is None
            and typed.casefold() in str(self.command.action.property("sentence")).casefold()
        ):
            return -1000
        return score


class CommandPalette(QFrame):
    """Lies over the top of the window while a command is looked for; the keyboard does it all.

    Signals:
        closed: It went away, with or without a command.
    """

    closed = Signal()

    def __init__(self, window: QWidget, actions: Actions, colors: Colors) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._window = window
        self._actions = actions
        self._came_from: QWidget | None = None
        self._entries: list[_Entry] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("What would you like to do?"))
        self.search.setAccessibleName(self.tr("Command"))
        self.search.setToolTip(self.tr("Type a few letters of a command; Enter does it"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(self.tr("Commands"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self.table.cellClicked.connect(self._run_row)
        self.nothing = QLabel(self.tr("No command fits. Fewer letters find more."))
        self.nothing.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1000)
        layout.addWidget(self.nothing)
        layout.addStretch(1)
        self.set_colors(colors)
        self.hide()

    def open(self) -> None:
        """Come up with every command, ready to type."""
        self._entries = [
            _Entry(command, _plain(command.action.text())) for command in self._actions.commands()
        ]
        self._came_from = self.window().focusWidget()
        self.search.clear()
        self._filter("")
        parent = self._window
        width = min(_WIDTH, parent.width() - 4 * GRID)
        height = self.search.sizeHint().height() + _ROWS_SHOWN * _ROW_HEIGHT + 4 * GRID
        self.setGeometry((parent.width() - width) // 2, 6 * GRID, width, height)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Go away and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        self.closed.emit()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self.setStyleSheet(
            f"#palette {{ background: {colors.base}; border: 1px solid {colors.muted};"
            f" border-radius: {GRID // 2}px; }}"
            f"#palette QLineEdit {{ padding: {GRID // 2}px; }}"
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            self.close_palette()
        # Claimed before the window's own keys: Escape stops the sound there.
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if kind == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and self._on_key(event):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        moves = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS_SHOWN - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS_SHOWN,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run_row(self.table.currentRow())
        elif key in moves:
            last = self.table.rowCount() - 1
            row = min(max(self.table.currentRow() + moves[key], 0), last)
            self.table.selectRow(row)
        else:
            return False
        return True

    def _filter(self, typed: str) -> None:
        scored = [(entry.score(typed), entry) for entry in self._entries]
        fitting = [(score, entry) for score, entry in scored if score is not None]
        if typed:
            fitting.sort(key=lambda pair: (not pair[1].command.action.isEnabled(), -pair[0]))
        self.table.setRowCount(len(fitting))
        for row, (_score, entry) in enumerate(fitting):
            self._fill_row(row, entry)
        self.table.setVisible(bool(fitting))
        self.nothing.setVisible(not fitting)
        if fitting:
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _fill_row(self, row: int, entry: _Entry) -> None:
        action = entry.command.action
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = QTableWidgetItem(action.icon(), entry.text)
        text.setData(Qt.ItemDataRole.UserRole, entry.command.action_id)
        text.setToolTip(action.toolTip())
        shown_keys = QTableWidgetItem(keys)
        shown_keys.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, item in ((_TEXT, text), (_KEYS, shown_keys)):
            if not action.isEnabled():
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, column, item)

    def _run_row(self, row: int) -> None:
        item = self.table.item(row, _TEXT)
        if item is None:
            return
        action = self._actions.action(item.data(Qt.ItemDataRole.UserRole))
        if action.isEnabled():
            self.close_palette()
            action.trigger()


def _plain(text: str) -> str:
    """Return a menu's words without the mark of their access key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…").rstrip(".")
