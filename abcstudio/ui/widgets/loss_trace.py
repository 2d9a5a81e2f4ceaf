"""The losses of one run as they are drawn: of each step, smoothed, and of the evaluations."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

SMOOTHED_STEPS = 50
"""The smoothed line is the mean of so many steps: whatever the machine's speed."""

_MOST_POINTS = 2000
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
    def step_count(self) -> int:
        """How many steps have a loss."""
        return self._count

    def put(self, last_step: int, losses: Sequence[float]) -> None:
        """Add the losses of the steps up to `last_step`; a resumed run goes over some again."""
        first = min(self._count, max(0, last_step - len(losses)))
        self._count = first + len(losses)
        self._make_room()
        self._losses[first : self._count] = np.asarray(losses, dtype=np.float32)
        start = max(0, first - SMOOTHED_STEPS + 1)
        means = _moving_means(self._losses[start : self._count])
        self._smoothed[first : self._count] = means[first - start :]

    def put_val(self, points: Iterable[tuple[float, float]]) -> None:
        """Add the losses of evaluations; of a step that is evaluated again the new one counts."""
        for step, loss in points:
            while self._val_steps and self._val_steps[-1] >= step:
                self._val_steps.pop()
                self._val_losses.pop()
            self._val_steps.append(step)
            self._val_losses.append(max(loss, _LOWEST))

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
        """Return the means of so many steps before each; of many that share a pixel the last."""
        start, end, width = self._span(first, last)
        part = self._smoothed[start:end][width - 1 :: width]
        return _steps(start + width - 1, width, len(part)), _as_drawn(part)

    def val(self) -> Points:
        """Return the steps and the losses of the evaluations."""
        return np.array(self._val_steps), np.array(self._val_losses)

    def _make_room(self) -> None:
        if self._count > len(self._losses):
            size = 2 * self._count
            self._losses = np.resize(self._losses, size)
            self._smoothed = np.resize(self._smoothed, size)

    def _span(self, first: float, last: float) -> tuple[int, int, int]:
        """Return where a span begins and ends, and how many of its steps make one point."""
        start, end = max(0, int(first) - 2), max(0, min(self._count, int(last) + 2))
        width = max(1, -(-(end - start) // _MOST_POINTS))
        # Aligned, so that the picture does not flicker while it moves.
        return min(start // width * width, end), end, width


def _moving_means(losses: NDArray[np.float32]) -> NDArray[np.float64]:
    sums = np.cumsum(losses, dtype=np.float64)
    means = sums / np.arange(1, len(sums) + 1)
    means[SMOOTHED_STEPS:] = (sums[SMOOTHED_STEPS:] - sums[:-SMOOTHED_STEPS]) / SMOOTHED_STEPS
    return means


def _steps(start: int, width: int, count: int) -> NDArray[np.float64]:
    return start + 1 + width * np.arange(count, dtype=np.float64)


def _as_drawn(losses: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return losses that a logarithmic scale can show too."""
    return np.maximum(losses.astype(np.float64), _LOWEST)
