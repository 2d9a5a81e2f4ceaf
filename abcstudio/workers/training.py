"""Work around training in the shape that `Job` runs."""

from abcstudio.learning.devices import Device, choose_device
from abcstudio.recipes.train import TrainRequest, TrainResult, train
from abcstudio.workers.job import Report, ShouldStop


def train_network(request: TrainRequest, report: Report, should_stop: ShouldStop) -> TrainResult:
    """Train a network.

    Raises:
        CancelledError: `should_stop` said so.
        TrainingError: Training cannot start or go on.
    """
    return train(request, report, should_stop)


def find_device(wanted: str, _report: Report, _should_stop: ShouldStop) -> Device:
    """Return what a network would compute on."""
    return choose_device(wanted)
