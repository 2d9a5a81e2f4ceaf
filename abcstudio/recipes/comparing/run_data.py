"""A run as plain data, for the command line and for files."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from abcstudio.learning.config import hyper_parameters
from abcstudio.recipes.comparing.best_runs import best_by_loss, best_by_music
from abcstudio.recipes.comparing.run_filter import differing_settings
from abcstudio.runs.history import RunSummary


def run_data(run: RunSummary) -> dict[str, Any]:
    """Return all that a list knows of a run."""
    return {
        "run": run.folder.name,
        "name": run.name,
        "path": str(run.folder),
        "created": run.created,
        "state": run.state,
        "step": run.step,
        "steps": run.steps,
        "best_val_loss": run.best_val_loss,
        "train_loss": run.train_loss,
        "right_measures": run.right_measures,
        "newness": run.newness,
        "chars_per_second": run.chars_per_second,
        "corpus": run.corpus_name,
        "sweep": None if run.sweep is None else run.sweep.name,
        "starred": run.marks.starred,
        "tags": list(run.marks.tags),
        "note": run.marks.note,
        "model": None if run.model is None else str(run.model),
        "config": run.config,
    }


def comparison(runs: Sequence[RunSummary]) -> dict[str, Any]:
    """Return in what runs differ, and which is the best by loss and which by music."""
    names = differing_settings(runs)
    by_loss, by_music = best_by_loss(runs), best_by_music(runs)
    return {
        "settings": {name: [run.config.get(name) for run in runs] for name in names},
        "best_by_loss": by_loss.folder.name if by_loss else None,
        "best_by_music": by_music.folder.name if by_music else None,
    }


def runs_csv(runs: Sequence[RunSummary]) -> str:
    """Return runs as a table with a column for each setting in which they differ."""
    names = [name for name in hyper_parameters() if name in differing_settings(runs)]
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    facts = [run_data(run) for run in runs]
    columns = [
        name for name in (facts[0] if facts else {}) if name not in ("config", "path", "model")
    ]
    writer.writerow([*columns, *names])
    for run, data in zip(runs, facts, strict=True):
        shown = [_cell(data[name]) for name in columns]
        writer.writerow([*shown, *(run.config.get(name, "") for name in names)])
    return target.getvalue()


def runs_jsonl(runs: Sequence[RunSummary]) -> str:
    """Return runs as lines of JSON."""
    return "".join(json.dumps(run_data(run)) + "\n" for run in runs)


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else value
