"""The weights of a network as NumPy's arrays: all that sampling from it needs. No torch."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from abcstudio.learning.config import TrainingConfig

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class NetworkWeights:
    """A network that can be sampled from, and nothing else.

    Attributes:
        config: Its sizes, cell and heads.
        tensors: float32, by the names that `checkpoint.tensor_shapes` gives.
    """

    config: TrainingConfig
    tensors: "Mapping[str, NDArray[np.float32]]"
