"""The reminder to look for a newer version: only where it is wanted, and without a network."""

import socket
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.paths import settings_file
from abcstudio.recipes.installation.build import Build
from abcstudio.settings import load_settings
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.preferences_dialog import PreferencesDialog
from abcstudio.ui.window.version_reminder import VersionReminder

OLD = Build(version="0.2.0", day="2026-11-28", kind="bundle")
LATER = date(2027, 6, 1)


@pytest.fixture
def reminder(main_window: MainWindow) -> VersionReminder:
    return VersionReminder(main_window.studio, OLD, main_window)


def test_nothing_is_said_until_it_is_wanted(
    main_window: MainWindow, reminder: VersionReminder
) -> None:
    reminder.remind(LATER)
    assert main_window.standing_notice.isHidden()
    assert main_window.studio.settings.reminded_of_versions == ""


def test_it_is_switched_on_reminds_once_and_is_switched_off(
    qtbot: QtBot,
    main_window: MainWindow,
    reminder: VersionReminder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_address: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    main_window.registry.action("file.preferences").trigger()
    dialog = main_window.findChild(PreferencesDialog)
    dialog.remind_of_versions.click()
    dialog.close()
    assert main_window.studio.settings.remind_of_versions
    qtbot.waitUntil(lambda: load_settings(settings_file()).remind_of_versions)
    reminder.remind(LATER)
    notice = main_window.standing_notice
    assert not notice.isHidden()
    assert "0.2.0" in notice.text.text()
    assert "2026" in notice.text.text()
    qtbot.mouseClick(notice.action_button, Qt.MouseButton.LeftButton)
    assert notice.isHidden()
    qtbot.waitUntil(lambda: not load_settings(settings_file()).remind_of_versions)
    assert load_settings(settings_file()).reminded_of_versions == "2027-06-01"


def test_a_young_program_says_nothing(main_window: MainWindow, reminder: VersionReminder) -> None:
    main_window.studio.update_settings(remind_of_versions=True)
    reminder.remind(date(2026, 12, 24))
    assert main_window.standing_notice.isHidden()
