"""Writing entered notes into the tune at the caret, each as one step that can be undone."""

from collections.abc import Callable

from abcstudio.errors import EditError
from abcstudio.notation.entry.note_entry import Entered, last_before, note_at
from abcstudio.notation.entry.place import entry_place, is_in_music
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.parser import Read, parse
from abcstudio.notation.rereading.incremental import IncrementalParser
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.words.translation import error_sentence

NEW_TUNE = "X:1\nT:\nM:4/4\nL:1/8\nK:C\n"
"""What the first note of an empty text stands under."""

Change = Callable[[Score, Span, Read], Entered]
_Place = tuple[int, str, Span]


class EntryWriter:
    """Knows what stands at the caret, and changes it."""

    def __init__(self, desk: TuneDesk) -> None:
        self._desk = desk
        self._editor = desk.editor
        self._watch = desk.watch
        self._studio = desk.studio
        # Of its own: what it reads is not yet the text that the page shows.
        self._parser = IncrementalParser()
        # The text in which a note is to begin a line, and the caret at the end of that before it.
        self._line_end: _Place | None = None

    def letters_are_notes(self) -> bool:
        """Return whether the caret stands where letters are notes, not in a field or in lyrics."""
        editor = self._editor
        if editor.isReadOnly():
            return False
        place = editor.selection().start
        view = self._watch.settle()
        if view is None:
            return not editor.text()[:place].strip()
        if self._begins_line():
            return True
        # The blanks behind a tune are none of its text.
        beyond = editor.text()[view.end : place]
        text = view.text + beyond
        return (
            place >= view.offset and not beyond.strip() and is_in_music(text, place - view.offset)
        )

    def go_to_music(self) -> None:
        """Put the caret where notes can be entered, if it is elsewhere: after the tune's music.

        Where a line has to be begun for them, the first note begins it: the text stays.
        """
        self._line_end = None
        view = self._watch.settle()
        if view is None or self.letters_are_notes():
            return
        caret = self._editor.selection().end - view.offset
        place = entry_place(view.score, min(max(0, caret), len(view.text)))
        offset, whole = view.offset + place.offset, self._editor.text()
        is_line_there = whole.startswith("\n", offset)
        offset += place.begins_line and is_line_there
        self._editor.select(Span(offset, offset))
        if place.begins_line and not is_line_there:
            self._line_end = self._here()

    def pitch_before(self) -> Pitch | None:
        """Return the pitch that the next letter is to be near to."""
        view = self._watch.settle()
        if view is None:
            return None
        score = view.score
        caret = self._editor.selection().end - view.offset
        while (last := last_before(score, caret)) is not None:
            if isinstance(last, Chord):
                return max(last.notes, key=lambda note: note.span.start).pitch
            caret = last.span.start
        return None

    def has_chosen(self) -> bool:
        """Return whether a single note or rest is selected: the next letter takes its place."""
        view = self._watch.settle()
        if view is None or not self._desk.has_selection:
            return False
        return note_at(view.score, self._desk.selection(view)) is not None

    def change(
        self, change: Change, hear: Callable[[Entered], object] | None = None
    ) -> Entered | None:
        """Change the tune at the caret as one step that can be undone, or say why not.

        Args:
            change: Is given the tune, the selection in it, and what reads its text.
            hear: Called with what was entered, before the text, its score and its problems change.
        """
        if self._editor.isReadOnly():
            return None
        view = self._watch.settle()
        selection = self._editor.selection()
        header = view.tune.file_header if view is not None else ""
        beyond = self._new_line(view, selection.start)
        try:
            entered = change(*self._place(view, selection, beyond), self._reader(header))
        except EditError as error:
            self._studio.notify(error_sentence(error), "info")
            return None
        if hear is not None:
            hear(entered)
        caret = Span(entered.caret, entered.caret)
        self._desk.put(view, entered.text, caret, beyond=len(beyond))
        self._watch.settle()
        return entered

    def _here(self) -> _Place:
        """Return which text there is now, and where the caret stands in it."""
        editor = self._editor
        return editor.document_key, editor.text(), editor.selection()

    def _begins_line(self) -> bool:
        """Return whether the next note begins a line, behind that at whose end the caret stands."""
        return self._line_end is not None and self._line_end == self._here()

    def _reader(self, file_header: str) -> Read:
        return lambda text: self._parser.update(text, file_header)

    def _new_line(self, view: TuneView | None, caret: int) -> str:
        """Return the end of the tune's last line, where a new line has been begun behind it."""
        whole = self._editor.text()
        if view is None or whole[view.end : caret] != "\n":
            return ""
        # The empty line that parts two tunes is none of the first one.
        return "\n" if whole[caret:] in ("", "\n") or whole.startswith("\n\n", caret) else ""

    def _place(self, view: TuneView | None, selection: Span, beyond: str) -> tuple[Score, Span]:
        """Return the tune to be changed, and what is selected in it."""
        if view is None:
            return parse(NEW_TUNE), Span(len(NEW_TUNE), len(NEW_TUNE))
        text, caret = view.text + beyond, len(view.text + beyond)
        if self._begins_line():
            caret = selection.end - view.offset + 1
            text = view.text[: caret - 1] + "\n" + view.text[caret - 1 :]
        elif not beyond:
            return view.score, self._desk.selection(view)
        return self._reader(view.tune.file_header)(text), Span(caret, caret)
