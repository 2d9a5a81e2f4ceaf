"""What goes on of a run when its page is made anew: the job, the curve, what was said of it."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.learning.config import TrainingConfig
from abcstudio.recipes.train import TrainingReport
from abcstudio.runs.history import RunSummary
from abcstudio.workers.job import Job
from abcstudio.workers.runs import RunRead


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedJob:
    """The work of a run, of which no session hears.

    Attributes:
        name: What a new run was to be called.
        starts_from: The model that it goes on from, None for new weights.
    """

    job: Job
    name: str
    folder: Path | None
    starts_from: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedStart:
    """How a run was begun.

    Attributes:
        resumed: The run that it goes on with, None for a new one.
        given: The settings that it was given.
        own: The person's own settings, where those of a resumed run took their place in the form.
    """

    name: str
    resumed: RunSummary | None
    given: TrainingConfig
    own: TrainingConfig | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedRun:
    """A run under way.

    Attributes:
        live: What it has come to.
        reached: What it said last, with the figures that not every report brings.
    """

    work: HandedJob
    start: HandedStart
    live: RunRead
    reached: TrainingReport | None
