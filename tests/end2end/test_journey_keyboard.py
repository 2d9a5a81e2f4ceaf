"""The whole journey by keyboard alone, in Ukrainian: not one click, and no key of Latin letters."""

import wave
from pathlib import Path
from typing import Any

import mido
import pytest
from PySide6.QtWidgets import QApplication

from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.exporting.sound_dialog import SoundDialog
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow

SEED = "X:1\nT:"


pytestmark = pytest.mark.parametrize("window", ["uk"], indirect=True)


def test_the_whole_journey(window: MainWindow, hands, tmp_path: Path) -> None:
    _hear_a_tune(window, hands)
    _train(window, hands)
    _compose(window, hands)
    _edit_and_undo(window, hands)
    _hear_the_take(window, hands)
    text = _keep(window, hands, tmp_path)
    _open_again(window, hands, tmp_path / "mine.abc", text)


def _hear_a_tune(window: MainWindow, hands) -> None:
    hands.press("Ctrl+1")
    table = window.datasets.browser.table
    hands.wait(lambda: len(table.tunes) > 1000)
    hands.tab_to(table)
    for _ in range(3):
        hands.press("Down")
    hands.wait(lambda: window.datasets.parts.preview.tune is table.shown[3])
    hands.press("Ctrl+Space")
    sounding: set[int] = set()
    window.playback.sounding.changed.connect(sounding.update)
    hands.wait(lambda: window.playback.state == "playing" and len(sounding) >= 3)
    assert window.playback.text == table.shown[3].text
    hands.press("Esc")
    hands.wait(lambda: window.playback.state == "stopped")


def _train(window: MainWindow, hands) -> None:
    hands.press("Ctrl+T")
    assert window.page_name == "training"
    training = window.training
    for name, number in (("steps", "60"), ("hidden_size", "64")):
        hands.tab_to(training.parts.form.config_form.controls[name])
        hands.press("Ctrl+A")
        hands.type(number)
        hands.press("Tab")
    counts: set[int] = set()
    finished: list[Any] = []
    training.session.reported.connect(lambda _report: counts.add(training.parts.plot.point_count))
    training.session.finished.connect(finished.append)
    hands.press("Ctrl+R")
    hands.wait(lambda: bool(finished))
    assert len(counts) >= 2, "the curve did not grow"
    assert finished[0].reached.step == 60


def _compose(window: MainWindow, hands) -> None:
    hands.press("Ctrl+3")
    form, composer = window.composer.rooms[ComposingRoom].form, window.composer
    hands.tab_to(form.temperature)
    hands.press("Ctrl+A")
    hands.type("0.8")
    hands.tab_to(form.more.button)
    hands.press("Space")
    hands.tab_to(form.seed)
    hands.press("Ctrl+A")
    hands.type(SEED)
    hands.tab_to(form.max_chars)
    hands.press("Ctrl+A")
    hands.type("300")
    hands.press("Tab")
    wish = form.wish()
    assert (wish.seed, wish.sampling.max_chars, wish.sampling.temperature) == (SEED, 300, 0.8)
    hands.press("Ctrl+Return")
    hands.wait(
        lambda: (
            not composer.rooms[ComposingRoom].session.is_composing
            and "K:" in composer.desk.editor.toPlainText()
        )
    )
    hands.wait(lambda: bool(composer.parts.score.scene().items()))


def _edit_and_undo(window: MainWindow, hands) -> None:
    editor = window.composer.desk.editor
    hands.tab_to(editor)
    before = editor.toPlainText()
    hands.press("Ctrl+End")
    hands.type("G2 A2|")
    assert editor.toPlainText() == before + "G2 A2|"
    hands.press("Ctrl+Z")
    assert editor.toPlainText() == before


def _hear_the_take(window: MainWindow, hands) -> None:
    hands.press("Ctrl+Space")
    hands.wait(lambda: window.playback.state == "playing" and window.playback.position > 0.2)
    hands.press("Esc")
    hands.wait(lambda: window.playback.state == "stopped")


def _keep(window: MainWindow, hands, folder: Path) -> str:
    text = window.composer.desk.editor.toPlainText()
    for keys, name in (
        ("Ctrl+S", "mine.abc"),
        ("Ctrl+Shift+M", "mine.mid"),
        ("Ctrl+Shift+W", "mine.wav"),
    ):
        hands.answer_file_dialog(folder / name, by_keyboard=True)
        hands.press(keys)
        for dialog in window.composer.findChildren(SoundDialog):
            hands.wait(lambda dialog=dialog: dialog.isAncestorOf(QApplication.focusWidget()))
            hands.press("Return")
        hands.wait((folder / name).is_file)
        hands.wait(lambda: not window.composer.findChildren(SoundDialog))
    assert (folder / "mine.abc").read_text(encoding="utf-8") == text
    assert any(event.type == "note_on" for event in mido.MidiFile(folder / "mine.mid"))
    hands.wait(lambda: (folder / "mine.wav").stat().st_size > 1000)
    with wave.open(str(folder / "mine.wav")) as sound:
        assert sound.getframerate() == 44_100
    return text


def _open_again(window: MainWindow, hands, path: Path, text: str) -> None:
    hands.press("Ctrl+W")
    assert window.composer.desk.editor.toPlainText() != text
    hands.answer_file_dialog(path, by_keyboard=True)
    hands.press("Ctrl+O")
    hands.wait(lambda: window.composer.desk.editor.toPlainText() == text)
    assert "mine" in window.windowTitle()


def test_the_palette_runs_a_command_by_its_name(window: MainWindow, hands) -> None:
    hands.press("Ctrl+K")
    hands.wait(window.rooms[Helpers].palette_view.isVisible)
    hands.type("набори")
    hands.press("Return")
    hands.wait(lambda: window.page_name == "datasets")
