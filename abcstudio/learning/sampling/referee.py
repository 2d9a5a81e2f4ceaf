"""What decides from outside whether sampled characters stand: numpy only, no torch, no music."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from abcstudio.learning.sampling.constraint import Mask


class Beginning(NamedTuple):
    """A stream that goes on as a new one.

    Attributes:
        stream: Which; it has just read a character.
        source: A stream; the new one begins with what that one had read at first.
        rng_seed: Decides what is sampled in the new one.
    """

    stream: int
    source: int
    rng_seed: int


class Ruling(NamedTuple):
    """What becomes of streams after a character, as pairs of a stream and one of its marks.

    Attributes:
        marked: The streams that may be taken back to where they are now.
        taken_back: The streams that go on from a mark, with what they had read there.
        begun_anew: The streams that begin anew, without a mark: with what they had read at first.
        replaced: The streams that go on as new ones, as though they had been no others.
    """

    marked: list[tuple[int, int]]
    taken_back: list[tuple[int, int]]
    begun_anew: list[int]
    replaced: list[Beginning]


class Bounds(NamedTuple):
    """What may come next in some streams.

    Attributes:
        streams: Which.
        mask: (streams, vocab_size); each row has a true value at least.
    """

    streams: Sequence[int]
    mask: Mask


class Referee(Protocol):
    """Follows streams that are sampled side by side, and takes them back where they went wrong.

    A stream that is sampled as the network likes, and taken back where it leaves what may be, is
    one that happens not to leave it: no probability is bent. Where that takes too long, the referee
    says what may come.

    Attributes:
        marks: How many marks each stream has, numbered from 0; the first is where it begins.
        running: The streams that need one more character.
    """

    marks: int

    def text(self, stream: int) -> str:
        """Return what a stream has read, its prompt included."""

    @property
    def running(self) -> set[int]:
        """The streams that need one more character."""

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a stream after each prompt, each of at most so many characters that stand."""

    def bounds(self) -> Bounds | None:
        """Return what must come next in streams that are not left to the network; None for none."""

    def read(
        self, streams: Sequence[int], numbers: Sequence[int], log_kept: Sequence[float]
    ) -> Ruling:
        """Take a character that was sampled in each of the streams that run.

        Args:
            streams: Where.
            numbers: Which, one a stream, as their numbers in the vocabulary.
            log_kept: The logarithms of the probability that the network gave to all the characters
                that were allowed; 0 where nothing was said of that.
        """
