"""The notice of a change to a text: it goes once the text is undone or changed again."""

from PySide6.QtCore import QObject

from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.studio import Notice, Studio


class ChangeNotice(QObject):
    """Withdraws a notice as soon as its document has another text than now."""

    def __init__(self, studio: Studio, document: Document, notice: Notice) -> None:
        super().__init__(document)
        self._studio = studio
        self._document = document
        self._notice = notice
        self._text = document.text()
        document.edited.connect(self._on_edited)

    def _on_edited(self) -> None:
        if self._document.text() != self._text:
            self._document.edited.disconnect(self._on_edited)
            self._studio.notice_withdrawn.emit(self._notice)
            self.deleteLater()
