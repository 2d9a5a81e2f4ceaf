"""The whole journey by mouse: hear a tune, train, compose, edit, undo, hear, keep, open again."""

import wave
from pathlib import Path
from typing import Any

import mido
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.exporting.sound_dialog import SoundDialog
from abcstudio.ui.window.main_window import MainWindow

STEPS = 60
HIDDEN_UNITS = 64


def test_the_whole_journey(window: MainWindow, hands, qtbot: QtBot, tmp_path: Path) -> None:
    _hear_a_tune(window, hands)
    _train(window, hands)
    _compose(window, hands)
    _edit_and_undo(window, hands, qtbot)
    _hear_the_take(window, hands)
    text = _keep(window, hands, tmp_path)
    _open_again(window, hands, tmp_path / "mine.abc", text)


def _hear_a_tune(window: MainWindow, hands) -> None:
    hands.click(window.page_bar.tabs["datasets"])
    table = window.datasets.browser.table
    hands.wait(lambda: len(table.tunes) > 1000)
    hands.click_row(table, 3)
    preview = window.datasets.parts.preview
    hands.wait(lambda: preview.tune is table.shown[3])
    hands.wait(lambda: bool(preview.score.scene().items()))
    hands.click(preview.play)
    sounding: set[int] = set()
    window.playback.sounding.changed.connect(sounding.update)
    hands.wait(lambda: window.playback.state == "playing" and len(sounding) >= 3)
    assert all(table.shown[3].text[offset].isalpha() or table.shown[3].text[offset] in "^_="
               for offset in sounding)  # fmt: skip
    hands.click_action(window.transport, window.transport.commands.stop)
    hands.wait(lambda: window.playback.state == "stopped")


def _train(window: MainWindow, hands) -> None:
    hands.click(window.datasets.browser.train)
    training = window.training
    assert window.page_name == "training"
    for name, number in (("steps", STEPS), ("hidden_size", HIDDEN_UNITS)):
        training.parts.form.config_form.controls[name].setFocus()
        hands.press("Ctrl+A")
        hands.type(f"{number}")
        hands.press("Tab")
        assert getattr(training.parts.form.config(), name) == number
    counts: set[int] = set()
    training.session.reported.connect(lambda _report: counts.add(training.parts.plot.point_count))
    finished: list[Any] = []
    training.session.finished.connect(finished.append)
    hands.click(training.start)
    hands.wait(lambda: bool(finished))
    assert len(counts) >= 2, "the curve did not grow"
    assert finished[0].reached.step == STEPS


def _compose(window: MainWindow, hands) -> None:
    hands.click(window.page_bar.tabs["composer"])
    composer = window.composer
    form = composer.rooms[ComposingRoom].form
    assert form.seed.toPlainText() == "X:1\nT:"
    assert form.temperature.value() == 0.8
    hands.click(form.more.button)
    form.max_chars.setFocus()
    hands.press("Ctrl+A")
    hands.type("300")
    hands.press("Tab")
    lengths: set[int] = set()
    composer.desk.editor.textChanged.connect(
        lambda: lengths.add(len(composer.desk.editor.toPlainText()))
    )
    hands.click(form.compose_button)
    hands.wait(
        lambda: (
            not composer.rooms[ComposingRoom].session.is_composing
            and "K:" in composer.desk.editor.toPlainText()
        )
    )
    assert len(lengths) >= 3, "the characters did not appear as they were drawn"
    hands.wait(lambda: bool(composer.parts.score.scene().items()))


def _edit_and_undo(window: MainWindow, hands, qtbot: QtBot) -> None:
    editor = window.composer.desk.editor
    before = editor.toPlainText()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    hands.type("G2 A2|")
    assert editor.toPlainText() == before + "G2 A2|"
    hands.choose("edit.undo")
    assert editor.toPlainText() == before


def _hear_the_take(window: MainWindow, hands) -> None:
    hands.click_action(window.transport, window.transport.commands.toggle)
    hands.wait(lambda: window.playback.state == "playing")
    hands.wait(lambda: window.playback.position > 0.2)
    hands.click_action(window.transport, window.transport.commands.stop)
    hands.wait(lambda: window.playback.state == "stopped")


def _keep(window: MainWindow, hands, folder: Path) -> str:
    text = window.composer.desk.editor.toPlainText()
    for action_id, name in (("file.save", "mine.abc"), ("file.export_midi", "mine.mid"),
                            ("file.export_wav", "mine.wav")):  # fmt: skip
        hands.answer_file_dialog(folder / name)
        hands.choose(action_id)
        for dialog in window.composer.findChildren(SoundDialog):
            hands.click(dialog.write_button)
        hands.wait((folder / name).is_file)
        hands.wait(lambda: not window.composer.findChildren(SoundDialog))
    assert (folder / "mine.abc").read_text(encoding="utf-8") == text
    assert any(event.type == "note_on" for event in mido.MidiFile(folder / "mine.mid"))
    hands.wait(lambda: (folder / "mine.wav").stat().st_size > 1000)
    with wave.open(str(folder / "mine.wav")) as sound:
        assert sound.getsampwidth() == 2
    assert not window.composer.is_modified
    return text


def _open_again(window: MainWindow, hands, path: Path, text: str) -> None:
    hands.choose("file.close")
    assert window.composer.desk.editor.toPlainText() != text
    hands.answer_file_dialog(path)
    hands.choose("file.open")
    hands.wait(lambda: window.composer.desk.editor.toPlainText() == text)
    assert "mine" in window.windowTitle()
    assert window.studio.settings.recent_files[0] == str(path)
