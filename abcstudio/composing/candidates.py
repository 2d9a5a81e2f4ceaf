"""Candidates for takes: of each take the one that the jury likes best stays."""

from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.takes import tunes_in
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

    Attributes:
        best: How many each take has.
    """

    def __init__(self, prompts: Sequence[str], best: int, jury: Jury | None) -> None:
        """Begin each candidate with its take's prompt.

        Args:
            prompts: One a take.
            best: How many each take has.
            jury: Who chooses; None where there is nothing to choose.
        """
        self.best = best
        self._prompts, self._jury = prompts, jury
        self._texts: dict[int, str] = {}
        self._chosen: dict[int, Candidate] = {}

    def add(self, number: int, character: str) -> None:
        """Take the next character of a candidate."""
        self._texts[number] = self._text(number) + character

    def judge(self, number: int) -> None:
        """Let the jury hear a candidate that is whole.

        Among equals the first stays, so that what is typical is not sifted further.
        """
        assert self._jury is not None
        take = number // self.best
        text = self._texts.pop(number, self._prompts[take])
        marks = self._judged(self._jury, text, self._prompts[take])
        before = self._chosen.get(take)
        if before is None or before.marks is None or marks.score > before.marks.score:
            self._chosen[take] = Candidate(number, text, marks)

    def chosen(self, take: int) -> Candidate:
        """Return the best candidate of a take; where none is whole yet, the first as it is."""
        number = take * self.best
        return self._chosen.get(take) or Candidate(number, self._text(number))

    def _text(self, number: int) -> str:
        return self._texts.get(number, self._prompts[number // self.best])

    @staticmethod
    def _judged(jury: Jury, text: str, prompt: str) -> JuryMarks:
        """Return what the jury says of the first tune that is not the prompt's own."""
        begin = prompt.rfind(_BLANK_LINE)
        tunes = tunes_in(text[begin + len(_BLANK_LINE) :] if begin >= 0 else text)
        return JuryMarks.of(jury.judge(parse(tunes[0]))) if tunes else JuryMarks()
