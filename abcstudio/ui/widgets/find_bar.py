"""Finding text in the editor: a line that comes with Ctrl+F and goes with Esc."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from abcstudio.notation.spans import Span
from abcstudio.ui.icons import icon
from abcstudio.ui.theme import GRID
from abcstudio.ui.widgets.abc_editor import AbcEditor

_MAX_FOUND = 500


class FindBar(QWidget):
    """Searches without regard to case; Return goes to the next place, Shift+Return back."""

    def __init__(self, editor: AbcEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find in the text"))
        self.line.setAccessibleName(self.tr("Find in the text"))
        self.line.setToolTip(
            self.tr("Return: next place, Shift+Return: the place before, Esc: close")
        )
        self.line.setClearButtonEnabled(True)
        self.line.setMaximumWidth(40 * GRID)
        self._count = QLabel()
        self._count.setProperty("muted", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 4, 2 * GRID, 4)
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        self._buttons = [
            self._button("chevron-up", self.tr("Previous place")),
            self._button("chevron-down", self.tr("Next place")),
            self._button("x", self.tr("Close")),
        ]
        self._buttons[0].clicked.connect(self.find_previous)
        self._buttons[1].clicked.connect(self.find_next)
        self._buttons[2].clicked.connect(self.close_bar)
        for button in self._buttons[:2]:
            row.addWidget(button)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._buttons[2])
        self.line.textChanged.connect(self._on_text_changed)
        self.hide()

    def open_bar(self) -> None:
        """Come into sight with the editor's selection as the text to find."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.line.setText(selected)
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._on_text_changed()

    def close_bar(self) -> None:
        """Go away and give the focus back to the text."""
        self.hide()
        self._editor.set_found(())
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        """Select the next place; after the last comes the first."""
        self._go(backward=False)

    def find_previous(self) -> None:
        """Select the place before; before the first comes the last."""
        self._go(backward=True)

    def refresh_icons(self) -> None:
        """Draw the icons again, in the colours of a new scheme."""
        for button, name in zip(self._buttons, ("chevron-up", "chevron-down", "x"), strict=True):
            button.setIcon(icon(name))

    @override
    def event(self, event: QEvent) -> bool:
        """Take Esc for itself before it becomes the window's key for stopping."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and is_escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.find_previous if is_back else self.find_next)()
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _go(self, *, backward: bool) -> None:
        places = self._places()
        if not places:
            return
        here = self._editor.selection()
        if backward:
            before = [span for span in places if span.start < here.start]
            self._editor.select(before[-1] if before else places[-1])
        else:
            after = [span for span in places if span.start >= here.end]
            self._editor.select(after[0] if after else places[0])

    def _places(self) -> list[Span]:
        needle, text = self.line.text().lower(), self._editor.text().lower()
        places: list[Span] = []
        at = text.find(needle) if needle else -1
        while at >= 0 and len(places) < _MAX_FOUND:
            places.append(Span(at, at + len(needle)))
            at = text.find(needle, at + len(needle))
        return places

    def _on_text_changed(self) -> None:
        places = self._places()
        self._editor.set_found(places)
        if self.line.text():
            found = self.tr("Found: {0}").format(self.locale().toString(len(places)))
            self._count.setText(found if places else self.tr("Not found"))
        else:
            self._count.setText("")
