"""Attempts at takes, some side by side: which stream is which, and which come next.

A take is the first of its attempts that comes right, in their order, however soon later ones do: so
it is what it would be if they came one after the other. That a second one runs beside the first
saves the steps that it would take behind it, and a stream more costs a step little.
"""

from collections.abc import Iterator
from typing import NamedTuple

_SIDE_BY_SIDE = 2
# A batch of so many streams or more is busy without attempts that are not needed yet.
_BUSY = 32
# Beside fewer streams than this, one that may turn out needless costs a step hardly anything.
_FEW = 16


class Attempt(NamedTuple):
    """One of the attempts at a take, both numbered from 0."""

    take: int
    number: int


def first_attempts(takes: int, attempts: int) -> list[Attempt]:
    """Return what streams begin with, those of the first attempts first.

    Args:
        takes: How many there are.
        attempts: How many of each are given up at their first fault.
    """
    others = min(takes, max(0, _BUSY - takes)) if attempts >= _SIDE_BY_SIDE else 0
    beside = [Attempt(take, 1) for take in range(others)]
    return [Attempt(take, 0) for take in range(takes)] + beside


class _Take:
    """The attempts at one take."""

    def __init__(self) -> None:
        self.streams: dict[int, int] = {}
        self.begun = self.latest = 0
        self.faulty = set[int]()
        self.right: int | None = None

    def begin(self, number: int, stream: int, count: int) -> None:
        """Let an attempt run; so many at all takes have begun before."""
        self.streams[number] = stream
        self.begun, self.latest = max(self.begun, number + 1), count

    @property
    def current(self) -> int:
        """The first attempt that has not failed."""
        return next(number for number in range(self.begun + 1) if number not in self.faulty)

    @property
    def is_over(self) -> bool:
        return self.right is not None and self.right == self.current


class Attempts:
    """Says which attempt each stream is.

    Attributes:
        waiting: The takes that are not done.
    """

    def __init__(self, takes: int, attempts: int) -> None:
        """Begin with `first_attempts`.

        Args:
            takes: How many there are.
            attempts: How many of each are given up at their first fault. The one after them is
                not; it runs only where all others have failed.
        """
        self._most = attempts
        self._takes = [_Take() for _ in range(takes)]
        self._of = dict[int, Attempt]()
        self._count = 0
        self.waiting = set(range(takes))
        for stream, attempt in enumerate(first_attempts(takes, attempts)):
            self._begin(stream, attempt)

    def _begin(self, stream: int, attempt: Attempt) -> None:
        self._takes[attempt.take].begin(attempt.number, stream, self._count)
        self._of[stream] = attempt
        self._count += 1

    def of(self, stream: int) -> Attempt:
        """Return which attempt a stream is, or was last."""
        return self._of[stream]

    def is_last(self, stream: int) -> bool:
        """Return whether a stream is the attempt that is not given up."""
        return self._of[stream].number >= self._most

    def current(self, take: int) -> Attempt:
        """Return the first attempt at a take that has not failed."""
        return Attempt(take, self._takes[take].current)

    def stream(self, attempt: Attempt) -> int | None:
        """Return the stream of an attempt that runs; None where it does not."""
        return self._takes[attempt.take].streams.get(attempt.number)

    def end(self, stream: int, *, is_right: bool) -> list[int]:
        """Note that an attempt has ended; return the streams that are free now, this one first."""
        attempt = self._of[stream]
        take = self._takes[attempt.take]
        free = [take.streams.pop(attempt.number)]
        if is_right:
            take.right = attempt.number
            later = [number for number in take.streams if number > attempt.number]
            free += [take.streams.pop(number) for number in later]
        else:
            take.faulty.add(attempt.number)
        if take.is_over:
            self.waiting.discard(attempt.take)
        return free

    def begin(self, streams: list[int]) -> Iterator[tuple[int, Attempt]]:
        """Yield which attempts some free streams are now, as long as any may begin."""
        for stream in streams:
            attempt = self._next()
            if attempt is None:
                return
            self._begin(stream, attempt)
            yield stream, attempt

    def _next(self) -> Attempt | None:
        """Return the attempt that is needed most; None where none may begin.

        That is one at a take of which none runs, or, where few run at all, the latest began last.
        """
        are_few = sum(len(take.streams) for take in self._takes) < _FEW
        takes = ((number, self._takes[number]) for number in self.waiting)
        may_begin = [number for number, take in takes if self._may_begin(take, are_few=are_few)]
        if not may_begin:
            return None
        number = min(may_begin, key=self._urgency)
        return Attempt(number, self._takes[number].begun)

    def _may_begin(self, take: _Take, *, are_few: bool) -> bool:
        runs = len(take.streams)
        if take.right is not None or runs >= _SIDE_BY_SIDE:
            return False
        return not runs or (are_few and take.begun < self._most)

    def _urgency(self, number: int) -> tuple[int, int]:
        take = self._takes[number]
        return len(take.streams), -take.latest
