"""What a run tells of itself beside its losses: learning rate, gradient norm, speed."""

import math
from array import array
from collections.abc import Mapping

MOST_POINTS = 8000
"""More are thinned out: no screen is wider, and a run of days would fill the memory."""


class CurveFigures:
    """Figures by step, in the order in which they came.

    Attributes:
        steps: The optimizer updates by then.
    """

    def __init__(self) -> None:
        self.steps = array("d")
        self._values: dict[str, array[float]] = {
            name: array("d") for name in ("learning_rate", "gradient_norm", "speed")
        }
        self._characters, self._seconds = 0.0, 0.0

    @property
    def values(self) -> Mapping[str, "array[float]"]:
        """What stands at each step: `learning_rate`, `gradient_norm` and `speed`.

        The speed is in characters a second, since the point before.
        """
        return self._values

    def add(
        self,
        step: int,
        *,
        learning_rate: float,
        gradient_norm: float,
        chars_per_second: float,
        train_seconds: float,
    ) -> None:
        """Add a point; a run that was resumed may go over its last steps again.

        Args:
            step: The optimizer updates by then.
            learning_rate: Of the last step.
            gradient_norm: Of the last step, before it was limited.
            chars_per_second: Since the beginning of the run.
            train_seconds: The same.
        """
        while self.steps and self.steps[-1] >= step:
            self._drop_last()
        characters = chars_per_second * train_seconds
        waited = train_seconds - self._seconds
        speed = (characters - self._characters) / waited if waited > 0 else chars_per_second
        self._characters, self._seconds = characters, train_seconds
        self.steps.append(step)
        for name, value in (
            ("learning_rate", learning_rate),
            ("gradient_norm", gradient_norm),
            ("speed", max(0.0, speed)),
        ):
            self._values[name].append(value if math.isfinite(value) else 0.0)
        if len(self.steps) > MOST_POINTS:
            self._thin_out()

    def _drop_last(self) -> None:
        self.steps.pop()
        for values in self._values.values():
            values.pop()

    def _thin_out(self) -> None:
        """Leave every other point, the newest among them."""
        self.steps = self.steps[1::2] if len(self.steps) % 2 == 0 else self.steps[::2]
        for name, values in self._values.items():
            self._values[name] = values[1::2] if len(values) % 2 == 0 else values[::2]
