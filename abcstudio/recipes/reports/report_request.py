"""What report is wanted, and what came of it."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.reports.own_words import OwnWords

FORMATS = (".docx", ".pdf", ".html", ".zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """What report is wanted.

    Attributes:
        words: What the person has said; its language and runs count too.
        target: The file; its ending says what it becomes.
        checks_answers: Run each answer again, to confirm and to draw it.
    """

    words: OwnWords
    target: Path
    checks_answers: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportResult:
    """A report that was written.

    Attributes:
        empty: The titles of the boxes that nobody has filled.
        runs: The names of the runs that it tells of.
        lessons: How many exercises it holds.
    """

    path: Path
    empty: tuple[str, ...]
    runs: tuple[str, ...]
    lessons: int
