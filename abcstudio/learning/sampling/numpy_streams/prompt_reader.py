"""Prompts read before takes are sampled: each alone, and once."""

from collections.abc import Callable, Sequence

import numpy as np

from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers
from abcstudio.learning.sampling.numpy_streams.stack import AnyStack, NumpyState, kept_state
from abcstudio.learning.sampling.prompt_progress import PromptProgress

_READ_AT_ONCE = 256


class NumpyPromptReader:
    """Reads the prompts of streams that are sampled side by side.

    Attributes:
        stack: The network, whose streams have read their prompts.
    """

    def __init__(self, stack: AnyStack) -> None:
        self.stack = stack
        self._after: dict[tuple[int, ...], tuple[NumpyState, Numbers]] = {}

    def read(self, primers: Sequence[Sequence[int]], told: Callable[[int], object]) -> Numbers:
        """Start a stream for each prompt; return the logits after them, (streams, vocab_size).

        What the last call has read is not read again.

        Args:
            primers: The numbers of each prompt's characters.
            told: Called from time to time with the number of characters of the longest prompt that
                have been read. An exception of it ends the reading.
        """
        each = [tuple(primer) for primer in primers]
        self._after = {primer: self._after[primer] for primer in each if primer in self._after}
        new = [primer for primer in dict.fromkeys(each) if primer not in self._after]
        progress = PromptProgress(new, told)
        for primer in new:
            self._after[primer] = self._read(np.array(primer, np.intp), progress)
        self.stack.resume([self._after[primer][0] for primer in each])
        return np.concatenate([self._after[primer][1] for primer in each])

    def _read(
        self, primer: "np.ndarray[tuple[int], np.dtype[np.intp]]", progress: PromptProgress
    ) -> tuple[NumpyState, Numbers]:
        """Return the state after a prompt, and the logits there, (1, vocab_size)."""
        self.stack.reset(1)
        for first in range(0, len(primer) - 1, _READ_AT_ONCE):
            progress.show()
            some = primer[first : min(first + _READ_AT_ONCE, len(primer) - 1)]
            self.stack.read(some)
            progress.add(len(some))
        logits = self.stack.advance(primer[-1:])
        progress.add(1)
        progress.show()
        return kept_state(self.stack, 0), logits
