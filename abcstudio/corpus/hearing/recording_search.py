"""Which tunes a recording is, and where in them it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.hearing.even_steps import PARTS, TuneSteps, at_steps, classes_of
from abcstudio.corpus.hearing.pitches import HeardPitches
from abcstudio.corpus.hearing.step_index import StepCandidate, StepIndex
from abcstudio.corpus.melody_index.notes import Notes
from abcstudio.stopping import stop_if_asked

_UNEVEN = 0.25
_ELSEWHERE = 6.0
# Of a longer line so much around the candidate's place is looked at.
_WIDEST = 500 * PARTS
_NEVER = 1e6
_ON, _STAY, _SKIP, _JUMP = range(4)

_Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """How a recording lies over a candidate.

    Attributes:
        candidate: Where it was thought to be.
        score: 1 where all of it is there.
        runs: The first and the last part of a step of each stretch, in the order of time.
    """

    candidate: StepCandidate
    score: float
    runs: tuple[tuple[int, int], ...]


def lay(
    steps: TuneSteps,
    candidates: Sequence[StepCandidate],
    classes: NDArray[np.float32],
) -> list[Laid]:
    """Lay a recording over its candidates; the likeliest comes first."""
    if not candidates:
        return []
    table = _Table(steps, candidates, classes)
    laid = table.result()
    return sorted(laid, key=lambda one: -one.score)


class _Table:
    """The costs, row by row, a row for each part of a step that was heard."""

    def __init__(
        self, steps: TuneSteps, candidates: Sequence[StepCandidate], classes: NDArray[np.float32]
    ) -> None:
        self._candidates = candidates
        heard = [at_steps(classes, one.step_seconds, 0.0, PARTS) for one in candidates]
        spans = [
            _window(steps, one, len(rows)) for one, rows in zip(candidates, heard, strict=True)
        ]
        self._firsts = [first for first, _ in spans]
        self._ends = [len(rows) - 1 for rows in heard]
        self._rows = max(self._ends) + 1
        self._missing = np.zeros((self._rows, len(candidates), 13), np.float32)
        self._missing[:, :, 12] = _NEVER
        self._sounding: list[int] = []
        for place, rows in enumerate(heard):
            strongest = rows.max(axis=1, keepdims=True)
            sounds = strongest > 0
            missing = np.where(sounds, 1 - rows / np.where(sounds, strongest, 1), 0)
            self._missing[: len(rows), place, :12] = missing
            self._sounding.append(int(sounds.sum()))
        width = max(end - first for first, end in spans)
        # Behind the end of a tune nothing is ever heard.
        self._places = np.full((len(candidates), width), 12)
        for row, (first, end) in enumerate(spans):
            own = steps.classes[first:end].astype(np.int64) - candidates[row].transposition
            self._places[row, : end - first] = own % 12
        self._places += np.arange(len(candidates))[:, None] * 13
        self._came = np.zeros((self._rows, *self._places.shape), np.uint8)
        self._from = np.zeros((self._rows, len(candidates)), np.int64)

    def result(self) -> list[Laid]:
        costs = self._row_costs(0)
        found: dict[int, Laid] = {}
        for row in range(self._rows):
            if row:
                stop_if_asked()
                costs = self._next(costs, row)
            for place, end in enumerate(self._ends):
                if row == end:
                    found[place] = self._laid(place, costs[place], end)
        return [*found.values()]

    def _row_costs(self, row: int) -> _Numbers:
        """Return what it costs that a part of the recording is each part of the tunes."""
        return np.asarray(self._missing[row].ravel().take(self._places))

    def _next(self, before: _Numbers, row: int) -> _Numbers:
        came = self._came[row]
        uneven = before + np.float32(_UNEVEN)
        best = uneven.copy()
        best[:, 1:] = before[:, :-1]
        came[:, 0] = _STAY
        np.putmask(came, uneven < best, _STAY)
        np.minimum(best, uneven, out=best)
        np.putmask(came[:, 2:], uneven[:, :-2] < best[:, 2:], _SKIP)
        np.minimum(best[:, 2:], uneven[:, :-2], out=best[:, 2:])
        self._from[row] = before.argmin(axis=1)
        lowest = before.min(axis=1, keepdims=True) + np.float32(_ELSEWHERE)
        np.putmask(came, lowest < best, _JUMP)
        np.minimum(best, lowest, out=best)
        best += self._row_costs(row)
        return best

    def _laid(self, place: int, costs: _Numbers, end: int) -> Laid:
        at = int(costs.argmin())
        score = 1 - float(costs[at]) / max(self._sounding[place], 1)
        runs: list[tuple[int, int]] = []
        last = at
        for row in range(end, 0, -1):
            how = int(self._came[row, place, at])
            if how == _JUMP:
                runs.append((at, last))
                at = last = int(self._from[row, place])
            else:
                at -= {_ON: 1, _STAY: 0, _SKIP: 2}[how]
        runs.append((at, last))
        first = self._firsts[place]
        return Laid(
            candidate=self._candidates[place],
            score=score,
            runs=tuple((first + begin, first + final) for begin, final in reversed(runs)),
        )


def _window(steps: TuneSteps, candidate: StepCandidate, length: int) -> tuple[int, int]:
    first, end = (int(steps.starts[candidate.row + each]) for each in (0, 1))
    if end - first <= _WIDEST:
        return first, end
    middle = candidate.part + length // 2
    begin = min(max(middle - _WIDEST // 2, first), end - _WIDEST)
    return begin, begin + _WIDEST


SHORTEST_SECONDS = 2.0
"""In less than that no tune is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingMatch:
    """Where a recording stands in a tune.

    Attributes:
        tune: The tune's place among those of the index.
        line: Which of its voices that have notes, from 0.
        runs: The first and the last note of each stretch that was played, as `melodies_of` counts
            them, in the order of time.
        transposition: By how many semitones the tune lies above the recording, -5 to 6.
        score: 1 where all that was heard is there.
        step: A length of the tune, in whole notes, of which most of its notes are multiples.
        step_seconds: How long it lasts in the recording.
    """

    tune: int
    line: int
    runs: tuple[tuple[int, int], ...]
    transposition: int
    score: float
    step: float
    step_seconds: float


