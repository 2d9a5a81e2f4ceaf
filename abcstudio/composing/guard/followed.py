"""One take as a referee follows it: its text, and the places that it may go back to."""

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from abcstudio.composing.guard.guard_report import TOUCHED, GuardReport
from abcstudio.composing.guard.take_costs import Cost

AHEAD = 4
"""So many measures must follow one before it stands."""

MARKS = AHEAD + 3
"""How many places a take may go back to, or is about to."""

BEGINNING = 0
"""The name of the mark where a take begins."""

# So often a take goes back to its first mark. Then it keeps half of its marks, and goes back to the
# first of them; behind an only mark, something is tried. Once a measure stands without that, the
# take has its patience again.
_PATIENCE, _NO_PATIENCE = 4, 2

# As long as a take may begin anew it does so in place of that: sooner, so that what it becomes is
# what the network writes where it keeps the clock by itself, and not what wanders on from a part
# that cannot be closed.
_PATIENCE_AT_FIRST, _MOST_BACK = 1, 4

_MOST = 4
# Less than this weighs nothing.
_LEAST_LOG = -1e4


class Trials:
    """The trials of one measure of a take.

    Attributes:
        taken: The text that is written once more, as it has been chosen; "" before that.
    """

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._made = 0
        self._log_total = -math.inf
        self._chosen: tuple[str, Sequence[float]] = ("", ())
        self._log_kept: list[float] = []
        self.taken = ""

    def read(self, log_kept: float) -> None:
        """Take the logarithm of what a mask left."""
        if not self.taken:
            self._log_kept.append(max(log_kept, _LEAST_LOG))

    def ended(self, text: str) -> bool:
        """Return whether the trial that has come to its end is taken."""
        if self.taken:
            return True
        log_weight = sum(self._log_kept)
        if self._rng.random() < math.exp(log_weight):
            return True
        self._log_total = float(np.logaddexp(self._log_total, log_weight))
        if self._rng.random() < math.exp(log_weight - self._log_total):
            self._chosen = text, self._log_kept
        self._log_kept = []
        self._made += 1
        if self._made == _MOST:
            self.taken, kept = self._chosen
            self._log_kept = list(kept)
        return False

    def added_to(self, report: GuardReport) -> GuardReport:
        """Return a take's report with what masks did to the text that is taken."""
        return replace(
            report,
            touched=report.touched + sum(one < TOUCHED for one in self._log_kept),
            least_log_kept=min(report.least_log_kept, *self._log_kept),
            log_kept=report.log_kept + sum(self._log_kept),
        )


class Mark(NamedTuple):
    """A place that a take may go back to.

    Attributes:
        name: Its number among those of the take, from 0.
        length: How much of the text there is.
        number: That of the clock's state.
    """

    name: int
    length: int
    number: int


class FollowedTake:
    """A take.

    Attributes:
        text: Its prompt, of `prompt_length`, and what has been sampled.
        number: That of the clock's state.
        marks: Where it may go back to; what comes before the first one stands.
        trials: What is tried behind the only mark; None where the network goes on by itself.
        report: What was done to it so far.
        costs: What each of the causes cost for which it went back.
    """

    def __init__(self, prompt: str, number: int, rng: random.Random, restarts: int = 0) -> None:
        self.text, self.prompt_length, self.number = prompt, len(prompt), number
        self._beginning = Mark(BEGINNING, len(prompt), number)
        self.marks = [self._beginning]
        self.trials: Trials | None = None
        self.report = GuardReport()
        self.costs: dict[str, Cost] = {}
        self._rng = rng
        self._free = list(range(1, MARKS))
        self._tries, self._patience = 0, _PATIENCE
        self._restarts, self._times_back = restarts, 0
        self._is_over = self._is_cut = False

    @property
    def sampled(self) -> int:
        """How many characters were sampled; the last one is not shown where the text is cut."""
        return len(self.text) - self.prompt_length + self._is_cut

    def mark(self, number: int) -> Mark:
        """Return a new mark at the text's end; the oldest one goes where there are too many."""
        mark = Mark(self._free.pop(), len(self.text), number)
        self.marks.append(mark)
        if len(self.marks) > 1 + AHEAD:
            self._forget(1)
            self._patience = _PATIENCE
        return mark

    def _forget(self, marks: int) -> None:
        """Forget some of the first marks: what comes before the others stands."""
        self._set_free(self.marks[:marks])
        del self.marks[:marks]
        self._tries = 0

    def _set_free(self, marks: Sequence[Mark]) -> None:
        self._free += [one.name for one in marks if one.name != BEGINNING]

    def take_back(self, causes: Sequence[str], *, is_late: bool = False) -> Mark:
        """Go back, and return the mark where the take goes on.

        It is the first one, or the take's beginning where that has not helped and it may begin
        anew; the last one where the room is at its end.

        Args:
            causes: For what it goes back.
            is_late: The room is at its end.
        """
        self._tries += 1
        self._times_back += 1
        self.report = replace(self.report, taken_back=self.report.taken_back + 1)
        is_hopeless = self._tries > _PATIENCE_AT_FIRST or self._times_back > _MOST_BACK
        if self._restarts and is_hopeless and not is_late:
            self._restarts -= 1
            self._tries = self._times_back = 0
            return self._go_back([self._beginning, *self.marks], causes)
        if is_late:
            self._forget(len(self.marks) - 1)
        if self.trials is None and (is_late or self._tries > self._patience):
            self._patience = _NO_PATIENCE
            if len(self.marks) == 1:
                self.trials = Trials(self._rng)
            self._forget(len(self.marks) // 2)
        return self._go_back(self.marks, causes)

    def give_up(self, causes: Sequence[str]) -> None:
        """Note that the take goes on no more, as it went wrong."""
        self.report = replace(self.report, taken_back=self.report.taken_back + 1)
        self._charge(causes, len(self.text) - self.prompt_length)

    def _go_back(self, marks: Sequence[Mark], causes: Sequence[str]) -> Mark:
        """Go back to the first of some marks; the others are free."""
        mark = marks[0]
        self._charge(causes, len(self.text) - mark.length)
        self._set_free(marks[1:])
        self.marks, self.text, self.number = [mark], self.text[: mark.length], mark.number
        return mark

    def _charge(self, causes: Sequence[str], characters: int) -> None:
        for cause in causes:
            before = self.costs.get(cause, Cost())
            self.costs[cause] = Cost(before.times + 1, before.characters + characters)

    def settle(self, number: int) -> Mark:
        """Return a new mark behind what was tried and is taken."""
        assert self.trials is not None
        self.report = self.trials.added_to(self.report)
        self.trials = None
        mark = self.mark(number)
        self._forget(len(self.marks) - 1)
        return mark

    def end(self, is_cut: bool) -> None:
        """Let all that was sampled stand; if cut, without the line break that ended the tune."""
        self.text = self.text[:-1] if is_cut else self.text
        self._is_over, self._is_cut = True, is_cut

    @property
    def standing(self) -> str:
        """What stands of what was sampled."""
        return self.text[self.prompt_length : None if self._is_over else self.marks[0].length]
