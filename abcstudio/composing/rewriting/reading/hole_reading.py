"""A tune with a hole as a model reads it: what stands before it, between its stretches, behind."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.composing.model_text import ModelText
from abcstudio.composing.rewriting.hole import Hole

_TUNE_END = "\n\n"
_BAR_LINE = "|"


@dataclass(frozen=True, slots=True)
class HoleReading:
    """What a model reads of a tune with a hole.

    Attributes:
        before: What stands before the hole.
        music: What stands in each stretch now.
        joins: What stands behind each stretch, up to the next one; behind the last, to the end.
            Where nothing does, the tune is still being written, and a bar line is to come.
    """

    before: str
    music: tuple[str, ...]
    joins: tuple[str, ...]


def read_hole(hole: Hole, reading: ModelText, known: str, before: str | None = None) -> HoleReading:
    """Return what a model reads of a tune with a hole.

    Args:
        hole: In a tune.
        reading: What the model reads of the whole tune.
        known: The characters of the model's vocabulary.
        before: What it reads before the hole in place of what stands there.
    """
    edges = [edge for one in hole.stretches for edge in (one.place.start, one.place.end)]
    cuts = [bisect_left(reading.places, edge) for edge in edges]
    music, joins = _pieces(reading.text, cuts), _pieces(reading.text, cuts[1:])
    behind = reading.text[cuts[-1] :].rstrip("\n")
    last = behind + (_TUNE_END if "\n" in known else "")
    if not behind.strip() and _BAR_LINE in known:
        last = _BAR_LINE
    own = reading.text[: cuts[0]]
    return HoleReading(own if before is None else before, music, (*joins, last))


def _pieces(text: str, cuts: Sequence[int]) -> tuple[str, ...]:
    """Return what stands between the first cut and the second, the third and the fourth..."""
    return tuple(text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=False))
