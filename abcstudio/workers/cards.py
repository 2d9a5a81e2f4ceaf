"""Composing for the card of a model in the background."""

from pathlib import Path

from abcstudio.recipes.cards.quality import (
    MEASURED_TAKES,
    ModelQuality,
    measure_model,
    tune_of_model,
)
from abcstudio.workers.job import Report, ShouldStop


def compose_tune(model: Path, _report: Report, should_stop: ShouldStop) -> str:
    """Return the tune of a model."""
    return tune_of_model(model, should_stop)


def measure(
    model: Path, jury: Path, known_runs: Path, report: Report, should_stop: ShouldStop
) -> ModelQuality:
    """Return what is right in a model's takes."""
    return measure_model(
        model, jury, known_runs, report=report, should_stop=should_stop, takes=MEASURED_TAKES
    )
