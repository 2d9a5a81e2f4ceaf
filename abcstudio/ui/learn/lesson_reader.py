"""The text of a lesson, as a page to read."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from abcstudio.ui.look.theme import GRID

_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_WEB = ("http", "https")


class LessonReader(QTextBrowser):
    """Shows Markdown without HTML; no picture or file that a text names is opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Text of the lesson"))
        self.document().setDocumentMargin(2 * GRID)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.anchorClicked.connect(_open_page)

    def show_lesson(self, title: str, text: str) -> None:
        """Show a lesson from its beginning."""
        self.document().setMarkdown(f"## {title}\n\n{text}", _MARKDOWN)
        self.verticalScrollBar().setValue(0)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Load nothing: a lesson may come from anybody."""
        return None


def _open_page(url: QUrl) -> None:
    if url.scheme() in _WEB:
        QDesktopServices.openUrl(url)
