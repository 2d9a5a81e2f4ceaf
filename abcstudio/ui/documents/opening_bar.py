"""The strip that shows how far the opening of a large file is, and stops it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, GROUP_GAP


class OpeningBar(QFrame):
    """Stands above score and text while there is something to wait for.

    Signals:
        cancelled: The person does not want the file any more.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(self.tr("How much of the file is opened"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Do not open this file"))
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(GROUP_GAP, GRID, GROUP_GAP, GRID)
        row.setSpacing(GROUP_GAP)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    def show_file(self, name: str) -> None:
        """Say which file is being opened."""
        self.words.setText(self.tr("Opening {0}…").format(one_line(name)))
        self.bar.setValue(0)
        self.show()
