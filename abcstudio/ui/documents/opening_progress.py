"""Shows how far the opening of a large file is, and who gets the focus when it is there."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.opening_bar import OpeningBar
from abcstudio.ui.documents.opening_queue import OpeningQueue


class OpeningProgress(QObject):
    """Keeps the bar in step with the opening.

    Signals:
        focus_due: A file has come that the person waited for.
    """

    focus_due = Signal()

    def __init__(self, opening: OpeningQueue, bar: OpeningBar, documents: Documents) -> None:
        super().__init__(bar)
        self._bar = bar
        self._documents = documents
        self._focus_before: QWidget | None = None
        opening.began.connect(self._on_began)
        opening.opened.connect(self._on_opened)
        opening.recovered.connect(lambda _lost, document: self._on_opened(document))
        opening.progressed.connect(bar.bar.setValue)
        opening.ended.connect(bar.hide)
        bar.cancelled.connect(opening.stop)

    def _on_began(self, path: Path) -> None:
        self._bar.show_file(path.name)
        # The window's own: the dialog in which the file was chosen may have it still.
        self._focus_before = self._bar.window().focusWidget()

    def _on_opened(self, document: Document) -> None:
        """Ask for the focus, unless the person has gone elsewhere meanwhile."""
        focus = self._bar.window().focusWidget()
        has_waited = focus in (self._focus_before, self._bar.cancel_button, None)
        if has_waited and self._documents.current is document:
            self.focus_due.emit()
