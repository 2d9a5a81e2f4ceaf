"""The Play menu, and the keys of play where there is nothing to play."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.playback.interpretation import interpretation_of
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

PATIENCE_MS = 120_000
TWO = "X:1\nT:One\nM:4/4\nL:1/1\nK:C\nC|D|\n\nX:2\nT:Two\nM:4/4\nL:1/1\nK:C\nE|F|\n"
RESTS = "X:1\nT:Rests\nM:4/4\nL:1/4\nK:C\nz4|\n"


def show(window: MainWindow, qtbot: QtBot, text: str) -> None:
    window.show_page("composer")
    window.composer.parts.files.open_text(text, "tunes")
    window.composer.desk.editor.select(Span(0, 0))
    qtbot.waitUntil(lambda: window.playback.text[:12] == text[:12], timeout=PATIENCE_MS)


@pytest.mark.parametrize("name", ["metronome", "count_in", "skip_repeats"])
def test_switches_of_playing_stand_in_the_menu(main_window: MainWindow, name: str) -> None:
    action = main_window.registry.action(f"play.{name}")

    def is_on() -> bool:
        settings = main_window.studio.settings
        return bool(getattr(interpretation_of(settings.interpretation), name, None)
                    if name == "skip_repeats" else getattr(settings, name))  # fmt: skip

    for wanted in (True, False):
        action.trigger()
        assert is_on() is action.isChecked() is wanted
    main_window.studio.update_settings(metronome=True, count_in=True)
    main_window.transport.switches.switches["skip_repeats"].setChecked(True)
    assert action.isChecked()


def test_the_key_of_play_says_why_nothing_is_played(main_window: MainWindow, qtbot: QtBot) -> None:
    show(main_window, qtbot, RESTS)
    toggle = main_window.transport.commands.toggle
    qtbot.waitUntil(lambda: not toggle.isEnabled(), timeout=PATIENCE_MS)
    said: list[str] = []
    main_window.studio.notice_requested.connect(lambda notice: said.append(notice.text))
    main_window.composer.rooms[ComposingRoom].form.compose_button.setFocus()
    main_window.activateWindow()
    qtbot.keyClick(
        QApplication.focusWidget() or main_window, Qt.Key.Key_Space,
        Qt.KeyboardModifier.ControlModifier,
    )  # fmt: skip
    assert said == ["There are no notes to play in this tune."]
    assert not main_window.composer.rooms[ComposingRoom].session.is_composing
    show(main_window, qtbot, TWO)
    qtbot.waitUntil(lambda: toggle.isEnabled(), timeout=PATIENCE_MS)
    qtbot.keyClick(
        main_window.composer.rooms[ComposingRoom].form.compose_button, Qt.Key.Key_Space,
        Qt.KeyboardModifier.ControlModifier,
    )  # fmt: skip
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)
    assert len(said) == 1


def test_media_keys_go_to_the_next_tune_and_play_it(main_window: MainWindow, qtbot: QtBot) -> None:
    show(main_window, qtbot, TWO)
    playback = main_window.playback

    def press(key: Qt.Key) -> None:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        main_window.keyPressEvent(event)

    press(Qt.Key.Key_MediaNext)
    qtbot.waitUntil(lambda: playback.tune.title == "Two", timeout=PATIENCE_MS)
    assert playback.state == "stopped"
    press(Qt.Key.Key_MediaPrevious)
    qtbot.waitUntil(lambda: playback.tune.title == "One", timeout=PATIENCE_MS)
    playback.play()
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    press(Qt.Key.Key_MediaNext)
    assert playback.tune.title == "Two"
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)


def test_each_sample_of_a_training_is_played_from_its_start(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    playback = main_window.playback
    for note in ("C", "E"):
        main_window.training.parts.takes.samples.play_requested.emit(
            f"X:1\nM:4/4\nL:1/1\nQ:1/4=120\nK:C\n{note}|{note}|{note}|\n", 1
        )
        assert playback.position < 0.1
        qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
        assert playback.position < 1
        qtbot.waitUntil(lambda: playback.position > 2.5, timeout=PATIENCE_MS)


def test_seeking_brings_back_what_is_heard(main_window: MainWindow, qtbot: QtBot) -> None:
    tune = "X:1\nT:Long\nM:4/4\nL:1/8\nK:C\n" + "CDEF GABc|cBAG FEDC|\n" * 60
    show(main_window, qtbot, tune)
    playback, score = main_window.playback, main_window.composer.parts.score
    qtbot.waitUntil(
        lambda: main_window.composer.parts.link.drawn_view() is not None, timeout=20_000
    )
    qtbot.waitUntil(lambda: playback.tempo.duration > 60, timeout=PATIENCE_MS)
    playback.play()
    qtbot.waitUntil(lambda: bool(playback.sounding.offsets), timeout=PATIENCE_MS)
    bar = score.verticalScrollBar()
    # The person has looked elsewhere: the score no longer follows by itself.
    bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    before = bar.value()
    slider = main_window.transport.position
    place = QPoint(slider.width() * 3 // 4, slider.height() // 2)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: bar.value() > before, timeout=PATIENCE_MS)


def test_sound_is_off_the_menu_where_there_is_no_tune(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    show(main_window, qtbot, TWO)
    action = main_window.registry.action("file.export_all_sound")
    assert action.isEnabled()
    main_window.composer.desk.editor.selectAll()
    main_window.composer.desk.editor.insertPlainText("")
    qtbot.waitUntil(lambda: not action.isEnabled(), timeout=PATIENCE_MS)


def test_all_of_the_bar_fits_in_the_smallest_window(main_window: MainWindow) -> None:
    assert main_window.transport.minimumSizeHint().width() <= 1024
