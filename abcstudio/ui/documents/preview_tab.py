"""Preview tab: the next known tune takes its place, until something is changed in it."""

from PySide6.QtCore import QObject

from abcstudio.ui.documents.document import Document, is_locked, keep_open
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import EditorText, with_last_break
from abcstudio.ui.services.studio import Studio


class PreviewTab(QObject):
    """Reuses one tab for known tunes.

    A change, a star, a save, a double click on the tab or moving it makes it a normal tab.
    """

    def __init__(
        self, documents: Documents, files: DocumentFiles, bar: DocumentTabs, studio: Studio
    ) -> None:
        super().__init__(bar)
        self._documents = documents
        self._files = files
        self._bar = bar
        studio.known_tune_requested.connect(self.show)
        documents.state_changed.connect(self._keep_if_changed)

    def show(self, text: str, name: str) -> None:
        """Show a known tune in the tab that already has it, else in the preview tab."""
        twin = self._twin_of(text)
        if twin is not None:
            self._documents.make_current(twin)
            return
        before = self._document
        document = self._files.open_text(text, name, is_preview=True)
        if document is not None and before is not None:
            self._bar.move_tab(document, self._bar.documents().index(before))
            self._documents.remove(before)

    @property
    def _document(self) -> Document | None:
        return next((each for each in self._documents if each.provenance.is_preview), None)

    def _keep_if_changed(self) -> None:
        document = self._document
        if document is not None and (document.needs_saving or document.path is not None):
            keep_open(document)

    def _twin_of(self, text: str) -> Document | None:
        """Return the open text without a file that is this tune, unchanged."""
        shown = EditorText.of(with_last_break(text)).shown
        return next(
            (
                each
                for each in self._documents
                if each.path is None
                and not each.is_take
                and not is_locked(each)
                and each.text() == shown
            ),
            None,
        )
