"""What the person makes of lessons, kept in a folder that can be read."""

import json
import os
from pathlib import Path

import pytest

from abcstudio.lessons.progress import (
    LessonPlace,
    LessonStanding,
    add_attempt,
    read_answer,
    read_place,
    read_standing,
    write_answer,
    write_place,
    write_standing,
)
from abcstudio.own_files import DamagedFile, SparedFileError, pass_over
from abcstudio.recipes.lessons.course import read_course
from tests.unit.lessons.made_lessons import write_lesson

CODE = "x = 5  # п’ять\n"


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    standing = LessonStanding(done="2026-11-27T23:50:00+02:00", attempts=3, hints=1, edition="a")
    place = LessonPlace(lesson="01-sums", language="uk")
    write_answer(tmp_path, "01-sums", CODE)
    write_standing(tmp_path, "01-sums", standing)
    write_place(tmp_path, place)
    assert (tmp_path / "01-sums" / "answer.py").read_text(encoding="utf-8") == CODE
    assert read_answer(tmp_path, "01-sums", pass_over) == CODE
    assert read_standing(tmp_path, "01-sums", pass_over) == standing
    assert read_place(tmp_path, pass_over) == place


def test_nothing_is_kept_at_first(tmp_path: Path) -> None:
    assert read_answer(tmp_path, "01-sums", pass_over) is None
    assert read_standing(tmp_path, "01-sums", pass_over) == LessonStanding()
    assert read_place(tmp_path, pass_over) == LessonPlace()
    assert not list(tmp_path.iterdir())


def test_what_a_newer_version_knows_stays(tmp_path: Path) -> None:
    file = tmp_path / "01-sums" / "standing.json"
    file.parent.mkdir()
    file.write_text('{"attempts": "many", "hints": 2, "stars": 5}')
    standing = read_standing(tmp_path, "01-sums", pass_over)
    assert (standing.attempts, standing.hints) == (0, 2)
    write_standing(tmp_path, "01-sums", standing)
    assert json.loads(file.read_text())["stars"] == 5


def test_an_answer_that_is_no_text_is_put_aside(tmp_path: Path) -> None:
    file = tmp_path / "01-sums" / "answer.py"
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\xfa")
    told: list[DamagedFile] = []
    assert read_answer(tmp_path, "01-sums", told.append) is None
    assert told[0].kept is not None
    assert told[0].kept.read_bytes() == b"\xff\xfe\xfa"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read all")
def test_an_answer_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    write_answer(tmp_path, "01-sums", CODE)
    file = tmp_path / "01-sums" / "answer.py"
    file.chmod(0)
    assert read_answer(tmp_path, "01-sums", pass_over) is None
    with pytest.raises(SparedFileError):
        write_answer(tmp_path, "01-sums", "x = 6\n")


def test_a_course_holds_lessons_faults_and_what_was_made_of_them(tmp_path: Path) -> None:
    lessons, own = tmp_path / "lessons", tmp_path / "own"
    write_lesson(lessons / "01-sums")
    write_lesson(lessons / "02-broken", check="def probe(:\n")
    (lessons / "parts.json").write_text(
        '{"parts": [{"from": "02", "en": "B"}, {"from": "", "en": "A"}]}'
    )
    write_answer(own, "01-sums", CODE)
    write_standing(own, "01-sums", LessonStanding(done="2026-11-27"))
    course = read_course(lessons, own)
    assert [lesson.name for lesson in course.lessons] == ["01-sums"]
    assert list(course.faults) == ["02-broken"]
    assert [part.title("uk") for part in course.parts] == ["A", "B"]
    assert course.answers == {"01-sums": CODE}
    assert course.done == 1


def test_a_lesson_of_another_edition_is_told_from_the_old_one(tmp_path: Path) -> None:
    folder = write_lesson(tmp_path / "lessons" / "01-sums")
    before = read_course(folder.parent, tmp_path).lessons[0].edition
    text = folder / "lesson.en.md"
    text.write_text(text.read_text().replace("few", "some"))
    assert read_course(folder.parent, tmp_path).lessons[0].edition == before
    check = folder / "check.py"
    check.write_text(check.read_text() + "# Otherwise.\n")
    assert read_course(folder.parent, tmp_path).lessons[0].edition != before


def test_attempts_are_added(tmp_path: Path) -> None:
    for passed in (False, True):
        add_attempt(tmp_path, "01-sums", {"passed": passed})
    lines = (tmp_path / "01-sums" / "attempts.log").read_text().split("\n")
    assert [line[9:] for line in lines if line] == ['{"passed": false}', '{"passed": true}']
