"""Takes sampled side by side, each from its prompt, and the random numbers that decide them."""

from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor

from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.narrowing import rows_to_keep
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.marks import Beginnings, Marks
from abcstudio.learning.sampling.torch_streams.narrowing import narrower_widths
from abcstudio.learning.sampling.torch_streams.prompt_reader import PromptReader
from abcstudio.learning.sampling.torch_streams.sampling_step import SamplingStep, uniforms_dtype

_UNIFORMS_AT_ONCE = 256


class TakeBatch:
    """Some takes, sampled character by character: a `StreamBatch`.

    Attributes:
        takes: Their indexes; row number n of all tensors belongs to `takes[n]`.
        may_narrow: Whether any narrower batch is worth making; on a GPU a step is recorded for one
            width.
        step: Samples a character of each.
    """

    def __init__(
        self,
        reader: PromptReader,
        primers: Sequence[Sequence[int]],
        config: SamplingConfig,
        read: Callable[[int], object] = lambda _count: None,
        rng_seeds: Sequence[int] = (),
    ) -> None:
        """Read the prompts and be ready to sample.

        Args:
            reader: Reads them, and has the network.
            primers: The numbers of the characters of each take's prompt.
            config: How characters are sampled.
            read: Called from time to time with the number of characters of the longest prompt that
                have been read. An exception of it ends the reading.
            rng_seeds: One a take; by default the config's and those after it.
        """
        stack = reader.stack
        self.takes = list(range(len(primers)))
        self._stack, self._config = stack, config
        seeds = list(rng_seeds) or [config.rng_seed + take for take in self.takes]
        self._uniforms = _Uniforms(seeds, stack.device)
        self._widths = narrower_widths(stack, len(primers)) if config.stop_at_tune_end else []
        self.step = SamplingStep(stack, reader.read(primers, read), config)
        self.may_narrow = stack.device.type == "cpu"
        self._marks: Marks | None = None

    def narrow(self, running: set[int]) -> None:
        """Leave out takes that have ended."""
        # Asked before each character, and there is hardly ever a narrower batch to go on with.
        if not any(len(running) <= width < len(self.takes) for width in self._widths):
            return
        rows = rows_to_keep([take in running for take in self.takes], self._widths)
        if len(rows) < len(self.takes):
            self.keep(rows)

    def keep(self, rows: list[int]) -> None:
        """Go on with the takes in some rows only."""
        self.takes = [self.takes[row] for row in rows]
        self._uniforms.keep(rows)
        index = torch.tensor(rows)
        self._stack.keep(index)
        self.step = SamplingStep(self._stack, self.step.logits[index], self._config)
        if self._marks is not None:
            self._marks.keep(rows)

    def copy(self, sources: Sequence[int]) -> None:
        """Let takes go on from others, each with its own random numbers.

        Args:
            sources: For each take, the one whose text so far it has from here.
        """
        row_of = {take: row for row, take in enumerate(self.takes)}
        index = torch.tensor([row_of[sources[take]] for take in self.takes])
        self._stack.keep(index)
        self.step = SamplingStep(self._stack, self.step.logits[index], self._config)

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

    def set_marks(self, count: int) -> None:
        """Give each take so many marks; all takes are marked with the first one."""
        self._marks = Marks(self._stack, self.step.logits, count)
        self._beginnings = Beginnings(self._stack, self.step.logits)

    def mark(self, rows: Sequence[int], marks: Sequence[int]) -> None:
        """Mark where some takes are now, each with one of its marks."""
        assert self._marks is not None
        self._marks.put(rows, marks, self.step.logits)

    def take_back(self, rows: Sequence[int], marks: Sequence[int]) -> None:
        """Let some takes go on from a mark each."""
        assert self._marks is not None
        self._marks.take_back(rows, marks, self.step.logits)

    def begin_anew(self, rows: Sequence[int]) -> None:
        """Let some takes go on from where they began, however much came since."""
        assert self._marks is not None
        self._marks.begin_anew(rows, self.step.logits)

    def replace(
        self, rows: Sequence[int], sources: Sequence[int], rng_seeds: Sequence[int]
    ) -> None:
        """Let some takes go on as new ones, each from what a source had read at first."""
        assert self._marks is not None
        for row, source, rng_seed in zip(rows, sources, rng_seeds, strict=True):
            self._beginnings.begin(row, source, self.step.logits)
            self._uniforms.seed(row, rng_seed)
        self._marks.begin(rows, self.step.logits)

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
        self._device, self._dtype = device, uniforms_dtype(device)
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
