"""What the student's code has made: a picture of its values over what it printed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from abcstudio.ui.learn.pictures.picture_box import PictureBox
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, editor_font
from abcstudio.ui.services.studio import Studio

# Laying out one line of 64,000 characters holds the window for 0.4 seconds.
LONGEST_LINE = 1000


class OutputPanel(QWidget):
    """The last output, under its title, and the picture above it."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureBox(studio)
        self.guess = Label()
        self.guess.setWordWrap(True)
        self.guess.hide()
        self.title = Label()
        self.title.setProperty("muted", True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(editor_font())
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("Check runs the code and shows here what it prints."))
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.guess)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.picture)
        parts.addWidget(lower)
        parts.setSizes([360, 240])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)
        self.show_output("")

    def show_output(self, words: str) -> None:
        """Show what was printed, very long lines in pieces."""
        self._show(self.tr("What your code prints"), _in_pieces(words))

    def show_picture(self, picture: Mapping[str, Any] | None) -> None:
        """Draw what the code has made; None draws nothing."""
        self.picture.show_picture(picture)

    def show_guess(self, guess: str) -> None:
        """Show what was guessed, beside what came; "" shows nothing."""
        self.guess.setText(self.tr("You guessed: {0}").format(one_line(guess)) if guess else "")
        self.guess.setVisible(bool(guess))

    def show_solution(self, code: str) -> None:
        """Show a solution in the place of what was printed."""
        self._show(self.tr("A solution"), code)

    def _show(self, title: str, words: str) -> None:
        self.title.setText(title)
        self.text.setAccessibleName(title)
        self.text.setPlainText(words.rstrip("\n"))


def _in_pieces(words: str) -> str:
    """Return a text with a line break wherever a line would become too long."""
    lines = words.split("\n")
    return "\n".join(
        line[place : place + LONGEST_LINE]
        for line in lines
        for place in range(0, max(1, len(line)), LONGEST_LINE)
    )
