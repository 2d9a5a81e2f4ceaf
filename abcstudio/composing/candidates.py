"""Candidates for takes: of each take the one that the jury prefers is kept."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.composing.arrivals import SampledPiece
from abcstudio.composing.jury.jury import Jury, JuryVerdict
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.takes import tunes_in
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import never, stopping

_BLANK_LINE = "\n\n"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may become a take.

    Attributes:
        number: Its place among all candidates of all takes, from 0.
        marks: What the jury says; None where it was not asked.
    """

    number: int
    text: str
    marks: JuryMarks | None = None


class Candidates:
    """Gathers the characters of candidates; those of a take follow each other.

    Attributes:
        best: How many each take has.
    """

    def __init__(
        self, prompts: Sequence[str], best: int, jury: Jury | None, known: JuryMarks | None = None
    ) -> None:
        """Begin each candidate with its take's prompt.

        Args:
            prompts: One a take.
            best: How many each take has.
            jury: Who chooses; None where there is nothing to choose.
            known: The marks of a take that is composed again: a candidate with just these is kept.
                Version 0.2.0 chose by lot, and such a take need not be the best.
        """
        self.best = best
        self._prompts, self._jury, self._known = prompts, jury, known
        self._texts: dict[int, str] = {}
        self._chosen: dict[int, Candidate] = {}
        self._claims: dict[int, tuple[bool, float]] = {}

    def add(self, piece: SampledPiece) -> None:
        """Take what comes of a candidate."""
        self._texts[piece.number] = piece.after(self._text(piece.number))

    def judge(self, number: int) -> None:
        """Let the jury hear a candidate that is whole."""
        assert self._jury is not None
        take = number // self.best
        text = self._texts.pop(number, self._prompts[take])
        # Nobody asks in the midst of it, or the candidate would be lost.
        with stopping(never):
            verdict = self._judged(self._jury, text, self._prompts[take])
        marks = JuryMarks.of(verdict) if verdict else JuryMarks()
        claim = marks == self._known, verdict.odds if verdict else -math.inf
        if take not in self._chosen or claim > self._claims[take]:
            self._chosen[take], self._claims[take] = Candidate(number, text, marks), claim

    def chosen(self, take: int) -> Candidate:
        """Return the best candidate so far; where none is whole yet, the first as it is."""
        number = take * self.best
        return self._chosen.get(take) or Candidate(number, self._text(number))

    def _text(self, number: int) -> str:
        return self._texts.get(number, self._prompts[number // self.best])

    @staticmethod
    def _judged(jury: Jury, text: str, prompt: str) -> JuryVerdict | None:
        """Return what the jury says of the first tune that is not the prompt's own."""
        begin = prompt.rfind(_BLANK_LINE)
        tunes = tunes_in(text[begin + len(_BLANK_LINE) :] if begin >= 0 else text)
        return jury.judge(parse(tunes[0])) if tunes else None
