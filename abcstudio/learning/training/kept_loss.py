"""How well the network that a run has kept predicts the tunes that it has read."""

from pathlib import Path

from abcstudio.learning.checkpoint import load_model
from abcstudio.learning.devices import Device, torch_threads
from abcstudio.learning.training.batches import encode
from abcstudio.learning.training.evaluation import evaluate

# The mean over 10,000 characters is good to some hundredths.
_WINDOWS = 20


def kept_loss(model: Path, text: str, device: Device, threads: int) -> float:
    """Return a model's loss on a text, measured as a validation loss is.

    The losses of the steps are no match for that: they have dropout in them, and a memory that
    begins empty at every piece of text.

    Raises:
        ModelFileError: The model cannot be opened.
    """
    loaded = load_model(model)
    network = loaded.model.to(device.name)
    ids = encode(text, loaded.header.vocabulary).to(device.name)
    with torch_threads(threads):
        return evaluate(network, ids, max_windows=_WINDOWS)
