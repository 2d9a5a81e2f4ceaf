"""Find a recording: by its command or dropped; what was heard is shown, the place lit and heard."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.ui.datasets.finding.finding_view import FindingView
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.datasets.previewing.preview_presenter import PreviewPresenter
from abcstudio.ui.window.main_window import MainWindow
from tests.recordings import RATE, sound_of, wav_bytes

pytestmark = pytest.mark.one_window

WAIT_MS = 120_000
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def finding(qtbot: QtBot, main_window: MainWindow) -> FindingRoom:
    main_window.show_page("datasets")
    finding = main_window.datasets.rooms[FindingRoom]
    main_window.datasets.parts.views.show_when_there(main_window.datasets.rooms[FindingRoom].view)
    qtbot.waitUntil(lambda: finding.keeper.melodies is not None, timeout=WAIT_MS)
    return finding


@pytest.fixture
def recording(main_window: MainWindow, tmp_path: Path) -> Path:
    """A recording of the tunebook's hundredth tune."""
    path = tmp_path / "session.wav"
    path.write_bytes(wav_bytes(sound_of(main_window.datasets.browser.table.tunes[100].text)))
    return path


def settle(qtbot: QtBot, finding: FindingRoom) -> None:
    qtbot.waitUntil(lambda: not finding.presenter.is_busy, timeout=WAIT_MS)


def choose(qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    qtbot.keyClick(window, Qt.Key.Key_F11, ALT_SHIFT)


def test_a_chosen_recording_is_found_shown_lit_and_heard(
    qtbot: QtBot,
    main_window: MainWindow,
    finding: FindingRoom,
    recording: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, view = main_window.datasets, finding.view
    view.query.field.write("GABd e2dB")
    choose(qtbot, main_window, recording, monkeypatch)
    settle(qtbot, finding)
    assert "session.wav" in view.query.title.text()
    assert not view.query.field.isVisible()
    first = view.table.place
    assert first is not None
    assert first.tune is page.browser.table.tunes[100]
    assert first.likeness.message_id == "finding.heard"
    assert view.table.hasFocus()
    qtbot.waitUntil(lambda: view.query.score.marks is not None, timeout=WAIT_MS)
    marks = page.parts.preview.score
    qtbot.waitUntil(
        lambda: marks.marks is not None and marks.marks.shared == set(first.notes),
        timeout=WAIT_MS,
    )
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert main_window.playback.text == first.tune.text
    main_window.playback.stop()
    main_window.registry.action("datasets.hear_melody").trigger()
    assert finding.presenter.query is not None
    assert main_window.playback.text == finding.presenter.query.text
    main_window.playback.stop()

    qtbot.mouseClick(view.query.back, Qt.MouseButton.LeftButton)
    settle(qtbot, finding)
    assert view.query.field.toPlainText() == "GABd e2dB"
    assert view.query.field.hasFocus()
    assert view.shows_places


def test_a_dropped_recording_is_found(qtbot: QtBot, finding: FindingRoom, recording: Path) -> None:
    view = finding.view
    data = _dragged(recording)
    assert _enters(view, data)
    QApplication.sendEvent(
        view,
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    settle(qtbot, finding)
    assert view.table.places[0].score > 0.8


def test_a_recording_may_be_chosen_where_nothing_is_looked_for(
    qtbot: QtBot, finding: FindingRoom, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding.presenter.look_for_notes()
    finding.view.query.field.write("")
    settle(qtbot, finding)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(recording), ""))
    (way,) = [
        button for button in finding.view.state.findChildren(QPushButton) if button.isVisible()
    ]
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    settle(qtbot, finding)
    assert finding.view.table.places[0].score > 0.8


def test_the_score_of_notes_has_no_scroll_bar_and_grows_with_its_lines(
    qtbot: QtBot, finding: FindingRoom
) -> None:
    query = finding.view.query
    finding.presenter.look_for_notes()
    query.field.write("")
    settle(qtbot, finding)
    low = query.score.height()
    query.field.write("GABd e2dB|\n" * 16)
    qtbot.waitUntil(lambda: query.score.height() > low, timeout=WAIT_MS)
    query.field.write("GABd e2dB")
    qtbot.waitUntil(lambda: query.score.height() == low, timeout=WAIT_MS)
    assert not query.score.verticalScrollBar().isVisible()


def test_what_cannot_be_heard_is_said_and_the_notes_are_a_click_away(
    qtbot: QtBot,
    main_window: MainWindow,
    finding: FindingRoom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"no sound")
    choose(qtbot, main_window, bad, monkeypatch)
    settle(qtbot, finding)
    assert finding.view.state.title.text() == "The recording cannot be heard"
    assert "neither a WAV nor a MIDI file" in finding.view.state.sentence.text()
    finding.view.query.back.click()
    settle(qtbot, finding)
    assert finding.presenter.asks_for_notes


def _dragged(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def _enters(view: FindingView, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPointF(5, 5).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_noise_is_said_to_hold_no_melody(
    qtbot: QtBot,
    main_window: MainWindow,
    finding: FindingRoom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "rain.wav"
    noise = 0.2 * np.random.default_rng(2).standard_normal(6 * RATE)
    path.write_bytes(wav_bytes(noise.astype(np.float32)))
    choose(qtbot, main_window, path, monkeypatch)
    settle(qtbot, finding)
    assert not finding.view.shows_places
    assert finding.view.state.title.text() == "No melody is heard"
    assert "no pitch stands out" in finding.view.state.sentence.text()


def test_nothing_of_before_stands_under_the_name_of_a_recording(
    qtbot: QtBot,
    main_window: MainWindow,
    finding: FindingRoom,
    recording: Path,
) -> None:
    view = finding.view
    finding.presenter.look_for_notes()
    view.query.field.write("GABd e2dB")
    qtbot.waitUntil(lambda: view.query.score.score_scene is not None, timeout=WAIT_MS)
    settle(qtbot, finding)
    finding.presenter.look_for_recording(recording)
    assert "session.wav" in view.query.title.text()
    assert view.query.score.score_scene is None
    settle(qtbot, finding)
    qtbot.waitUntil(lambda: view.query.score.score_scene is not None, timeout=WAIT_MS)


def test_no_score_of_another_tune_stands_under_the_title_of_the_table(
    qtbot: QtBot,
    main_window: MainWindow,
    finding: FindingRoom,
    recording: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = main_window.datasets
    finding.presenter.look_for_recording(recording)
    settle(qtbot, finding)
    qtbot.waitUntil(
        lambda: page.parts.preview.tune is page.browser.table.tunes[100], timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: page.parts.preview.score.score_scene is not None, timeout=WAIT_MS)
    # The engraver may be busy for long.
    monkeypatch.setattr(page.rooms[PreviewPresenter].controller, "engrave", lambda _source: None)
    page.browser.table.choose(page.browser.table.tunes[7])
    page.parts.views.tabs.setCurrentWidget(page.browser)
    assert page.parts.preview.tune is page.browser.table.tunes[7]
    qtbot.waitUntil(lambda: page.parts.preview.score.score_scene is None, timeout=WAIT_MS)
    assert page.parts.preview.score.message == "Drawing the score…"
