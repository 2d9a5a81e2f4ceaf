"""Parsons code: a melody as up, down and repeat."""

import re

_CONTOUR = re.compile(r"\*?[\sUDR]+|\*?[\sudr]+")


def is_contour(typed: str) -> bool:
    """Return whether what was typed says up, down and the same, as `*UDDR`."""
    text = typed.strip()
    is_only_notes = not text.startswith("*") and not set(text.upper()) & set("UR")
    return bool(_CONTOUR.fullmatch(text)) and not is_only_notes and len(steps_of(text)) > 1


def steps_of(text: str) -> list[int]:
    """Return 1 for each step up, -1 for one down, 0 for the same note."""
    return [{"U": 1, "D": -1, "R": 0}[sign] for sign in text.upper() if sign in "UDR"]


# Header lines, chord symbols and decorations hold letters that are no notes.
_BESIDE_NOTES = re.compile(
    r"^\s*[A-Za-z]:(?!\|).*$|\"[^\"]*\"|![^!]*!|\[[A-Za-z]:[^]]*\]", re.MULTILINE
)
# Small letters that are neither notes, rests nor bowings, two such capitals, other alphabets.
_WORD = re.compile(r"[h-twy]|[H-WY]{2}|[^\W\d_a-zA-Z]")


def is_words(typed: str) -> bool:
    """Return whether what was typed can be no notes: it has letters that no notes have."""
    return not is_contour(typed) and bool(_WORD.search(_BESIDE_NOTES.sub(" ", typed)))
