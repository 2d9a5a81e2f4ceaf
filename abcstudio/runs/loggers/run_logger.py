"""What every log of a training run is given, be it a folder, a file or a service."""

from collections.abc import Mapping
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
