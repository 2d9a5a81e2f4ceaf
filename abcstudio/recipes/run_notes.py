"""Writes the reports and the end of a run into its folder while it trains."""

import logging
import math
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from abcstudio.errors import ModelFileError, TrainingError
from abcstudio.runs.run_folder import RunFolder

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

log = logging.getLogger(__name__)


LINE_INTERVAL_SECONDS = 1.0

_UNWRITABLE = "training.unwritable"
_AT_ONCE = {
    "training.not_finite": "training.not_finite_at_once",
    "training.diverged": "training.diverged_at_once",
    "training.out_of_memory": "training.out_of_memory_at_once",
    _UNWRITABLE: "training.unwritable_at_once",
}
"""What is said instead where a run ends before it has kept what its sentence promises."""


class RunNotes:
    """Writes reports into a run's folder.

    Every loss is kept at once, a line of figures at evaluations and once a second between them.
    What is deleted of the folder meanwhile is written again.

    Args of the constructor:
        run: The folder.
        at_first_step: What `run.json` says from the first step on.
        texts: For training and for validation, of which the run keeps a copy.
    """

    def __init__(
        self, run: RunFolder, at_first_step: Mapping[str, Any], texts: tuple[str, str]
    ) -> None:
        self._run = run
        self._at_first_step = at_first_step
        self._texts = texts
        self._facts: Mapping[str, Any] = {}
        self._has_begun = False
        self._has_restored = False
        self._step: StepReport | None = None
        self._line_at = -math.inf
        # Whether there were steps since the last line.
        self._is_new = False

    @property
    def has_begun(self) -> bool:
        """Whether `run.json` says that the run trains."""
        return self._has_begun

    @property
    def has_restored(self) -> bool:
        """Whether something that was deleted has been written again."""
        return self._has_restored

    @property
    def step(self) -> "StepReport | None":
        """The latest report, None before the first."""
        return self._step

    def begin(self) -> None:
        """Let `run.json` say that the run trains, before its first step.

        Raises:
            OSError: It cannot be written.
        """
        self.note(**self._at_first_step)
        self._has_begun = True

    def note(self, **changes: Any) -> None:
        """Change some facts of `run.json`.

        Raises:
            TrainingError: They cannot be read.
            OSError: They cannot be written.
        """
        self._facts = {**self._known_facts(), **changes}
        self._run.write_facts(self._facts)

    def add(self, step: "StepReport") -> None:
        """Take in a report that `write` then writes."""
        self._step = step
        self._is_new = self._is_new or bool(step.losses)

    def write(self) -> None:
        """Write what is new; where that fails it may be tried again.

        Raises:
            OSError: A file cannot be written.
        """
        step = self._step
        if step is None:
            return
        if step.losses:
            if not self._has_begun:
                self.begin()
            self._restore_deleted()
            self._run.keep_losses(step.step, step.losses)
        if step.sample is not None:
            self._keep_evaluation(step)
        is_due = time.monotonic() - self._line_at >= LINE_INTERVAL_SECONDS
        if step.sample is not None or (is_due and self._is_new):
            self._run.append_metrics(_line(step))
            self._is_new, self._line_at = False, time.monotonic()

    def keep_standing(self) -> None:
        """Note loss and speed of the last steps too, where no evaluation came after them."""
        step = self._step
        if step is None or not math.isfinite(step.smoothed_loss):
            return
        try:
            self.note(**_standing(step))
        except (OSError, TrainingError) as error:
            log.warning("How the run stands could not be noted: %s", error)

    def _keep_evaluation(self, step: "StepReport") -> None:
        if step.sample is not None:
            self._run.keep_take(step.step, step.sample)
        best = self._known_facts().get("best_val_loss")
        if step.val_loss is not None and (best is None or step.val_loss < best):
            best = step.val_loss
        self.note(step=step.step, best_val_loss=best, **_standing(step))

    def _restore_deleted(self) -> None:
        if not self._run.is_whole:
            self._run.restore(self._facts, *self._texts)
            self._has_restored = True

    def _known_facts(self) -> Mapping[str, Any]:
        """Return what `run.json` says, or said before it was deleted."""
        try:
            return self._run.facts()
        except TrainingError:
            if not self._facts:
                raise
            return self._facts


def _line(step: "StepReport") -> dict[str, Any]:
    line = {
        "step": step.step,
        "train_loss": _rounded(step.smoothed_loss),
        "val_loss": None if step.val_loss is None else _rounded(step.val_loss),
        "learning_rate": step.learning_rate,
        "gradient_norm": round(step.gradient_norm, 4),
        "train_seconds": round(step.train_seconds, 2),
        "chars_per_second": round(step.chars_per_second),
    }
    if step.copied_share is not None:
        line["copied_share"] = round(step.copied_share, 4)
    return line


def _standing(step: "StepReport") -> dict[str, Any]:
    return {
        "train_loss": _rounded(step.smoothed_loss),
        "chars_per_second": round(step.chars_per_second),
    }


def _rounded(loss: float) -> float | None:
    return round(loss, 5) if math.isfinite(loss) else None


def note_end(run: RunFolder, **facts: str) -> None:
    """Say in the run's folder how it ended, where anything can be written at all."""
    try:
        run.update_facts(**facts, step=_saved_step(run))
    except (OSError, TrainingError) as error:
        log.warning("How the run ended could not be noted: %s", error)


def note_failure(run: RunFolder, error: Exception) -> None:
    """Note that a run went wrong: one that says that it trains is taken for one that was killed.

    Raises:
        TrainingError: In place of an error whose sentence promises what is not kept.
    """
    note_end(run, state="failed", error=str(error) or type(error).__name__)
    if not isinstance(error, TrainingError) or run.has_checkpoint:
        return
    # From a network alone a run does not go on.
    if run.model is not None and error.message_id != _UNWRITABLE:
        return
    if (at_once := _AT_ONCE.get(error.message_id)) is not None:
        raise TrainingError(at_once, **error.parameters) from error


def _saved_step(run: RunFolder) -> int:
    """Return the step that the run can go on from; 0 before its first."""
    from abcstudio.learning.training.resume import read_progress
    from abcstudio.learning.training.trainer import RESUME_FILE

    try:
        return read_progress(run.path / RESUME_FILE).step
    except (ModelFileError, OSError):
        return 0
