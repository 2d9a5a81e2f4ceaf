"""`abcstudio learn` lists, checks answers, tries lessons on themselves."""

import json
from pathlib import Path

import pytest

from abcstudio.cli import main
from abcstudio.lessons.progress import LessonStanding, write_answer, write_standing
from abcstudio.paths import answers_dir
from tests.unit.lessons.made_lessons import CELL, MUTANTS, write_lesson


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_lesson(tmp_path / "lessons" / "sums").parent


def test_the_lessons_in_the_box_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["learn", "list", "--language", "uk"]) == 0
    assert "04-computation-graph" in capsys.readouterr().out
    assert main(["learn", "list", "--jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0]["name"] == "01-boxes-of-numbers"
    assert rows[0]["languages"] == ["en", "uk"]


def test_the_list_says_what_was_done_in_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path))
    standing = LessonStanding(done="2026-11-27T23:50:00+02:00", attempts=3, hints=1)
    write_standing(answers_dir(), "01-boxes-of-numbers", standing)
    write_answer(answers_dir(), "02-matrix-and-images", "matrix = 1\n")
    assert main(["learn", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines[:2]] == ["done", "begun"]
    assert main(["learn", "list", "--jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (rows[0]["done"], rows[0]["attempts"], rows[0]["hints"]) == (standing.done, 3, 1)
    assert (rows[1]["begun"], rows[1]["done"]) == (True, "")


def test_an_answer_is_checked_in_its_own_process(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = tmp_path / "my.py"
    answer.write_text(CELL.replace("...", "5", 1).replace("...", "a - b") + "print('hi')\n")
    lesson = str(folder / "sums")
    assert main(["learn", "run", lesson, str(answer), "--language", "uk", "--seed", "3"]) == 1
    assert capsys.readouterr().out == "hi\nТут віднято.\n"


def test_lessons_are_tried_on_themselves(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_lesson(folder / "broken", mutants=MUTANTS.replace('"a - b"', '"a + b"'))
    assert main(["learn", "check", str(folder), "--repeats", "2", "--jsonl"]) == 1
    broken, sums = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (sums["right"], sums["accepted"]) == (10, 10)
    assert (sums["wrong"], sums["refused"], sums["named"]) == (10, 10, 8)
    assert broken["refused"] == 8
    assert any("wrong answer 1 (minus) passes" in fault for fault in broken["faults"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "no-such", "{answer}"], "There is no lesson no-such."),
        (["run", "./no-such", "{answer}"], "lacks the file"),
        (["check", "{empty}"], "holds no lesson"),
    ],
)
def test_what_is_no_lesson_is_said(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = tmp_path / "my.py"
    answer.write_text("x = 5\n")
    words = [word.format(answer=answer, empty=tmp_path) for word in arguments]
    assert main(["learn", *words]) == 2
    assert said in capsys.readouterr().err


def test_lessons_can_be_tried_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["learn", "check", str(folder), "--repeats", "1", "--jsonl"]) == 1
    # Five answers of the lesson, once each.
    assert json.loads(capsys.readouterr().out)["right"] == 5
