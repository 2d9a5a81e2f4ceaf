"""The line under the text that names its encoding, where its file leaves a doubt."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.encodings.encoding_chooser import EncodingChooser
from abcstudio.ui.documents.encodings.encoding_words import encoding_words
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font


class EncodingLine(QFrame):
    """Shows how the text in the editor was decoded, and offers to decode it otherwise."""

    def __init__(
        self, documents: Documents, chooser: EncodingChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._documents = documents
        self._chooser = chooser
        self.setAccessibleName(self.tr("Encoding"))
        self.words = Label()
        self.words.setProperty("muted", True)
        self.words.setFont(small_font())
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self.tr("Another…"))
        self.button.setFont(small_font())
        self.button.setAccessibleName(self.tr("Another encoding"))
        self.button.clicked.connect(chooser.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        documents.current_changed.connect(self._show)
        documents.state_changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        words = encoding_words(self._documents.current)
        self.words.setText(words)
        self.words.setToolTip(words)
        why_not = self._chooser.why_not()
        self.button.setEnabled(not why_not)
        self.button.setToolTip(why_not or self.tr("Read the file with another encoding"))
        self.setVisible(bool(words))
