"""What every log of a training run is given, be it a folder, a file or a service."""

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

Parameter = bool | int | float | str

LOGS_FOLDER = "logs"
"""Within a run's folder, what its logs keep there: a folder each, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRun:
    """What a log begins with.

    Attributes:
        folder: The run's.
        parameters: Its hyper-parameters, and what else it was given.
        first_step: The step that it goes on from; 0 for a new one. What a log holds of later ones
            is learned anew.
    """

    name: str
    folder: Path
    parameters: Mapping[str, Parameter]
    first_step: int = 0

    def folder_of(self, log: str) -> Path:
        """Return where a log keeps its files."""
        return self.folder / LOGS_FOLDER / log


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedTake:
    """A take that a network wrote.

    Attributes:
        step: Of the network.
        number: Which of the step's takes, from 1.
        text: Its ABC.
        wav: Its sound as a WAV file, b"" where it has none.
    """

    step: int
    number: int
    text: str
    wav: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedMusic:
    """What was heard of a step when the run had ended.

    Attributes:
        right_measures: Which part of all measures lasts as long as it should; None without any.
        newness: How new its takes are, 0 to 1; None where they are too short.
    """

    step: int
    right_measures: float | None
    newness: float | None
    takes: tuple[LoggedTake, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEnd:
    """How a run ended.

    Attributes:
        state: "finished", "stopped" or "failed".
        facts: What `run.json` says of it besides.
        error: What went wrong, where it failed.
    """

    state: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    error: Exception | None = None


class RunLogger(Protocol):
    """A log of a run. Whatever it raises, its methods leave the run's folder whole."""

    def begin(self, run: LoggedRun) -> None:
        """Begin, or go on with what was logged of the run up to `first_step`."""

    def add(self, report: "StepReport") -> None:
        """Log what happened since the last report."""

    def hear(self, music: LoggedMusic) -> None:
        """Log what was heard of a step, once the run has come to its end."""

    def end(self, end: RunEnd) -> None:
        """Log how the run ended, and close what is open."""


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
