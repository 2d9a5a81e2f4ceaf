"""Composing for the card of a model in the background."""

from pathlib import Path

from abcstudio.recipes.cards.quality import (
    MEASURED_TAKES,
    ModelQuality,
    measure_model,
    tune_of_model,
)
from abcstudio.workers.job import Report


def compose_tune(model: Path, _report: Report) -> str:
    """Return the tune of a model."""
    return tune_of_model(model)


def measure(model: Path, jury: Path, known_runs: Path, report: Report) -> ModelQuality:
    """Return what is right in a model's takes."""
    return measure_model(model, jury, known_runs, report=report, takes=MEASURED_TAKES)
