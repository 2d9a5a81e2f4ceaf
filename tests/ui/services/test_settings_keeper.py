from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from abcstudio.paths import settings_file
from abcstudio.settings import Settings, WindowState, load_settings
from abcstudio.ui.services.settings_keeper import SettingsKeeper
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job


def test_of_many_changes_the_last_is_kept(studio: Studio, qtbot: QtBot) -> None:
    for percent in range(100):
        studio.update_settings(volume=percent / 100)
    qtbot.waitUntil(lambda: load_settings(settings_file()).volume == 0.99)


def test_what_was_changed_last_is_kept_at_the_end(studio: Studio) -> None:
    studio.update_settings(volume=0.1)
    studio.update_settings(volume=0.2)
    assert studio.shut_down()
    assert load_settings(settings_file()).volume == 0.2


def test_what_cannot_be_kept_is_said_and_tried_again(studio: Studio, qtbot: QtBot, caplog) -> None:
    in_the_way = settings_file()
    in_the_way.mkdir(parents=True)
    with qtbot.waitSignal(studio.notice_requested) as said:
        studio.update_settings(volume=0.3)
    assert "preferences cannot be saved" in said.args[0].text
    assert "cannot be saved" in caplog.text
    caplog.clear()
    in_the_way.rmdir()
    studio.update_settings(volume=0.4)
    qtbot.waitUntil(lambda: settings_file().is_file())
    assert load_settings(settings_file()).volume == 0.4


def test_what_is_kept_at_once_stays_whatever_is_still_being_written(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    for percent in range(10):
        studio.update_settings(volume=percent / 100)
        folder = tmp_path / str(percent)
        studio.will_write_into(folder)
        assert load_settings(settings_file()).written_folders[0] == str(folder)
    qtbot.waitUntil(lambda: not studio.is_working)
    kept = load_settings(settings_file())
    assert (kept.volume, len(kept.written_folders)) == (0.09, 10)


def test_a_writing_that_comes_late_replaces_nothing_newer(
    qtbot: QtBot, studio: Studio, tmp_path: Path
) -> None:
    file = tmp_path / "settings.json"
    waiting: list[Job] = []
    keeper = SettingsKeeper(file, waiting.append, QObject())
    keeper.keep(Settings(volume=0.1))
    keeper.keep_at_once(Settings(volume=0.2))
    (late,) = waiting
    with qtbot.waitSignal(late.ended):
        studio.start(late)
    assert load_settings(file).volume == 0.2
    keeper.keep(Settings(volume=0.3))
    with qtbot.waitSignal(waiting[-1].ended):
        studio.start(waiting[-1])
    assert load_settings(file).volume == 0.3


def test_a_window_beside_the_first_keeps_that_ones_texts(studio: Studio, qapp: object) -> None:
    first = WindowState(tabs={"/tunes/first.abc": 3}, page="learn")
    studio.update_settings(window=first)
    assert studio.shut_down()
    beside = Studio(Settings(language="en"), keeps_window=False)
    beside.update_settings(volume=0.3, window=WindowState(tabs={"/tunes/other.abc": 0}))
    assert beside.shut_down()
    kept = load_settings(settings_file())
    assert (kept.volume, kept.window) == (0.3, first)
