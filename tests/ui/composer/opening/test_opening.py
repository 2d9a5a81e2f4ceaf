"""An opening played by letters, on the piano or on a MIDI keyboard is the seed of a take."""

from collections import deque
from functools import partial

import mido
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.playback.midi.midi_input import MidiInput
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.opening_room import OpeningRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.players import Players
from tests.ui.composer.short_takes import ask_for_short_takes

pytestmark = pytest.mark.one_window

WAIT_MS = 240_000
SEED = "X:1\nT:Mine\nM:4/4\nL:1/8\nK:G\n"
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class Clock:
    """Goes on only when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class FakeSystem:
    def __init__(self) -> None:
        self.played: deque[mido.Message] = deque()

    def get_input_names(self) -> list[str]:
        return ["Keys"]

    def open_input(self, _name: str) -> "FakeSystem":
        return self

    def iter_pending(self):
        while self.played:
            yield self.played.popleft()

    def close(self) -> None:
        pass


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(main_window: MainWindow, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> ComposerPage:
    main_window.show_page("composer")
    page = main_window.composer
    page.rooms[OpeningRoom].recorder.end()
    page.rooms[OpeningRoom].recorder.set_clock(clock)
    page.rooms[ComposingRoom].form.seed.setPlainText(SEED)
    for name in ("sound", "silence", "order", "prepare"):
        monkeypatch.setattr(page.parts.playback.live, name, lambda *_, **__: None)
    return page


def listen(qtbot: QtBot, page: ComposerPage) -> None:
    qtbot.keyClick(page.window(), Qt.Key.Key_F6, ALT_SHIFT)
    assert page.rooms[OpeningRoom].recorder.is_listening


def play_letters(qtbot: QtBot, page: ComposerPage, clock: Clock, letters: str) -> None:
    """Press a letter for an eighth note each, twice as long for a capital."""
    for letter in letters:
        qtbot.keyPress(page.rooms[ComposingRoom].form.opening, letter.lower())
        clock.now += 0.4 if letter.isupper() else 0.2
        qtbot.keyRelease(page.rooms[ComposingRoom].form.opening, letter.lower())


def test_letters_are_notes_until_esc_and_one_step_to_undo(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, clock: Clock
) -> None:
    form = page.rooms[ComposingRoom].form
    assert not main_window.rooms[Players].piano.isVisible()
    listen(qtbot, page)
    assert main_window.rooms[Players].piano.isVisible()
    assert form.opening.hasFocus()
    assert "No MIDI keyboard" in form.opening.hint.text()
    play_letters(qtbot, page, clock, "gaBd")
    assert form.seed.toPlainText() == SEED + "GAB2 d"
    qtbot.keyClick(form.opening, Qt.Key.Key_Backspace)
    assert form.seed.toPlainText().startswith(SEED + "GA")
    assert "d" not in form.seed.toPlainText()[len(SEED) :]
    play_letters(qtbot, page, clock, "gf")
    played = form.seed.toPlainText()
    qtbot.keyClick(form.opening, Qt.Key.Key_Escape)
    assert not page.rooms[OpeningRoom].recorder.is_listening
    assert form.opening.hint.isHidden()
    assert not main_window.rooms[Players].piano.isVisible()
    assert form.seed.hasFocus()
    assert not main_window.registry.action("tune.play_opening").isChecked()

    qtbot.keyClick(form.seed, Qt.Key.Key_Z, CTRL)
    assert form.seed.toPlainText() == SEED
    form.seed.redo()
    assert form.seed.toPlainText() == played


def test_the_opening_is_cleared_and_the_header_stays(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, clock: Clock
) -> None:
    clear = main_window.registry.action("tune.clear_opening")
    assert not clear.isEnabled()
    listen(qtbot, page)
    play_letters(qtbot, page, clock, "gab")
    assert clear.isEnabled()
    clear.trigger()
    assert page.rooms[ComposingRoom].form.seed.toPlainText() == SEED
    play_letters(qtbot, page, clock, "d")
    assert page.rooms[ComposingRoom].form.seed.toPlainText() == SEED + "d"
    page.rooms[OpeningRoom].recorder.end()


def test_what_is_typed_meanwhile_stays(qtbot: QtBot, page: ComposerPage, clock: Clock) -> None:
    listen(qtbot, page)
    play_letters(qtbot, page, clock, "gabc")
    page.rooms[ComposingRoom].form.seed.appendPlainText("d4|")
    play_letters(qtbot, page, clock, "b")
    assert page.rooms[ComposingRoom].form.seed.toPlainText().startswith(SEED + "GABc")
    assert page.rooms[ComposingRoom].form.seed.toPlainText().endswith("d4|B")
    page.rooms[OpeningRoom].recorder.end()


def test_the_piano_on_the_screen_plays_the_opening(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, clock: Clock
) -> None:
    listen(qtbot, page)
    piano = main_window.rooms[Players].piano.piano
    for pitch in (74, 71, 67):
        place = piano.key_rect(pitch).center().toPoint()
        qtbot.mousePress(piano, Qt.MouseButton.LeftButton, pos=place)
        clock.now += 0.2
        qtbot.mouseRelease(piano, Qt.MouseButton.LeftButton, pos=place)
    assert page.rooms[ComposingRoom].form.seed.toPlainText() == SEED + "dBG"
    page.rooms[OpeningRoom].recorder.end()


@pytest.mark.own_window
def test_a_midi_keyboard_plays_the_opening_and_composing_goes_on_from_it(
    qtbot: QtBot, page: ComposerPage, clock: Clock
) -> None:
    system = FakeSystem()
    page.rooms[NoteEntryRoom].entry.midi.set_input(MidiInput(lambda: system, refresh=lambda: None))
    menu = page.rooms[NoteEntryRoom].bar.midi_menu
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: "Keys" in [one.text() for one in menu.actions()], timeout=WAIT_MS)
    listen(qtbot, page)
    next(one for one in menu.actions() if one.text() == "Keys").trigger()
    qtbot.waitUntil(
        lambda: "Keys is heard, too" in page.rooms[ComposingRoom].form.opening.hint.text(),
        timeout=WAIT_MS,
    )
    for count, pitch in enumerate((67, 69, 71, 72), start=1):
        system.played.append(mido.Message("note_on", note=pitch, velocity=80))
        qtbot.waitUntil(partial(has_notes, page, count), timeout=WAIT_MS)
        clock.now += 0.2
    assert music(page) == "GABc"
    ask_for_short_takes(page.rooms[ComposingRoom].form, 40)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    assert not page.rooms[OpeningRoom].recorder.is_listening
    assert page.desk.editor.text().startswith(SEED + "GABc")
    page.desk.documents.current.text_document.setModified(False)


def has_notes(page: ComposerPage, count: int) -> bool:
    return len(music(page)) == count


def music(page: ComposerPage) -> str:
    return page.rooms[ComposingRoom].form.seed.toPlainText().removeprefix(SEED).strip()
