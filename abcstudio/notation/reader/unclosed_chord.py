"""Fixes of chords that nothing closes."""

import re

from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.spans import Span

_MOST_SURE_NOTES = 4
_NOTE = r"(?:\^\^?|__?|=)?[A-Ga-g][',]*"
_CHORD = re.compile(rf"\[((?:{_NOTE}){{2,}})(\d*(?:/+\d*)?)(?=[ \t]|\Z)")
_ANY_NOTE = re.compile(_NOTE)


def closed_chord(text: str, start: int, end: int) -> Fix | None:
    """Return the fix that closes a chord before the first blank; None where that makes no chord.

    Args:
        text: The tune.
        start: Where the chord begins.
        end: Where the bar line or the end of the line is that ends it.
    """
    match = _CHORD.match(text[start:end])
    if match is None:
        return None
    notes, length = match.groups()
    is_guess = len(_ANY_NOTE.findall(notes)) > _MOST_SURE_NOTES
    span = Span(start, start + match.end())
    return Fix("notation.fix-close-chord", span, f"[{notes}]{length}", is_guess=is_guess)
