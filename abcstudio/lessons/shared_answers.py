"""Answers and standings that several windows write: none takes away what another one has kept."""

from dataclasses import replace
from pathlib import Path

from abcstudio.journal import journal_lock
from abcstudio.lessons.progress import (
    LessonStanding,
    read_answer,
    read_standing,
    write_answer,
    write_standing,
)
from abcstudio.own_files import pass_over

_ANSWER, _TURNS = "answer.py", "attempts.log"


class SharedAnswers:
    """Knows what stood on disk when this window last looked, and so sees that another one wrote.

    One thread at a time uses it.

    Args:
        folder: That of all lessons.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._answers: dict[str, str | None] = {}
        self._standings: dict[str, LessonStanding] = {}

    def know(self, name: str, answer: str | None, standing: LessonStanding) -> None:
        """Take what was read of a lesson as what stands on disk."""
        self._answers[name], self._standings[name] = answer, standing

    def write_answer(self, name: str, code: str) -> Path | None:
        """Keep what was typed into a lesson.

        Returns:
            Where the answer of another window is now, None where there was none.

        Raises:
            OSError: It cannot be written; what was kept before is unchanged.
        """
        with journal_lock(self._own(name) / _TURNS):
            found = read_answer(self._folder, name, pass_over)
            other: Path | None = None
            if found not in (None, code, self._answers.get(name)):
                other = self._free(name)
                (self._own(name) / _ANSWER).rename(other)
            write_answer(self._folder, name, code)
        self._answers[name] = code
        return other

    def write_standing(self, name: str, standing: LessonStanding) -> None:
        """Keep what has come of a lesson, beside what has come of it in other windows.

        Raises:
            OSError: It cannot be written; what was kept before is unchanged.
        """
        with journal_lock(self._own(name) / _TURNS):
            found = read_standing(self._folder, name, pass_over)
            before = self._standings.get(name, LessonStanding())
            write_standing(self._folder, name, _merged(found, before, standing))
        self._standings[name] = standing

    def another(self, name: str) -> str | None:
        """Return the answer that another window has kept since, None where there is none."""
        found = read_answer(self._folder, name, pass_over)
        return None if found == self._answers.get(name) else found

    def take(self, name: str, answer: str) -> None:
        """Take the answer of another window as this window's own."""
        self._answers[name] = answer

    def _own(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _free(self, name: str) -> Path:
        number = 2
        while (path := self._own(name) / f"answer-{number}.py").exists():
            number += 1
        return path


def _merged(
    found: LessonStanding, before: LessonStanding, standing: LessonStanding
) -> LessonStanding:
    """Return a standing with what it has changed, on top of what stands on disk."""
    return replace(
        standing,
        done=found.done or standing.done,
        attempts=found.attempts + max(0, standing.attempts - before.attempts),
        hints=max(found.hints, standing.hints),
        guess=standing.guess if standing.guess != before.guess else found.guess,
        edition=standing.edition if standing.edition != before.edition else found.edition,
        choice=standing.choice if standing.choice != before.choice else found.choice,
        words=standing.words if standing.words != before.words else found.words,
        newer={**found.newer, **standing.newer},
    )
