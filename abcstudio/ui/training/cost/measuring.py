"""Measuring what a training run is going to take, in the background."""

from collections.abc import Sequence

from abcstudio.corpus.tune import Tune
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.cost import RunCost
from abcstudio.learning.devices import Device
from abcstudio.workers.job import Report, ShouldStop

USUAL_CHARACTERS = 85
"""How many different characters the tunes in the box have."""


def measure_run(
    config: TrainingConfig,
    tunes: Sequence[Tune],
    device: Device,
    _report: Report,
    should_stop: ShouldStop,
) -> RunCost:
    """Return what a run on some tunes takes on a device; without tunes, on those in the box.

    Raises:
        CancelledError: `should_stop` said so.
        TrainingError: There is not enough memory for a single piece of text.
    """
    # torch takes a while to import.
    from abcstudio.learning.training.measured_cost import measure_cost

    characters = set().union(*(tune.text for tune in tunes)) if tunes else ()
    return measure_cost(config, len(characters) or USUAL_CHARACTERS, device, should_stop)
