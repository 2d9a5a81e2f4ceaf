"""What a run's folder is told while the run trains: its reports, and how it ended."""

import logging
from typing import TYPE_CHECKING

from abcstudio.errors import ModelFileError, TrainingError
from abcstudio.runs.run_folder import RunFolder

if TYPE_CHECKING:
    from abcstudio.learning.trainer import StepReport

log = logging.getLogger(__name__)


def keep_report(run: RunFolder, step: "StepReport") -> None:
    """Write a report into the run's folder; where that fails it may be tried again.

    Raises:
        OSError: A file cannot be written.
    """
    if step.sample is not None:
        run.keep_take(step.step, step.sample)
        best = run.facts().get("best_val_loss")
        if step.val_loss is not None and (best is None or step.val_loss < best):
            best = step.val_loss
        run.update_facts(step=step.step, best_val_loss=best)
    run.append_metrics(
        {
            "step": step.step,
            "train_loss": round(step.train_loss, 5),
            "recent_loss": round(step.recent_loss, 5),
            "val_loss": None if step.val_loss is None else round(step.val_loss, 5),
            "learning_rate": step.learning_rate,
            "gradient_norm": round(step.gradient_norm, 4),
            "train_seconds": round(step.train_seconds, 2),
            "chars_per_second": round(step.chars_per_second),
        }
    )


def note_end(run: RunFolder, **facts: str) -> None:
    """Say in the run's folder how it ended, where anything can be written at all."""
    try:
        run.update_facts(**facts, step=_saved_step(run))
    except (OSError, TrainingError) as error:
        log.warning("How the run ended could not be noted: %s", error)


def _saved_step(run: RunFolder) -> int:
    """Return the step that the run can go on from; 0 before its first."""
    from abcstudio.learning.resume import read_progress
    from abcstudio.learning.trainer import RESUME_FILE

    try:
        return read_progress(run.path / RESUME_FILE).step
    except (ModelFileError, OSError):
        return 0
