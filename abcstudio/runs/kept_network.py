"""The network that a run has kept so far, as its model files say it. No torch."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.learning.checkpoint import read_header
from abcstudio.runs.run_folder import RunFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNetwork:
    """What one gets of a run that was stopped.

    Attributes:
        model: The best network's file, else the last one's.
        step: Of the last network that was saved.
        best_step: Of the kept one.
        best_val_loss: Of the kept one; None where nothing was measured yet, or nothing held out.
        last_val_loss: Of the latest evaluation before the last network was saved.
    """

    model: Path
    step: int
    best_step: int
    best_val_loss: float | None
    last_val_loss: float | None


def kept_network(folder: Path) -> KeptNetwork | None:
    """Return what a run's folder holds, None where there is no model file yet.

    Raises:
        ModelFileError: The file is not a model that this program can open.
    """
    run = RunFolder(folder)
    if run.model is None:
        return None
    kept = read_header(run.model)
    last = read_header(run.last_model) if run.last_model.is_file() else kept
    has_best = run.model == run.best_model
    return KeptNetwork(
        model=run.model,
        step=last.step,
        best_step=kept.step,
        best_val_loss=kept.val_loss if has_best else None,
        last_val_loss=last.val_loss,
    )
