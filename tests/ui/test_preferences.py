"""The preferences: every change takes effect at once and is kept on disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.paths import settings_file
from abcstudio.settings import load_settings
from abcstudio.ui.actions import Actions
from abcstudio.ui.preferences_dialog import PreferencesDialog
from abcstudio.ui.studio import Studio


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow, studio: Studio) -> Actions:
    made = Actions(window, studio.settings.shortcuts)
    made.add("file.save", "&Save", window.update, menu="file", keys="Ctrl+S")
    made.add("train.start", "S&tart", window.update, menu="train", keys="Ctrl+R")
    made.add("edit.find", "&Find", window.update, menu="edit", keys="Ctrl+F", page="composer")
    made.add("edit.search", "Searc&h", window.update, menu="edit", page="datasets")
    studio.settings_changed.connect(lambda settings: made.set_user_keys(settings.shortcuts))
    return made


@pytest.fixture
def dialog(qtbot: QtBot, studio: Studio, actions: Actions, window: QMainWindow):
    made = PreferencesDialog(studio, actions, window)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(combo, value: str, qtbot: QtBot) -> None:
    """Choose as a person does with the keyboard."""
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.findData(value)):
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def press(dialog: PreferencesDialog, keys: str) -> None:
    dialog.shortcuts.keys.setKeySequence(QKeySequence(keys))


def test_the_theme_changes_at_once_and_is_kept(
    dialog: PreferencesDialog, studio: Studio, qtbot: QtBot
) -> None:
    assert not studio.colors.is_dark
    choose(dialog.theme, "dark", qtbot)
    assert studio.colors.is_dark
    qtbot.waitUntil(lambda: load_settings(settings_file()).theme == "dark")


def test_the_language_is_kept_and_both_are_named_in_themselves(
    dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    words = [dialog.language.itemText(row) for row in range(dialog.language.count())]
    assert "English" in words
    assert "Українська" in words
    choose(dialog.language, "uk", qtbot)
    qtbot.waitUntil(lambda: load_settings(settings_file()).language == "uk")


def test_new_keys_work_at_once(dialog: PreferencesDialog, actions: Actions, qtbot: QtBot) -> None:
    dialog.shortcuts.choose("file.save")
    press(dialog, "Ctrl+Alt+S")
    assert actions.action("file.save").shortcut() == QKeySequence("Ctrl+Alt+S")
    qtbot.waitUntil(
        lambda: dict(load_settings(settings_file()).shortcuts) == {"file.save": "Ctrl+Alt+S"}
    )


def test_taken_keys_are_named_and_can_be_taken_over(
    dialog: PreferencesDialog, actions: Actions, qtbot: QtBot
) -> None:
    dialog.tabs.setCurrentWidget(dialog.shortcuts)
    dialog.shortcuts.choose("file.save")
    press(dialog, "Ctrl+R")
    assert actions.action("file.save").shortcut() == QKeySequence("Ctrl+S")
    assert dialog.shortcuts.trouble.isVisible()
    assert "Start" in dialog.shortcuts.trouble.text()
    qtbot.mouseClick(dialog.shortcuts.take_over, Qt.MouseButton.LeftButton)
    assert actions.action("file.save").shortcut() == QKeySequence("Ctrl+R")
    assert actions.action("train.start").shortcut().isEmpty()
    assert not dialog.shortcuts.trouble.isVisible()


def test_edit_commands_of_different_pages_may_share_keys(
    dialog: PreferencesDialog, actions: Actions
) -> None:
    dialog.shortcuts.choose("edit.search")
    press(dialog, "Ctrl+F")
    assert actions.action("edit.search").shortcut() == QKeySequence("Ctrl+F")
    assert actions.action("edit.find").shortcut() == QKeySequence("Ctrl+F")


def test_original_keys_come_back(dialog: PreferencesDialog, actions: Actions, qtbot: QtBot) -> None:
    dialog.tabs.setCurrentWidget(dialog.shortcuts)
    for action_id, keys in (("file.save", "Ctrl+1"), ("train.start", "Ctrl+2")):
        dialog.shortcuts.choose(action_id)
        press(dialog, keys)
    qtbot.mouseClick(dialog.shortcuts.reset, Qt.MouseButton.LeftButton)
    assert actions.action("train.start").shortcut() == QKeySequence("Ctrl+R")
    assert actions.action("file.save").shortcut() == QKeySequence("Ctrl+1")
    qtbot.mouseClick(dialog.shortcuts.reset_all, Qt.MouseButton.LeftButton)
    assert actions.action("file.save").shortcut() == QKeySequence("Ctrl+S")
    qtbot.waitUntil(lambda: not load_settings(settings_file()).shortcuts)


def test_a_folder_can_be_chosen_and_given_back(
    dialog: PreferencesDialog,
    studio: Studio,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.mouseClick(dialog.tunes_folder.choose_button, Qt.MouseButton.LeftButton)
    assert studio.settings.tunes_folder == str(tmp_path)
    assert dialog.tunes_folder.line.text() == str(tmp_path)
    qtbot.mouseClick(dialog.tunes_folder.reset_button, Qt.MouseButton.LeftButton)
    assert studio.settings.tunes_folder == ""


def test_sound_devices_are_looked_for_when_the_page_is_shown(
    dialog: PreferencesDialog, studio: Studio, qtbot: QtBot
) -> None:
    studio.update_settings(audio_device="A headset that is not here")
    with qtbot.waitSignal(dialog.sound.looked, timeout=10000):
        dialog.tabs.setCurrentWidget(dialog.sound)
    row = dialog.sound.device.findData("A headset that is not here")
    assert row > 0
    assert "not there now" in dialog.sound.device.itemText(row)
    choose(dialog.sound.device, "", qtbot)
    assert studio.settings.audio_device == ""
