"""Answers handed in from the window, and graded there: the archive, the table, its file."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from abcstudio.lessons.handed_in import pack_answers
from abcstudio.lessons.progress import LessonStanding, write_answer, write_standing
from abcstudio.lessons.running.runner import Runner
from abcstudio.ui.learn.handing_in.grade_dialog import GradeDialog
from abcstudio.ui.services.studio import Studio
from tests.ui.events import let_work_end
from tests.unit.lessons.test_theory import PAGE

GRADE_MS = 60_000
RIGHT = "x = 5\ndef add(a, b):\n    return a + b\n"
WRONG = "x = 5\ndef add(a, b):\n    return a - b\n"


def test_what_was_typed_just_now_is_handed_in(
    qtbot: QtBot,
    studio: Studio,
    shown: SimpleNamespace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notices: list[str] = []
    studio.notice_requested.connect(lambda notice: notices.append(notice.text))
    target = tmp_path / "given" / "bilas.zip"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shown.page.work.cell.replace_code(RIGHT)
    qtbot.mouseClick(shown.page.panel.hand_in, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(notices), timeout=GRADE_MS)
    assert notices == ["bilas.zip holds 1 answer. Give it to your teacher."]
    with zipfile.ZipFile(target) as archive:
        assert archive.read("lessons/01-sums/answer.py").decode() == RIGHT


def test_where_nothing_was_typed_there_is_nothing_to_hand_in(
    qtbot: QtBot,
    studio: Studio,
    shown: SimpleNamespace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notices: list[str] = []
    studio.notice_requested.connect(lambda notice: notices.append(notice.text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.zip"), ""))
    shown.actions.action("learn.hand_in").trigger()
    qtbot.waitUntil(lambda: bool(notices), timeout=GRADE_MS)
    assert "answer" in notices[0]
    assert not (tmp_path / "a.zip").exists()


@pytest.fixture
def archives(tmp_path: Path, lessons: Path) -> list[Path]:
    """What two students have handed in, and a file that is no archive."""
    (lessons / "t1-sums").mkdir()
    (lessons / "t1-sums" / "page.en.md").write_text(PAGE)
    made = []
    for student, first in (("Bilas", RIGHT), ("=Koval", WRONG)):
        own = tmp_path / student
        write_answer(own, "01-sums", first)
        write_standing(own, "01-sums", LessonStanding(hints=2))
        write_standing(own, "t1-sums", LessonStanding(choice="1", words="word " * 30))
        pack_answers(own, tmp_path / f"{student}.zip")
        made.append(tmp_path / f"{student}.zip")
    (tmp_path / "other.zip").write_text("no archive")
    return [*made, tmp_path / "other.zip"]


@pytest.fixture
def dialog(
    qtbot: QtBot, studio: Studio, lessons: Path, shown: SimpleNamespace, tmp_path: Path
) -> Iterator[GradeDialog]:
    dialog = GradeDialog(
        studio,
        lessons,
        tmp_path / "own",
        "uk",
        shown.window,
        make_runner=lambda: Runner(libraries=(), keeps_warm=False),
    )
    dialog.open()
    let_work_end(qtbot, studio)
    yield dialog
    dialog.close()


def test_a_class_is_graded_in_a_table(
    qtbot: QtBot,
    archives: list[Path],
    dialog: GradeDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [str(path) for path in archives]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    assert not dialog.save.isEnabled()
    qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=GRADE_MS)
    table = dialog.table
    shown = [
        [item.text() if (item := table.item(row, column)) else "" for column in range(6)]
        for row in range(table.rowCount())
    ]
    assert shown == [
        ["Bilas", "2 of 3", "2", "+", "", "+"],
        ["=Koval", "1 of 3", "2", "–", "", "+"],
    ]
    wrong = table.item(1, 3)
    assert wrong is not None
    # In the words of the lesson, in the language that it is read in.
    assert wrong.data(Qt.ItemDataRole.AccessibleTextRole) == "Суми: Тут віднято."
    assert dialog.status.text().startswith("Students in the table: 2.")
    assert "other.zip" in dialog.status.text()
    target = tmp_path / "class.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert target.read_text(encoding="utf-8-sig").splitlines() == [
        "student,01-sums,02-more,t1-sums,passed,hints",
        "Bilas,1,,1,2,2",
        "'=Koval,0,,1,1,2",
    ]


def test_grading_is_stopped_with_the_rows_that_are_there(
    qtbot: QtBot, archives: list[Path], dialog: GradeDialog
) -> None:
    dialog.grade(archives[:2] * 30)
    qtbot.waitUntil(lambda: bool(dialog.table.grades), timeout=GRADE_MS)
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=GRADE_MS)
    assert dialog.status.text() == "Stopped. The rows that are there are whole."
    assert 1 <= len(dialog.table.grades) < 60
