"""What the networks of compared runs wrote, side by side: score, text and sound."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.training.table.runs_table import RunsTable
from abcstudio.ui.window.late.late_pages import LatePages
from abcstudio.ui.window.main_window import MainWindow

WAIT_MS = 20_000
TUNES = {
    1: "X:1\nT:Tune of run 1\nM:4/4\nL:1/8\nK:D\nABcd efga|d8|]",
    2: "X:1\nT:Tune of run 2\nM:4/4\nL:1/8\nK:G\nGABc defg|G8|]",
    3: "",
}


@pytest.fixture
def compared(qtbot: QtBot, main_window: MainWindow) -> SimpleNamespace:
    """Three runs, chosen in their table, of which the newest has composed nothing."""
    for number, tune in TUNES.items():
        run = RunFolder(main_window.studio.runs_folder / f"run-{number}")
        facts = {
            "name": f"Run {number}",
            "created": f"2026-01-0{number}T10:00:00",
            "state": "finished",
            "config": {"steps": 10, "hidden_size": 100 * number},
            "best_val_loss": 1.0 + number,
            "step": 10,
        }
        run.create(facts, "", "")
        if tune:
            run.keep_take(10, tune)
    main_window.show_page("training")
    main_window.registry.action("training.runs").trigger()
    dialog = main_window.training.rooms[RunsTable].dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.model.rows) == len(TUNES), timeout=WAIT_MS)
    dialog.choose({run.folder for run in dialog.model.rows})
    qtbot.waitUntil(
        lambda: [bool(text) for _, text in dialog.takes.takes] == [False, True, True],
        timeout=WAIT_MS,
    )
    dialog.tabs.setCurrentWidget(dialog.takes)
    return SimpleNamespace(window=main_window, dialog=dialog)


def drawn(window: MainWindow) -> list[str]:
    """Return the tunes that the scores show."""
    return [score.drawn for score in window.rooms[LatePages].training_side.compared.scores]


def framed(window: MainWindow) -> list[bool]:
    """Return whether the frame of a column says that its take sounds, column by column."""
    accent = window.studio.colors.accent
    return [
        accent in score.column.styleSheet()
        for score in window.rooms[LatePages].training_side.compared.scores
    ]


def test_takes_are_engraved_side_by_side_and_shown_as_text(qtbot, compared) -> None:
    window, dialog = compared.window, compared.dialog
    qtbot.waitUntil(lambda: drawn(window) == ["", TUNES[2], TUNES[1], ""], timeout=WAIT_MS)
    columns, scores = dialog.takes.columns, window.rooms[LatePages].training_side.compared.scores
    assert [column.isVisible() for column in columns] == [True, True, True, False]
    assert [score.score.isVisible() for score in scores] == [True, True, True, False]
    assert scores[0].score.message == "This run has composed nothing yet."
    assert scores[1].score.marks is not None
    qtbot.mouseClick(dialog.takes.texts, Qt.MouseButton.LeftButton)
    assert columns[2].text.isVisible()
    assert columns[2].text.toPlainText() == TUNES[1]
    assert not scores[2].score.isVisible()
    qtbot.mouseClick(dialog.takes.scores, Qt.MouseButton.LeftButton)
    assert scores[2].score.isVisible()
    # What was chosen while the scores were out of sight is engraved when they are back.
    dialog.tabs.setCurrentWidget(dialog.curves)
    assert not dialog.takes.switches.isVisible()
    (run,) = (run for run in dialog.model.rows if run.name == "Run 1")
    dialog.choose({run.folder})
    qtbot.waitUntil(lambda: [n for n, _ in dialog.takes.takes] == ["Run 1"], timeout=WAIT_MS)
    dialog.tabs.setCurrentWidget(dialog.takes)
    qtbot.waitUntil(lambda: drawn(window)[0] == TUNES[1], timeout=WAIT_MS)


def test_one_key_plays_one_take_against_the_other(qtbot, compared) -> None:
    window, dialog = compared.window, compared.dialog
    playback = window.playback
    dialog.table.setFocus()
    # The first column has nothing to play: the key goes past it.
    QTest.keyClick(dialog.table, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=WAIT_MS)
    assert playback.text == TUNES[2]
    assert framed(window) == [False, True, False, False]
    QTest.keyClick(dialog.table, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: playback.text == TUNES[1], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=WAIT_MS)
    assert framed(window) == [False, False, True, False]
    score = window.rooms[LatePages].training_side.compared.scores[2].score
    qtbot.waitUntil(lambda: score.score_scene is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(score.score_scene.sounding), timeout=WAIT_MS)
    QTest.keyClick(dialog.table, Qt.Key.Key_2)
    assert playback.text == TUNES[2]
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=WAIT_MS)
    QTest.keyClick(dialog.table, Qt.Key.Key_2)
    assert playback.state == "paused"
    assert not any(framed(window))
    # In the filter the numbers are typed.
    dialog.filter.setFocus()
    QTest.keyClick(dialog.filter, Qt.Key.Key_1)
    assert dialog.filter.text() == "1"
    assert playback.state == "paused"
    playback.stop()


def test_a_click_on_a_note_plays_from_there(qtbot, compared) -> None:
    window = compared.window
    qtbot.waitUntil(lambda: drawn(window)[1] == TUNES[2], timeout=WAIT_MS)
    score = window.rooms[LatePages].training_side.compared.scores[1].score
    offset = TUNES[2].index("defg")
    box = score.marks.boxes_of(offset)[0]
    place = score.mapFromScene((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    qtbot.mouseClick(score.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.playback.state == "playing", timeout=WAIT_MS)
    assert window.playback.text == TUNES[2]
    assert window.playback.position > 0.3
    window.playback.stop()
