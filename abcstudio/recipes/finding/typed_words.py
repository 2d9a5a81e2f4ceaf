"""Telling a typed title from typed notes."""

import re

# Header lines, chord symbols and decorations hold letters that are no notes.
_BESIDE_NOTES = re.compile(
    r"^\s*[A-Za-z]:(?!\|).*$|\"[^\"]*\"|![^!]*!|\[[A-Za-z]:[^]]*\]", re.MULTILINE
)
# Small letters that are neither notes, rests nor bowings, two such capitals, other alphabets.
_WORD = re.compile(r"[h-twy]|[H-WY]{2}|[^\W\d_a-zA-Z]")
_CONTOUR = "*"


def is_words(typed: str) -> bool:
    """Return whether what was typed can be no notes: it has letters that no notes have."""
    text = typed.strip()
    return not text.startswith(_CONTOUR) and bool(_WORD.search(_BESIDE_NOTES.sub(" ", text)))
