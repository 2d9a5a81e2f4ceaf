"""The referee: takes go as the network likes, and back to a bar line where they leave the clock.

What a take is then is what the network writes where it happens to keep the clock: measure by
measure, each looked at together with some that follow it. Only where a place gives no way on after
many tries, something is tried within masks.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.guard.blame import NEW, Blame, Names
from abcstudio.composing.guard.followed import BEGINNING, MARKS, FollowedTake
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.known_ways import Quotations
from abcstudio.composing.guard.room_masks import RoomMasks
from abcstudio.composing.guard.take_costs import MEASURES, TakeCosts
from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.referee import Bounds, Ruling
from abcstudio.stopping import stop_if_asked

# What a known tune costs a trial: it is taken if all others say one too.
_LOST = -1000.0


class MeasureReferee:
    """A referee for `Sampler.sample_refereed`: one stream a take.

    Attributes:
        marks: How many places each take may go back to.
        running: The takes that are not done.
    """

    marks = MARKS

    def __init__(
        self,
        table: StepTable,
        new_room: Callable[[], RoomMasks],
        rng_seeds: Sequence[int],
        *,
        blame: Blame,
        ends_with_tune: bool,
        restarts: int = 0,
        quotations: Quotations | None = None,
    ) -> None:
        """Make a referee.

        Args:
            table: What may be; it may have been used before.
            new_room: Returns what may come near the end of a text's room. Each take has its own:
                how far an end seems to be depends on what was asked before.
            rng_seeds: One a take; they decide which of several trials is taken.
            blame: Says which wishes a take goes back for.
            ends_with_tune: A take is done where its tune ends.
            restarts: How often each may begin anew.
            quotations: Listens to what must not be said; None where all may be.
        """
        self._table, self._new_room, self._seeds = table, new_room, rng_seeds
        self._blame = blame
        self._ends_with_tune, self._quotations = ends_with_tune, quotations
        self._restarts = restarts
        self._asked = new_room()
        self._characters = self._asked.clock.characters
        self._rooms: dict[int, RoomMasks] = {}
        self.running: set[int] = set()
        self._takes: list[FollowedTake] = []
        self._max_chars = self._most_bound = 0
        self._bound: set[int] = set()
        self._news: set[int] = set()

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a take after each prompt, none of which `refusal` refuses."""
        self._max_chars, self._most_bound = max_chars, self._table.most_bound
        number = {one: self._table.number(self._asked.state(one)) for one in set(prompts)}
        seeds = [seed for _, seed in self.streams(len(self._seeds))]
        self._takes = [
            FollowedTake(prompt, number[prompt], random.Random(seed), self._restarts)
            for prompt, seed in zip(prompts, seeds, strict=True)
        ]
        self.running = set(range(len(prompts)))
        if self._quotations is not None:
            self._quotations.begin(prompts)

    def text(self, stream: int) -> str:
        """Return what a take has read, its prompt included."""
        return self._takes[stream].text

    def bounds(self) -> Bounds | None:
        """Return what must come next in takes where something is tried."""
        if not self._bound:
            return None
        streams = sorted(self._bound)
        return Bounds(streams, np.stack([self._allowed(stream) for stream in streams]))

    def _allowed(self, stream: int) -> Mask:
        """Return what must come next in a take where something is tried, (vocab_size,)."""
        take, left = self._takes[stream], self._left(stream)
        assert take.trials is not None
        if take.trials.taken:
            following = take.trials.taken[len(take.text)]
            return np.array([one == following for one in self._characters])
        if left <= self._table.most_bound:
            row = self._room(stream).allowed(take.text, left)
        else:
            number = np.array([take.number], dtype=np.int32)
            (row,), _ = self._table.allowed(number)
        if self._quotations is not None:
            self._quotations.leave_out(stream, row)
        return row

    def _left(self, stream: int) -> int:
        return self._max_chars - self._takes[stream].sampled

    def _room(self, stream: int) -> RoomMasks:
        if stream not in self._rooms:
            self._rooms[stream] = self._new_room()
        return self._rooms[stream]

    def read(
        self, streams: Sequence[int], numbers: Sequence[int], log_kept: Sequence[float]
    ) -> Ruling:
        """Take a character of each take that runs."""
        stop_if_asked()
        ruling = Ruling([], [], [], [])
        if self._bound:
            self._weigh(streams, log_kept)
        follow, near = self._table.follow, self._max_chars - self._most_bound
        for stream, number in zip(streams, numbers, strict=True):
            take = self._takes[stream]
            before, text = take.number, take.text
            take.number, is_landmark = follow(before, number, text)
            take.text = text + self._characters[number]
            is_said = self._quotations is not None and self._is_said(stream)
            is_near = len(text) - take.prompt_length >= near
            if take.number < 0:
                causes = self._blame.of_step(self._table.state(before), self._characters[number])
                self._take_back(stream, ruling, causes)
            elif is_said:
                self._take_back(stream, ruling, (NEW,))
            elif is_near and self._is_late(stream):
                self._take_back(stream, ruling, (MEASURES,), is_late=True)
            elif is_landmark:
                self._arrive(stream, ruling)
        return ruling

    def _weigh(self, streams: Sequence[int], log_kept: Sequence[float]) -> None:
        for stream, log in zip(streams, log_kept, strict=True):
            trials = self._takes[stream].trials
            if trials is not None:
                trials.read(log)

    def _is_said(self, stream: int) -> bool:
        """Return whether a take has just said a known tune; a trial that has is heavy for it."""
        assert self._quotations is not None
        take = self._takes[stream]
        if take.number < 0 or not self._quotations.read(stream, take.text[-1]):
            return False
        if take.trials is None:
            return True
        take.trials.read(_LOST)
        return False

    def _is_late(self, stream: int) -> bool:
        """Return whether no tune can end in the room that is left."""
        left = self._left(stream)
        if left >= self._table.bound(self._takes[stream].number):
            return False
        return not self._room(stream).reaches(self._takes[stream].text, left)

    def _take_back(
        self, stream: int, ruling: Ruling, causes: Names, *, is_late: bool = False
    ) -> None:
        take = self._takes[stream]
        mark = take.take_back(causes, is_late=is_late)
        if take.trials is not None:
            self._bound.add(stream)
        if self._quotations is not None:
            self._quotations.take_back(stream, mark.name)
        if mark.name == BEGINNING and self._restarts:
            ruling.begun_anew.append(stream)
        else:
            ruling.taken_back.append((stream, mark.name))

    def _arrive(self, stream: int, ruling: Ruling) -> None:
        """Mark a landmark, where the take goes on behind it."""
        take, number = self._takes[stream], self._takes[stream].number
        if not self._table.can_end(number):
            causes = self._blame.of_dead_end(self._table.state(number))
            self._take_back(stream, ruling, causes)
            return
        if take.trials is not None and not take.trials.ended(take.text):
            self._take_back(stream, ruling, ())
            return
        is_over = self._table.landmarks.is_end(number) and (
            self._ends_with_tune or not self._left(stream)
        )
        mark = take.mark(number) if take.trials is None else take.settle(number)
        self._bound.discard(stream)
        self._news.add(stream)
        if is_over:
            take.end(self._ends_with_tune)
            self._end(stream)
        else:
            self._mark(stream, mark.name, ruling)

    def _end(self, stream: int) -> None:
        self.running.discard(stream)

    def _mark(self, stream: int, name: int, ruling: Ruling) -> None:
        if self._quotations is not None:
            self._quotations.mark(stream, name)
        ruling.marked.append((stream, name))

    # What is known of takes

    def streams(self, takes: int) -> list[tuple[int, int]]:
        """Return the streams of so many takes: which take each is, and its seed."""
        return list(zip(range(takes), self._seeds, strict=True))

    def is_done(self, take: int) -> bool:
        """Return whether a take is done."""
        return take not in self.running

    def news(self) -> list[int]:
        """Return the takes of which more may stand than when this was asked last."""
        takes, self._news = sorted(self._news), set()
        return takes

    def standing(self, take: int) -> list[str]:
        """Return what stands of what was sampled in a take, behind what stood before it."""
        return [self._takes[take].standing]

    def report(self, take: int) -> GuardReport:
        """Return what was done to a take."""
        followed = self._takes[take]
        costs = TakeCosts(followed.sampled, dict(followed.costs))
        return replace(followed.report, characters=followed.sampled, costs=costs)
