"""Another language is chosen in the preferences: all words change at once, and work goes on."""

import gc
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.notation.spans import Span
from abcstudio.settings import Settings
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.playback.played_tune import DocumentTune
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.window_host import WindowHost
from abcstudio.ui.words.translators import Translators
from tests.ui.conftest import LastingChild
from tests.ui.events import deliver_events
from tests.ui.playing_steps import play
from tests.ui.shared_windows import bring_up
from tests.ui.training.small_runs import LONG, RUN_MS, TUNES

TUNE = "X:1\nT:The First Steps\nM:4/4\nL:1/8\nQ:1/4=30\nK:D\nd2fd A2fd|g2fe dBAF|\n"
SWITCH_MS = 30_000


@pytest.fixture
def host(qapp: QApplication, engraving_child: LastingChild, qtbot: QtBot) -> Iterator[WindowHost]:
    translators = Translators(qapp)
    made = WindowHost(
        Settings(theme="light", language="en"), translators, lambda: Engraver(engraving_child)
    )
    bring_up(made.window, qtbot)
    yield made
    window, studio = made.window, made.studio
    window.training.session.stop()
    qtbot.waitUntil(lambda: not window.training.session.is_running, timeout=RUN_MS)
    made.end_without_asking()
    translators.speak("en")
    translators.stop()
    window.deleteLater()
    deliver_events()
    assert not studio.is_working
    gc.collect()


def choose_language(host: WindowHost, qtbot: QtBot, language: str) -> None:
    """Choose it in the preferences with the keyboard, and wait until the window speaks it."""
    before = host.window
    before.registry.action("file.preferences").trigger()
    box = before.rooms[Helpers].dialogs.preferences.language
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(language)):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: host.window is not before, timeout=SWITCH_MS)
    deliver_events()


def are_gone(gone: list[weakref.ref[Any]]) -> bool:
    """Return whether nothing holds some objects, once work that was ending has ended."""
    gc.collect()
    return not any(each() is not None for each in gone)


def begin_to_write(host: WindowHost, qtbot: QtBot) -> tuple[Document, Document]:
    """Open two texts, one with a change and a selection, and play it; return both."""
    composer = host.window.composer
    composer.parts.files.open_text(TUNE, "practice")
    composer.rooms[TextsRoom].begin_text()
    qtbot.keyClicks(composer.desk.editor, "X:1")
    (first, second) = composer.rooms[TextsRoom].tabs.documents()
    composer.desk.documents.choose(first)
    qtbot.keyClicks(composer.desk.editor, "% mine")
    composer.desk.editor.select(Span(4, 9))
    # Again and again: on a busy machine it would be over before the network trains.
    host.window.playback.chosen_loop.set_all()
    play(host.window, qtbot, at=0.2)
    return first, second


def begin_to_train(host: WindowHost, qtbot: QtBot) -> None:
    """Let a long run come to its first report."""
    training = host.window.training
    training.train_on(TUNES, "Some tunes")
    training.parts.base.leave()
    training.parts.form.set_config(LONG)
    training.parts.form.set_wanted_device("cpu")
    with qtbot.waitSignal(training.session.reported, timeout=3 * RUN_MS):
        training.start_training()


def parts_of(window: MainWindow) -> list[weakref.ref[Any]]:
    composer = window.composer
    parts = (
        window,
        composer,
        composer.desk.editor,
        window.training,
        window.playback,
        window.studio,
    )
    return [weakref.ref(each) for each in parts]


def test_text_caret_undo_run_and_tune_go_on(host: WindowHost, qtbot: QtBot) -> None:
    first, second = begin_to_write(host, qtbot)
    begin_to_train(host, qtbot)
    host.window.show_page("composer")
    session = host.window.training.session
    text, folder, points = first.text(), session.folder, host.window.training.parts.plot.point_count
    gone = parts_of(host.window)
    del session

    choose_language(host, qtbot, "uk")

    qtbot.waitUntil(lambda: are_gone(gone), timeout=SWITCH_MS)
    window, composer, training = host.window, host.window.composer, host.window.training
    assert (window.isVisible(), window.page_name) == (True, "composer")
    assert window.registry.action("file.save").text() == "&Зберегти"
    assert QLocale().language() == QLocale.Language.Ukrainian
    assert window.rooms[Helpers].dialogs.preferences.windowTitle() == "Налаштування"
    assert composer.rooms[TextsRoom].tabs.documents() == [first, second]
    assert composer.desk.documents.current is first
    assert composer.desk.documents.label_of(second) == "Без назви"
    assert (composer.desk.editor.text(), composer.desk.editor.selection()) == (text, Span(4, 9))
    assert (training.session.is_running, training.session.folder) == (True, folder)
    assert training.parts.plot.point_count >= points
    assert window.playback.is_about(DocumentTune(first.key, 1))
    assert window.playback.chosen_loop.loop is not None
    qtbot.waitUntil(lambda: window.playback.position > 0.2, timeout=SWITCH_MS)
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TUNE
    qtbot.waitUntil(lambda: training.parts.plot.point_count > points, timeout=RUN_MS)

    choose_language(host, qtbot, "en")

    window = host.window
    assert window.registry.action("file.save").text() == "&Save"
    assert window.composer.desk.documents.label_of(second) == "Untitled"
    window.composer.desk.editor.redo()
    assert window.composer.desk.editor.text() == text
    with qtbot.waitSignal(window.training.session.ended, timeout=RUN_MS):
        window.training.session.stop()
