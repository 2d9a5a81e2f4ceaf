"""`abcstudio learn hand-in` and `grade`: archives of answers, a table of a class."""

import csv
import json
import os
import zipfile
from functools import partial
from pathlib import Path

import pytest

from abcstudio.cli import main
from abcstudio.lessons.progress import LessonStanding, write_answer, write_standing
from abcstudio.lessons.running.runner import Runner
from abcstudio.paths import answers_dir
from tests.unit.lessons.made_lessons import CELL, write_lesson
from tests.unit.lessons.test_theory import PAGE

RIGHT = CELL.replace("...", "5", 1).replace("...", "a + b")
WRONG = RIGHT.replace("a + b", "a - b")


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    without_torch = partial(Runner, libraries=(), keeps_warm=False)
    monkeypatch.setattr("abcstudio.cli.lessons.classes.Runner", without_torch)
    for name in ("01-sums", "02-more"):
        write_lesson(tmp_path / "lessons" / name)
    page = tmp_path / "lessons" / "t1-sums"
    page.mkdir()
    (page / "page.en.md").write_text(PAGE)
    return tmp_path / "lessons"


def archive(path: Path, **members: str) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, words in members.items():
            packed.writestr(name.replace("__", "/"), words)
    return str(path)


def test_answers_are_handed_in_and_graded_anew(
    lessons: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    own = answers_dir()
    write_answer(own, "01-sums", RIGHT)
    write_answer(own, "02-more", WRONG)
    # What a student's own file says of passing is not believed.
    write_standing(own, "02-more", LessonStanding(done="today", attempts=4, hints=2))
    write_standing(own, "t1-sums", LessonStanding(choice="1", words="word " * 30))
    handed = tmp_path / "Шевченко.zip"
    assert main(["learn", "hand-in", str(handed)]) == 0
    assert main(["learn", "grade", str(handed), "--lessons", str(lessons)]) == 0
    heading, row = capsys.readouterr().out.splitlines()
    assert heading.split() == ["01", "02", "t1"]
    assert row.split() == ["Шевченко", "+", "-", "+", "2/3"]
    assert main(["learn", "grade", str(handed), "--lessons", str(lessons), "--jsonl"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["lessons"]["02-more"] == {
        "passed": False,
        "said": "This takes away.",
        "hints": 2,
        "attempts": 4,
    }


def test_a_class_is_a_table_for_a_spreadsheet(
    lessons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        archive(tmp_path / "=1+1.zip", **{"work__lessons__01-sums__answer.py": WRONG}),
        archive(tmp_path / "nothing.zip", readme="hello"),
        str(lessons / "01-sums" / "cell.py"),
    ]
    assert main(["learn", "grade", *files, "--lessons", str(lessons), "--csv"]) == 1
    said = capsys.readouterr()
    rows = list(csv.reader(said.out.splitlines()))
    assert rows == [
        ["student", "01-sums", "02-more", "t1-sums", "passed", "hints"],
        ["'=1+1", "0", "", "", "0", "0"],
    ]
    assert "it holds no answer to these lessons" in said.err
    assert "it is no archive, or a damaged one" in said.err


@pytest.mark.skipif(os.name == "nt", reason="no such name there")
@pytest.mark.parametrize("form", [(), ("--csv",), ("--jsonl",)])
def test_no_terminal_obeys_the_name_of_what_was_handed_in(
    lessons: Path, tmp_path: Path, form: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    good = archive(tmp_path / "a\x1b[2J\u202eb.zip", **{"lessons__01-sums__answer.py": RIGHT})
    bad = tmp_path / "c\x1b[2J.zip"
    bad.write_bytes(b"no archive")
    assert main(["learn", "grade", good, str(bad), "--lessons", str(lessons), *form]) == 1
    printed, said = capsys.readouterr()
    assert "a?[2J?b" in printed
    assert "c\\x1b[2J.zip cannot be graded" in said
    assert not {"\x1b", "\u202e"} & set(printed + said)


def test_without_an_answer_there_is_nothing_to_hand_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    assert main(["learn", "hand-in", str(tmp_path / "x.zip")]) == 2
    assert "no answers to hand in" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()


def test_of_an_archive_only_answers_of_a_fair_size_are_read(
    lessons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = {
        "lessons__01-sums__answer.py": "#" * 5_000_000,
        "lessons__02-more__answer.py": RIGHT,
        "lessons__02-more__standing.json": "[" * 100_000,
    }
    file = archive(tmp_path / "large.zip", **large)
    assert main(["learn", "grade", file, "--lessons", str(lessons)]) == 0
    assert capsys.readouterr().out.splitlines()[1].split() == ["large", ".", "+", ".", "1/3"]
