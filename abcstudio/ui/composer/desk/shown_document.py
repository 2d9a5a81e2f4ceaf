"""Keeps the editor on the current document."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.desk.tune_watch import TuneWatch
from abcstudio.ui.documents.document import Document, is_locked
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.editor.abc_editor import AbcEditor


class ShownDocument(QObject):
    """Shows the current document in the editor, and has its tune read at once."""

    def __init__(self, documents: Documents, editor: AbcEditor, watch: TuneWatch) -> None:
        super().__init__(editor)
        self._documents = documents
        self._editor = editor
        self._watch = watch
        documents.removed.connect(editor.forget)
        documents.current_changed.connect(self._show)
        documents.state_changed.connect(self._lock)

    def _show(self, document: Document) -> None:
        self._editor.show_document(document)
        self._watch.read_now()
        self._lock()

    def _lock(self) -> None:
        self._editor.setReadOnly(is_locked(self._documents.current))
