"""What dropout silences in one training step: units for whole rows, weights for whole batches.

The masks are sampled for the whole batch before it is read, so that a batch read in parts, in any
order or by several processes, is the same batch.
"""

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Masks:
    """Factors of 0 or 1 / (1 - share).

    Attributes:
        units: Of the units after each layer, the same for the whole length of a row (Gal and
            Ghahramani 2016), (rows, layers, hidden).
        weights: Of each layer's weights from its own past, the same for all rows (Merity, Keskar
            and Socher 2018), (gates * hidden, hidden) each; empty where none are silenced.
        heads: Of all that a row's pointer heads copy, never more than 1: what they do not copy
            goes to the network's own scores, (rows,); None where none are silenced.
    """

    units: Tensor
    weights: tuple[Tensor, ...] = ()
    heads: Tensor | None = None

    def rows(self, first: int, last: int) -> "Masks":
        """Return the masks of some rows."""
        heads = None if self.heads is None else self.heads[first:last]
        return Masks(self.units[first:last], self.weights, heads)


def draw_mask(shape: tuple[int, ...], share: float, generator: torch.Generator) -> Tensor:
    """Return factors of 0, for a share of them, or 1 / (1 - share), on the generator's device."""
    if share <= 0.0:
        return torch.ones(shape, device=generator.device)
    mask = torch.empty(shape, device=generator.device)
    return mask.bernoulli_(1.0 - share, generator=generator).div_(1.0 - share)
