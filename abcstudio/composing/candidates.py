"""Candidates for takes: of each one stays, the likelier the more the jury takes it for real."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.composing.arriving.sampled_piece import SampledPiece
from abcstudio.composing.jury.jury import Jury, JuryVerdict
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.takes import tunes_in
from abcstudio.learning.config import LARGEST_SEED
from abcstudio.notation.reader.parser import parse

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

    A candidate stays with a probability in proportion to the odds that it is a real tune. So what
    stays comes near to real tunes, as varied as they are; the likeliest alone would be further from
    them on the other side. The lots are drawn from the seed, so a choice can be made again.

    Attributes:
        best: How many each take has.
    """

    def __init__(self, prompts: Sequence[str], best: int, jury: Jury | None, rng_seed: int) -> None:
        """Begin each candidate with its take's prompt.

        Args:
            prompts: One a take.
            best: How many each take has.
            jury: Who chooses; None where there is nothing to choose.
            rng_seed: That of the first candidate; the others follow.
        """
        self.best = best
        self._prompts, self._jury, self._rng_seed = prompts, jury, rng_seed
        self._texts: dict[int, str] = {}
        self._chosen: dict[int, Candidate] = {}
        self._claims: dict[int, float] = {}

    def add(self, piece: SampledPiece) -> None:
        """Take what comes of a candidate."""
        self._texts[piece.number] = piece.after(self._text(piece.number))

    def judge(self, number: int) -> None:
        """Let the jury hear a candidate that is whole."""
        assert self._jury is not None
        take = number // self.best
        text = self._texts.pop(number, self._prompts[take])
        verdict = self._judged(self._jury, text, self._prompts[take])
        claim = verdict.odds + _lot(self._rng_seed + number) if verdict else -math.inf
        if take not in self._chosen or claim > self._claims[take]:
            marks = JuryMarks.of(verdict) if verdict else JuryMarks()
            self._chosen[take], self._claims[take] = Candidate(number, text, marks), claim

    def chosen(self, take: int) -> Candidate:
        """Return the candidate that stays so far; where none is whole yet, the first as it is."""
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


def _lot(rng_seed: int) -> float:
    """Return a lot of the Gumbel distribution.

    The highest sum of log odds and such a lot is each one's with a probability in proportion to its
    odds.
    """
    chance = random.Random(f"lot {rng_seed % (LARGEST_SEED + 1)}").random()
    return -math.log(-math.log(max(chance, 1e-300)))
