"""How far a person is with the lessons: a folder a lesson, which can be read without the program.

In it stand `answer.py`, what was typed; `standing.json`, what has come of it; and `attempts.log`,
each check with its time, whether it passed, and the idea that was found; and `passed.json`, which
answer it was that passed last, with the picture that was drawn of it. Beside the folders stands
`place.json`, where the person was.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes
from abcstudio.field_values import String, Whole, fitting, kept
from abcstudio.files import fingerprint
from abcstudio.journal import Entry, add_to_journal
from abcstudio.own_files import Tell, read_own_file, read_own_text, write_own_file

MAX_ANSWER_BYTES = 400_000

_ANSWER, _STANDING, _ATTEMPTS, _PLACE = "answer.py", "standing.json", "attempts.log", "place.json"
_PASSED = "passed.json"
_NEWER = "newer"
_MOST = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonStanding:
    """What has come of a lesson so far.

    Attributes:
        done: When its check passed first, "" before that.
        attempts: How often it was checked.
        hints: How many hints were shown.
        guess: What the person guessed before running the code.
        edition: That of the lesson when the code was begun.
        choice: The place of the answer that was chosen on a page of theory, "" for none.
        words: What was written there in one's own words.
        newer: What only a newer version of the program knows; it is kept as it is.
    """

    done: str = kept("", String(100))
    attempts: int = kept(0, Whole(0, _MOST))
    hints: int = kept(0, Whole(0, 100))
    guess: str = kept("", String(2000))
    edition: str = kept("", String(200))
    choice: str = kept("", String(10))
    words: str = kept("", String(20_000))
    newer: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passed:
    """What came of an answer that has passed.

    Attributes:
        picture: What is drawn of it, None for nothing.
    """

    picture: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPlace:
    """Where a person was.

    Attributes:
        lesson: The lesson that was open, "" for none.
        language: What lessons are read in, "" for the language of the window.
        newer: What only a newer version of the program knows.
    """

    lesson: str = kept("", String(200))
    language: str = kept("", String(16))
    newer: Mapping[str, Any] = field(default_factory=dict)


def read_answer(folder: Path, name: str, tell: Tell) -> str | None:
    """Return what was typed into a lesson, None where nothing was or it cannot be used.

    Args:
        folder: That of all lessons.
        name: The lesson.
        tell: Called where an answer is there but cannot be used.
    """
    return read_own_text(folder / name / _ANSWER, tell, MAX_ANSWER_BYTES)


def write_answer(folder: Path, name: str, code: str) -> None:
    """Keep what was typed into a lesson.

    Raises:
        OSError: It cannot be written; what was kept before is unchanged.
    """
    path = folder / name / _ANSWER
    path.parent.mkdir(parents=True, exist_ok=True)
    write_own_file(path, code.encode("utf-8", "replace"))


def read_standing(folder: Path, name: str, tell: Tell) -> LessonStanding:
    """Return what has come of a lesson; what does not fit is passed over."""
    data = read_own_file(folder / name / _STANDING, tell) or {}
    return LessonStanding(**fitting(LessonStanding, data), newer=_unknown(LessonStanding, data))


def write_standing(folder: Path, name: str, standing: LessonStanding) -> None:
    """Keep what has come of a lesson.

    Raises:
        OSError: It cannot be written; what was kept before is unchanged.
    """
    _write(folder / name / _STANDING, standing)


def told_by(code: str, edition: str) -> str:
    """Return what tells an answer to a lesson of some edition from others."""
    return fingerprint(f"{edition}\n{code}".encode("utf-8", "replace"))


def read_passed(folder: Path, name: str, answer: str) -> Passed | None:
    """Return what came of an answer when it passed; None where this one has not passed yet.

    Args:
        folder: That of all lessons.
        name: The lesson.
        answer: What `told_by` says of the answer as it is now.
    """
    data = read_own_file(folder / name / _PASSED) or {}
    if data.get("answer") != answer:
        return None
    picture = data.get("picture")
    return Passed(picture if isinstance(picture, dict) else None)


def write_passed(folder: Path, name: str, answer: str, passed: Passed) -> None:
    """Keep which answer has passed, and its picture.

    Args:
        folder: That of all lessons.
        name: The lesson.
        answer: What `told_by` says of the answer.
        passed: What came of it.

    Raises:
        OSError: It cannot be written; what was kept before is unchanged.
    """
    data = {"answer": answer, "picture": passed.picture}
    path = folder / name / _PASSED
    path.parent.mkdir(parents=True, exist_ok=True)
    write_own_file(path, json_bytes(data))


def read_place(folder: Path, tell: Tell) -> LessonPlace:
    """Return where the person was."""
    data = read_own_file(folder / _PLACE, tell) or {}
    return LessonPlace(**fitting(LessonPlace, data), newer=_unknown(LessonPlace, data))


def write_place(folder: Path, place: LessonPlace) -> None:
    """Keep where the person is.

    Raises:
        OSError: It cannot be written.
    """
    _write(folder / _PLACE, place)


def add_attempt(folder: Path, name: str, attempt: Entry) -> None:
    """Add a check to those of a lesson.

    Raises:
        OSError: It cannot be written.
    """
    add_to_journal(folder / name / _ATTEMPTS, [attempt])


def _write(path: Path, record: LessonStanding | LessonPlace) -> None:
    data = asdict(record)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_own_file(path, json_bytes({**data.pop(_NEWER), **data}))


def _unknown(kind: type, data: Mapping[str, Any]) -> dict[str, Any]:
    known = {item.name for item in fields(kind)}
    return {name: value for name, value in data.items() if name not in known}
