"""The losses of one run as they are drawn: of each step, smoothed, and of the evaluations."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

SMOOTHED_STEPS = 50
"""The smoothed line is the mean of so many steps around each, whatever the machine's speed."""

_HALF = SMOOTHED_STEPS // 2
_SHARE_OF_BEGINNING = 4
_FEWEST_BEHIND = 8
_MOST_POINTS = 1000
"""A point a pixel and a half of the widest plot; of each the lowest and the highest are drawn."""
MOST_EVALUATIONS = 100
"""More points than that would touch each other, and each takes its time to draw."""
_LOWEST = 1e-6

Points = tuple[NDArray[np.float64], NDArray[np.float64]]


class LossTrace:
    """Grows with its run; what it gives to draw is never more than a screen can show."""

    def __init__(self) -> None:
        self._losses = np.empty(1024, dtype=np.float32)
        self._smoothed = np.empty(1024, dtype=np.float32)
        self._count = 0
        self._val_steps, self._val_losses = array("d"), array("d")

    @property
    def last_step(self) -> int:
        """The last step of which something is known."""
        return max(self._count, int(self._val_steps[-1]) if self._val_steps else 0)

    @property
    def has_val(self) -> bool:
        """Whether there was an evaluation."""
        return bool(self._val_steps)

    @property
    def step_count(self) -> int:
        """How many steps have a loss."""
        return self._count

    @property
    def losses(self) -> NDArray[np.float32]:
        """The loss of each step."""
        return self._losses[: self._count]

    def put(self, last_step: int, losses: Sequence[float]) -> None:
        """Add the losses of the steps up to `last_step`; a resumed run goes over some again."""
        first = min(self._count, max(0, last_step - len(losses)))
        self._count = first + len(losses)
        self._make_room()
        self._losses[first : self._count] = np.asarray(losses, dtype=np.float32)
        # The means of the last steps before change with those that come after them.
        start = max(0, first - _HALF)
        self._smoothed[start : self._count] = self._means_from(start)

    def put_val(self, points: Iterable[tuple[float, float]]) -> None:
        """Add the losses of evaluations; of a step that is evaluated again the new one counts."""
        for step, loss in points:
            while self._val_steps and self._val_steps[-1] >= step:
                self._val_steps.pop()
                self._val_losses.pop()
            self._val_steps.append(step)
            self._val_losses.append(max(loss, _LOWEST))

    def loss_at(self, step: float) -> tuple[float, float] | None:
        """Return the loss of a step and the mean around it; None where there is no such step."""
        place = round(step) - 1
        if not 0 <= place < self._count:
            return None
        return float(self._losses[place]), float(self._smoothed[place])

    def all_val(self) -> list[tuple[float, float]]:
        """Return every evaluation: its step and its loss."""
        return list(zip(self._val_steps, self._val_losses, strict=True))

    def val_before(self, step: float) -> tuple[float, float] | None:
        """Return the last evaluation up to a step: its step and its loss."""
        place = bisect_right(self._val_steps, step) - 1
        return (self._val_steps[place], self._val_losses[place]) if place >= 0 else None

    def best_val(self) -> tuple[float, float] | None:
        """Return the evaluation with the lowest loss: its step and its loss."""
        if not self._val_losses:
            return None
        place = int(np.argmin(self._val_losses))
        return self._val_steps[place], self._val_losses[place]

    def last_val(self) -> float | None:
        """Return the loss of the latest evaluation."""
        return self._val_losses[-1] if self._val_losses else None

    def raw_log(self, first: float, last: float) -> Points:
        """Return what `raw` does, with points evenly spaced on a logarithmic axis of steps."""
        starts, part = self._log_starts(first, last)
        if not len(starts):
            return _steps(0, 1, 0), _as_drawn(part)
        low, high = np.minimum.reduceat(part, starts), np.maximum.reduceat(part, starts)
        extremes = np.stack((low, high), axis=1).ravel()
        return np.repeat(starts.astype(np.float64) + 1.0, 2), _as_drawn(extremes)

    def smoothed_log(self, first: float, last: float) -> Points:
        """Return what `smoothed` does, with points evenly spaced on a logarithmic axis of steps."""
        starts, part = self._log_starts(first, last)
        return starts.astype(np.float64) + 1.0, _as_drawn(self._smoothed[: len(part)][starts])

    def _log_starts(
        self, first: float, last: float
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return where the points of a logarithmic span begin among all losses up to its end."""
        end = max(0, min(self._count, int(last) + 2))
        begin = min(max(1, int(first)), max(1, end))
        if not end:
            return np.empty(0, dtype=np.int64), self._losses[:0]
        spaced = np.geomspace(begin, end, _MOST_POINTS)
        return np.unique(spaced.astype(np.int64) - 1), self._losses[:end]

    def raw(self, first: float, last: float) -> Points:
        """Return the losses of a span of steps; of many that share a pixel the extremes."""
        start, end, width = self._span(first, last)
        part = self._losses[start:end]
        if width == 1:
            return _steps(start, 1, len(part)), _as_drawn(part)
        whole = len(part) // width * width
        rows = part[:whole].reshape(-1, width)
        extremes = np.stack((rows.min(axis=1), rows.max(axis=1)), axis=1).ravel()
        return np.repeat(_steps(start, width, len(rows)), 2), _as_drawn(extremes)

    def smoothed(self, first: float, last: float) -> Points:
        """Return the means around the steps; of many that share a pixel the middle one."""
        start, end, width = self._span(first, last)
        part = self._smoothed[start:end][width // 2 :: width]
        return _steps(start + width // 2, width, len(part)), _as_drawn(part)

    def val(self, first: float, last: float) -> Points:
        """Return the evaluations of a span of steps; of very many some, the latest among them."""
        low = bisect_left(self._val_steps, first)
        high = bisect_right(self._val_steps, last)
        width = max(1, -(-(high - low) // MOST_EVALUATIONS))
        chosen = slice(low + (high - low - 1) % width, high, width)
        return np.array(self._val_steps[chosen]), np.array(self._val_losses[chosen])

    def _make_room(self) -> None:
        if self._count > len(self._losses):
            size = 2 * self._count
            self._losses = np.resize(self._losses, size)
            self._smoothed = np.resize(self._smoothed, size)

    def _means_from(self, start: int) -> NDArray[np.float64]:
        """Return the means around each step from one on; near the first and the last fewer count.

        As many before as behind: else a falling curve would seem to lag, or to stand still. Where
        it falls most, at the beginning, a wide mean would lie far above it. At its end a few steps
        count at least, so that the line does not jump up and down with each one.
        """
        base = max(0, start - _HALF)
        sums = np.zeros(self._count - base + 1)
        np.cumsum(self._losses[base : self._count], dtype=np.float64, out=sums[1:])
        places = np.arange(start, self._count)
        around = np.minimum(places // _SHARE_OF_BEGINNING, _HALF)
        ahead = np.minimum(around, self._count - 1 - places)
        low = places - np.maximum(ahead, np.minimum(around, _FEWEST_BEHIND))
        high = places + ahead + 1
        means: NDArray[np.float64] = (sums[high - base] - sums[low - base]) / (high - low)
        return means

    def _span(self, first: float, last: float) -> tuple[int, int, int]:
        """Return where a span begins and ends, and how many of its steps make one point."""
        start, end = max(0, int(first) - 2), max(0, min(self._count, int(last) + 2))
        width = max(1, -(-(end - start) // _MOST_POINTS))
        # Aligned, so that the picture does not flicker while it moves.
        return min(start // width * width, end), end, width


def _steps(start: int, width: int, count: int) -> NDArray[np.float64]:
    return start + 1 + width * np.arange(count, dtype=np.float64)


def _as_drawn(losses: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return losses that a logarithmic scale can show too."""
    return np.maximum(losses.astype(np.float64), _LOWEST)
