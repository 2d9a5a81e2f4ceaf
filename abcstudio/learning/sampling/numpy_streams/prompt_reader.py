"""Prompts read by NumPy before takes are sampled: each alone, and once."""

from collections.abc import Iterator

import numpy as np
from typing_extensions import override

from abcstudio.learning.sampling.known_prompts import READ_AT_ONCE, KnownPrompts, Primer
from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers
from abcstudio.learning.sampling.numpy_streams.stack import AnyStack, NumpyState, kept_state
from abcstudio.learning.sampling.prompt_progress import PromptProgress


class NumpyPromptReader(KnownPrompts[NumpyState, Numbers]):
    """Reads the prompts of streams that are sampled side by side.

    Attributes:
        stack: The network, whose streams have read their prompts.
    """

    def __init__(self, stack: AnyStack) -> None:
        super().__init__()
        self.stack = stack

    @override
    def _read(
        self, primers: list[Primer], progress: PromptProgress
    ) -> Iterator[tuple[Primer, tuple[NumpyState, Numbers]]]:
        for primer in primers:
            self.stack.reset(1)
            logits = self._advanced(np.array(primer, np.intp), progress)
            yield primer, (kept_state(self.stack, 0), logits)

    def _advanced(
        self, primer: "np.ndarray[tuple[int], np.dtype[np.intp]]", progress: PromptProgress
    ) -> Numbers:
        """Let the only stream read a prompt; return its logits, (1, vocab_size)."""
        for first in range(0, len(primer) - 1, READ_AT_ONCE):
            progress.show()
            some = primer[first : min(first + READ_AT_ONCE, len(primer) - 1)]
            self.stack.read(some)
            progress.add(len(some))
        logits = self.stack.advance(primer[-1:])
        progress.add(1)
        progress.show()
        return logits

    @override
    def _started(self, after: list[tuple[NumpyState, Numbers]]) -> Numbers:
        self.stack.resume([state for state, _logits in after])
        return np.concatenate([logits for _state, logits in after])
