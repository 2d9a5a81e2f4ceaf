"""Written accidentals, microtones among them: `^`, `__`, `^/`, `_3/2` (ABC 2.1, 4.2 and 4.21)."""

import re
from fractions import Fraction

from abcstudio.notation.limits import MAX_NUMBER_DIGITS

_SIGNS = {
    "^": Fraction(1),
    "^^": Fraction(2),
    "=": Fraction(0),
    "_": Fraction(-1),
    "__": Fraction(-2),
}
_ACCIDENTAL = re.compile(r"(\^\^?|__?|=)(\d*)(/?)(\d*)")


def alter_of(accidental: str) -> Fraction | None:
    """Return the alter that an accidental such as "^", "__" or "^3/2" writes; None for nonsense."""
    alter = _SIGNS.get(accidental)
    if alter is not None:
        return alter
    match = _ACCIDENTAL.fullmatch(accidental)
    if not match or max(len(match[2]), len(match[4])) > MAX_NUMBER_DIGITS:
        return None
    bottom = int(match[4] or ("2" if match[3] else "1"))
    if bottom == 0:
        return None
    size = Fraction(int(match[2] or "1"), bottom)
    return _SIGNS[match[1]] * size if size <= 4 else None
