"""A part of a tune that is played again and again."""

import math
from typing import NamedTuple

SHORTEST_LOOP_SECONDS = 0.05


class Loop(NamedTuple):
    """From `end` the music goes on at `start`.

    Attributes:
        speed_step: Added to the speed each time, for practice.
        most_speed: Where that ends.
        times: After so many passes the music goes on beyond the loop; 0 is for ever.
    """

    start: float
    end: float
    speed_step: float = 0.0
    most_speed: float = 1.0
    times: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the tune, however long that is."""
        return self.start <= 0 and self.end == math.inf
