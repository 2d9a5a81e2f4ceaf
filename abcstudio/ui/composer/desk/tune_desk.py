"""The tune at the caret: one place to read it, to say why it cannot be changed, to change it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from abcstudio.composing.authors import REWRITING
from abcstudio.errors import EditError
from abcstudio.notation.rewriting.tune_moves import TuneMove
from abcstudio.notation.spans import Span, line_and_column, nearest_offset
from abcstudio.ui.composer.desk.tune_watch import TuneView, TuneWatch
from abcstudio.ui.documents.document import Document, is_locked
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.long_lines import LongLineError
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence


class Changed(Protocol):
    """A tune after a change, as the functions of `notation` return it."""

    @property
    def text(self) -> str:
        """The whole tune."""

    @property
    def selection(self) -> Span | None:
        """The selection afterwards, in the tune; None leaves the caret to the editor."""


@dataclass(frozen=True, slots=True)
class ChangedTune:
    """A tune after a change, and what is to be selected in it."""

    text: str
    selection: Span | None = None


class TuneDesk(QObject):
    """Reads and changes the tune at the caret; every change is one step to undo.

    Attributes:
        documents, editor, watch, studio: The parts that it joins; who has the desk has them.

    Signals:
        changed: What may be done may differ: another text, another tune, or it is being composed.
    """

    changed = Signal()

    def __init__(
        self, documents: Documents, editor: AbcEditor, watch: TuneWatch, studio: Studio
    ) -> None:
        super().__init__(editor)
        self.documents = documents
        self.editor = editor
        self.watch = watch
        self.studio = studio
        for change in (documents.current_changed, documents.state_changed, watch.tune_changed):
            change.connect(self._tell)

    def _tell(self) -> None:
        """Tell once of much that happens together: each time all commands look what they can do."""
        self.documents.tell(self.changed)

    @property
    def document(self) -> Document:
        """The text in the editor."""
        return self.documents.current

    def is_open(self, document: Document) -> bool:
        """Return whether a text has not been closed."""
        return document in self.documents

    @property
    def document_name(self) -> str:
        """The proposed name of a file that is made of the text in the editor."""
        return self.document.label

    @property
    def has_selection(self) -> bool:
        """Whether some of the text is selected."""
        return self.editor.textCursor().hasSelection()

    def place(self) -> Span | None:
        """Return where the tune stands in the document, None where there is none."""
        view = self.watch.settle()
        return None if view is None else Span(view.offset, view.end)

    def why_not(self) -> str:
        """Return why the tune cannot be changed now, "" when it can."""
        is_missing = not self.document.is_composing and self.why_no_tune()
        return is_missing or self.why_no_writing()

    def why_no_tune(self) -> str:
        """Return that there is no tune, "" when there is one."""
        return "" if self.watch.view is not None else self.tr("There is no tune yet.")

    def why_no_writing(self) -> str:
        """Return why nothing can be written into the text now, "" when it can."""
        if self.document.is_composing:
            return self.tr("The network is still writing this tune.")
        if self.document.large.is_busy:
            return self.tr("This text is still being changed.")
        return ""

    def why_no_book(self) -> str:
        """Return why the tunes cannot be put in another order, "" when they can."""
        if not self.watch.has_numbers and not self.document.is_composing:
            return self.tr("No line of this text begins with X:.")
        return self.why_no_writing()

    def view(self) -> TuneView | None:
        """Return the tune that may be changed, as the text stands now; None when none may."""
        view = self.watch.settle()
        return None if is_locked(self.document) else view

    def change(self, edit: Callable[[TuneView], Changed]) -> TuneView | None:
        """Change the tune, or say why not; return it as it is after that, None when it stays.

        Args:
            edit: Returns the changed tune. What it raises as an `EditError` is said to the person.
        """
        view = self.view()
        if view is None:
            return None
        if not self.change_at(view.offset, len(view.text), partial(edit, view)):
            return None
        return self.watch.settle()

    def change_at(self, offset: int, length: int, edit: Callable[[], Changed]) -> bool:
        """Change the tune that stands at a place of the text; return whether it was done.

        Where only the caret stood in the text, nothing is selected after that: the next key would
        replace it.
        """
        if is_locked(self.document):
            return False
        try:
            changed = edit()
        except EditError as error:
            self.studio.notify(error_sentence(error), "info")
            return False
        selection = _moved(changed.selection, offset)
        if selection is not None and not self.has_selection:
            selection = Span(selection.start, selection.start)
        is_done = self._write(offset, offset + length, changed.text, selection)
        self.watch.settle()
        return is_done

    def rewrite_tune(self, rewrite: Callable[[str], str]) -> bool:
        """Write the tune anew, or say why not; the caret stays on its line; return if it is done.

        Args:
            rewrite: Returns the tune's new text; may raise an `EditError`.
        """
        view = self.view()
        return view is not None and self._rewrite(view.offset, view.end, rewrite)

    def rewrite_text(self, rewrite: Callable[[str], str]) -> bool:
        """Write the whole text anew as `rewrite_tune` does the tune."""
        return self.view() is not None and self._rewrite(0, len(self.document.text()), rewrite)

    def rewrite_document(self, document: Document, text: str) -> bool:
        """Write an open text anew; return whether it was done.

        Where it is the one in the editor, the caret keeps its line.
        """
        with document.authors.writing(REWRITING):
            return self._rewrite_document(document, text)

    def _rewrite_document(self, document: Document, text: str) -> bool:
        if document is not self.document:
            return self._replace(document, 0, len(document.text()), text)
        before = document.text()
        line, column = line_and_column(before, self.editor.caret())
        caret = nearest_offset(text, line, column)
        is_done = self._write(0, len(before), text, Span(caret, caret))
        self.watch.settle()
        return is_done

    def replace_text(self, edit: Callable[[str], TuneMove]) -> None:
        """Write the whole text anew and put the caret where the change says."""
        text = self.document.text()
        moved = edit(text)
        self._write(0, len(text), moved.text, Span(moved.place, moved.place))
        self.watch.settle()

    def write(self, place: Span, words: str, selection: Span | None = None) -> bool:
        """Write other words in a place of the text; return whether it was done.

        The tune is read again after a pause, as after typing.

        Args:
            place: In the text.
            words: May be empty.
            selection: What is selected after that, in the text; None puts the caret behind the
                words.
        """
        if is_locked(self.document):
            return False
        end = place.start + len(words)
        return self._write(place.start, place.end, words, selection or Span(end, end))

    def put(
        self, view: TuneView | None, text: str, selection: Span | None, *, beyond: int = 0
    ) -> None:
        """Write a tune in the place of what it was, and select a place in it.

        Args:
            view: The tune as it was; None for a text that is empty so far.
            text: What it is now.
            selection: In the tune; None leaves the caret to the editor.
            beyond: How many characters after the tune as it was are replaced too.
        """
        start, end = 0, len(self.document.text())
        if view is not None:
            start, end = view.offset, view.end + beyond
        self._write(start, end, text, _moved(selection, start))

    def _write(self, start: int, end: int, text: str, selection: Span | None) -> bool:
        if not self._replace(self.document, start, end, text):
            return False
        self.document.large.when_whole(partial(self._select_after, self.document, selection))
        return True

    def _select_after(self, document: Document, selection: Span | None) -> None:
        if document is not self.document:
            return
        if selection is None:
            document.redo_places.remember(self.editor.selection())
        else:
            self.editor.select(selection)

    def _replace(self, document: Document, start: int, end: int, text: str) -> bool:
        """Write into an open text, or say why not; return whether it was done."""
        try:
            document.replace_part(start, end, text)
        except LongLineError:
            self.editor.refuse_change()
            return False
        return True

    def select(self, view: TuneView, span: Span) -> None:
        """Select a part of a tune in the text."""
        self.editor.select(Span(span.start + view.offset, span.end + view.offset))

    def selection(self, view: TuneView) -> Span:
        """Return the selection as a place in the text of a tune."""
        selected = self.editor.selection()
        start, end = (
            min(max(0, place - view.offset), len(view.text))
            for place in (selected.start, selected.end)
        )
        return Span(start, end)

    def _rewrite(self, start: int, end: int, rewrite: Callable[[str], str]) -> bool:
        text = self.document.text()
        try:
            changed = rewrite(text[start:end])
        except EditError as error:
            self.studio.notify(error_sentence(error), "info")
            return False
        if changed == text[start:end]:
            self.studio.notify(self.tr("There was nothing to change."), "info")
            return False
        return self.rewrite_document(self.document, text[:start] + changed + text[end:])


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)
