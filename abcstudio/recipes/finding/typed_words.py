"""Telling a typed title from typed notes."""

import re

from abcstudio.recipes.finding.contour_text import is_contour

# Header lines, chord symbols and decorations hold letters that are no notes.
_BESIDE_NOTES = re.compile(
    r"^\s*[A-Za-z]:(?!\|).*$|\"[^\"]*\"|![^!]*!|\[[A-Za-z]:[^]]*\]", re.MULTILINE
)
# Small letters that are neither notes, rests nor bowings, two such capitals, other alphabets.
_WORD = re.compile(r"[h-twy]|[H-WY]{2}|[^\W\d_a-zA-Z]")


def is_words(typed: str) -> bool:
    """Return whether what was typed can be no notes: it has letters that no notes have."""
    return not is_contour(typed) and bool(_WORD.search(_BESIDE_NOTES.sub(" ", typed)))
