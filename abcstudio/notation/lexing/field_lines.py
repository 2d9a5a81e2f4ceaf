"""Which information fields there are and where, and a line's field (ABC 2.1, section 3)."""

from abcstudio.notation.lexing.lines import Line
from abcstudio.notation.score import InformationField
from abcstudio.notation.spans import Span

FILE_FIELDS = frozenset("ABCDFGHILMmNOrRSUZ")
"""What a file header may hold."""
HEADER_ONLY = frozenset("ABCDFGHOSXZ")
"""What belongs above `K:`."""
KNOWN_FIELDS = frozenset("ABCDEFGHIKLMmNOPQRrSsTUVWwXZ")
"""The fields of ABC 2.1 and its forerunners."""
_TEXT_FIELDS = frozenset("ABCDFGHNORSTWZ")
INLINE_FIELDS = frozenset("IKLMmNPQRrUV")
"""What may stand in brackets within music."""


def field_of(text: str, line: Line) -> InformationField:
    """Return the field of a line; the pieces that `+:` adds stand where they do in the text."""
    pieces: list[str] = []
    place = line.value_start
    for start, end in line.gaps:
        pieces += (text[place:start], " " * (end - start))
        place = end
    raw = "".join((*pieces, text[place : line.content_end]))
    start = line.value_start + len(raw) - len(raw.lstrip())
    value = raw.strip()
    span = Span(line.start, line.content_end)
    value_span = Span(start, start + len(value))
    if line.gaps and line.letter in _TEXT_FIELDS:
        value = " ".join(value.split())
    return InformationField(line.letter, value, span, value_span)
