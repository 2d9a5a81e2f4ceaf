"""The text of a Qt document, kept up with each change instead of copied out again."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.ui.documents.editor_text import remember_wide_places, to_offset, wide_places

MOST_ADDED = 100_000
"""Characters of one change up to which only they are copied out of the document."""

_SURROGATES = re.compile("[\ud800-\udfff]")


class ChangedLines(NamedTuple):
    """Lines in whose place others came, from the first changed one to the last.

    Attributes:
        head: How many of their characters stand before the change.
    """

    head: int
    old: str
    new: str


class KnownText(QObject):
    """The text of a document and its tunes, as they are known.

    Attributes:
        copied: Characters that were copied out of the document: what knowing the text costs.
        latest: The lines that the latest change replaced, None where it only added or removed.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._text: str | None = None
        self._text_count = 0
        self._book: EditedTunebook | None = None
        self.copied = 0
        self.latest: ChangedLines | None = None
        document.contentsChange.connect(self._on_contents_change)

    def text(self) -> str:
        r"""Return the text; lines end in `\n`."""
        # It is asked for a dozen times after each key, and copying it out takes a while. Inside an
        # edit block no signal comes before the block ends, but the count is new.
        count = self._document.characterCount()
        if self._text is None:
            self._text, self._text_count = self._copied_out(), count
        elif self._text_count != count:
            return self._copied_out()
        return self._text

    def book(self) -> EditedTunebook:
        """Return the tunes of the text; they follow it while it is edited."""
        text = self.text()
        if self._book is None:
            self._book = EditedTunebook(text)
        return self._book

    def forget(self) -> None:
        """Forget what is known: more is coming than is worth following."""
        self._text, self._book = None, None

    def take(self, text: str, book: EditedTunebook) -> None:
        """Take a text that was put into the document, if it is what stands there now."""
        self._text_count = self._document.characterCount()
        if len(text) + len(wide_places(text)) + 1 == self._text_count:
            self._text, self._book = text, book

    def _copied_out(self) -> str:
        text = self._document.toRawText().replace("\u2029", "\n")
        self.copied += len(text)
        return text

    def _on_contents_change(self, place: int, removed: int, added: int) -> None:
        """Change the text that is known instead of copying all of it out after each key."""
        old, self._text, self.latest = self._text, None, None
        count, self._text_count = self._text_count, self._document.characterCount()
        if old is None or added > MOST_ADDED or count - removed + added != self._text_count:
            self._book = None
            return
        piece = self._piece(place, added)
        if piece is None:
            self._book = None
            return
        start, end = to_offset(old, place), to_offset(old, place + removed)
        text = old[:start] + piece + old[end:]
        if piece and end > start:
            self.latest = _changed_lines(old, start, end, text)
        if not text.isascii():
            grown = len(piece) - (end - start)
            remember_wide_places(text, _changed(wide_places(old), start, end, piece, grown))
        self._text = text
        if self._book is not None:
            self._book.edit(start, end - start, len(piece), text)

    def _piece(self, place: int, length: int) -> str | None:
        """Return some of the text, None where it is no whole characters."""
        if place + length >= self._text_count:
            # Qt counts the end of the last line, which is no character of the text.
            return None
        cursor = QTextCursor(self._document)
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        piece = cursor.selectedText().replace("\u2029", "\n")
        self.copied += len(piece)
        units = length if piece.isascii() else len(piece) + len(wide_places(piece))
        return None if units != length or _SURROGATES.search(piece) else piece


def _changed_lines(old: str, start: int, end: int, text: str) -> ChangedLines:
    first = old.rfind("\n", 0, start) + 1
    line_end = old.find("\n", max(start, end - 1))
    last = max(end, line_end + 1) if line_end >= 0 else len(old)
    return ChangedLines(start - first, old[first:last], text[first : last + len(text) - len(old)])


def _changed(wide: Sequence[int], start: int, end: int, piece: str, grown: int) -> Sequence[int]:
    """Return the wide characters of a text in which a piece came in the place of others."""
    new = wide_places(piece)
    if not (wide or new):
        return ()
    first, last = bisect_left(wide, start), bisect_left(wide, end)
    return (
        *wide[:first],
        *(start + each for each in new),
        *(each + grown for each in wide[last:]),
    )
