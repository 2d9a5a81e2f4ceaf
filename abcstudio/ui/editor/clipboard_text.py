"""Text of the editor on its way to the clipboard, and from there or from the mouse into it."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.editor.bounded_text import BoundedTextEdit
from abcstudio.ui.editor.copied_authors import CopiedAuthors
from abcstudio.ui.look.theme import Colors


class ClipboardTextEdit(BoundedTextEdit):
    """An editor that copies and pastes characters as they are.

    Attributes:
        copied_authors: Who wrote what was copied.
    """

    def __init__(self, colors: Colors, parent: QWidget | None = None) -> None:
        super().__init__(colors, parent)
        self.copied_authors = CopiedAuthors()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, but no files: the window opens these instead of writing their addresses."""
        return super().canInsertFromMimeData(source) and not source.hasUrls()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the characters as they are: Qt would put blanks and line ends for rare ones."""
        words = self.textCursor().selectedText().replace("\u2029", "\n")
        self.copied_authors.copy(words, self.textCursor())
        data = QMimeData()
        data.setText(words)
        return data

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a text, and remember that it was pasted."""
        with self.copied_authors.pasting(source.text()):
            super().insertFromMimeData(source)
