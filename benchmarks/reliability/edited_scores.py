"""Edited texts straight to the engraving process, without a window: does any of them kill it?"""

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from edited_checks import BrokenPromiseError, Tally, notes_that_lead_back, score_difference, tune_at
from random_edits import COMMANDS, Edit, RandomEdits

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver, Outcome
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import apply_changes
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rereading.incremental import IncrementalParser
from abcstudio.notation.score import Score

AT_ONCE = 4
"""Texts that wait for the engraver; each asks for itself, so that none is overtaken."""
PARSE_ANEW_EACH = 5
_OPTIONS = tuple(
    EngravingOptions(score_width=width, breaks=breaks)
    for width in (800, 2000, 3500)
    for breaks in ("encoded", "auto")
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text that went to the engraver, and what came back."""

    sitting: int
    number: int
    score: Score
    outcome: Outcome


class Press:
    """Keeps an engraver busy and hands over what it draws."""

    def __init__(self) -> None:
        self._engraver = Engraver()
        self._free = threading.Semaphore(AT_ONCE)
        self._drawn: queue.SimpleQueue[Drawn] = queue.SimpleQueue()
        self._asked = 0
        self.child_pids: set[int] = set()

    def send(self, sitting: int, number: int, score: Score, options: EngravingOptions) -> None:
        """Have a score drawn; waits while too many others do."""
        mei = mei_of(score)
        self._free.acquire()

        def deliver(outcome: Outcome) -> None:
            pid = self._engraver.child_pid
            if pid is not None:
                self.child_pids.add(pid)
            self._drawn.put(Drawn(sitting, number, score, outcome))
            self._free.release()

        self._asked += 1
        self._engraver.engrave(mei, options, deliver, asker=self._asked)

    def drawn(self) -> Iterator[Drawn]:
        """Yield what has been drawn by now."""
        while not self._drawn.empty():
            yield self._drawn.get()

    def finish(self) -> Iterator[Drawn]:
        """Wait for what is still being drawn, and end the engraver."""
        for _ in range(AT_ONCE):
            self._free.acquire()
        self._engraver.close()
        yield from self.drawn()


class ScoresRun:
    """Edits, reads in parts and draws so many texts.

    Attributes:
        failures: Each with the sitting and the edit that it came after.
    """

    def __init__(self, seed: int, tunes: Sequence[str], sitting_edits: int) -> None:
        self.tally = Tally()
        self.failures: list[dict[str, object]] = []
        self._seed = seed
        self._tunes = tunes
        self._sitting_edits = sitting_edits
        self._press = Press()

    @property
    def child_restarts(self) -> int:
        """How often the engraving process had to be started again."""
        return max(0, len(self._press.child_pids) - 1)

    def run(self, count: int, first: int = 0) -> None:
        """Sit down again and again until so many edits are made."""
        sitting = first
        while sum(self.tally.edits.values()) < count:
            self._sit(sitting)
            sitting += 1
        self._look_at(self._press.finish())

    def _sit(self, sitting: int) -> None:
        random = Random(f"{self._seed}/scores/{sitting}")
        parser = IncrementalParser()
        texts = edited_texts(random, self._tunes, self._sitting_edits, self.tally)
        for number, text in enumerate(texts):
            tune = tune_at(text, 0)
            if tune is None:
                continue
            score = parser.update(tune.text, tune.file_header)
            if number % PARSE_ANEW_EACH == 0:
                self.tally.texts_compared += 1
                if what := score_difference(score, parse(tune.text, tune.file_header)):
                    self._fail(sitting, number, f"read in parts otherwise than anew: {what}")
            self._press.send(sitting, number, score, random.choice(_OPTIONS))
            self._look_at(self._press.drawn())

    def _look_at(self, drawn: Iterator[Drawn]) -> None:
        for each in drawn:
            self.tally.scores += 1
            try:
                if not isinstance(each.outcome, EngravedScore):
                    raise BrokenPromiseError(f"no score: {each.outcome}")
                self.tally.notes_led_back += notes_that_lead_back(each.outcome, each.score)
            except BrokenPromiseError as error:
                self._fail(each.sitting, each.number, str(error))

    def _fail(self, sitting: int, number: int, what: str) -> None:
        self.failures.append({"sitting": sitting, "edit": number, "failure": what})


def edited_texts(random: Random, tunes: Sequence[str], count: int, tally: Tally) -> Iterator[str]:
    """Yield the texts of one sitting, each one edit after the other."""
    edits = RandomEdits(random, tunes)
    text = edits.first_text()
    past, future = [text], list[str]()
    caret = 0
    for _ in range(count):
        edit = edits.next(text, min(caret, len(text)))
        tally.edits[edit.kind] += 1
        if edit.kind == "undo" and len(past) > 1:
            future.append(past.pop())
            text = past[-1]
        elif edit.kind == "redo" and future:
            text = future.pop()
            past.append(text)
        elif edit.kind not in ("undo", "redo"):
            text = edited_text(text, edit)
            past.append(text)
            future.clear()
        caret = edit.start + len(edit.text)
        yield text


def edited_text(text: str, edit: Edit) -> str:
    """Return a text after an edit."""
    if edit.kind not in ("command", "fix"):
        return text[: edit.start] + edit.text + text[edit.end :]
    tune = tune_at(text, edit.start)
    if tune is None:
        return text
    if edit.kind == "fix":
        found = parse(tune.text, tune.file_header).diagnostics
        fixes = [each.fix for each in found if each.fix is not None]
        changed = apply_changes(tune.text, fixes[:1])
    else:
        try:
            changed = COMMANDS[edit.text](tune.text)
        except EditError:
            return text
    return text[: tune.offset] + changed + text[tune.offset + len(tune.text) :]
