"""The rules of a hole, by what of it is kept."""

from typing import Any

from abcstudio.composing.rewriting.contour import Contour
from abcstudio.composing.rewriting.contour_rules import ContourRules
from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.hole_clock import HoleClock
from abcstudio.composing.rewriting.hole_streams import HoleRules
from abcstudio.composing.rewriting.kept import Kept
from abcstudio.composing.rewriting.reading.hole_reading import HoleReading
from abcstudio.composing.rewriting.rhythm_rules import RhythmRules
from abcstudio.errors import RewritingError


def rules_for(
    hole: Hole,
    reading: HoleReading,
    characters: str,
    kept: Kept,
) -> HoleRules[Any]:
    """Return what may come in a hole.

    Args:
        hole: The hole, made for what is kept.
        reading: How a model reads the tune.
        characters: The model's vocabulary.
        kept: What stays.

    Raises:
        RewritingError: No other notes have the contour.
    """
    rules: RhythmRules | HoleClock = HoleClock(hole, reading, characters)
    if kept.rhythm:
        rules = RhythmRules(hole, reading, characters)
    if not hole.melody:
        return rules
    contour = Contour(hole.melody, characters, hole.home)
    if not contour.is_possible:
        raise RewritingError("rewriting.no_contour")
    return ContourRules(hole, rules, contour)
