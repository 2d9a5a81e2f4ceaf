"""What the person asks the network for."""

from dataclasses import dataclass

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes
from abcstudio.field_values import Whole
from abcstudio.learning.sampling.sampling_config import SamplingConfig

MOST_TAKES = Whole(1, 32)
"""How many takes one press of the button may compose."""


@dataclass(frozen=True, slots=True)
class ComposeWish:
    """What the person asked for.

    Attributes:
        seed: The opening text.
        sampling: How the network is to go on from it.
        complete_header: Whether the network writes what was not chosen before the last header line
            that was.
        wishes: What each tune is to be like.
    """

    seed: str
    sampling: SamplingConfig
    takes: int
    complete_header: bool = False
    wishes: TuneWishes = NO_WISHES


DEFAULT_WISH = ComposeWish("X:1\nT:", USUAL_SAMPLING, 8)
"""What the form says at the first start, but for the number that is thrown."""
