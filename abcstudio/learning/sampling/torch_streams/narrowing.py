"""Smaller batches while takes are sampled: the streams that have ended are left out.

Takes sampled together end at different times. A batch that narrows does not compute what is not
needed; but a take must not depend on its neighbours, and products of other shapes may add in
another order. So it is tried out first, with the very network and every width that may come.
"""

from weakref import WeakKeyDictionary

import torch
from torch import Tensor

from abcstudio.learning.sampling.torch_streams.stream_stack import StreamStack

_FEWEST_STREAMS = 4

# A model that stays open is asked again before each of its takes.
_found: WeakKeyDictionary[StreamStack, dict[int, list[int]]] = WeakKeyDictionary()


def narrower_widths(stack: StreamStack, streams: int) -> list[int]:
    """Return to how many streams so many may narrow, the most first; none where it would show.

    It is tried out once for a stack, whose state is lost.
    """
    if streams < _FEWEST_STREAMS or stack.device.type != "cpu":
        return []
    known = _found.setdefault(stack, {})
    if streams not in known:
        known[streams] = _tried(stack, streams)
    return known[streams]


def _tried(stack: StreamStack, streams: int) -> list[int]:
    widths = [1 << power for power in range(streams.bit_length(), 0, -1) if 1 << power < streams]
    numbers = torch.arange(streams) % stack.vocab_size
    whole = _advanced(stack, numbers, torch.arange(streams))
    for width in widths:
        for first in (0, streams - width):
            rows = torch.arange(first, first + width)
            part = _advanced(stack, numbers, rows)
            if not all(torch.equal(one[rows], own) for one, own in zip(whole, part, strict=True)):
                return []
    return widths


def _advanced(stack: StreamStack, numbers: Tensor, rows: Tensor) -> list[Tensor]:
    """Return logits and state of some rows after a step from a state that is the same each time."""
    stack.reset(len(numbers))
    stack.fill(torch.Generator().manual_seed(0))
    stack.keep(rows)
    return [stack.advance(numbers[rows]), *stack.state()]
