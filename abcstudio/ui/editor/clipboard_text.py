"""Text of the editor on its way to the clipboard, and from there or from the mouse into it."""

from PySide6.QtCore import QMimeData, Signal
from typing_extensions import override

from abcstudio.ui.documents.long_lines import MOST_IN_LINE, is_too_long
from abcstudio.ui.editor.line_numbers import NumberedTextEdit


class ClipboardTextEdit(NumberedTextEdit):
    """An editor that copies and pastes characters as they are.

    Signals:
        paste_refused: What was pasted or dropped is not in the text. Carries the sentence why.
    """

    paste_refused = Signal(str)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, but no files: the window opens these instead of writing their addresses."""
        return super().canInsertFromMimeData(source) and not source.hasUrls()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a text unless one of its lines would hold the window at each key."""
        cursor, end = self.textCursor(), self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        end.setPosition(end.selectionEnd())
        after = end.block().length() - 1 - end.positionInBlock()
        if not is_too_long(source.text(), cursor.positionInBlock(), after):
            super().insertFromMimeData(source)
            return
        words = self.tr(
            "Nothing was pasted: a line of more than %Ln characters is too long to edit here.",
            "",
            MOST_IN_LINE,
        )
        self.paste_refused.emit(words)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the characters as they are: Qt would put blanks and line ends for rare ones."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data
