"""The curves of a run as points of a step, under one name in every log."""

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from abcstudio.runs.loggers.run_logger import LoggedMusic

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

TRAIN_LOSS, VALIDATION_LOSS = "loss/train", "loss/validation"
RIGHT_MEASURES, NEWNESS = "music/right_measures", "music/newness"

_FIGURES = ("learning_rate", "gradient_norm", "chars_per_second")
INTERVAL_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Points:
    """The values of one step by the names of their curves."""

    step: int
    values: Mapping[str, float]


class PointsOfReports:
    """Makes points of reports: every loss, other figures at evaluations and once a second."""

    def __init__(self) -> None:
        self._figures_at = -math.inf

    def of(self, report: "StepReport") -> Iterator[Points]:
        """Yield what is new in a report, the steps in their order."""
        first = report.step - len(report.losses) + 1
        steps = [{TRAIN_LOSS: loss} for loss in report.losses]
        now = time.monotonic()
        is_due = now - self._figures_at >= INTERVAL_SECONDS
        others = _at_evaluation(report)
        if others or (steps and is_due):
            self._figures_at = now
            others |= {name: float(getattr(report, name)) for name in _FIGURES}
        for place, values in enumerate(steps[:-1]):
            yield Points(first + place, values)
        if last := (steps[-1] if steps else {}) | others:
            yield Points(report.step, last)


def _at_evaluation(report: "StepReport") -> dict[str, float]:
    values = {VALIDATION_LOSS: report.val_loss, "copied_share": report.copied_share}
    return {name: value for name, value in values.items() if value is not None}


def points_of_music(music: LoggedMusic) -> Points:
    """Return the music of a step as points."""
    values = {RIGHT_MEASURES: music.right_measures, NEWNESS: music.newness}
    return Points(music.step, {name: one for name, one in values.items() if one is not None})
