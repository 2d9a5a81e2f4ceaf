"""The tab of the preferences on training: where runs are logged besides, and the key for Comet."""

import os
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.paths import settings_file
from abcstudio.runs.loggers.kinds import LOG_KINDS
from abcstudio.settings import load_settings
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.training_settings import TrainingSettings

KEY = "0secret1secret2secret3secret"


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """Stand where the system's keyring would be."""
    kept: dict[tuple[str, str], str] = {}
    library = SimpleNamespace(
        get_password=lambda service, name: kept.get((service, name)),
        set_password=lambda service, name, key: kept.update({(service, name): key}),
    )
    monkeypatch.setitem(sys.modules, "keyring", library)
    monkeypatch.delenv("COMET_API_KEY", raising=False)
    return kept


def shown(studio: Studio, qtbot: QtBot) -> TrainingSettings:
    made = TrainingSettings(studio)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def all_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every log be written here, whatever is installed."""
    for name, kind in list(LOG_KINDS.items()):
        monkeypatch.setitem(LOG_KINDS, name, replace(kind, package="json"))


@pytest.mark.usefixtures("all_installed", "keyring")
def test_logs_are_off_until_they_are_chosen_and_kept_then(studio: Studio, qtbot: QtBot) -> None:
    tab = shown(studio, qtbot)
    assert not tab.tensorboard.isChecked()
    assert tab.comet.currentData() == ""
    assert studio.settings.training_logs == ()
    qtbot.keyClick(tab.tensorboard, Qt.Key.Key_Space)
    tab.comet.setFocus()
    qtbot.keyClick(tab.comet, Qt.Key.Key_End)
    names = ("tensorboard", "comet-offline")
    assert studio.settings.training_logs == names
    qtbot.waitUntil(lambda: load_settings(settings_file()).training_logs == names)
    qtbot.keyClick(tab.comet, Qt.Key.Key_Home)
    qtbot.keyClick(tab.tensorboard, Qt.Key.Key_Space)
    assert studio.settings.training_logs == ()


def test_what_is_not_installed_cannot_be_chosen_and_says_how_it_is(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, kind in list(LOG_KINDS.items()):
        monkeypatch.setitem(LOG_KINDS, name, replace(kind, package="log_of_nobody"))
    tab = shown(studio, qtbot)
    assert not tab.tensorboard.isEnabled()
    assert not tab.comet.isEnabled()
    assert not tab.comet_key.isEnabled()
    assert '-m pip install "tensorboard>=2.16,<3"' in tab.tensorboard_note.text()
    assert '-m pip install "comet_ml>=3.49,<4" "keyring>=24"' in tab.comet_note.text()
    # What another version of the machine had switched on can be switched off.
    studio.update_settings(training_logs=("tensorboard",))
    assert tab.tensorboard.isEnabled()


@pytest.mark.usefixtures("all_installed")
def test_the_key_goes_into_the_keyring_and_nowhere_else(
    studio: Studio, qtbot: QtBot, keyring: dict[tuple[str, str], str]
) -> None:
    tab = shown(studio, qtbot)
    field = tab.comet_key
    qtbot.waitUntil(lambda: field.note.text() == "There is no key yet.")
    assert not field.keep.isEnabled()
    qtbot.keyClicks(field.field, KEY)
    qtbot.mouseClick(field.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: field.note.text() == "The key is in the system's keyring.")
    assert list(keyring.values()) == [KEY]
    assert field.field.text() == ""
    home = settings_file().parent.parent
    assert not [p for p in home.rglob("*") if p.is_file() and KEY.encode() in p.read_bytes()]
    assert KEY not in str(studio.settings)
    assert KEY not in os.environ.values()
