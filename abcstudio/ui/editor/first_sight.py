"""What of a text is in sight when it is seen for the first time."""

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from abcstudio.ui.documents.editor_text import to_position
from abcstudio.ui.editor.abc_editor import AbcEditor


class FirstSight(QObject):
    """Brings a place to the top when the editor is shown, or below it what the caret needs.

    Before that its size is not known.
    """

    def __init__(self, editor: AbcEditor, top: int) -> None:
        super().__init__(editor)
        self._editor = editor
        self._top = top
        editor.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            editor = self._editor
            editor.removeEventFilter(self)
            block = editor.document().findBlock(to_position(editor.text(), self._top))
            editor.verticalScrollBar().setValue(block.firstLineNumber())
            editor.ensureCursorVisible()
            self.deleteLater()
        return super().eventFilter(watched, event)
