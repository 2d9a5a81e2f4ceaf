"""The referee: takes go as the network likes, and back to a bar line where they leave the clock.

What a take is then is what the network writes where it happens to keep the clock: measure by
measure, each looked at together with some that follow it. Only where a place gives no way on after
many tries, something is tried within masks.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from abcstudio.composing.clock.single_steps import Numbers
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.guard.blame import NEW, Blame, Names
from abcstudio.composing.guard.followed import BEGINNING, MARKS, FollowedTake
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.quotations import Quotations
from abcstudio.composing.guard.room_masks import RoomMasks
from abcstudio.composing.guard.take_costs import MEASURES, TakeCosts
from abcstudio.learning.sampling.referee import Bounds, Ruling
from abcstudio.notation.stopping import stop_if

Moves = list[tuple[int, int]]

# The end of a text says which note a tie begins at.
_END = 24
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
        self._lengths: NDArray[np.intp] = np.zeros(0, dtype=np.intp)
        self._numbers: Numbers = np.zeros(0, dtype=np.int32)
        self._max_chars = 0
        self._bound: set[int] = set()
        self._news: set[int] = set()

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a take after each prompt, none of which `refusal` refuses."""
        self._max_chars = max_chars
        number = {one: self._table.number(self._asked.state(one)) for one in set(prompts)}
        self._takes = [
            FollowedTake(prompt, number[prompt], random.Random(seed), self._restarts)
            for prompt, seed in zip(prompts, self._seeds, strict=True)
        ]
        self.running = set(range(len(prompts)))
        self._lengths = np.zeros(len(prompts), dtype=np.intp)
        self._numbers = np.array([number[one] for one in prompts], dtype=np.int32)
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
        mask, _ = self._table.allowed(self._numbers[streams], self._asked.should_stop)
        for row, stream in enumerate(streams):
            take, left = self._takes[stream], self._left(stream)
            assert take.trials is not None
            if take.trials.taken:
                following = take.trials.taken[len(take.text)]
                mask[row] = [one == following for one in self._characters]
                continue
            if left <= self._table.most_bound:
                mask[row] = self._room(stream).allowed(take.text, left)
            if self._quotations is not None:
                self._quotations.leave_out(stream, mask[row])
        return Bounds(streams, mask)

    def _left(self, stream: int) -> int:
        return self._max_chars - int(self._lengths[stream])

    def _room(self, stream: int) -> RoomMasks:
        if stream not in self._rooms:
            self._rooms[stream] = self._new_room()
        return self._rooms[stream]

    def read(
        self, streams: Sequence[int], numbers: Sequence[int], log_kept: Sequence[float]
    ) -> Ruling:
        """Take a character of each take that runs."""
        stop_if(self._asked.should_stop)
        index, takes = np.array(streams), self._takes
        before = self._numbers[index]
        after = self._table.followed(
            before, np.array(numbers), lambda row: takes[streams[row]].text[-_END:]
        )
        self._numbers[index] = after
        self._lengths[index] += 1
        for stream, number in zip(streams, numbers, strict=True):
            takes[stream].text += self._characters[number]
        wrong = after < 0
        if self._bound:
            self._weigh(streams, log_kept)
        if self._quotations is not None:
            wrong |= self._quoted(streams)
        landmarks = self._table.landmarks.reached(before, after)
        is_near = self._max_chars - self._lengths[index] < self._table.most_bound
        ruling = Ruling([], [], [])
        for row in np.flatnonzero(wrong | landmarks | is_near).tolist():
            stream = streams[row]
            if wrong[row] and after[row] >= 0:
                self._take_back(stream, ruling, (NEW,))
            elif wrong[row]:
                state = self._table.state(int(before[row]))
                causes = self._blame.of_step(state, self._characters[numbers[row]])
                self._take_back(stream, ruling, causes)
            elif self._is_late(stream):
                self._take_back(stream, ruling, (MEASURES,), is_late=True)
            elif landmarks[row]:
                self._arrive(stream, ruling)
        return ruling

    def _weigh(self, streams: Sequence[int], log_kept: Sequence[float]) -> None:
        for stream, log in zip(streams, log_kept, strict=True):
            trials = self._takes[stream].trials
            if trials is not None:
                trials.read(log)

    def _quoted(self, streams: Sequence[int]) -> NDArray[np.bool_]:
        """Return which takes have just said a known tune; a trial that has is heavy for it."""
        assert self._quotations is not None
        quoted = np.zeros(len(streams), dtype=np.bool_)
        for row, stream in enumerate(streams):
            take = self._takes[stream]
            if self._numbers[stream] < 0 or not self._quotations.read(stream, take.text[-1]):
                continue
            if take.trials is None:
                quoted[row] = True
            else:
                take.trials.read(_LOST)
        return quoted

    def _is_late(self, stream: int) -> bool:
        """Return whether no tune can end in the room that is left."""
        left = self._left(stream)
        if left >= self._table.bound(int(self._numbers[stream])):
            return False
        return not self._room(stream).reaches(self._takes[stream].text, left)

    def _take_back(
        self, stream: int, ruling: Ruling, causes: Names, *, is_late: bool = False
    ) -> None:
        take = self._takes[stream]
        mark = take.take_back(causes, is_late=is_late)
        self._numbers[stream] = mark.number
        self._lengths[stream] = mark.length - take.prompt_length
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
        take, number = self._takes[stream], int(self._numbers[stream])
        should_stop = self._asked.should_stop
        if not self._table.can_end(number, should_stop):
            causes = self._blame.of_dead_end(self._table.state(number), should_stop)
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
            self.running.discard(stream)
            return
        if self._quotations is not None:
            self._quotations.mark(stream, mark.name)
        ruling.marked.append((stream, mark.name))

    # What is known of takes

    def news(self) -> list[int]:
        """Return the takes of which more may stand than when this was asked last."""
        takes, self._news = sorted(self._news), set()
        return takes

    def standing(self, take: int) -> str:
        """Return what stands of what was sampled in a take."""
        return self._takes[take].standing

    def report(self, take: int) -> GuardReport:
        """Return what was done to a take."""
        followed, characters = self._takes[take], int(self._lengths[take])
        costs = TakeCosts(characters, dict(followed.costs))
        return replace(followed.report, characters=characters, costs=costs)
