"""What the student's code has printed."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font


class OutputPanel(QWidget):
    """The last output, under its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label()
        self.title.setProperty("muted", True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(editor_font())
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("Check runs the code and shows here what it prints."))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        self.show_output("")

    def show_output(self, words: str) -> None:
        """Show what was printed."""
        self._show(self.tr("What your code prints"), words)

    def show_solution(self, code: str) -> None:
        """Show a solution in the place of what was printed."""
        self._show(self.tr("A solution"), code)

    def _show(self, title: str, words: str) -> None:
        self.title.setText(title)
        self.text.setAccessibleName(title)
        self.text.setPlainText(words.rstrip("\n"))
