"""A referee that lets takes begin anew at their first fault, with attempts side by side.

Such a take is exactly one that the network would write if all others were thrown away. Only the
last of some attempts goes back to bar lines.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from abcstudio.composing.guard.attempts import Attempt, Attempts, stream_seed
from abcstudio.composing.guard.blame import Names
from abcstudio.composing.guard.followed import FollowedTake
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.measure_referee import MeasureReferee
from abcstudio.composing.guard.take_costs import TakeCosts
from abcstudio.learning.sampling.referee import Beginning, Ruling


class AttemptReferee(MeasureReferee):
    """A referee for `Sampler.sample_refereed`: some streams a take, of which one counts.

    Where takes share no attempts, what each is, and what is shown of it meanwhile, depends neither
    on the others nor on which attempts run side by side.
    """

    def __init__(self, *args: Any, attempts: int, are_shared: bool, **options: Any) -> None:
        """Make a referee.

        Args:
            args: As of a `MeasureReferee`.
            attempts: How many of each take are given up at their first fault, 1 at least; the one
                after them goes back.
            are_shared: Whether takes share attempts; all prompts must be alike then.
            options: As of a `MeasureReferee`.
        """
        super().__init__(*args, **options)
        self._most, self._are_shared = attempts, are_shared
        self._attempts = self._new_attempts(0)
        self._prompts: Sequence[str] = ()
        self._over: dict[int, bool] = {}
        self._ended: dict[Attempt, FollowedTake] = {}
        self._shown: list[int] = []
        self._told = set[int]()

    def _new_attempts(self, takes: int) -> Attempts:
        return Attempts(takes, self._most, are_shared=self._are_shared)

    def streams(self, takes: int) -> list[tuple[int, int]]:
        """Return the streams of so many takes: which take each is, and its seed."""
        return [
            (one.take, stream_seed(self._seeds[one.take], one.number))
            for one in self._new_attempts(takes).first
        ]

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a stream after each prompt, none of which `refusal` refuses."""
        super().begin(prompts, max_chars)
        takes = len(self._seeds)
        self._attempts, self._prompts = self._new_attempts(takes), prompts
        self._shown = [0] * takes

    def read(
        self, streams: Sequence[int], numbers: Sequence[int], log_kept: Sequence[float]
    ) -> Ruling:
        """Take a character of each stream that runs."""
        ruling = super().read(streams, numbers, log_kept)
        if self._over:
            self._go_on(ruling)
        return ruling

    def _go_on(self, ruling: Ruling) -> None:
        """Let streams that have ended, or are needed no more, be other attempts."""
        over, self._over = self._over, {}
        free = []
        for stream, is_right in over.items():
            attempt = self._attempts.of(stream)
            if self._attempts.stream(attempt) != stream:
                # Another attempt that has just ended has made it needless.
                continue
            self._ended[attempt] = self._takes[stream]
            take = self._attempts.take(stream)
            free += self._attempts.end(stream, is_right=is_right)
            if take is not None:
                self._told.add(take)
        self.running.difference_update(free)
        self._bound.difference_update(free)
        moved = set(free)
        ruling.marked[:] = [one for one in ruling.marked if one[0] not in moved]
        ruling.taken_back[:] = [one for one in ruling.taken_back if one[0] not in moved]
        for stream, attempt in self._attempts.begin(free):
            ruling.replaced.append(self._begin(stream, attempt))

    def _begin(self, stream: int, attempt: Attempt) -> Beginning:
        prompt = self._prompts[attempt.take]
        seed = stream_seed(self._seeds[attempt.take], attempt.number)
        number = self._table.number(self._asked.state(prompt))
        self._takes[stream] = FollowedTake(prompt, number, random.Random(seed), self._restarts)
        self._rooms.pop(stream, None)
        if self._quotations is not None:
            self._quotations.begin_again(stream, prompt)
        self.running.add(stream)
        return Beginning(stream, attempt.take, seed)

    def _take_back(
        self, stream: int, ruling: Ruling, causes: Names, *, is_late: bool = False
    ) -> None:
        if self._attempts.is_last(stream):
            super()._take_back(stream, ruling, causes, is_late=is_late)
        else:
            self._takes[stream].give_up(causes)
            self._over[stream] = False

    def _is_late(self, stream: int) -> bool:
        """Return whether the room is at its end; what would fit is sought for the last one only."""
        if self._attempts.is_last(stream):
            return super()._is_late(stream)
        is_at_end = self._table.landmarks.is_end(self._takes[stream].number)
        return not self._left(stream) and not is_at_end

    def _end(self, stream: int) -> None:
        self._over[stream] = True

    def _mark(self, stream: int, name: int, ruling: Ruling) -> None:
        if self._attempts.is_last(stream):
            super()._mark(stream, name, ruling)

    # What is known of takes

    def news(self) -> list[int]:
        """Return the takes of which more may stand than when this was asked last."""
        takes = self._told.union(map(self._attempts.take, super().news()))
        self._told = set()
        return sorted(take for take in takes if take is not None and self._shown[take] >= 0)

    def is_done(self, take: int) -> bool:
        """Return whether a take is done."""
        return take not in self._attempts.waiting

    def standing(self, take: int) -> list[str]:
        """Return what stands of what was sampled in a take, behind what stood before it."""
        claims = self._attempts.claims(take)
        before = self._shown[take]
        self._shown[take] = -1 if self.is_done(take) else len(claims) - 1
        return [self._followed(one).standing for one in claims[before:]]

    def _followed(self, attempt: Attempt) -> FollowedTake:
        ended = self._ended.get(attempt)
        stream = self._attempts.stream(attempt)
        if ended is None:
            assert stream is not None
            return self._takes[stream]
        return ended

    def report(self, take: int) -> GuardReport:
        """Return what was done to a take."""
        *failed, current = map(self._followed, self._attempts.claims(take))
        costs = TakeCosts(current.sampled, dict(current.costs))
        back = current.report.taken_back + sum(one.report.taken_back for one in failed)
        for one in failed:
            costs = costs.with_those_of(one.costs)
        return replace(current.report, characters=current.sampled, costs=costs, taken_back=back)
