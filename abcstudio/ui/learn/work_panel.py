"""Where a lesson is worked on: the cell, its buttons, what the check says."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.lessons.calls import Call, call_at
from abcstudio.ui.controls.action_button import CommandButton
from abcstudio.ui.learn.python_editor import PythonEditor
from abcstudio.ui.learn.verdict_panel import VerdictPanel
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.plain_text import Label, fitted, tooltip
from abcstudio.ui.look.theme import GRID, Colors, editor_font
from abcstudio.ui.services.studio import Studio


class SignatureLine(Label):
    """Follows the caret of a cell; nothing is imported or run for it.

    Args of the constructor:
        cell: The editor whose caret it follows.
    """

    def __init__(self, cell: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._cell = cell
        self._calls: Mapping[str, Call] = {}
        self._call: Call | None = None
        self.setFont(editor_font())
        self.setProperty("muted", True)
        self.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self.setMinimumWidth(1)
        self.setFixedHeight(self.fontMetrics().height() + GRID)
        self.setAccessibleName(self.tr("The call at the caret"))
        cell.cursorPositionChanged.connect(self._follow)

    @property
    def call(self) -> Call | None:
        """The call at the caret, None for none that is known."""
        return self._call

    def show_calls(self, calls: Mapping[str, Call]) -> None:
        """Take other calls as known."""
        self._calls = calls
        self._follow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _follow(self) -> None:
        place = self._cell.textCursor().position()
        call = call_at(self._calls, self._cell.toPlainText(), place) if self._calls else None
        if call != self._call:
            self._call = call
            self._show()

    def _show(self) -> None:
        call = self._call
        room = self.width() - 4 * GRID
        words = call.call if call is not None else ""
        self.setText(fitted(self.fontMetrics(), words, room))
        self.setToolTip(tooltip(f"{call.call}\n{call.what}") if call is not None else "")
        self.setAccessibleDescription(f"{call.call}. {call.what}" if call is not None else "")


_LONGEST = 500


class GuessBar(QWidget):
    """A line for the answer to the question of a lesson; hidden where that asks none.

    Signals:
        guessed: The person wrote another guess. Carries it.
    """

    guessed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = Label(self.tr("Your &guess"))
        self.guess = QLineEdit()
        self.guess.setMaxLength(_LONGEST)
        self.guess.setToolTip(self.tr("What do you expect the code to give?"))
        self.guess.setAccessibleName(self.tr("Your guess"))
        self.guess.textEdited.connect(self.guessed)
        label.setBuddy(self.guess)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.guess, 1)

    def show_question(self, question: str, guess: str) -> None:
        """Ask a question, with what was guessed so far."""
        self.setVisible(bool(question))
        self.guess.setPlaceholderText(question)
        self.guess.setToolTip(tooltip(question))
        self.guess.setAccessibleDescription(question)
        if self.guess.text() != guess:
            self.guess.setText(guess)


class WorkPanel(QWidget):
    """The guess over the cell over its verdict over the buttons.

    Attributes:
        check, stop, hint, anew, next: The buttons; commands give them what they do.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cell = PythonEditor(studio)
        self.signature = SignatureLine(self.cell)
        self.guess = GuessBar()
        self.verdict = VerdictPanel(studio)
        self.check = CommandButton(self.tr("Check"))
        self.check.setProperty("main", True)
        self.stop = CommandButton(self.tr("Stop"))
        self.hint = CommandButton(self.tr("Hint"))
        self.anew = CommandButton(self.tr("Start anew"))
        self.next = CommandButton(self.tr("Next lesson"))
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        for button in (self.check, self.stop, self.hint, self.anew):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStrut(60 * GRID)
        column.addWidget(self.guess)
        column.addWidget(self.cell, 1)
        column.addWidget(self.signature)
        column.addWidget(self.verdict)
        column.addLayout(row)
        studio.colors_changed.connect(self._dress)
        self._dress(studio.colors)
        self.show_running(False)

    def show_running(self, is_running: bool) -> None:
        """Let Stop stand in the place of Check while a check runs."""
        self.check.setVisible(not is_running)
        self.stop.setVisible(is_running)

    def _dress(self, colors: Colors) -> None:
        self.check.setIcon(tinted_icon("check", colors.accent_text, colors.muted))
        for button, name in (
            (self.stop, "player-stop"),
            (self.hint, "help"),
            (self.anew, "eraser"),
            (self.next, "chevron-right"),
        ):
            button.setIcon(icon(name))
