"""Asking an untrained network in the shape that `Job` runs."""

from typing import TYPE_CHECKING

from abcstudio.recipes.lab.untrained import UntrainedRequest, predict_untrained
from abcstudio.workers.job import Report

if TYPE_CHECKING:
    from abcstudio.learning.first_predictions import FirstPredictions


def ask_untrained(request: UntrainedRequest, _report: Report) -> "FirstPredictions":
    """Return what a network expects that has learned nothing.

    Raises:
        CancelledError: The work is to stop.
    """
    return predict_untrained(request)
