"""What a report is made of before it is written: runs, lessons and takes as they were found."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from abcstudio.reports.own_words import OwnWords
from abcstudio.runs.curve import Curve
from abcstudio.runs.history import RunSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFound:
    """A run, and what its files say.

    Attributes:
        summary: As a list shows it.
        curve: Its losses.
        logged: The losses as the log has them, without what is filled in for a curve.
        characters: Its vocabulary, in the order of the numbers.
        text: The beginning of its training text.
        text_length: How many characters that has.
        seconds: How long it trained; None where that is not known.
        best_step: Where the validation loss was lowest; None where nothing was measured.
        shapes: The name and shape of each tensor of its network.
        printed: The network as PyTorch prints it, "" where that is not known.
        samples: What it wrote as it learned, by step.
        digests: The SHA-256 of each file of its log, by the file's name.
        own_code: The student's functions that it was trained with.
    """

    summary: RunSummary
    curve: Curve
    logged: "array[float]"
    characters: str
    text: str
    text_length: int
    seconds: float | None
    best_step: int | None
    shapes: Mapping[str, tuple[int, ...]]
    printed: str = ""
    samples: tuple[tuple[int, str], ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    own_code: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFound:
    """A lesson that was passed, and what was typed.

    Attributes:
        name: Of its folder.
        title: In the report's language.
        code: The answer.
        picture: What its check gives to be drawn, None for nothing.
        attempts, hints: How often it was checked, how many hints were shown.
        is_confirmed: The answer passes now, with new inputs; None where it was not tried.
    """

    name: str
    title: str
    code: str
    picture: Mapping[str, Any] | None = None
    attempts: int = 0
    hints: int = 0
    is_confirmed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFound:
    """A control question that was answered, wholly or in part.

    Attributes:
        name: Of its page of theory.
        question: In the report's language.
        choice: The answer that was chosen, "" for none.
        is_right: Whether that is the right one.
        words: What was written in one's own words, "" for nothing.
    """

    name: str
    question: str
    choice: str
    is_right: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFound:
    """A tune that a run's network has written.

    Attributes:
        name: What it is called in the report.
        stem: What its files in the package are called.
        run: The run whose network it is.
        step: The step at which it was written; None where the finished network wrote it.
        text: In ABC.
        scores: Its score, a PNG a sheet; none where it cannot be engraved.
    """

    name: str
    stem: str
    run: str
    text: str
    step: int | None = None
    scores: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a report is made of.

    Attributes:
        words: What the person has said.
        runs: The one told in full first.
        lessons: Those that are done.
        lesson_count: How many lessons there are.
        questions: Control questions with their answers.
        takes: Tunes of the runs.
        made: When it was gathered, ISO 8601.
    """

    words: OwnWords
    runs: tuple[RunFound, ...]
    lessons: tuple[LessonFound, ...]
    lesson_count: int
    takes: tuple[TakeFound, ...]
    made: str
    questions: tuple[QuestionFound, ...] = ()

    @property
    def main(self) -> RunFound | None:
        """The run that is told in full."""
        return self.runs[0] if self.runs else None
