"""Writing a broken rhythm out: `A2>B` as the lengths that it means (ABC 2.1, 4.4)."""

import re
from fractions import Fraction

from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.reader.drafts import ONE, TimedDraft
from abcstudio.notation.spans import Span
from abcstudio.notation.values.spelling import length_text

_NOTE = re.compile(r"((?:\^\^?|__?|=)?[A-Ga-g][,']*|[zx])[\d/]*")
_NEXT_SIGN = re.compile(r"[ \t]*[<>]")


def written_out(
    text: str, left: TimedDraft, right: TimedDraft, sign: Span, factors: tuple[Fraction, Fraction],
    unit_note_length: Fraction,
) -> Fix | None:  # fmt: skip
    """Return the fix that gives two notes their own lengths instead of a sign between them.

    None where one of them is no single note, or a part of another broken rhythm.
    """
    first = _NOTE.fullmatch(text, left.start, left.end)
    second = _NOTE.fullmatch(text, right.start, right.end)
    is_chain = left.broken != ONE or _NEXT_SIGN.match(text, right.end) is not None
    between = text[left.end : sign.start] + text[sign.end : right.start]
    # A second sign at this place says something else.
    is_doubled = "<" in between or ">" in between
    if first is None or second is None or is_chain or is_doubled:
        return None
    lengths = [
        length_text(length * factor / unit_note_length)
        for length, factor in zip((left.length, right.length), factors, strict=True)
    ]
    written = f"{first[1]}{lengths[0]}{between}{second[1]}{lengths[1]}"
    return Fix("notation.fix-write-out", Span(left.start, right.end), written)
