"""Aligning `w:` lines with the notes above them (ABC 2.1, 5.1)."""

import re
from collections.abc import Sequence

from abcstudio.notation.drafts import TimedDraft
from abcstudio.notation.score import BarLine, Syllable
from abcstudio.notation.spans import Span
from abcstudio.notation.voice_builder import Item

_PIECE = re.compile(
    r"(?P<hyphen>-)|(?P<extender>_)|(?P<skip>\*)|(?P<bar>\|)|(?P<text>(?:\\-|[^\s\-_*|])+)"
)


def align_lyrics(items: Sequence[Item], value: str, value_start: int, verse: int) -> int:
    """Give the syllables of one `w:` line to the notes of `items`; return how many are too many."""
    place = 0
    last: TimedDraft | None = None
    left_over = 0
    hyphen_used = False
    for match in _PIECE.finditer(value):
        kind = match.lastgroup
        span = Span(value_start + match.start(), value_start + match.end())
        if kind == "bar":
            place = _after_bar_line(items, place)
            last = None
            continue
        if kind == "hyphen" and last is not None and not hyphen_used:
            # The hyphen that ends a syllable; a second one stands for a note of its own.
            _mark_hyphen(last)
            hyphen_used = True
            continue
        place = _next_note(items, place)
        if place >= len(items):
            left_over += kind == "text"
            continue
        draft = items[place]
        assert isinstance(draft, TimedDraft)
        place += 1
        hyphen_used = False
        last = draft
        if kind == "text":
            text = match["text"].replace("\\-", "-").replace("~", " ")
            draft.syllables += (Syllable(text, verse, span),)
        elif kind == "extender":
            draft.syllables += (Syllable("", verse, span, extender=True),)
            last = None
        elif kind == "hyphen":
            draft.syllables += (Syllable("", verse, span, hyphen=True),)
            hyphen_used = True
    return left_over


def _next_note(items: Sequence[Item], place: int) -> int:
    while place < len(items):
        item = items[place]
        if isinstance(item, TimedDraft) and item.notes:
            break
        place += 1
    return place


def _after_bar_line(items: Sequence[Item], place: int) -> int:
    while place < len(items) and not isinstance(items[place], BarLine):
        place += 1
    return place + 1


def _mark_hyphen(draft: TimedDraft) -> None:
    if draft.syllables:
        last = draft.syllables[-1]
        marked = Syllable(last.text, last.verse, last.span, True, last.extender)
        draft.syllables = (*draft.syllables[:-1], marked)
