"""Takes sampled side by side, each from its prompt, and the random numbers that decide them."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from typing_extensions import override

from abcstudio.learning.devices import widest_float
from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.take_rows import TakeRows
from abcstudio.learning.sampling.torch_streams.marks import Marks
from abcstudio.learning.sampling.torch_streams.sampling_step import SamplingStep
from abcstudio.learning.sampling.torch_streams.stream_stack import StreamStack

_UNIFORMS_AT_ONCE = 256


class TakeBatch(TakeRows[Tensor, Tensor]):
    """Some takes, sampled character by character: a `StreamBatch`.

    On a GPU a step is recorded for one width, so that no narrower one is worth making.

    Attributes:
        step: Samples a character of each.
    """

    def __init__(
        self,
        stack: StreamStack,
        logits: Tensor,
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        widths: Sequence[int],
    ) -> None:
        """Be ready to sample.

        Args:
            stack: The network, whose streams have read their prompts.
            logits: Of what follows them, (streams, vocab_size).
            config: How characters are sampled.
            rng_seeds: One a take.
            widths: To how many takes they may narrow, the most first.
        """
        uniforms = _Uniforms(list(rng_seeds), stack.device)
        super().__init__(len(logits), uniforms, widths, may_narrow=stack.device.type == "cpu")
        self._stack, self._config = stack, config
        self.step = SamplingStep(stack, logits, config)

    @property
    @override
    def logits(self) -> Tensor:
        return self.step.logits

    @override
    def _go_on_with(self, rows: list[int]) -> None:
        index = torch.tensor(rows)
        self._stack.keep(index)
        self.step = SamplingStep(self._stack, self.step.logits[index], self._config)

    @override
    def _marks_of_all(self, count: int) -> Marks:
        return Marks(self._stack, self.step.logits, count)

    def leave_out(self, rows: Sequence[int], numbers: Sequence[int]) -> None:
        """Let some characters not come next: pairs of a row and a character's number."""
        self.step.logits[list(rows), list(numbers)] = -torch.inf

    def bound(self, rows: Sequence[int], allowed: Mask, temperature: float) -> list[float]:
        """Leave out what is not allowed; return of each row the log of the kept probability."""
        logits = self.step.logits  # (streams, vocab_size)
        at = torch.tensor(rows, device=logits.device)
        left_out = ~torch.from_numpy(allowed).to(logits.device)  # (rows, vocab_size)
        scaled = logits[at] / (temperature or 1.0)  # (rows, vocab_size)
        before = scaled.logsumexp(dim=1)  # (rows,)
        log_kept = scaled.masked_fill_(left_out, -torch.inf).logsumexp(dim=1) - before
        logits[at] = logits[at].masked_fill(left_out, -torch.inf)
        kept: list[float] = log_kept.clamp_(max=0.0).tolist()
        return kept

    def sampled(self, count: int) -> Iterator[tuple[int, int]]:
        """Sample so many characters of every take: pairs of a take and a character's number.

        This is where a GPU is waited for.
        """
        rows = []
        for _ in range(count):
            self.step.uniforms.copy_(self._uniforms.take())
            self.step()
            rows.append(self.step.numbers.clone())
        numbers = torch.stack(rows).flatten() if count > 1 else rows[0]  # (count * takes,)
        return zip(self.takes * count, numbers.tolist(), strict=True)

    def scored(self, allowed: Mask) -> Iterator[tuple[int, int, float]]:
        """Sample a character of every take within a mask, each with its plain log-probability."""
        logits = self.step.logits  # (streams, vocab_size)
        expected = logits.log_softmax(dim=1)  # (streams, vocab_size)
        logits.masked_fill_(~torch.from_numpy(allowed).to(logits.device), -torch.inf)
        sampled = self.sampled(1)
        given: list[float] = expected.gather(1, self.step.numbers[:, None])[:, 0].tolist()
        return ((*pair, log) for pair, log in zip(sampled, given, strict=True))


class _Uniforms:
    """Uniform numbers, each stream with a generator of its own."""

    def __init__(self, rng_seeds: list[int], device: torch.device) -> None:
        self._generators = [torch.Generator().manual_seed(rng_seed) for rng_seed in rng_seeds]
        self._device, self._dtype = device, widest_float(device.type)
        self._block = torch.empty(len(rng_seeds), 0)
        self._position = 0

    def take(self) -> Tensor:
        """Return the next number of every stream, (streams, 1)."""
        if self._position == self._block.shape[1]:
            rows = [
                torch.rand(_UNIFORMS_AT_ONCE, generator=generator, dtype=self._dtype)
                for generator in self._generators
            ]
            self._block = torch.stack(rows).to(self._device)  # (streams, _UNIFORMS_AT_ONCE)
            self._position = 0
        self._position += 1
        return self._block[:, self._position - 1 : self._position]

    def seed(self, row: int, rng_seed: int) -> None:
        """Let a stream have other numbers, from their first on."""
        self._generators[row] = generator = torch.Generator().manual_seed(rng_seed)
        ahead = self._block[row, self._position :]  # (numbers,)
        ahead.copy_(torch.rand(len(ahead), generator=generator, dtype=self._dtype))

    def keep(self, rows: list[int]) -> None:
        """Go on with some of the streams only."""
        self._generators = [self._generators[row] for row in rows]
        self._block = self._block[rows]
