"""Which library samples from a network: torch, or NumPy where torch is not there.

Both sample the same takes, as far as both compute with 32 bits: torch rounds large weights to 16
on processors that multiply these faster. Neither is imported with this file.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.learning.devices import has_torch, prepare_torch
from abcstudio.learning.loading import load_torch, loading_library
from abcstudio.learning.sampling.mixture import AnyNetwork, Mixture
from abcstudio.learning.weights import NetworkWeights

if TYPE_CHECKING:
    from abcstudio.learning.checkpoint import LoadedModel, LoadedWeights
    from abcstudio.learning.sampling.streams import StreamNetwork

LIBRARY = "ABCSTUDIO_NETWORK"
"""The environment's variable that makes NumPy sample although torch is there: "numpy"."""


def samples_with_numpy() -> bool:
    """Return whether NumPy samples: where torch is not installed, or where it is asked for."""
    return os.environ.get(LIBRARY) == "numpy" or not has_torch()


def open_to_sample(path: Path) -> "LoadedModel | LoadedWeights":
    """Open a model for what samples from it.

    Raises:
        ModelFileError: The file is not a model that this program can open.
    """
    from abcstudio.learning.checkpoint import load_model, load_weights

    if samples_with_numpy():
        return load_weights(path)
    prepare_torch()
    return load_model(path)


def load_sampling() -> None:
    """Import what samples, ahead of the first take.

    Raises:
        ImportError: The library does not fit this machine.
        OSError: A library of it cannot be loaded.
    """
    if not samples_with_numpy():
        load_torch()
        return
    with loading_library():
        import abcstudio.learning.sampling.numpy_streams.network  # noqa: F401


def network_of(model: AnyNetwork | Mixture, threads: int) -> "StreamNetwork":
    """Return a network, or two that are mixed, ready to sample.

    Args:
        model: One, or two that are mixed.
        threads: How many of a processor torch computes with.
    """
    first = model.networks[0] if isinstance(model, Mixture) else model
    if isinstance(first, NetworkWeights):
        from abcstudio.learning.sampling.numpy_streams.network import NumpyNetwork

        return NumpyNetwork(model)
    from abcstudio.learning.sampling.torch_streams.network import TorchNetwork

    return TorchNetwork(model, threads)
