"""All runs of a folder, the newest first."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.errors import TrainingError
from abcstudio.runs.run_folder import RunFolder


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run as a list shows it.

    Attributes:
        state: "running", "finished", "stopped" or "failed"; a run that was killed stays "running".
        created: Local time, ISO 8601.
        config: The training config as plain data.
        model: The best network's file, else the last one's, else None.
    """

    folder: Path
    name: str
    state: str
    created: str
    step: int
    steps: int
    best_val_loss: float | None
    config: dict[str, Any]
    model: Path | None


def list_runs(runs: Path) -> tuple[RunSummary, ...]:
    """Return the runs of a folder; whatever else is in there is passed over."""
    if not runs.is_dir():
        return ()
    found = [_summary(path) for path in runs.iterdir() if path.is_dir()]
    known = [summary for summary in found if summary is not None]
    return tuple(sorted(known, key=lambda summary: summary.created, reverse=True))


def _summary(path: Path) -> RunSummary | None:
    run = RunFolder(path)
    try:
        facts = run.facts()
        models = [model for model in (run.best_model, run.last_model) if model.is_file()]
        return RunSummary(
            folder=path,
            name=str(facts["name"]),
            state=str(facts["state"]),
            created=str(facts["created"]),
            step=int(facts["step"]),
            steps=int(facts["config"]["steps"]),
            best_val_loss=facts["best_val_loss"],
            config=dict(facts["config"]),
            model=models[0] if models else None,
        )
    except (TrainingError, KeyError, OverflowError, TypeError, ValueError):
        return None
