"""Text of the editor on its way to the clipboard, and from there or from the mouse into it."""

from PySide6.QtCore import QMimeData
from typing_extensions import override

from abcstudio.ui.editor.bounded_text import BoundedTextEdit


class ClipboardTextEdit(BoundedTextEdit):
    """An editor that copies and pastes characters as they are."""

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, but no files: the window opens these instead of writing their addresses."""
        return super().canInsertFromMimeData(source) and not source.hasUrls()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the characters as they are: Qt would put blanks and line ends for rare ones."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data