class RecordingSearch:
    """Finds recordings in the tunes of an index."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._index = StepIndex(TuneSteps.of(notes))

    def search(self, heard: HeardPitches, limit: int = 20) -> tuple[RecordingMatch, ...]:
        """Return the tunes that a recording may be, the likeliest first, each once."""
        if heard.seconds < SHORTEST_SECONDS:
            return ()
        classes = classes_of(heard)
        candidates = self._index.candidates(classes)
        laid = lay(self._index.steps, candidates, classes)
        matches: dict[int, RecordingMatch] = {}
        for one in laid:
            match = self._match(one)
            matches.setdefault(match.tune, match)
        return tuple([*matches.values()][:limit])

    def _match(self, laid: Laid) -> RecordingMatch:
        steps = self._index.steps
        line = int(steps.lines[laid.candidate.row])
        tune, start = int(self._notes.tunes[line]), int(self._notes.starts[line])
        return RecordingMatch(
            tune=tune,
            line=line - int(self._notes.tunes.searchsorted(tune)),
            runs=tuple(
                (int(steps.notes[first]) - start, int(steps.notes[last]) - start)
                for first, last in laid.runs
            ),
            transposition=(laid.candidate.transposition + 5) % 12 - 5,
            score=laid.score,
            step=float(steps.units[laid.candidate.row]),
            step_seconds=laid.candidate.step_seconds,
        )


def longest_run(runs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the stretch with most notes, the first of those."""
    return max(runs, key=lambda run: run[1] - run[0])
