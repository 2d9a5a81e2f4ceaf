"""The slider along the curve: score, text, sound and the marks are always of one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.late.late_pages import LatePages
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.training.milestones.heard_run import STEPS, make_run, tune_at

WAIT_MS = 20_000


@pytest.fixture
def heard(qtbot: QtBot, main_window: MainWindow) -> MainWindow:
    runs = Path(main_window.studio.runs_folder)
    make_run(runs)
    main_window.show_page("training")
    page = main_window.training
    page.parts.catalog.refresh()
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 1, timeout=WAIT_MS)
    page.parts.runs.choose(runs / "heard")
    qtbot.waitUntil(lambda: len(page.parts.takes.hearing.steps) == len(STEPS), timeout=WAIT_MS)
    return main_window


def score_text(window: MainWindow) -> str:
    """Return the text that the score shows."""
    return window.rooms[LatePages].training_side.heard_steps.drawn


def test_the_slider_shows_engraves_and_plays_one_step(qtbot: QtBot, heard: MainWindow) -> None:
    panel, plot = heard.training.parts.takes.hearing, heard.training.parts.plot
    # The newest first.
    assert panel.slider.value() == 2
    assert panel.text.toPlainText() == tune_at(30, 0)
    assert panel.right.text() == "Right measures: 75 %"
    assert "75 %" in panel.right.toolTip()
    qtbot.waitUntil(lambda: score_text(heard) == tune_at(30, 0), timeout=WAIT_MS)
    panel.slider.setFocus()
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    assert panel.shown is not None
    assert (panel.shown.step, panel.text.toPlainText()) == (10, tune_at(10, 0))
    qtbot.waitUntil(lambda: score_text(heard) == tune_at(10, 0), timeout=WAIT_MS)
    assert plot.extras.marks is not None
    assert plot.extras.marks.cursor.value() == 10
    panel.prompts.button(2).click()
    assert panel.text.toPlainText() == tune_at(10, 2)
    QTest.keyClick(panel.slider, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: heard.playback.state == "playing", timeout=WAIT_MS)
    assert heard.playback.text == tune_at(10, 2)
    # While one is heard, the next step is heard as soon as the slider is there.
    QTest.keyClick(panel.slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: heard.playback.text == tune_at(20, 2), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: heard.playback.state == "playing", timeout=WAIT_MS)
    heard.playback.show_tune()
    assert (panel.shown.step, panel.shown.place) == (20, 2)
    heard.playback.stop()


def test_a_mark_on_the_curve_and_its_line_go_to_the_take(qtbot: QtBot, heard: MainWindow) -> None:
    panel, plot = heard.training.parts.takes.hearing, heard.training.parts.plot
    qtbot.waitUntil(lambda: plot.extras.marks is not None, timeout=WAIT_MS)
    marks = plot.extras.marks
    assert marks is not None
    assert [point.pos().x() for point in marks.takes.points()] == list(STEPS)
    marks.takes.sigClicked.emit(marks.takes, marks.takes.points()[:1], None)
    assert panel.shown is not None
    assert panel.shown.step == 10
    marks.cursor.setValue(23.0)
    marks.cursor.sigPositionChangeFinished.emit(marks.cursor)
    assert panel.shown.step == 20
    assert marks.cursor.value() == 20
    # On a logarithmic axis too.
    plot.log_steps.click()
    assert [round(10 ** point.pos().x()) for point in marks.takes.points()] == list(STEPS)
    assert round(10 ** marks.cursor.value()) == 20
    marks.takes.sigClicked.emit(marks.takes, marks.takes.points()[2:], None)
    assert panel.shown.step == 30


def test_music_stands_beside_the_losses(qtbot: QtBot, heard: MainWindow) -> None:
    extras = heard.training.parts.plot.extras
    qtbot.waitUntil(lambda: extras.side is not None, timeout=WAIT_MS)
    assert extras.side is not None
    steps, right = extras.side.curves["first"].getOriginalDataset()
    assert list(steps) == list(STEPS)
    assert list(right) == pytest.approx([50, 200 / 3, 75])
    for name in ("learning_rate", "gradient_norm", "speed"):
        extras.beside.setCurrentIndex(extras.beside.findData(name))
        _, values = extras.side.curves["first"].getOriginalDataset()
        assert len(values) > 0
        assert heard.training.parts.plot.plot.getAxis("right").isVisible()
    extras.beside.setCurrentIndex(0)
    assert not heard.training.parts.plot.plot.getAxis("right").isVisible()


def test_a_take_opens_in_the_composer(heard: MainWindow) -> None:
    heard.training.parts.takes.hearing.open.click()
    assert heard.page_name == "composer"
    assert tune_at(30, 0) in heard.composer.desk.editor.toPlainText()
