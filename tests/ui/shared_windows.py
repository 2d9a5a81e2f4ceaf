"""One window for all tests of a file: each of them finds it as at the start."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.settings import Settings
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.note_entry.state import EntryState
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_one_take
from tests.ui.events import deliver_events


def bring_up(window: MainWindow, qtbot: QtBot) -> None:
    """Show a window in its usual size, and make it active."""
    ask_for_one_take(window.composer.rooms[ComposingRoom].form)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)


class SharedWindow:
    """A window that several tests use, one after another."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        switches = [each.action for each in window.registry.commands()]
        self._switches = {each: each.isChecked() for each in switches if each.isCheckable()}
        ask_for_one_take(window.composer.rooms[ComposingRoom].form)
        self._asked = _asked(window.composer.rooms[ComposingRoom].form)

    def put_back(self) -> None:
        """Close what a test has opened, and take its changes of switches and preferences back."""
        window = self.window
        self._close_others()
        window.show_page("composer")
        for action, was_checked in sorted(self._switches.items(), key=lambda item: not item[1]):
            if action.isChecked() != was_checked:
                action.trigger()
        # A switch that tells of a popup opens it.
        self._close_others()
        window.playback.stop()
        _put_bars_back(window.composer)
        if _asked(window.composer.rooms[ComposingRoom].form) != self._asked:
            _put_form_back(window.composer.rooms[ComposingRoom].form)
        window.composer.parts.side.show_panel("takes")
        if not _has_one_fresh_text(window):
            _close_texts(window.composer)
        window.studio.replace_settings(Settings(theme="light", language="en"))
        deliver_events()
        window.notices.clear()
        window.standing_notice.clear()

    def _close_others(self) -> None:
        for other in QApplication.topLevelWidgets():
            if other is not self.window and other.isVisible():
                other.close()


def _put_bars_back(composer: ComposerPage) -> None:
    entry, find = composer.rooms[NoteEntryRoom].entry.bar, composer.rooms[TextsRoom].find_bar
    entry.lengths[EntryState().base].click()
    for button in (entry.dot, entry.triplet, entry.chord):
        if button.isChecked():
            button.click()
    find.line.clear()
    find.replacement.clear()
    for switch in find.switches:
        switch.setChecked(False)
    find.close_bar()


def _asked(form: ComposeForm) -> tuple[object, ...]:
    """Return what the form shows, less the number that is thrown."""
    seed, _, *others = form.contents()
    shown = form.completes_header, form.keep_to.more.is_unfolded, form.message.text()
    return seed, replace(form.sampling(), rng_seed=0), *others, *shown


def _put_form_back(form: ComposeForm) -> None:
    form.begin_with()
    ask_for_one_take(form)
    for rows in (form.more, form.keep_to.more):
        if rows.is_unfolded:
            rows.button.click()
    form.show_message("")


def _has_one_fresh_text(window: MainWindow) -> bool:
    """Whether the test has left the text that the test before it had been given."""
    document, *others = window.composer.desk.documents
    is_fresh = document.is_untouched and not document.is_welcome and not document.is_take
    return is_fresh and not others and not window.playback.text.strip()


def _close_texts(composer: ComposerPage) -> None:
    documents = composer.desk.documents
    composer.parts.files.new()
    for document in documents:
        if document is not documents.current:
            documents.remove(document)
