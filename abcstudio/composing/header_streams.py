"""Headers that a network completes side by side: it reads what stands and writes what is open."""

from collections.abc import Sequence

import numpy as np

from abcstudio.composing.header_completion import LONGEST_LINE, completion
from abcstudio.corpus.training_text import LEARNED_FIELDS
from abcstudio.learning.sampling.constraint import Mask


class HeaderStreams:
    """A constraint for `Sampler.sample_within`: of what stands, each character is the only one.

    So a network reads a header once, whatever it writes in between.

    Attributes:
        beginnings: What each stream is to begin with.
        most_characters: More than a stream reads and writes.
    """

    def __init__(self, prompt: str, streams: int, characters: str) -> None:
        """Make streams of one prompt with open fields, for a vocabulary's characters."""
        self._numbers = {character: number for number, character in enumerate(characters)}
        self._headers = [_Header(prompt) for _ in range(streams)]
        self.beginnings = [header.unread for header in self._headers]
        self.most_characters = len(prompt) + len(LEARNED_FIELDS) * LONGEST_LINE

    @property
    def are_done(self) -> bool:
        """Whether nothing is to be written any more."""
        return all(header.is_done for header in self._headers)

    @property
    def headers(self) -> list[str | None]:
        """The headers that are complete; None of a stream that wrote something else."""
        return [header.found for header in self._headers]

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start the streams, which have read what they begin with."""
        for header in self._headers:
            header.begin()

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size)."""
        mask = np.ones((len(streams), len(self._numbers)), dtype=np.bool_)
        for row, stream in enumerate(streams):
            if unread := self._headers[stream].unread:
                mask[row] = False
                mask[row, self._numbers[unread[0]]] = True
        return mask

    def read(self, streams: Sequence[int], characters: Sequence[str]) -> None:
        """Take a character of each of some streams."""
        for stream, character in zip(streams, characters, strict=True):
            self._headers[stream].read(character)

    def end(self, stream: int) -> None:
        """Do nothing: a blank line ends no stream here."""


class _Header:
    """One header.

    Attributes:
        unread: What stands before the next line that is written.
        is_done: Whether no other line is to be written.
        found: The whole header once it is there.
    """

    def __init__(self, prompt: str) -> None:
        self._work = completion(prompt)
        self.unread = next(self._work)
        self._line = ""
        self.is_done = False
        self.found: str | None = None

    def begin(self) -> None:
        """Note that what stands first has been read."""
        self.unread = ""

    def read(self, character: str) -> None:
        if self.is_done:
            return
        if self.unread:
            self.unread = self.unread[1:]
        elif character == "\n":
            self._end_line()
        else:
            self._line += character
            self.is_done = len(self._line) >= LONGEST_LINE

    def _end_line(self) -> None:
        line, self._line = self._line, ""
        try:
            self.unread = self._work.send(line)
        except StopIteration as end:
            self.is_done, self.found = True, end.value
