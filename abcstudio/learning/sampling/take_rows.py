"""Takes sampled side by side: which they are, and where they can go back to, in either library."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


def rows_to_keep(is_running: list[bool], widths: list[int]) -> list[int]:
    """Return the rows to go on with in the narrowest width that holds all running ones.

    Args:
        is_running: Of each row.
        widths: Those that may come.
    """
    running = [row for row, runs in enumerate(is_running) if runs]
    ended = [row for row, runs in enumerate(is_running) if not runs]
    fitting = [width for width in widths if len(running) <= width < len(is_running)]
    return sorted((running + ended)[: min(fitting, default=len(is_running))])


Logits = TypeVar("Logits")
LogitsRead = TypeVar("LogitsRead", contravariant=True)
Draws = TypeVar("Draws")
DrawsMade = TypeVar("DrawsMade", covariant=True)


class Uniforms(Protocol[DrawsMade]):
    """Uniform numbers, each stream with a generator of its own."""

    def take(self) -> DrawsMade:
        """Return the next number of every stream, (streams, 1)."""

    def seed(self, row: int, rng_seed: int) -> None:
        """Let a stream have other numbers, from their first on."""

    def keep(self, rows: list[int]) -> None:
        """Go on with some of the streams only."""


class StreamMarks(Protocol[LogitsRead]):
    """Places to which streams can be taken back, and where they began.

    `logits` are those of the next characters, (streams, vocab_size), which are changed.
    """

    def put(self, rows: Sequence[int], marks: Sequence[int], logits: LogitsRead) -> None:
        """Mark where some streams are now, each with one of its marks."""

    def take_back(self, rows: Sequence[int], marks: Sequence[int], logits: LogitsRead) -> None:
        """Let some streams go on from a mark each."""

    def begin_anew(self, rows: Sequence[int], logits: LogitsRead) -> None:
        """Let some streams go on from where all began."""

    def replace(self, rows: Sequence[int], sources: Sequence[int], logits: LogitsRead) -> None:
        """Let some streams go on as new ones, each from what a source had read at first."""

    def keep(self, rows: Sequence[int]) -> None:
        """Go on with some of the streams only."""


class TakeRows(ABC, Generic[Logits, Draws]):
    """The rows of a `StreamBatch`; what a library computes in them is its own.

    Attributes:
        takes: The takes' indexes; row number n of all arrays belongs to `takes[n]`.
        may_narrow: Whether any narrower batch is worth making.
    """

    def __init__(
        self, takes: int, uniforms: Uniforms[Draws], widths: Sequence[int], *, may_narrow: bool
    ) -> None:
        """Begin with so many takes.

        Args:
            takes: How many.
            uniforms: What decides them.
            widths: To how many they may narrow, the most first.
            may_narrow: As the attribute.
        """
        self.takes, self.may_narrow = list(range(takes)), may_narrow
        self._uniforms, self._widths = uniforms, list(widths)
        self._marks: StreamMarks[Logits] | None = None

    @property
    @abstractmethod
    def logits(self) -> Logits:
        """What may come next, (streams, vocab_size); what is changed there is sampled from."""

    @abstractmethod
    def _go_on_with(self, rows: list[int]) -> None:
        """Keep only the streams of these rows."""

    @abstractmethod
    def _marks_of_all(self, count: int) -> StreamMarks[Logits]:
        """Return so many marks for each stream, of which the first is where it is now."""

    @property
    def _marked(self) -> StreamMarks[Logits]:
        assert self._marks is not None
        return self._marks

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
        self._go_on_with(rows)
        if self._marks is not None:
            self._marks.keep(rows)

    def set_marks(self, count: int) -> None:
        """Give each take so many marks; all takes are marked with the first one."""
        self._marks = self._marks_of_all(count)

    def mark(self, rows: Sequence[int], marks: Sequence[int]) -> None:
        """Mark where some takes are now, each with one of its marks."""
        self._marked.put(rows, marks, self.logits)

    def take_back(self, rows: Sequence[int], marks: Sequence[int]) -> None:
        """Let some takes go on from a mark each."""
        self._marked.take_back(rows, marks, self.logits)

    def begin_anew(self, rows: Sequence[int]) -> None:
        """Let some takes go on from where they began, however much came since."""
        self._marked.begin_anew(rows, self.logits)

    def replace(
        self, rows: Sequence[int], sources: Sequence[int], rng_seeds: Sequence[int]
    ) -> None:
        """Let some takes go on as new ones, each from what a source had read at first."""
        for row, rng_seed in zip(rows, rng_seeds, strict=True):
            self._uniforms.seed(row, rng_seed)
        self._marked.replace(rows, sources, self.logits)
