"""Commands by the keys of a keyboard that writes Ukrainian letters only."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QKeySequenceEdit, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.keyboard.latin_keys import LatinKeys
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.window.keyboard.cyrillic_keys import press, type_letter

pytestmark = pytest.mark.one_window

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SLASH_PLACE, PERIOD_PLACE = 61, 60


@pytest.fixture(autouse=True)
def latin_keys(qapp: QApplication, main_window: MainWindow) -> Iterator[None]:
    keys = LatinKeys(qapp)
    yield
    keys.stop()


@pytest.fixture
def chosen(main_window: MainWindow) -> Iterator[list[str]]:
    """The commands that have run, in their order."""
    found = list[str]()

    def note(command: object) -> None:
        found.append(command.action_id)  # type: ignore[attr-defined]

    main_window.registry.chosen.connect(note)
    yield found
    main_window.registry.chosen.disconnect(note)


def at_editor(window: MainWindow) -> QWidget:
    window.show_page("composer")
    window.composer.desk.editor.setFocus()
    return window.composer.desk.editor


def press_place(widget: QWidget, key: Qt.Key, place: int) -> None:
    """Press a key whose place in the keyboard is told, as X does."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL, place, 0, 0, "")
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    assert asked.isAccepted(), "Qt would take the key for a command"
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, CTRL, place, 0, 0, ""))


@pytest.mark.parametrize(
    ("keys", "action_id"),
    [
        ("Ctrl+N", "file.new"),
        ("Ctrl+F", "edit.find"),
        ("Ctrl+Shift+O", "view.tunes"),
        ("Ctrl+L", "play.loop"),
        ("Alt+[", "play.loop_start"),
        ("Alt+.", "note.longer"),
    ],
)
def test_the_place_of_a_letter_runs_its_command_once(
    main_window: MainWindow, chosen: list[str], keys: str, action_id: str
) -> None:
    main_window.registry.action(action_id).setEnabled(True)
    press(at_editor(main_window), keys)
    assert chosen == [action_id]


def test_keys_of_one_page_run_on_that_page(
    main_window: MainWindow, chosen: list[str], qtbot: QtBot
) -> None:
    main_window.show_page("datasets")
    qtbot.waitUntil(main_window.datasets.browser.table.isVisible)
    main_window.datasets.browser.table.setFocus()
    press(main_window.datasets.browser.table, "Ctrl+F")
    assert chosen == ["datasets.search"]
    assert main_window.datasets.browser.filter_bar.search.hasFocus()


def test_a_command_that_is_off_says_why(
    main_window: MainWindow, chosen: list[str], qtbot: QtBot
) -> None:
    editor = at_editor(main_window)
    main_window.registry.set_available("tune.transpose", "Немає мелодії")
    with qtbot.waitSignal(main_window.studio.notice_requested) as said:
        press(editor, "Ctrl+Shift+T")
    assert said.args[0].text == "Немає мелодії"
    assert not chosen


def test_the_text_is_edited_once(main_window: MainWindow) -> None:
    editor = at_editor(main_window)
    main_window.composer.desk.editor.setPlainText("X:1\nK:G\nGAB\n")
    press(editor, "Ctrl+A")
    press(editor, "Ctrl+C")
    press(editor, "Ctrl+X")
    assert main_window.composer.desk.editor.text() == ""
    press(editor, "Ctrl+V")
    assert main_window.composer.desk.editor.text() == "X:1\nK:G\nGAB\n"
    press(editor, "Ctrl+Z")
    assert main_window.composer.desk.editor.text() == ""


def test_a_field_is_edited(main_window: MainWindow, chosen: list[str]) -> None:
    main_window.show_page("datasets")
    line = main_window.datasets.browser.filter_bar.search
    line.setText("рил")
    line.setFocus()
    for keys in ("Ctrl+A", "Ctrl+X", "Ctrl+V", "Ctrl+V"):
        press(line, keys)
    assert line.text() == "рилрил"
    press(line, "Ctrl+Z")
    assert line.text() == "рил"
    assert not chosen


def test_what_is_typed_stays_ukrainian(
    main_window: MainWindow, chosen: list[str], qtbot: QtBot
) -> None:
    line = QLineEdit(main_window)
    line.show()
    line.setFocus()
    for letter in "Їжак і ґедзь":
        type_letter(line, letter)
    assert line.text() == "Їжак і ґедзь"
    assert not chosen
    line.deleteLater()


@pytest.mark.parametrize(
    ("key", "place", "action_id"),
    [
        (Qt.Key.Key_Period, SLASH_PLACE, "edit.toggle_comment"),
        (Qt.Key(ord("Ю")), PERIOD_PLACE, "tune.fix_problem"),
    ],
)
def test_signs_count_by_their_place_too(
    main_window: MainWindow,
    chosen: list[str],
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
    place: int,
    action_id: str,
) -> None:
    """The key of / writes a dot there; the key of the dot writes ю."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    editor = at_editor(main_window)
    type_letter(editor, "я")
    main_window.registry.action(action_id).setEnabled(True)
    press_place(editor, key, place)
    assert chosen == [action_id]


def test_signs_of_a_latin_keyboard_are_themselves(
    main_window: MainWindow, chosen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Turkish keyboard has the dot where the American one has the slash."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    editor = at_editor(main_window)
    QTest.keyClick(editor, Qt.Key.Key_A)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Period, CTRL, SLASH_PLACE, 0, 0, "")
    asked.ignore()
    QApplication.sendEvent(editor, asked)
    assert not asked.isAccepted()


def test_an_own_key_is_kept_as_its_latin_one(main_window: MainWindow) -> None:
    field = QKeySequenceEdit(main_window)
    field.show()
    field.setFocus()
    press(field, "Ctrl+Shift+S")
    assert field.keySequence().toString() == "Ctrl+Shift+S"
    field.deleteLater()


def test_a_command_that_was_given_a_cyrillic_key_keeps_it(
    main_window: MainWindow, chosen: list[str]
) -> None:
    editor = at_editor(main_window)
    main_window.registry.set_user_keys({"file.new": "Ctrl+Д"})
    try:
        press(editor, "Ctrl+L")
    finally:
        main_window.registry.set_user_keys({})
    assert chosen == ["file.new"]


def test_alt_opens_the_menu_of_its_letter(main_window: MainWindow) -> None:
    editor = at_editor(main_window)
    press(editor, "Alt+F")
    popup = QApplication.activePopupWidget()
    assert popup is main_window.rooms[Helpers].menus.menus["file"]
    popup.close()
    press(editor, "Alt+J")
    assert QApplication.activePopupWidget() is None
