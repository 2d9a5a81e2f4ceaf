"""Each open text has its own colours, kept while another one is in the editor."""

from PySide6.QtCore import QObject

from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.abc_highlighter import AbcHighlighter
from abcstudio.ui.look.theme import Colors
from abcstudio.ui.services.studio import Studio


class DocumentHighlighters(QObject):
    """Makes a highlighter for each document and hands the editor that of the current one."""

    def __init__(self, documents: Documents, editor: AbcEditor, studio: Studio) -> None:
        super().__init__(editor)
        self._editor = editor
        self._studio = studio
        self._highlighters: dict[int, AbcHighlighter] = {}
        self._shown = 0
        documents.added.connect(self._on_added)
        documents.removed.connect(self._on_removed)
        documents.current_changed.connect(self._on_current_changed)
        studio.colors_changed.connect(self._on_colors_changed)

    def highlighter_of(self, document: Document) -> AbcHighlighter:
        """Return what colours an open document."""
        return self._highlighters[document.key]

    def let_go(self) -> None:
        """Colour nothing any more: another editor shows the documents."""
        for highlighter in self._highlighters.values():
            highlighter.stop()
            highlighter.deleteLater()
        self._highlighters.clear()

    def _on_added(self, document: Document) -> None:
        highlighter = AbcHighlighter(document.text_document, self._studio.colors)
        highlighter.set_in_sight(False)
        highlighter.outdated.connect(self._editor.viewport().update)
        self._highlighters[document.key] = highlighter

    def _on_removed(self, document: Document) -> None:
        self._highlighters.pop(document.key).stop()

    def _on_current_changed(self, document: Document) -> None:
        if (before := self._highlighters.get(self._shown)) is not None:
            before.set_in_sight(False)
        highlighter, self._shown = self._highlighters[document.key], document.key
        highlighter.set_in_sight(True)
        self._editor.set_colorer(highlighter.color_lines)

    def _on_colors_changed(self, colors: Colors) -> None:
        for highlighter in self._highlighters.values():
            highlighter.set_colors(colors)
