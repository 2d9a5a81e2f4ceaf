"""Noting what is selected, so that undo selects it again."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit

from abcstudio.ui.documents.document import Document


class SelectionNotes(QObject):
    """Keeps the selection of an editor in the document that it shows."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document: Document | None = None
        editor.cursorPositionChanged.connect(self._note)
        editor.selectionChanged.connect(self._note)

    def follow(self, document: Document | None) -> None:
        """Note the selection in the document that is shown now; in none while that changes."""
        self._document = document
        self._note()

    def _note(self) -> None:
        if self._document is not None and not self._document.large.is_busy:
            cursor = self._editor.textCursor()
            self._document.redo_places.note(cursor.anchor(), cursor.position())
