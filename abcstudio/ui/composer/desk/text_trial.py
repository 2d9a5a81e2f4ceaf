"""A part of the text in whose place others are tried out, before the person decides."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from abcstudio.composing.authors import PERSON, Author, AuthoredPiece, AuthorKind
from abcstudio.notation.spans import Span
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.long_lines import LongLineError
from abcstudio.ui.editor.abc_editor import AbcEditor


class TextTrial(QObject):
    """Shows one text after another in the place of a part, all as one step of undo.

    Taken back, it leaves neither a step to undo nor one to make again.

    Signals:
        ended: What is shown stays: the person changed or saved the text, or went to another one.
    """

    ended = Signal()

    def __init__(self, documents: Documents, editor: AbcEditor) -> None:
        super().__init__(editor)
        self._documents = documents
        self._editor = editor
        self._document: Document | None = None
        self._selected = (0, 0)
        self._is_writing = False
        self._shown = Span(0, 0)
        self._author = PERSON
        self._first_text = ""
        self._first_authors: tuple[AuthoredPiece, ...] = ()
        documents.current_changed.connect(self._on_current_changed)
        documents.state_changed.connect(self._on_state_changed)
        editor.text_edited.connect(self._on_text_edited)

    @property
    def is_on(self) -> bool:
        """Whether something is shown that can be taken back."""
        return self._document is not None

    @property
    def shown(self) -> Span:
        """Where that stands."""
        return self._shown

    def write_as(self, model: str) -> None:
        """Let what is shown from now on be written by a model."""
        self._author = Author(AuthorKind.MODEL, model)

    def show(self, place: Span, text: str, caret: int) -> bool:
        """Show a text in place of what stands there or was shown last; return whether it is done.

        Args:
            place: What is replaced, the first time.
            text: Stands there from now on.
            caret: Where the caret goes.
        """
        document = self._documents.current
        if not self.is_on:
            self._shown, self._selected = place, document.redo_places.selection
            self._first_text = document.text()[place.start : place.end]
            self._first_authors = document.authors.between(place)
        # Undo leads back to where the person was before the first one.
        document.redo_places.note(*self._selected)
        self._is_writing = True
        try:
            with document.authors.writing(self._author):
                document.replace_part(self._shown.start, self._shown.end, text, joins=self.is_on)
        except LongLineError:
            self._editor.refuse_change()
            return False
        finally:
            self._is_writing = False
        self._document = document
        self._shown = Span(self._shown.start, self._shown.start + len(text))
        if text == self._first_text:
            document.authors.put_back(self._shown.start, self._first_authors)
        self._editor.select(Span(caret, caret))
        return True

    def keep(self) -> None:
        """Let what is shown stay."""
        self._document = None

    def take_back(self) -> None:
        """Bring back what stood there, and what was selected."""
        document, self._document = self._document, None
        if document is not None:
            self._editor.undo()
            document.text_document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)

    def _end(self) -> None:
        if self.is_on:
            self._document = None
            self.ended.emit()

    def _on_text_edited(self) -> None:
        if not self._is_writing:
            self._end()

    def _on_current_changed(self, document: Document) -> None:
        if document is not self._document:
            self._end()

    def _on_state_changed(self) -> None:
        if self._document is not None and not self._document.is_modified and not self._is_writing:
            self._end()
