"""A rhythm in the clock: the music of a tune with any pitch in place of each note's."""

from abcstudio.composing.clock.signs import LETTERS

FREE = "o"
"""Stands in a pattern where a note has its pitch; all other characters stand for themselves."""

_ACCIDENTALS = frozenset("^_=")
_MARKS = ",'"


def place_after(pattern: str, place: int, character: str) -> int | None:
    """Return the place in a pattern after one more character; None where it does not fit.

    Args:
        pattern: Lines of music, each ended; a blank line behind it ends the tune.
        place: How many of its characters are written.
        character: What comes.
    """
    if character in _MARKS and place and pattern[place - 1] == FREE:
        return place
    wanted = pattern[place : place + 1] or "\n"
    if wanted != FREE:
        return place + 1 if character == wanted else None
    if character in _ACCIDENTALS:
        return place
    return place + 1 if character in LETTERS else None


def ways_in(pattern: str, place: int, letters: str) -> str:
    """Return what may come at a place of a pattern, given the letters that a note may have."""
    wanted = pattern[place : place + 1] or "\n"
    return (letters if wanted == FREE else wanted) + _MARKS
