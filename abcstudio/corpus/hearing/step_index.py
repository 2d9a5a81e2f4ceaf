"""Where a few steps of a recording stand in tunes: the quick look that names candidates.

Six steps in a row, as the distances of their pitch classes, are looked up at every length of a step
that a recording may have. What stands at one distance and in one key votes for one place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.hearing.even_steps import PARTS, TuneSteps, at_steps
from abcstudio.stopping import stop_if_asked

STEPS = 6

_SHORTEST, _LONGEST, _RATIO = 0.06, 0.56, 1.05
_PHASES = (0.0, 0.5)
# Where more places than that have it, a row of steps says nothing.
_COMMON = 1500
# Places so far apart are one: nobody plays as even as the grid.
_TOGETHER = 4
_MOST = 30
_NEAR = 0.2
# Of a step its end is looked at: there a dotted note is over.
_PART = PARTS - 1
_A_HYPOTHESIS = 12
_DISTANCES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCandidate:
    """Where a recording may stand.

    Attributes:
        row: The row of steps.
        part: The part of all steps with which the recording would begin.
        transposition: By how many pitch classes the tune lies above the recording.
        step_seconds: How long a step lasts in the recording.
        votes: How much speaks for it.
    """

    row: int
    part: int
    transposition: int
    step_seconds: float
    votes: float


class StepIndex:
    """All rows of steps of all tunes, in the order of their distances."""

    def __init__(self, steps: TuneSteps) -> None:
        self.steps = steps
        counts = np.diff(steps.starts) // PARTS
        self._starts = np.concatenate([[0], np.cumsum(counts)])
        row_of = np.repeat(np.arange(len(counts)), counts)
        within = np.arange(len(row_of)) - self._starts[row_of]
        self._classes = steps.classes[steps.starts[row_of] + within * PARTS + _PART]
        keys = _keys(self._classes)
        inside = np.flatnonzero(row_of[: len(keys)] == row_of[STEPS - 1 :][: len(keys)])
        order = np.argsort(keys[inside], kind="stable")
        self._keys = keys[inside][order]
        self._places = inside[order].astype(np.int32)

    def candidates(self, classes: NDArray[np.float32]) -> list[StepCandidate]:
        """Return where a recording may stand, the likeliest first.

        Args:
            classes: How strongly each pitch class sounds in each frame.
        """
        found: list[StepCandidate] = []
        for seconds in step_lengths():
            stop_if_asked()
            for phase in _PHASES:
                found += self._at(at_steps(classes, seconds, phase), seconds)
        found.sort(key=lambda one: -one.votes)
        return self._different(found)

    def _at(self, levels: NDArray[np.float32], seconds: float) -> Iterable[StepCandidate]:
        query = levels.argmax(axis=1).astype(np.int8)
        keys = _keys(query)
        sounding = levels.max(axis=1) > 0
        if not len(keys) or not len(self._keys):
            return
        is_heard = np.lib.stride_tricks.sliding_window_view(sounding, STEPS).all(axis=1)
        left = np.searchsorted(self._keys, keys, side="left")
        counts = np.searchsorted(self._keys, keys, side="right") - left
        counts[(counts > _COMMON) | ~is_heard | (keys == 0)] = 0
        if not counts.any():
            return
        weights = np.log(len(self._keys) / np.maximum(counts, 1))
        own = np.repeat(np.arange(len(keys)), counts)
        first = np.repeat(np.cumsum(counts) - counts, counts)
        there = self._places[np.repeat(left, counts) + np.arange(len(own)) - first]
        there = there.astype(np.int64)
        diagonals = (there - own + len(query)) // _TOGETHER
        keys_apart = (self._classes[there] - query[own]) % _DISTANCES
        groups, place, votes = _votes(diagonals * _DISTANCES + keys_apart, weights[own])
        best = np.argsort(-votes)[:_A_HYPOTHESIS]
        rows = np.searchsorted(self._starts, there[place[best]], side="right") - 1
        for row, chosen in zip(rows.tolist(), best.tolist(), strict=True):
            hit = int(place[chosen])
            yield StepCandidate(
                row=row,
                part=self._part(row, int(there[hit] - own[hit])),
                transposition=int(groups[chosen] % _DISTANCES),
                step_seconds=seconds,
                votes=float(votes[chosen]),
            )

    def _different(self, candidates: Iterable[StepCandidate]) -> list[StepCandidate]:
        """Return candidates of which no two are of one tune, key and nearly one tempo."""
        chosen: list[StepCandidate] = []
        seen: dict[tuple[int, int], list[float]] = {}
        for one in candidates:
            line = int(self.steps.lines[one.row])
            tempos = seen.setdefault((line, one.transposition), [])
            if all(abs(np.log(one.step_seconds / other)) > _NEAR for other in tempos):
                tempos.append(one.step_seconds)
                chosen.append(one)
                if len(chosen) == _MOST:
                    break
        return chosen

    def _part(self, row: int, step: int) -> int:
        """Return the part of all steps with which a step of a row begins."""
        return int(self.steps.starts[row]) + PARTS * (step - int(self._starts[row]))


def step_lengths() -> list[float]:
    """Return the lengths of a step that are tried."""
    lengths: list[float] = []
    length = _SHORTEST
    while length < _LONGEST:
        lengths.append(length)
        length *= _RATIO
    return lengths


def _votes(
    groups: NDArray[np.int64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.intp], NDArray[np.float64]]:
    """Return the groups, one hit of each, and the votes for it and half of its neighbour's."""
    found, first, inverse = np.unique(groups, return_index=True, return_inverse=True)
    votes = np.bincount(inverse, weights, len(found))
    after = np.searchsorted(found, found + _DISTANCES)
    after = np.minimum(after, len(found) - 1)
    more = np.where(found[after] == found + _DISTANCES, votes[after], 0)
    return found, first, np.asarray(votes + more, np.float64)


def _keys(classes: NDArray[np.int8]) -> NDArray[np.int32]:
    """Return the distances of each row of steps as one number."""
    count = max(len(classes) - STEPS + 1, 0)
    distances = (np.diff(classes) % _DISTANCES).astype(np.int32)
    keys = np.zeros(count, np.int32)
    for place in range(STEPS - 1):
        keys = keys * _DISTANCES + distances[place : place + count]
    return keys
