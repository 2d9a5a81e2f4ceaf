"""The searchable list of snippets and templates, over the top of the window like the palette."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.notation.snippets import Snippet, fill
from abcstudio.ui.fuzzy import fuzzy_score
from abcstudio.ui.theme import GRID, Colors, editor_font
from abcstudio.ui.tooltips import plain_tooltip
from abcstudio.ui.translation import message

_WIDTH = 84 * GRID
_HEIGHT = 48 * GRID
_ROWS_SHOWN = 11
_SNIPPET = Qt.ItemDataRole.UserRole
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)


class SnippetList(QFrame):
    """Names left, what the chosen one puts in right; the keyboard does it all.

    Signals:
        chosen: A snippet is wanted. Carries it.
        delete_requested: One of the person's own should go. Carries it.
    """

    chosen = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, window: QWidget, colors: Colors) -> None:
        super().__init__(window)
        self.setObjectName("snippets")
        self.setProperty("help_topic", "writing")
        self._window = window
        self._came_from: QWidget | None = None
        self._snippets: tuple[Snippet, ...] = ()
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Snippet"))
        self.search.setToolTip(self.tr("Type a few letters; Enter puts the chosen one in"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Snippets"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setToolTip(self.tr("Enter or a click puts it in, Del deletes one of your own"))
        self.list.currentItemChanged.connect(self._show_preview)
        self.list.itemClicked.connect(self._choose)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setFont(editor_font())
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview.setAccessibleName(self.tr("What is put in"))
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.hint = QLabel()
        self.hint.setProperty("muted", True)
        self._lay_out()
        self.set_colors(colors)
        self.hide()

    def open(self, snippets: Sequence[Snippet], placeholder: str) -> None:
        """Come up with these snippets, ready to type."""
        self._snippets = tuple(snippets)
        self.search.setPlaceholderText(placeholder)
        if not self.isVisible():
            self._came_from = self.window().focusWidget()
        self.search.clear()
        self._filter("")
        parent = self._window
        width = min(_WIDTH, parent.width() - 4 * GRID)
        height = min(_HEIGHT, parent.height() - 12 * GRID)
        self.setGeometry((parent.width() - width) // 2, 6 * GRID, width, height)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self, snippets: Sequence[Snippet]) -> None:
        """Show other snippets and keep what was typed."""
        self._snippets = tuple(snippets)
        self._filter(self.search.text())

    def close_list(self) -> None:
        """Go away and give the focus back."""
        if self.isVisible():
            self.hide()
            if self._came_from is not None and self._came_from.isVisible():
                self._came_from.setFocus()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self.setStyleSheet(
            f"#snippets {{ background: {colors.base}; border: 1px solid {colors.muted};"
            f" border-radius: {GRID // 2}px; }}"
            f"#snippets QLineEdit {{ padding: {GRID // 2}px; }}"
            f"#snippets QListWidget::item {{ padding: {GRID // 2}px; }}"
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            self.close_list()
        # Claimed before the window's own keys: Escape stops the sound there.
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if kind == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and self._on_key(event):
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(GRID)
        both.addWidget(self.list, 4)
        both.addWidget(self.preview, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addLayout(both, 1)
        layout.addWidget(self.hint)

    def _on_key(self, event: QKeyEvent) -> bool:
        moves = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS_SHOWN - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS_SHOWN,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in moves:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(max(self.list.currentRow() + moves[key], 0), last))
        elif key == Qt.Key.Key_Delete and not self.search.text():
            snippet = self._current()
            if snippet is not None and snippet.is_own:
                self.delete_requested.emit(snippet)
        else:
            return False
        return True

    def _filter(self, typed: str) -> None:
        named = [(name_of(snippet), snippet) for snippet in self._snippets]
        scored = [(fuzzy_score(typed, name), name, snippet) for name, snippet in named]
        fitting = [entry for entry in scored if entry[0] is not None]
        if typed:
            fitting.sort(key=lambda entry: -(entry[0] or 0))
        self.list.clear()
        for _score, name, snippet in fitting:
            item = QListWidgetItem(name)
            item.setData(_SNIPPET, snippet)
            item.setToolTip(plain_tooltip(name))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not fitting:
            self._show_preview()

    def _current(self) -> Snippet | None:
        item = self.list.currentItem()
        found = item.data(_SNIPPET) if item is not None else None
        return found if isinstance(found, Snippet) else None

    def _show_preview(self) -> None:
        snippet = self._current()
        self.preview.setPlainText(
            fill(snippet, selected="…").text.strip("\n") if snippet is not None else ""
        )
        if snippet is None:
            self.hint.setText(self.tr("Nothing fits. Fewer letters find more."))
        elif snippet.is_own:
            self.hint.setText(self.tr("Enter puts it in. Del deletes it: it is your own."))
        else:
            self.hint.setText(self.tr("Enter puts it in; Tab goes to what is to be filled in."))

    def _choose(self) -> None:
        snippet = self._current()
        if snippet is not None:
            self.close_list()
            self.chosen.emit(snippet)


def name_of(snippet: Snippet) -> str:
    """Return what a snippet is called in the window's language."""
    return snippet.name if snippet.is_own else message(snippet.name)
