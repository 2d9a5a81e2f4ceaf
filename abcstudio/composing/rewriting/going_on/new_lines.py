"""New measures as a text of rests, for which music is composed."""

from collections.abc import Sequence
from fractions import Fraction

from abcstudio.composing.rewriting.hole_cutter import unit_at
from abcstudio.notation.score import Score
from abcstudio.notation.values.spelling import length_text

_IN_A_LINE = 4


def new_lines(score: Score, place: int, lasts: Sequence[Fraction], breaks: bool) -> str:
    """Return measures to stand behind the music of another one, the first its rest, if any.

    Args:
        score: The tune.
        place: Where they are to stand.
        lasts: How long each is.
        breaks: A line has four of them.
    """
    unit = unit_at(score, place)
    rest, *others = lasts
    pieces = [f" z{length_text(rest / unit)}"] if rest else []
    for number, length in enumerate(others):
        is_new_line = breaks and number % _IN_A_LINE == 0
        pieces += ["|", line_end(score) if is_new_line else "", f"z{length_text(length / unit)}"]
    return "".join(pieces)


def line_end(score: Score) -> str:
    """Return how a tune's lines end."""
    return "\r\n" if "\r\n" in score.text else "\n"
