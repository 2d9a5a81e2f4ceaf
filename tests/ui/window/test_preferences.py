"""The preferences: every change is kept on disk, and takes effect at once."""

import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot
from typing_extensions import override

from abcstudio.paths import resources_dir, settings_file
from abcstudio.settings import load_settings
from abcstudio.ui.look.theme import DARK
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.preferences_dialog import PreferencesDialog
from abcstudio.ui.words.languages import offered_languages, usable_language
from abcstudio.ui.words.translators import Translators


class StyleChanges(QObject):
    """Counts how often widgets are polished."""

    count = 0

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow, studio: Studio) -> Actions:
    made = Actions(window, studio.settings.shortcuts)
    do = window.update
    for spec, page in (
        (CommandSpec("file.save", "&Save", "Save", do=do, keys="Ctrl+S"), ""),
        (CommandSpec("train.start", "S&tart", "Start", do=do, keys="Ctrl+R"), ""),
        (CommandSpec("edit.find", "&Find", "Find", do=do, keys="Ctrl+F"), "composer"),
        (CommandSpec("edit.search", "Searc&h", "Search", do=do), "datasets"),
    ):
        made.add(spec, context="", menu=spec.id.partition(".")[0], page=page)
    studio.on_change(lambda settings: made.set_user_keys(settings.shortcuts), "shortcuts")
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


UKRAINIAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="uk_UA"><context><name>PreferencesDialog</name>
<message><source>Preferences</source><translation>Налаштування</translation></message>
</context></TS>"""


@pytest.fixture
def translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of translations that holds what a test puts there."""
    for module in ("abcstudio.ui.words.languages", "abcstudio.ui.words.translators"):
        monkeypatch.setattr(f"{module}.resources_dir", lambda: tmp_path)
    folder = tmp_path / "translations"
    folder.mkdir()
    return folder


def add_ukrainian(folder: Path) -> None:
    source = folder / "abcstudio_uk.ts"
    source.write_text(UKRAINIAN, encoding="utf-8")
    # What `pyside6-lrelease` calls; that script is not beside every Python.
    tool = Path(PySide6.__file__).with_name("lrelease")
    command: list[str | Path] = [tool, source, "-qm", source.with_suffix(".qm")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def languages_of(dialog: PreferencesDialog) -> list[str]:
    return [dialog.language.itemText(row) for row in range(dialog.language.count())]


def test_only_languages_that_are_there_are_offered(
    translations: Path, studio: Studio, actions: Actions, window: QMainWindow, qtbot: QtBot
) -> None:
    studio.update_settings(language="uk")
    dialog = PreferencesDialog(studio, actions, window)
    assert languages_of(dialog) == ["As the system", "English"]
    assert dialog.language.currentIndex() == 0
    assert usable_language("uk") == "system"
    add_ukrainian(translations)
    dialog = PreferencesDialog(studio, actions, window)
    assert languages_of(dialog) == ["As the system", "English", "Українська"]
    choose(dialog.language, "en", qtbot)
    choose(dialog.language, "uk", qtbot)
    qtbot.waitUntil(lambda: load_settings(settings_file()).language == "uk")


def test_what_is_in_the_box_is_what_is_offered() -> None:
    found = (resources_dir() / "translations").glob("abcstudio_*.qm")
    codes = {path.stem.removeprefix("abcstudio_") for path in found}
    assert set(offered_languages()) == {"system", "en"} | codes


def test_a_chosen_language_changes_a_sentence(
    translations: Path, qapp: QApplication, studio: Studio, actions: Actions, window: QMainWindow
) -> None:
    add_ukrainian(translations)
    translators = Translators(qapp)
    translators.speak(usable_language("uk"))
    try:
        assert PreferencesDialog(studio, actions, window).windowTitle() == "Налаштування"
    finally:
        translators.speak("en")


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


def test_a_switch_of_the_colours_polishes_each_widget_a_few_times_at_most(
    qtbot: QtBot, main_window: MainWindow, studio: Studio
) -> None:
    main_window.rooms[Helpers].dialogs.open_preferences()
    dialog = main_window.findChild(PreferencesDialog)
    assert dialog is not None
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    counter = StyleChanges()
    application.installEventFilter(counter)
    studio.update_settings(theme="dark")
    application.removeEventFilter(counter)
    # Under a sheet of the application it is one for each widget that it lies in, some ten.
    assert counter.count < 4 * len(application.allWidgets())
    assert dialog.palette().window().color().name() == DARK.window
    for widget in (main_window, dialog):
        picture = widget.grab().toImage()
        assert picture.pixelColor(2, picture.height() - 2).lightness() < 80
    dialog.close()
