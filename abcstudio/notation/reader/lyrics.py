"""Aligning `w:` lines with the notes above them (ABC 2.1, 5.1)."""

import re
from collections.abc import Sequence

from abcstudio.notation.reader.voice.drafts import TimedDraft
from abcstudio.notation.reader.voice.voice_builder import Item
from abcstudio.notation.score import BarLine, Syllable
from abcstudio.notation.spans import Span
from abcstudio.notation.text_strings import decode_text

_PIECE = re.compile(
    r"(?P<hyphen>-)|(?P<extender>_)|(?P<skip>\*)|(?P<bar>\|)|(?P<text>(?:\\.|[^\s\-_*|])+)"
)


class LyricLine:
    """The syllables of one `w:` line on the notes of `items`; nothing is changed until `apply`.

    Attributes:
        left_over: Syllables for which there is no note.
    """

    def __init__(self, items: Sequence[Item], value: str, value_start: int, verse: int) -> None:
        self._items = items
        self._verse = verse
        self._found: list[tuple[TimedDraft, Syllable]] = []
        self._place = 0
        self._hyphen_used = True
        self.left_over = 0
        for match in _PIECE.finditer(value):
            span = Span(value_start + match.start(), value_start + match.end())
            after_space = match.start() == 0 or value[match.start() - 1].isspace()
            self._take(match, span, after_space)

    def apply(self) -> None:
        """Give the notes their syllables."""
        for draft, syllable in self._found:
            draft.syllables += (syllable,)

    def _take(self, match: re.Match[str], span: Span, after_space: bool) -> None:
        kind = match.lastgroup
        if kind == "bar":
            self._place = after_bar_line(self._items, self._place)
            self._hyphen_used = True
        elif kind == "hyphen" and not self._hyphen_used and not after_space:
            # The hyphen that ends a syllable; a second one stands for a note of its own.
            self._mark_hyphen()
        else:
            draft = self._next_draft()
            if draft is None:
                self.left_over += kind == "text"
            elif kind == "text":
                text = decode_text(match["text"].replace("\\-", "-"), tilde=" ")
                self._add(draft, Syllable(text, self._verse, span))
            elif kind == "extender":
                self._add(draft, Syllable("", self._verse, span, extender=True))
            elif kind == "hyphen":
                self._add(draft, Syllable("", self._verse, span, hyphen=True))
            self._hyphen_used = draft is not None and kind != "text"

    def _next_draft(self) -> TimedDraft | None:
        self._place = next_note(self._items, self._place)
        if self._place >= len(self._items):
            return None
        draft = self._items[self._place]
        assert isinstance(draft, TimedDraft)
        self._place += 1
        return draft

    def _add(self, draft: TimedDraft, syllable: Syllable) -> None:
        self._found.append((draft, syllable))

    def _mark_hyphen(self) -> None:
        self._hyphen_used = True
        if self._found:
            draft, last = self._found[-1]
            self._found[-1] = (
                draft,
                Syllable(last.text, last.verse, last.span, True, last.extender),
            )


def next_note(items: Sequence[Item], place: int) -> int:
    """Return the index of the next chord from `place` on, else how many items there are."""
    while place < len(items):
        item = items[place]
        if isinstance(item, TimedDraft) and item.notes:
            break
        place += 1
    return place


def after_bar_line(items: Sequence[Item], place: int) -> int:
    """Return the index after the next bar line from `place` on."""
    while place < len(items) and not isinstance(items[place], BarLine):
        place += 1
    return place + 1
