"""Who wrote each character of an open text, followed through edits, undo and redo."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import accumulate, pairwise

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from abcstudio.composing.author_steps import AuthorSteps
from abcstudio.composing.authors import (
    FROM_FILE,
    Author,
    AuthoredPiece,
    AuthorKind,
    Authors,
    Run,
)
from abcstudio.composing.kept_characters import KeptCharacters, kept_characters
from abcstudio.notation.spans import Span
from abcstudio.ui.documents.editor_text import to_offset, to_position, wide_places
from abcstudio.ui.documents.known_text import KnownText
from abcstudio.ui.documents.large_changes import LargeChanges


class TextAuthors(QObject):
    """Follows a document; places are Qt's positions.

    What is typed is the person's. Whatever else writes says who it is (`writing`).
    """

    def __init__(self, document: QTextDocument, known: KnownText, large: LargeChanges) -> None:
        super().__init__(document)
        self._document = document
        self._known = known
        self._large = large
        self._steps = AuthorSteps()
        self._writer = FROM_FILE
        self._pieces: tuple[AuthoredPiece, ...] = ()
        self._is_new_step = False
        document.undoCommandAdded.connect(self._on_step_added)
        document.undoAvailable.connect(self._on_history_changed)
        document.redoAvailable.connect(self._on_history_changed)
        document.contentsChange.connect(self._on_contents_change)

    @property
    def now(self) -> Authors:
        """Who wrote what, as the text is now."""
        return self._steps.authors

    def runs(self, start: int = 0, end: int | None = None) -> Iterator[Run]:
        """Yield the stretches of the text between two of Qt's positions."""
        return self.now.runs(start, end)

    def author_at(self, position: int) -> Author | None:
        """Return who wrote the character at one of Qt's positions, the last one beyond the end."""
        return self.now.author_at(min(position, len(self.now) - 1))

    def pieces(self) -> tuple[AuthoredPiece, ...]:
        """Return the authors of the text, counted in its characters."""
        text, pieces = self._known.text(), self.now.pieces()
        return _counted(pieces, partial(to_offset, text)) if wide_places(text) else pieces

    def between(self, place: Span) -> tuple[AuthoredPiece, ...]:
        """Return the authors of a part of the text, as they may be put back."""
        text = self._known.text()
        return self.now.pieces(to_position(text, place.start), to_position(text, place.end))

    def put_back(self, start: int, pieces: Sequence[AuthoredPiece]) -> None:
        """Let the characters from one on have the authors that they had, after the latest step."""
        place = to_position(self._known.text(), start)
        length = sum(piece.length for piece in pieces)
        if place + length <= len(self.now):
            self._steps.write(place, length, pieces, self._steps.at)

    def begin(self, pieces: Sequence[AuthoredPiece]) -> None:
        """Take the authors of the whole text, counted in its characters, where they fit it."""
        text = self._known.text()
        if sum(piece.length for piece in pieces) != len(text):
            return
        if wide_places(text):
            pieces = _counted(pieces, partial(to_position, text))
        self._steps.begin(pieces, self._document.availableUndoSteps())

    def write_as(self, author: Author) -> None:
        """Let what is written from now on be an author's."""
        self._writer = author

    @contextmanager
    def writing(self, author: Author, pieces: Sequence[AuthoredPiece] = ()) -> Iterator[None]:
        """Let what is written meanwhile be an author's.

        Args:
            author: Who writes.
            pieces: What is known of the authors of what is put in, in Qt's units.
        """
        before = self._writer
        self._writer, self._pieces = author, tuple(pieces)
        try:
            yield
        finally:
            self._pieces = ()
            self._large.when_whole(partial(self.write_as, before))

    def _on_step_added(self) -> None:
        self._is_new_step = True

    def _on_history_changed(self) -> None:
        document = self._document
        if not document.availableUndoSteps() and not document.availableRedoSteps():
            # Nothing that was done before can be undone or repeated.
            self._steps.forget()

    def _on_contents_change(self, place: int, removed: int, added: int) -> None:
        is_new, self._is_new_step = self._is_new_step, False
        step = self._document.availableUndoSteps()
        length = self._document.characterCount() - 1
        if not is_new and step != self._steps.at and self._document.isUndoRedoEnabled():
            self._steps.go_to(step)
            if len(self.now) == length:
                return
        elif not is_new and removed == added:
            # Characters were only coloured or laid out anew.
            return
        place = min(place, len(self.now))
        removed = min(removed, len(self.now) - place)
        added = length - len(self.now) + removed
        if added < 0:
            place, removed, added = 0, len(self.now), length
        self._write(place, removed, added, step)

    def _write(self, place: int, removed: int, added: int, step: int) -> None:
        is_known = bool(added) and sum(piece.length for piece in self._pieces) == added
        pieces: Sequence[AuthoredPiece] = (
            self._pieces if is_known else (AuthoredPiece(added, self._writer),)
        )
        lines = self._known.latest
        if lines is not None and removed and added and not is_known:
            old, new = _units(lines.old), _units(lines.new)
            if old - new == removed - added:
                place = max(0, place - _units(lines.old[: lines.head]))
                removed = old
                pieces = self._with_what_stays(place, lines.old, lines.new)
        self._steps.write(place, removed, pieces, step)

    def _with_what_stays(self, place: int, old: str, new: str) -> Sequence[AuthoredPiece]:
        """Return who wrote a text that came in the place of another, of which parts stay."""
        found = kept_characters(old, new)
        if self._writer.kind is AuthorKind.PASTED:
            # Of what is pasted nothing comes from what stood there.
            ends = (len(old), len(new))
            found = [each for each in found if each[:2] == (0, 0) or _end_of(each) == ends]
        pieces: list[AuthoredPiece] = []
        reached = 0
        for each in found:
            pieces.append(AuthoredPiece(_units(new[reached : each.new]), self._writer))
            reached = each.new + each.length
            start = place + _units(old[: each.old])
            pieces += self.now.pieces(start, start + _units(new[each.new : reached]))
        pieces.append(AuthoredPiece(_units(new[reached:]), self._writer))
        return pieces


def _end_of(kept: KeptCharacters) -> tuple[int, int]:
    return kept.old + kept.length, kept.new + kept.length


def _units(text: str) -> int:
    """Return how much room a text takes as Qt counts."""
    return len(text) + len(wide_places(text))


def _counted(
    pieces: Sequence[AuthoredPiece], place_of: Callable[[int], int]
) -> tuple[AuthoredPiece, ...]:
    """Return pieces counted in other units; `place_of` gives each place in these."""
    ends = list(accumulate(piece.length for piece in pieces))
    places = [0, *map(place_of, ends)]
    return tuple(
        AuthoredPiece(end - start, piece.author)
        for piece, (start, end) in zip(pieces, pairwise(places), strict=True)
    )
