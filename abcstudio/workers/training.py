"""Work around training in the shape that `Job` runs."""

from dataclasses import replace
from pathlib import Path

from abcstudio.learning.devices import Device, choose_device
from abcstudio.recipes.train import TrainRequest, TrainResult, train
from abcstudio.workers.job import Report, ShouldStop
from abcstudio.workers.reading import read_once


def train_network(
    request: TrainRequest, source: Path | None, report: Report, should_stop: ShouldStop
) -> TrainResult:
    """Train a network; the tunes are read from `source` when there is one.

    Raises:
        CorpusError: The source cannot be read.
        CancelledError: `should_stop` said so.
        TrainingError: Training cannot start or go on.
    """
    if source is not None:
        request = replace(request, tunes=read_once(source))
    return train(request, report, should_stop)


def find_device(wanted: str, _report: Report, _should_stop: ShouldStop) -> Device:
    """Return what a network would compute on."""
    return choose_device(wanted)
