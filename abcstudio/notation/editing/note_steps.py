"""The next longer and shorter note values, and the dot."""

from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.note_values import note_values

LONGEST = Fraction(2)
SHORTEST = Fraction(1, 128)
_DOTTED = Fraction(3, 2)


def longer(duration: Fraction) -> Fraction:
    """Return the next longer note value; dots stay.

    Raises:
        EditError: There is none.
    """
    return _checked(2 * duration)


def shorter(duration: Fraction) -> Fraction:
    """Return the next shorter note value; dots stay.

    Raises:
        EditError: There is none.
    """
    return _checked(duration / 2)


def dotted(duration: Fraction) -> Fraction:
    """Return a note value with a dot, or without its dots when it has some.

    Raises:
        EditError: One note head cannot show the duration.
    """
    value = base_and_dots(duration)
    if value is None:
        raise EditError("edit.bad_length")
    base, dots = value
    return base if dots else _checked(base * _DOTTED)


def base_and_dots(duration: Fraction) -> tuple[Fraction, int] | None:
    """Return the undotted value and the dots of one note head; None when it takes several."""
    longest, shortest = int(2 * LONGEST), 2 * SHORTEST.denominator
    values = note_values(duration.numerator, duration.denominator, longest, shortest)
    if len(values) != 1 or values[0].duration != duration:
        return None
    return values[0].base, values[0].dots


def _checked(duration: Fraction) -> Fraction:
    if not SHORTEST <= duration < 2 * LONGEST:
        raise EditError("edit.bad_length")
    return duration
