"""Steps from note to note as they are compared: in semitones, without octaves, or up and down."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.notes import NO_INTERVAL

Step = TypeVar("Step", np.int8, np.int16)

_WIDEST, _WIDEST_DOUBLE = 60, 120
_OCTAVE = 12
# A second downwards is no two ranges of numbers from here on, nor is one upwards.
_LOWEST = -2


class StepComparison(Enum):
    """What of a step counts."""

    SEMITONES = "semitones"
    OCTAVELESS = "octaveless"
    CONTOUR = "contour"


@dataclass(frozen=True, slots=True)
class StepRanges:
    """The steps that a query allows to each of its notes.

    Attributes:
        single: The lowest and the highest step to each note but the first.
        double: Those to each note but the first two, from the last but one.
    """

    single: tuple[tuple[int, int], ...]
    double: tuple[tuple[int, int], ...]


def compared(steps: NDArray[Step], comparison: StepComparison) -> NDArray[Step]:
    """Return steps in semitones as they are compared; no step stays none."""
    if comparison is StepComparison.SEMITONES:
        return steps
    if comparison is StepComparison.CONTOUR:
        changed = np.sign(steps)
    else:
        octave, lowest = steps.dtype.type(_OCTAVE), steps.dtype.type(_LOWEST)
        changed = steps - (steps - lowest) // octave * octave
    changed[steps == NO_INTERVAL] = NO_INTERVAL
    return changed


def step_ranges(melodies: Sequence[Sequence[int]], comparison: StepComparison) -> StepRanges:
    """Return the steps that any of some melodies of as many notes have."""
    pitches = np.asarray(melodies, np.int16)
    return StepRanges(
        single=_ranges(pitches[:, 1:] - pitches[:, :-1], _WIDEST, comparison),
        double=_doubles(pitches, comparison),
    )


def _ranges(
    steps: NDArray[np.int16], widest: int, comparison: StepComparison
) -> tuple[tuple[int, int], ...]:
    near = compared(np.clip(steps, -widest, widest), comparison)
    return tuple(zip(near.min(axis=0).tolist(), near.max(axis=0).tolist(), strict=True))


def _doubles(pitches: NDArray[np.int16], comparison: StepComparison) -> tuple[tuple[int, int], ...]:
    ranges = _ranges(pitches[:, 2:] - pitches[:, :-2], _WIDEST_DOUBLE, comparison)
    if comparison is not StepComparison.CONTOUR:
        return ranges
    # Up and then down leads anywhere.
    steps = np.sign(pitches[0, 1:] - pitches[0, :-1])
    turns = (steps[1:] * steps[:-1] < 0).tolist()
    return tuple((-1, 1) if turn else one for turn, one in zip(turns, ranges, strict=True))
