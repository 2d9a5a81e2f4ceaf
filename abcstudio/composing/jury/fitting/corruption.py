"""Real tunes made worse, each in one way that one criterion should notice."""

import random
from collections.abc import Callable

from abcstudio.composing.jury.fitting.wrong_form import (
    copied,
    copied_part,
    copied_with_changes,
    joined_parts,
    nothing_returns,
    shuffled_measures,
    too_much_of_the_same,
)
from abcstudio.composing.jury.fitting.wrong_notes import (
    going_in_circles,
    hardly_moving,
    leaping_notes,
    moved_measures,
    octave_measures,
    one_accidental,
    other_tonic,
    shuffled_lengths,
    shuffled_notes,
    some_accidentals,
    staying,
    uneven,
    very_uneven,
    wandering_notes,
    wrong_cadences,
)
from abcstudio.composing.jury.judged_tune import JudgedTune

Corruption = Callable[[JudgedTune, JudgedTune, random.Random], JudgedTune]
"""Takes a tune, another one of its meter and mode in its key, and chance."""

CORRUPTIONS: dict[str, tuple[Corruption, ...]] = {
    "plagiarism": (copied, copied_with_changes, copied_part),
    "rhythm": (uneven, very_uneven, shuffled_lengths),
    "mode": (one_accidental, some_accidentals, other_tonic),
    "range": (octave_measures, moved_measures, leaping_notes, hardly_moving),
    "structure": (shuffled_measures, joined_parts, too_much_of_the_same, nothing_returns),
    "melody": (
        shuffled_notes,
        wandering_notes,
        wrong_cadences,
        going_in_circles,
        staying,
    ),
}
"""What each criterion should notice."""
