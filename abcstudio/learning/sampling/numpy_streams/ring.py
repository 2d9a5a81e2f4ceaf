"""What one stream may point to, apart from its neighbours."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

HIDDEN = -1e9
"""What the last number of a key is where its place must not be pointed to."""


class NumpyRing(NamedTuple):
    """The keys of a stream and what followed them.

    Attributes:
        keys: Of the null key and of the places, (width + 2, slots).
        following: Which character follows each place, (slots - 1,).
        seen: How many characters were read.
    """

    keys: NDArray[np.float32]
    following: NDArray[np.int64]
    seen: int
