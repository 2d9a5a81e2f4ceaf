"""Where a report finds what it is made of."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPlaces:
    """Folders and files.

    Attributes:
        runs: The folder of the runs.
        lessons: That of the lessons.
        answers: That of the person's answers.
        takes: That of the history of takes.
        texts: That of the text of reports.
        fonts: That of the typefaces.
        sound_font: What tunes in a package are played with.
    """

    runs: Path
    lessons: Path
    answers: Path
    takes: Path
    texts: Path
    fonts: Path
    sound_font: Path
