"""Takes that are heard one after the other: equally loud, in the window too."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.playback.sound.loudness import TARGET_LUFS, loudness
from abcstudio.ui.composer.composer_page import ComposerPage
from tests.ui.composer.takes.conftest import HEAD, MUSIC
from tests.ui.playing_steps import PATIENCE_MS


def loudness_of_what_plays(page: ComposerPage, qtbot: QtBot) -> float:
    qtbot.waitUntil(lambda: page.playback.loader.is_current, timeout=6 * PATIENCE_MS)
    page.playback.stop()
    sound = page.playback.loader.sound
    assert sound is not None
    return loudness(sound.stream)


def test_auditioned_takes_are_equally_loud(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    page.takes.selectRow(0)
    found = []
    for key in (Qt.Key.Key_Return, *[Qt.Key.Key_Right] * 3):
        qtbot.keyClick(page.takes, key)
        found.append(loudness_of_what_plays(page, qtbot))
    assert max(found) - min(found) <= 1
    assert all(abs(one - TARGET_LUFS) <= 1 for one in found)


def test_a_text_that_is_no_take_is_as_loud_as_it_is_written(
    page: ComposerPage, qtbot: QtBot
) -> None:
    page.begin_text()
    page.editor.insertPlainText(HEAD.format(9) + f"!pp!{MUSIC[0]}\n")
    page.listening.play_from_start()
    assert loudness_of_what_plays(page, qtbot) < TARGET_LUFS - 5
