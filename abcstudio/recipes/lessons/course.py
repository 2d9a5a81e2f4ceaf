"""All lessons of a folder, with what the person has made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from abcstudio.bounded_json import parse_json
from abcstudio.errors import LessonError
from abcstudio.guarded_files import read_bytes
from abcstudio.lessons.calls import Call, read_calls
from abcstudio.lessons.lesson import ENGLISH_NAME, Lesson
from abcstudio.lessons.lesson_folder import lesson_folders, read_lesson
from abcstudio.lessons.progress import (
    LessonPlace,
    LessonStanding,
    read_answer,
    read_place,
    read_standing,
)
from abcstudio.lessons.theory import TheoryPage, read_theory, theory_folders
from abcstudio.own_files import DamagedFile, Tell, pass_over

_FILE = "parts.json"
_MAX_BYTES = 100_000
_FROM = "from"


@dataclass(frozen=True, slots=True)
class LessonPart:
    """Lessons that belong together.

    Attributes:
        first: It begins with the first lesson whose name is not before this one.
        titles: By language.
    """

    first: str
    titles: Mapping[str, str]

    def title(self, language: str) -> str:
        """Return its title in a language, in English where it has none there."""
        return self.titles.get(language) or self.titles[ENGLISH_NAME]


def read_parts(folder: Path) -> tuple[LessonPart, ...]:
    """Return the parts of a folder of lessons, in order; none where it names none.

    Raises:
        LessonError: The file that names them cannot be used.
    """
    path = folder / _FILE
    try:
        rows = parse_json(read_bytes(path, _MAX_BYTES))["parts"]
        parts = tuple(_part(row) for row in rows)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LessonError("lesson.invalid", path=path, lacking=str(error)) from error
    return tuple(sorted(parts, key=lambda part: part.first))


def _part(row: Mapping[str, object]) -> LessonPart:
    titles = {language: str(title) for language, title in row.items() if language != _FROM}
    if ENGLISH_NAME not in titles:
        raise ValueError(ENGLISH_NAME)
    return LessonPart(str(row[_FROM]), titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Lessons in their order, and how far the person is with each.

    Attributes:
        lessons: Those that can be used.
        faults: Why the others cannot, by the names of their folders.
        standings: What has come of each lesson, by its name.
        answers: What was typed into those that were begun, by name.
        place: Where the person was.
        parts: What the lessons stand in.
        theory: Pages to read, in order.
        calls: How the library's functions are called, by their names.
        damaged: The person's files that cannot be used.
    """

    lessons: tuple[Lesson, ...]
    faults: Mapping[str, LessonError]
    standings: Mapping[str, LessonStanding]
    answers: Mapping[str, str]
    place: LessonPlace
    parts: tuple[LessonPart, ...] = ()
    theory: tuple[TheoryPage, ...] = ()
    calls: Mapping[str, Call] = field(default_factory=dict)
    damaged: tuple[DamagedFile, ...] = ()

    @property
    def done(self) -> int:
        """How many of the lessons have been passed."""
        return sum(bool(self.standings[lesson.name].done) for lesson in self.lessons)


def read_course(folder: Path, own: Path) -> Course:
    """Read lessons and what the person has made of them.

    Args:
        folder: That of the lessons.
        own: That of the person's answers.

    Raises:
        LessonError: There is no lesson.
    """
    lessons, faults = [], {}
    for each in lesson_folders(folder):
        try:
            lessons.append(read_lesson(each))
        except LessonError as error:
            faults[each.name] = error
    theory = []
    for each in theory_folders(folder):
        try:
            theory.append(read_theory(each))
        except LessonError as error:
            faults[each.name] = error
    damaged: list[DamagedFile] = []
    names = [lesson.name for lesson in lessons]
    answers = {name: read_answer(own, name, damaged.append) for name in names}
    return Course(
        lessons=tuple(lessons),
        faults=faults,
        standings=standings_of(own, [*names, *(page.name for page in theory)], damaged.append),
        answers={name: code for name, code in answers.items() if code is not None},
        place=read_place(own, damaged.append),
        parts=read_parts(folder),
        theory=tuple(theory),
        calls=read_calls(folder),
        damaged=tuple(damaged),
    )


def standings_of(own: Path, names: list[str], tell: Tell = pass_over) -> dict[str, LessonStanding]:
    """Return what has come of lessons, by their names."""
    return {name: read_standing(own, name, tell) for name in names}
