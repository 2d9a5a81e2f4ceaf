"""Chord symbols as names whose root and bass can move: `Am7/G`, `(D)`, `G C` (ABC 2.1, 4.18)."""

import re
from collections.abc import Callable

_ROOT = r"[A-G](?:##|bb|#|b|♯|♭)?"
# Possessive, so that a long text that is no chord is given up at once.
_QUALITY = (
    r"(?:maj|Maj|MAJ|min|Min|MIN|mi|ma|dim|aug|sus|add|alt|omit|no"
    r"|[ø°oΔ^mM+\-#b♯♭\d(),])*+"
)
_WORD = re.compile(rf"\(?(?:{_ROOT}{_QUALITY})?(?:/{_ROOT})?\)?")
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
    if not all(_WORD.fullmatch(piece) for piece in pieces[::2]):
        return symbol
    return "".join(
        _NAME.sub(lambda match: match[1] + moved(match[2], alter_of_name(match[3])), piece)
        for piece in pieces
    )
