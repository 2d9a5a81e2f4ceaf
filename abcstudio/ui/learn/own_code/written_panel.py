"""What the student's network writes: samples of its training, and texts that are asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio.recipes.lessons.own_writing import LENGTH, MOST_CHARACTERS
from abcstudio.ui.controls.numbers.number_boxes import first_complaint
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font

_LONGEST_START = 200


class WrittenPanel(QWidget):
    """A title over a text over what the next one begins with.

    Attributes:
        start: What a text begins with; the studio adds the line break.
        length: How many characters come after it.
        write: Asks for a text.
        listen: Opens the text in the composer.

    Signals:
        write_requested: Carries what the text is to begin with, and its length.
        listen_requested: Carries the text that is shown.
    """

    write_requested = Signal(str, int)
    listen_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label()
        self.title.setProperty("muted", True)
        self.title.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(editor_font())
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            self.tr("Here stands what your network writes, while it is trained and afterwards.")
        )
        self.start = QLineEdit("X:1")
        self.start.setMaxLength(_LONGEST_START)
        self.start.setToolTip(self.tr("What the text begins with, your start_string"))
        self.length = WholeNumberBox(1, MOST_CHARACTERS, is_adaptive=True)
        self.length.setValue(LENGTH)
        self.length.setToolTip(self.tr("How many characters follow, your generation_length"))
        self.write = QPushButton(self.tr("&Write with my generate_text"))
        self.listen = QPushButton(self.tr("Open in the Composer"))
        self.listen.setToolTip(self.tr("Shows the score of the text; there it can be played"))
        first = QHBoxLayout()
        for words, field, stretch in (
            (self.tr("Sta&rt"), self.start, 1),
            (self.tr("&Characters"), self.length, 0),
        ):
            label = Label(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            first.addWidget(label)
            first.addWidget(field, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addLayout(first)
        for button in (self.write, self.listen):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.write.clicked.connect(self._on_write)
        self.listen.clicked.connect(self._on_listen)
        self.show_text("", "")

    def allow(self, why_not: str) -> None:
        """Let texts be asked for, or say why they cannot be."""
        words = self.tr("Your generate_text writes with the network that your code has trained")
        self.write.setEnabled(not why_not)
        self.write.setToolTip(why_not or words)

    def show_text(self, title: str, text: str) -> None:
        """Show a text; its end is in sight when a new one comes."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.text.setAccessibleName(title or self.tr("What your network writes"))
        self.text.setPlainText(text)
        self.listen.setEnabled(bool(text.strip()))

    def _on_write(self) -> None:
        if not first_complaint(self.length):
            self.write_requested.emit(f"{self.start.text()}\n", self.length.value())

    def _on_listen(self) -> None:
        self.listen_requested.emit(self.text.toPlainText())
