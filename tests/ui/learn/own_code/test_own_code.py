"""Own code trains a network in the window: what lacks, the run, the text it writes, what breaks."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.lessons.lesson_folder import read_lesson
from abcstudio.lessons.own_code import LESSONS
from abcstudio.lessons.progress import LessonStanding, write_answer, write_standing
from abcstudio.paths import answers_dir, bundled_tunebook, lessons_dir
from abcstudio.runs.history import list_runs
from abcstudio.ui.services.studio import Studio
from tests.ui.events import let_work_end

OpenPage = Callable[[], SimpleNamespace]
RUN_MS = 1_200_000
M = Qt.Key.Key_M
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lessons() -> Path:
    return lessons_dir()


@pytest.fixture
def tunes(tmp_path: Path) -> Path:
    """As many tunes of the box as a test needs: parting all of them takes seconds."""
    text = bundled_tunebook().read_text(encoding="utf-8")
    small = tmp_path / "small.abc"
    small.write_text("\n\n".join(text.split("\n\n")[:40]) + "\n", encoding="utf-8")
    return small


def pass_lessons(**changes: tuple[str, str]) -> None:
    """Pass all lessons whose functions train, some with other code than the solution."""
    for name, lesson in LESSONS.items():
        code = read_lesson(lessons_dir() / lesson).solution
        before, after = changes.get(name, ("", ""))
        assert before in code
        write_answer(answers_dir(), lesson, code.replace(before, after) if before else code)
        write_standing(answers_dir(), lesson, LessonStanding(done="2026-11-28T01:00:00"))


def opened(qtbot: QtBot, open_page: OpenPage) -> SimpleNamespace:
    shown = open_page()
    qtbot.keyClick(shown.window, M, ALT_SHIFT)
    qtbot.waitUntil(shown.page.own_code.isVisible)
    return shown


def make_small(shown: SimpleNamespace, steps: int) -> None:
    boxes = shown.page.own_code.form.boxes
    boxes["steps"].setValue(steps)
    boxes["seq_len"].setValue(50)
    boxes["hidden_size"].setValue(16)


def write_and_compose(qtbot: QtBot, studio: Studio, shown: SimpleNamespace) -> None:
    """Let the network write, and take text and network to the composer."""
    view, session = shown.page.own_code, shown.page.own_training.session
    view.written.start.setText("X:1")
    view.written.length.setValue(30)
    with qtbot.waitSignal(session.ended, timeout=RUN_MS):
        qtbot.mouseClick(view.written.write, Qt.MouseButton.LeftButton)
    assert view.said.kind == "right", view.said.sentence.text()
    assert len(view.written.text.toPlainText()) == len("X:1\n") + 30
    asked: list[tuple[str, str]] = []
    studio.open_text_requested.connect(lambda text, name: asked.append((text, name)))
    qtbot.mouseClick(view.written.listen, Qt.MouseButton.LeftButton)
    assert asked[0][0].startswith("X:1\n")
    qtbot.mouseClick(view.compose, Qt.MouseButton.LeftButton)


def test_lessons_that_lack_are_named_and_opened(
    qtbot: QtBot, studio: Studio, open_page: OpenPage
) -> None:
    pass_lessons()
    write_standing(answers_dir(), "17-loss", LessonStanding())
    shown = opened(qtbot, open_page)
    view, page = shown.page.own_code, shown.page
    let_work_end(qtbot, studio)
    assert not page.output.isVisible()
    assert not page.work.isEnabled()
    title = read_lesson(lessons_dir() / "17-loss").text("en").title
    assert view.said.sentence.text() == (
        f"Before your code can train a network, pass: 17 “{title}”."
    )
    assert [row.is_passed for row in view.functions.rows].count(False) == 1
    assert "compute_loss – not passed yet" in view.functions.item(3).text()
    assert not view.start.isEnabled()
    assert view.start.toolTip() == "First pass the lessons that are marked."
    assert QApplication.focusWidget() is view.functions
    view.functions.setCurrentRow(3)
    qtbot.keyClick(view.functions, Qt.Key.Key_Return)
    assert page.lessons.lesson.name == "17-loss"
    assert page.desk.isVisible()


def test_a_network_is_trained_and_writes_and_can_be_composed_with(
    qtbot: QtBot, studio: Studio, open_page: OpenPage
) -> None:
    pass_lessons()
    shown = opened(qtbot, open_page)
    view, session = shown.page.own_code, shown.page.own_training.session
    let_work_end(qtbot, studio)
    assert QApplication.focusWidget() is view.start
    assert not view.written.write.isEnabled()
    assert not view.compose.isVisible()
    make_small(shown, 4)
    losses: list[float] = []
    session.reported.connect(lambda step: losses.extend(step.progress.losses))
    with qtbot.waitSignal(session.ended, timeout=RUN_MS):
        qtbot.keyClick(view.start, Qt.Key.Key_Space)
        assert view.stop.isVisible()
        assert view.stop.hasFocus()
    (run,) = list_runs(studio.runs_folder)
    assert (run.name, run.state, run.step) == ("Own code", "finished", 4)
    assert run.own_code == tuple(LESSONS)
    assert view.said.kind == "right"
    assert view.said.sentence.text().startswith("Your code trained this network. Step 4 of 4")
    assert len(losses) == 4
    assert view.curve.count == 5
    assert "loss" in view.curve.caption
    assert view.written.text.toPlainText().startswith("X:1")
    assert view.compose.isVisible()
    write_and_compose(qtbot, studio, shown)
    assert studio.model is not None
    assert studio.model.path == run.model
    # Another window writes with the newest run, and goes back to the lesson of before.
    again = opened(qtbot, open_page)
    let_work_end(qtbot, studio)
    assert again.page.own_code.written.write.isEnabled()
    qtbot.mouseClick(again.page.own_code.back, Qt.MouseButton.LeftButton)
    assert again.page.lessons.lesson is not None


def test_the_lesson_that_breaks_it_is_named_with_its_line(
    qtbot: QtBot, studio: Studio, open_page: OpenPage
) -> None:
    pass_lessons(train_step=("loss.backward()", "loss.forward()"))
    shown = opened(qtbot, open_page)
    view, session = shown.page.own_code, shown.page.own_training.session
    make_small(shown, 4)
    with qtbot.waitSignal(session.ended, timeout=RUN_MS):
        qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    title = read_lesson(lessons_dir() / "19-train-step").text("en").title
    words = view.said.sentence.text()
    assert words.startswith(f"Your answer to the lesson 19 “{title}” stopped it: Line ")
    assert view.said.kind == "wrong"
    assert "stopped the last run" in view.functions.item(4).text()
    assert view.start.isEnabled()
    assert not view.compose.isVisible()
    (run,) = list_runs(studio.runs_folder)
    assert (run.state, run.step) == ("failed", 0)
    with qtbot.waitSignal(studio.run_requested) as told:
        qtbot.mouseClick(view.runs, Qt.MouseButton.LeftButton)
    assert told.args == [run.folder]


def test_a_training_is_stopped(qtbot: QtBot, studio: Studio, open_page: OpenPage) -> None:
    pass_lessons()
    shown = opened(qtbot, open_page)
    view, session = shown.page.own_code, shown.page.own_training.session
    make_small(shown, 100_000)
    with qtbot.waitSignal(session.reported, timeout=RUN_MS):
        qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(session.ended, timeout=RUN_MS):
        qtbot.mouseClick(view.stop, Qt.MouseButton.LeftButton)
    assert view.said.sentence.text() == "Stopped. What was learned is kept."
    (run,) = list_runs(studio.runs_folder)
    assert run.state == "stopped"
    assert view.start.isVisible()
