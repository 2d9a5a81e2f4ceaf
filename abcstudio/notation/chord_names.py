"""Chord symbols as names whose root and bass can move: `Am7/G`, `(D)`, `G C` (ABC 2.1, 4.18)."""

import re
from collections.abc import Callable

_ROOT = r"[A-G](?:##|bb|#|b|♯|♭)?"
_QUALITY = (
    r"(?:maj|Maj|MAJ|min|Min|MIN|mi|ma|dim|aug|sus|add|alt|omit|no"
    r"|[ø°oΔ^mM+\-#b♯♭\d(),])*"
)
_BEGINNING = re.compile(rf"\(?(?:{_ROOT}{_QUALITY})?")
_END = re.compile(rf"(?:/{_ROOT})?\)?")
_BETWEEN = re.compile(r"([\s;|]+)")
_NAME = re.compile(r"(^|[(/])([A-G])(##|bb|#|b|♯|♭)?")
_SIGNS = {"#": 1, "♯": 1, "b": -1, "♭": -1}


def alter_of_name(signs: str | None) -> int:
    """Return what the sharps or flats after a letter alter it by."""
    return sum(_SIGNS[sign] for sign in signs or "")


def with_moved_roots(symbol: str, moved: Callable[[str, int], str]) -> str:
    """Return a chord symbol whose roots and basses have moved; another text as it is.

    Args:
        symbol: What stands between the quotes.
        moved: Gives the new name of a step and its alter.
    """
    pieces = _BETWEEN.split(symbol)
    if not all(map(_is_chord, pieces[::2])):
        return symbol
    return "".join(
        _NAME.sub(lambda match: match[1] + moved(match[2], alter_of_name(match[3])), piece)
        for piece in pieces
    )


def _is_chord(piece: str) -> bool:
    """Return whether a text is one chord, or empty."""
    # By two expressions: what the first has read is not given back, which would take long.
    beginning = _BEGINNING.match(piece)
    return beginning is not None and _END.fullmatch(piece, beginning.end()) is not None
