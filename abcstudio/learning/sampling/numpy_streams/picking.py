"""Characters chosen by their scores and by random numbers, as torch chooses them."""

import numpy as np
from numpy.typing import NDArray

from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers
from abcstudio.learning.sampling.sampling_config import SamplingConfig

_UNIFORMS_AT_ONCE = 256
_SEED_LIMIT = 2**32
_DIGITS = 2**53


def pick(
    logits: Numbers, uniforms: NDArray[np.float64], config: SamplingConfig
) -> NDArray[np.intp]:
    """Return one number a stream, (streams,), by inverting the cumulative probabilities.

    Args:
        logits: (streams, vocab_size).
        uniforms: One number in [0, 1) a stream, (streams, 1).
        config: Temperature and which characters may be sampled at all.
    """
    if config.temperature <= 0.0:
        likeliest: NDArray[np.intp] = logits.argmax(axis=1)
        return likeliest
    scaled = logits / np.float32(config.temperature)
    if config.top_k > 0:
        kept = min(config.top_k, logits.shape[1])
        threshold = np.partition(scaled, -kept, axis=1)[:, -kept, None]  # (streams, 1)
        scaled[scaled < threshold] = -np.inf
    scaled -= scaled.max(axis=1, keepdims=True)
    probabilities = np.exp(scaled, out=scaled)
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    if config.top_p < 1.0:
        probabilities = _keep_top_p(probabilities, config.top_p)
    cumulative = probabilities.cumsum(axis=1, dtype=np.float64)  # (streams, vocab_size)
    numbers: NDArray[np.intp] = np.sum(cumulative <= uniforms * cumulative[:, -1:], axis=1)
    return numbers.clip(max=logits.shape[1] - 1)


def _keep_top_p(probabilities: Numbers, share: float) -> Numbers:
    order = np.argsort(-probabilities, axis=1, kind="stable")
    ordered = np.take_along_axis(probabilities, order, axis=1)
    # A character stays while those before it have not reached the share: one always does.
    beyond = ordered.cumsum(axis=1) - ordered >= share  # (streams, vocab_size)
    beyond[:, 0] = False
    ordered[beyond] = 0.0
    kept = np.zeros_like(probabilities)
    np.put_along_axis(kept, order, ordered, axis=1)
    return kept


def log_softmax(logits: Numbers) -> Numbers:
    """Return the logarithms of probabilities, (rows, vocab_size)."""
    return logits - log_sum_exp(logits)[:, None]


def log_sum_exp(logits: Numbers) -> Numbers:
    """Return the logarithms of the sums of exponentials, (rows,)."""
    highest = logits.max(axis=1, keepdims=True)
    sums: Numbers = np.log(np.exp(logits - highest).sum(axis=1)) + highest[:, 0]
    return sums


class NumpyUniforms:
    """Uniform numbers, each stream with a generator of its own: torch's, number for number.

    That is MT19937 of which two numbers of 32 bits make one of 53 (Matsumoto and Nishimura 1998).
    """

    def __init__(self, rng_seeds: list[int]) -> None:
        self._generators = [_generator(rng_seed) for rng_seed in rng_seeds]
        self._block = np.empty((len(rng_seeds), 0))
        self._position = 0

    def take(self) -> NDArray[np.float64]:
        """Return the next number of every stream, (streams, 1)."""
        if self._position == self._block.shape[1]:
            rows = [_uniform(generator, _UNIFORMS_AT_ONCE) for generator in self._generators]
            self._block = np.stack(rows)  # (streams, _UNIFORMS_AT_ONCE)
            self._position = 0
        self._position += 1
        return self._block[:, self._position - 1 : self._position]

    def seed(self, row: int, rng_seed: int) -> None:
        """Let a stream have other numbers, from their first on."""
        self._generators[row] = generator = _generator(rng_seed)
        ahead = self._block[row, self._position :]  # (numbers,)
        ahead[:] = _uniform(generator, len(ahead))

    def keep(self, rows: list[int]) -> None:
        """Go on with some of the streams only."""
        self._generators = [self._generators[row] for row in rows]
        self._block = self._block[rows]


def _generator(rng_seed: int) -> np.random.RandomState:
    return np.random.RandomState(rng_seed % _SEED_LIMIT)


def _uniform(generator: np.random.RandomState, count: int) -> NDArray[np.float64]:
    """Return uniform numbers in [0, 1), (count,)."""
    halves = generator.randint(0, _SEED_LIMIT, (count, 2), np.uint32).astype(np.uint64)
    whole = (halves[:, 0] << np.uint64(32)) | halves[:, 1]  # (count,)
    return (whole % np.uint64(_DIGITS)).astype(np.float64) / _DIGITS
