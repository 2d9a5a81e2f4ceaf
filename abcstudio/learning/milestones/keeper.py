"""Keeping milestones while a network trains, within a hundredth of its time."""

import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from abcstudio.learning.checkpoint import ModelHeader, save_model
from abcstudio.learning.milestones.kept import Milestone, milestone, milestones_of
from abcstudio.learning.milestones.plan import SHARE, MilestonePlan
from abcstudio.learning.milestones.takes import TakesInTheMaking
from abcstudio.learning.model import CharLSTM


@dataclass(frozen=True, slots=True)
class MilestoneTakes:
    """What the network of a step wrote, one text a prompt."""

    step: int
    texts: tuple[str, ...]


class MilestoneKeeper:
    """Keeps the network at each milestone, and composes from the kept files as time allows.

    Some characters are composed after a training step, no more than `share` of the training time
    so far pays for. What is not composed when the run ends is composed by whoever asks for it: the
    network is there.

    Attributes:
        seconds: What keeping and composing took so far.
        kept_step: The last step whose network was kept; 0 before the first.
    """

    def __init__(self, run: Path, plan: MilestonePlan, share: float = SHARE) -> None:
        self._run, self._plan, self._share = run, plan, share
        self._waiting: deque[Milestone] = deque()
        self._making: TakesInTheMaking | None = None
        self.seconds = 0.0
        self.kept_step = 0

    def begin(self, step: int) -> None:
        """Go on from a step: what was kept behind it will be kept again.

        Raises:
            OSError: The folder of the run cannot be read or written.
        """
        prompts = len(self._plan.prompts)
        for kept in milestones_of(self._run):
            if kept.step > step:
                kept.forget(prompts)
                continue
            self.kept_step = max(self.kept_step, kept.step)
            if not kept.takes(prompts):
                self._waiting.append(kept)

    def is_due(self, step: int, *, is_last: bool) -> bool:
        """Whether the network of a step is to be kept."""
        return self._plan.has(step, is_last=is_last)

    def keep(self, model: CharLSTM, header: ModelHeader) -> None:
        """Keep the network of `header.step`; doing it twice changes nothing.

        Raises:
            ModelFileError: A weight is not finite.
            OSError: The file cannot be written.
        """
        began = time.perf_counter()
        kept = milestone(self._run, header.step)
        kept.forget(len(self._plan.prompts))
        kept.path.mkdir(parents=True, exist_ok=True)
        save_model(kept.network, model, header, half=True)
        if kept not in self._waiting:
            self._waiting.append(kept)
        self.kept_step = header.step
        self.seconds += time.perf_counter() - began

    def go_on(self, train_seconds: float) -> MilestoneTakes | None:
        """Compose as much as may be by now; return the takes that are done, if any.

        Args:
            train_seconds: The training time of this session so far.

        Raises:
            ModelFileError: A kept network cannot be opened.
        """
        while self._waiting and self.seconds < self._share * train_seconds:
            if self._making is None and not self._waiting[0].has_network:
                # Somebody deleted it: no reason for the run to end.
                self._waiting.popleft()
                continue
            began = time.perf_counter()
            if self._making is None:
                self._making = TakesInTheMaking(self._waiting[0].network, self._plan)
                goes_on = True
            else:
                goes_on = self._making.go_on()
            self.seconds += time.perf_counter() - began
            if not goes_on:
                done, self._making = self._making, None
                return MilestoneTakes(self._waiting.popleft().step, done.texts())
        return None

    def keep_takes(self, takes: MilestoneTakes) -> None:
        """Write takes that are done.

        Raises:
            OSError: They cannot be written.
        """
        began = time.perf_counter()
        milestone(self._run, takes.step).keep_takes(takes.texts)
        self.seconds += time.perf_counter() - began
