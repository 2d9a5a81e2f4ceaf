"""One character of every stream: sampled from the logits, read, and the next logits there.

This is what happens once a character. All its tensors stay where they are, so that a GPU can
record the work once and repeat it with a single launch.
"""

import math
from collections.abc import Callable

import torch
from torch import Tensor

from abcstudio.learning.devices import widest_float
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.stream_stack import StreamStack

_LEFT_OUT = -math.inf
_WARM_UPS = 3


class SamplingStep:
    """Samples and reads one character a stream.

    Attributes:
        logits: Of the next character, (streams, vocab_size). What is set to minus infinity there
            is not sampled next.
        uniforms: What decides the next sample, one number in [0, 1) a stream, (streams, 1).
        numbers: What was sampled last, (streams,).
    """

    def __init__(self, stack: StreamStack, logits: Tensor, config: SamplingConfig) -> None:
        self.logits = logits
        self.uniforms = logits.new_zeros(len(logits), 1, dtype=widest_float(logits.device.type))
        self.numbers = logits.new_zeros(len(logits), dtype=torch.long)
        self._stack, self._config = stack, config
        changed = [self.logits, self.numbers, *stack.state()]
        self._work = self._run
        if logits.is_cuda:
            # What is recorded belongs to the card that is current in this thread.
            torch.cuda.set_device(logits.device)
            self._work = recorded(self._run, changed)

    def __call__(self) -> None:
        """Sample one character more."""
        self._work()

    def _run(self) -> None:
        self.numbers.copy_(pick(self.logits, self.uniforms, self._config))
        self.logits.copy_(self._stack.advance(self.numbers))


def recorded(work: Callable[[], None], changed: list[Tensor]) -> Callable[[], None]:
    """Return a function that does the same on a GPU with one launch: a replayed CUDA graph.

    Where the work cannot be recorded, it is launched piece by piece as before.

    Args:
        work: Reads and writes the same tensors each time, all on the GPU.
        changed: The tensors that it changes; they are left as they were.
    """
    before = [tensor.clone() for tensor in changed]
    try:
        graph = torch.cuda.CUDAGraph()
        stream = torch.cuda.Stream()  # type: ignore[no-untyped-call]
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            # Libraries take their memory at the first calls, which cannot be recorded.
            for _ in range(_WARM_UPS):
                work()
        torch.cuda.current_stream().wait_stream(stream)
        with torch.cuda.graph(graph, capture_error_mode="thread_local"):
            work()
        replay: Callable[[], None] = graph.replay
    except RuntimeError:
        replay = work
    for tensor, value in zip(changed, before, strict=True):
        tensor.copy_(value)
    return replay


def pick(logits: Tensor, uniforms: Tensor, config: SamplingConfig) -> Tensor:
    """Return one number a stream, (streams,), by inverting the cumulative probabilities.

    Args:
        logits: (streams, vocab_size).
        uniforms: One number in [0, 1) a stream, (streams, 1); sums are as exact as these.
        config: Temperature and which characters may be sampled at all.
    """
    if config.temperature <= 0.0:
        return logits.argmax(dim=1)
    scaled = logits / config.temperature
    if config.top_k > 0:
        scaled = _keep_top_k(scaled, config.top_k)
    probabilities = scaled.softmax(dim=1)  # (streams, vocab_size)
    if config.top_p < 1.0:
        probabilities = _keep_top_p(probabilities, config.top_p)
    cumulative = probabilities.cumsum(dim=1, dtype=uniforms.dtype)  # (streams, vocab_size)
    numbers = torch.searchsorted(cumulative, uniforms * cumulative[:, -1:], right=True)
    return numbers.squeeze(1).clamp_(max=logits.shape[1] - 1)


def _keep_top_k(logits: Tensor, count: int) -> Tensor:
    threshold = logits.topk(min(count, logits.shape[1]), dim=1).values[:, -1:]  # (streams, 1)
    return logits.masked_fill(logits < threshold, _LEFT_OUT)


def _keep_top_p(probabilities: Tensor, share: float) -> Tensor:
    ordered, order = probabilities.sort(dim=1, descending=True)
    # A character stays while those before it have not reached the share: one always does.
    beyond = ordered.cumsum(dim=1) - ordered >= share  # (streams, vocab_size)
    beyond[:, 0] = False
    return torch.zeros_like(probabilities).scatter(1, order, ordered.masked_fill(beyond, 0.0))
