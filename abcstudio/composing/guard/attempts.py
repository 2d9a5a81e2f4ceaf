"""Attempts at takes, some side by side: which stream is which, and which come next.

A take is the first of its attempts that comes right. The first of all is its own; where takes share
the others, one that has failed goes on with the first of these that is not claimed, whatever is
known of it by then. So what runs beside may serve any take, and each is yet what the network writes
if all that goes wrong is thrown away.
"""

import random
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

ATTEMPTS = 4
"""Attempts per take that are dropped at their first fault, each from the prompt. The next one
backs up instead."""

# Beside fewer streams than this, one that may turn out needless costs a step hardly anything.
_FEW = 16
# Where takes share them, so many spare ones may run however few are likely to be needed.
_FEWEST_SPARE = 2
# As long as nothing is known, one attempt of eight is expected to fail.
_FAILED_BEFORE, _ENDED_BEFORE = 1, 8


class Attempt(NamedTuple):
    """An attempt: a take and a number from 0, which together say what decides it."""

    take: int
    number: int


class _Pool:
    """Takes that share spare attempts: all there are, or a single one.

    Attributes:
        takes: Which.
        waiting: How many of them are not done.
        unclaimed: The spare attempts that are none's yet; the first one is claimed first.
    """

    def __init__(self, takes: range, attempts: int) -> None:
        self.takes, self.waiting = takes, len(takes)
        spare = (Attempt(take, number) for number in range(1, attempts) for take in takes)
        self.unclaimed = deque(spare)

    def finish(self) -> None:
        """Note that one of the takes is done."""
        self.waiting -= 1


class Attempts:
    """Says which attempt each stream is.

    Attributes:
        first: Those that streams begin with, in the streams' order.
        waiting: The takes that are not done.
    """

    def __init__(self, takes: int, attempts: int, *, are_shared: bool) -> None:
        """Begin with the first attempt at each take, and some spare ones.

        Args:
            takes: How many there are.
            attempts: How many at each are given up at their first fault. The one after them is not;
                it is the take's own, and runs only where all others have failed.
            are_shared: Whether takes share what is between; they must begin alike.
        """
        self._most = attempts
        ranges = [range(takes)] if are_shared else [range(one, one + 1) for one in range(takes)]
        self._pools = [_Pool(one, attempts) for one in ranges]
        self._pool_of = [pool for pool in self._pools for _ in pool.takes]
        self._claims = [[Attempt(take, 0)] for take in range(takes)]
        self._owner = {claim: take for take, (claim,) in enumerate(self._claims)}
        self._of = dict[int, Attempt]()
        self._streams = dict[Attempt, int]()
        self._order = dict[Attempt, int]()
        self._comes_right = dict[Attempt, bool]()
        self._failed, self._ended = _FAILED_BEFORE, _ENDED_BEFORE
        self.waiting = set(range(takes))
        self.first = list[Attempt]()
        while (attempt := self._next()) is not None:
            self._begin(len(self.first), attempt)
            self.first.append(attempt)

    def _begin(self, stream: int, attempt: Attempt) -> None:
        self._of[stream], self._streams[attempt] = attempt, stream
        self._order[attempt] = len(self._order)

    def of(self, stream: int) -> Attempt:
        """Return which attempt a stream is, or was last."""
        return self._of[stream]

    def is_last(self, stream: int) -> bool:
        """Return whether a stream is the attempt that is not given up."""
        return self._of[stream].number >= self._most

    def claims(self, take: int) -> list[Attempt]:
        """Return the attempts at a take so far: some that have failed, and the one that counts."""
        return self._claims[take]

    def take(self, stream: int) -> int | None:
        """Return the take that has claimed what a stream is, or was last; None for a spare one."""
        return self._owner.get(self._of[stream])

    def stream(self, attempt: Attempt) -> int | None:
        """Return the stream of an attempt that runs; None where it does not."""
        return self._streams.get(attempt)

    def end(self, stream: int, *, is_right: bool) -> list[int]:
        """Note that an attempt has ended; return the streams that are free now, this one first."""
        attempt = self._of[stream]
        del self._streams[attempt]
        self._comes_right[attempt] = is_right
        self._ended += 1
        self._failed += not is_right
        pool = self._pool_of[attempt.take]
        if (take := self._owner.get(attempt)) is not None:
            self._settle(take, pool)
        running = [one for one in pool.unclaimed if one in self._streams]
        return [stream, *(self._streams.pop(one) for one in running[self._most_spare(pool) :])]

    def _settle(self, take: int, pool: _Pool) -> None:
        """Let a take whose attempt has ended claim others, as long as those have failed, too."""
        claims = self._claims[take]
        while self._comes_right.get(claims[-1]) is False:
            is_last = len(claims) >= self._most
            claims.append(Attempt(take, self._most) if is_last else pool.unclaimed.popleft())
            self._owner[claims[-1]] = take
        if claims[-1] in self._comes_right:
            self.waiting.discard(take)
            pool.finish()

    def _most_spare(self, pool: _Pool) -> int:
        """Return how many of a pool's unclaimed attempts may run."""
        ready = sum(self._comes_right.get(one, False) for one in pool.unclaimed)
        wanted = max(_FEWEST_SPARE, self._likely_needed(pool))
        return max(0, min(pool.waiting, wanted) - ready)

    def _likely_needed(self, pool: _Pool) -> int:
        return pool.waiting * self._failed // self._ended

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

        That is one that a take waits for, or else a spare one of the pool that came to its latest
        attempt last.
        """
        latest = (self._claims[take][-1] for take in sorted(self.waiting))
        needed = next((one for one in latest if one not in self._streams), None)
        if needed is not None:
            return needed
        spare = [pool for pool in self._pools if self._may_begin_spare(pool)]
        if not spare:
            return None
        pool = max(spare, key=lambda one: self._order[self._claims[one.takes[0]][-1]])
        return next(self._unbegun(pool))

    def _may_begin_spare(self, pool: _Pool) -> bool:
        running = sum(one in self._streams for one in pool.unclaimed)
        is_cheap = len(self._streams) < _FEW or self._likely_needed(pool) > 0
        is_wanted = is_cheap and running < self._most_spare(pool)
        return is_wanted and any(self._unbegun(pool))

    def _unbegun(self, pool: _Pool) -> Iterator[Attempt]:
        streams, ended = self._streams, self._comes_right
        return (one for one in pool.unclaimed if one not in streams and one not in ended)


def stream_seed(rng_seed: int, number: int) -> int:
    """Return the seed of an attempt at a take; the first has the seed of the take."""
    # torch's generator uses only 32 bits of a seed.
    return random.Random(f"{rng_seed} {number}").getrandbits(32) if number else rng_seed
