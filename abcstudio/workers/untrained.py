"""Asking an untrained network in the shape that `Job` runs."""

from typing import TYPE_CHECKING

from abcstudio.recipes.lab.untrained import UntrainedRequest, predict_untrained
from abcstudio.workers.job import Report, ShouldStop

if TYPE_CHECKING:
    from abcstudio.learning.first_predictions import FirstPredictions


def ask_untrained(
    request: UntrainedRequest, _report: Report, should_stop: ShouldStop
) -> "FirstPredictions":
    """Return what a network expects that has learned nothing.

    Raises:
        CancelledError: `should_stop` said so.
    """
    return predict_untrained(request, should_stop)
