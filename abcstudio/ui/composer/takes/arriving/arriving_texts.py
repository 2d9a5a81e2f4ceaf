"""Characters of takes on their way into documents: at once where a person sees them."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.composing.arrivals import SampledPiece
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents

_TURN_MS = 50
_TURNS = 8
"""In so many turns each text out of sight is brought once, however many there are."""


class ArrivingTexts(QObject):
    """Adds characters to the document in sight as they come, and to each other one now and then.

    Whatever is added is laid out, coloured and told to all who follow a text, which takes a
    millisecond for one character as for forty: what has come while the window was busy is added
    in one go.

    Signals:
        arriving: Characters are about to be added to a document. Carries the `Document`.
        arrived: They were added, perhaps in place of others. Carries the `Document`.
    """

    arriving = Signal(object)
    arrived = Signal(object)

    def __init__(self, documents: Documents, parent: QObject) -> None:
        super().__init__(parent)
        self._documents = documents
        self._held: dict[Document, SampledPiece] = {}
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._bring_current)
        self._timer = QTimer(self, interval=_TURN_MS)
        self._timer.timeout.connect(self._bring_some)
        # In its own turn: until then the editor shows the document that was in sight before.
        documents.current_changed.connect(
            lambda document: QTimer.singleShot(0, self, partial(self.bring, document))
        )

    def add(self, document: Document, text: str, *, taken_back: int = 0) -> None:
        """Take characters that have come for a document, in place of some that came last."""
        piece = SampledPiece(document.key, text, taken_back)
        self._held[document] = held.then(piece) if (held := self._held.get(document)) else piece
        if document is self._documents.current:
            self._soon.start()
        elif not self._timer.isActive():
            self._timer.start()

    def bring(self, document: Document) -> None:
        """Add now what has come for a document."""
        piece = self._held.pop(document, None)
        if piece is not None and (piece.text or piece.taken_back):
            self.arriving.emit(document)
            document.append_characters(piece.text, taken_back=piece.taken_back)
            self.arrived.emit(document)

    def bring_all(self) -> None:
        """Add now what has come for each document."""
        for document in tuple(self._held):
            self.bring(document)

    def _bring_current(self) -> None:
        """Add what has come for the document in sight, and for others in their turns."""
        self.bring(self._documents.current)
        if self._held and not self._timer.isActive():
            self._timer.start()

    def _bring_some(self) -> None:
        """Add what has come for those that have waited longest."""
        for document in tuple(self._held)[: 1 + len(self._held) // _TURNS]:
            self.bring(document)
        if not self._held:
            self._timer.stop()
