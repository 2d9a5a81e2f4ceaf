"""Which of some runs is the best, by its loss and by its music."""

from collections.abc import Sequence

from abcstudio.runs.history import RunSummary


def best_by_loss(runs: Sequence[RunSummary]) -> RunSummary | None:
    """Return the run with the lowest validation loss; None where none was measured."""
    measured = [(run.best_val_loss, run) for run in runs if run.best_val_loss is not None]
    return min(measured, key=lambda pair: pair[0], default=(None, None))[1]


def best_by_music(runs: Sequence[RunSummary]) -> RunSummary | None:
    """Return the run with the largest share of right measures; of equal ones the newest music.

    None where nothing was counted.
    """
    counted = [
        ((run.right_measures, run.newness or 0.0), run)
        for run in runs
        if run.right_measures is not None
    ]
    return max(counted, key=lambda pair: pair[0], default=(None, None))[1]
