"""What a person does at the transport bar, for several tests."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.playback.transport.roles import Frames
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.window.main_window import MainWindow

PATIENCE_MS = 120_000
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN
) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)


def show(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Open a tune in the composer, and wait until it is drawn and can be played."""
    window.show_page("composer")
    window.composer.parts.files.open_text(text, "practice")
    qtbot.waitUntil(lambda: window.composer.parts.link.drawn_view() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: is_known(window, text), timeout=PATIENCE_MS)
    window.composer.desk.editor.setFocus()


def play(window: MainWindow, qtbot: QtBot, at: float = -1.0) -> None:
    """Play, and wait until some seconds have been heard."""
    window.playback.play()
    qtbot.waitUntil(lambda: window.playback.state == "playing", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.playback.position > at, timeout=PATIENCE_MS)


def let_device_pull(playback: PlaybackController, qtbot: QtBot, pieces: int = 5) -> None:
    """Wait until the device has been given some more pieces, whatever it hears in them."""
    player = playback.output.ready_player()
    pulled: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        mix = player.live.mix

        def watched(buffer: Frames) -> None:
            pulled.append(len(buffer))
            mix(buffer)

        patch.setattr(player.live, "mix", watched)
        qtbot.waitUntil(lambda: len(pulled) >= pieces, timeout=PATIENCE_MS)


def has_gone_back(places: list[float], times: int = 1) -> bool:
    """Say whether the music has led back to an earlier place so many times."""
    return sum(later < earlier for earlier, later in pairwise(places)) >= times


def is_known(window: MainWindow, text: str) -> bool:
    """Say whether length and tempo of a tune have been found."""
    loader = window.playback.loader
    is_ready = not loader.is_looking
    return is_ready and window.playback.text.strip() == text.strip()


def wait_until_stopped(window: MainWindow, qtbot: QtBot) -> list[float]:
    """Wait until it has ended by itself; return the places that were heard until then."""
    places: list[float] = []
    window.playback.position_changed.connect(places.append)
    qtbot.waitUntil(lambda: window.playback.state == "stopped", timeout=PATIENCE_MS)
    return places
