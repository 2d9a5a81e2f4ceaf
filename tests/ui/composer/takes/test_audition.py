"""Takes that are heard one after the other: equally loud, in the window too."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.playback.sound.loudness import TARGET_LUFS, loudness
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.takes_model import STAR, TUNE
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.takes.conftest import HEAD, MUSIC
from tests.ui.playing_steps import PATIENCE_MS


def loudness_of_what_plays(page: ComposerPage, qtbot: QtBot) -> float:
    qtbot.waitUntil(lambda: page.parts.playback.loader.is_current, timeout=PATIENCE_MS)
    page.parts.playback.stop()
    sound = page.parts.playback.loader.sound
    assert sound is not None
    return loudness(sound.stream)


def says_that_it_sounds(page: ComposerPage, row: int) -> bool:
    cell = page.rooms[TakesRoom].list.takes.index(
        row, page.rooms[TakesRoom].list.takes.place_of(TUNE)
    )
    return "Sounds now" in cell.data(Qt.ItemDataRole.AccessibleTextRole)


def test_auditioned_takes_are_equally_loud(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    page.rooms[TakesRoom].list.selectRow(0)
    found = []
    for key in (Qt.Key.Key_Return, *[Qt.Key.Key_Right] * 3):
        qtbot.keyClick(page.rooms[TakesRoom].list, key)
        found.append(loudness_of_what_plays(page, qtbot))
    assert max(found) - min(found) <= 1
    assert all(abs(one - TARGET_LUFS) <= 1 for one in found)


def test_a_text_that_is_no_take_is_as_loud_as_it_is_written(
    page: ComposerPage, qtbot: QtBot
) -> None:
    page.rooms[TextsRoom].begin_text()
    page.desk.editor.insertPlainText(HEAD.format(9) + f"!pp!{MUSIC[0]}\n")
    page.parts.listening.play_from_start()
    assert loudness_of_what_plays(page, qtbot) < TARGET_LUFS - 5


def test_choosing_takes_lets_what_sounds_go_on_until_one_key_plays_the_chosen_one(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    page.rooms[TakesRoom].list.selectRow(0)
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: page.rooms[TakesRoom].list.sounding_row == 0, timeout=PATIENCE_MS)
    assert [says_that_it_sounds(page, row) for row in range(2)] == [True, False]
    for _press in range(2):
        qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Down)
    assert page.desk.documents.current.title == "Tune 2"
    click(page, qtbot, 3)
    assert page.desk.documents.current.title == "Tune 1"
    act(page, "tune.previous")
    assert page.desk.documents.current.title == "Tune 2"
    qtbot.waitUntil(lambda: page.desk.watch.view is not None, timeout=PATIENCE_MS)
    assert page.parts.playback.is_heard
    assert page.parts.playback.tune.title == "Tune 4"
    assert page.rooms[TakesRoom].list.sounding_row == 0

    act(page, "tune.audition")
    assert page.desk.documents.current.title == page.parts.playback.tune.title == "Tune 2"
    qtbot.waitUntil(lambda: page.rooms[TakesRoom].list.sounding_row == 2, timeout=PATIENCE_MS)
    act(page, "tune.audition")
    assert page.desk.documents.current.title == page.parts.playback.tune.title == "Tune 1"
    page.parts.playback.stop()
    assert page.rooms[TakesRoom].list.sounding_row == -1
    assert not any(says_that_it_sounds(page, row) for row in range(len(MUSIC)))
    # One that has been heard to its end is not heard again.
    act(page, "tune.audition_before")
    page.parts.playback.stop()
    act(page, "tune.audition")
    assert page.parts.playback.tune.title == "Tune 1"
    page.parts.playback.stop()


def test_a_double_click_plays_a_take_but_not_on_its_star(page: ComposerPage, qtbot: QtBot) -> None:
    page.rooms[TakesRoom].list.selectRow(0)
    click(page, qtbot, 1)
    assert not page.parts.playback.is_heard
    click(page, qtbot, 2, STAR)
    double_click(page, qtbot, 2, STAR)
    assert not page.parts.playback.is_heard
    click(page, qtbot, 1)
    double_click(page, qtbot, 1)
    assert page.parts.playback.is_heard
    assert page.parts.playback.tune.title == "Tune 3"
    page.parts.playback.stop()


def act(page: ComposerPage, command: str) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.registry.action(command).trigger()


def click(page: ComposerPage, qtbot: QtBot, row: int, name: str = TUNE) -> None:
    place = (
        page.rooms[TakesRoom]
        .list.visualRect(
            page.rooms[TakesRoom].list.takes.index(
                row, page.rooms[TakesRoom].list.takes.place_of(name)
            )
        )
        .center()
    )
    qtbot.mouseClick(page.rooms[TakesRoom].list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def double_click(page: ComposerPage, qtbot: QtBot, row: int, name: str = TUNE) -> None:
    place = (
        page.rooms[TakesRoom]
        .list.visualRect(
            page.rooms[TakesRoom].list.takes.index(
                row, page.rooms[TakesRoom].list.takes.place_of(name)
            )
        )
        .center()
    )
    qtbot.mouseDClick(page.rooms[TakesRoom].list.viewport(), Qt.MouseButton.LeftButton, pos=place)
