"""A folder that changes while its tunes are shown: told, read again when asked, nothing lost."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QFileSystemWatcher, QItemSelectionModel, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.corpus.source_changes import FileStates
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.ui.datasets.browsing.room import BrowsingRoom
from abcstudio.ui.datasets.health.room import HealthRoom
from abcstudio.ui.datasets.previewing.tune_playback import TunePlayback
from abcstudio.ui.datasets.source_change_notice import SourceChangeNotice
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.workers.tunes import look_at_files
from tests.ui.events import let_work_end
from tests.unit.corpus.health.sick_tunes import SICK

pytestmark = pytest.mark.one_window

WAIT_MS = 60_000
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_SELECT = QItemSelectionModel.SelectionFlag.Select
TUNE = "X:{0}\nT:{1}\nM:4/4\nL:1/8\nK:G\nGABc dedB|{2}edB dedB|c2ec B2dB|A2F2 G4|]\n"


def _write(folder: Path, name: str, *tunes: str) -> Path:
    path = folder / name
    path.write_text("\n".join(tunes), encoding="utf-8")
    return path


@pytest.fixture
def folder(qtbot: QtBot, main_window: MainWindow, tmp_path: Path) -> Iterator[Path]:
    """A folder of two files, its tunes in the table."""
    folder = tmp_path / "My tunes"
    (folder / "sets").mkdir(parents=True)
    _write(folder, "one.abc", TUNE.format(1, "First", "d"), TUNE.format(2, "Second", "e"))
    _write(folder / "sets", "two.abc", TUNE.format(1, "Third", "f"))
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(folder)
    qtbot.waitUntil(lambda: _titles(main_window) == ["First", "Second", "Third"], timeout=WAIT_MS)
    yield folder
    page.parts.views.tabs.setCurrentIndex(0)
    page.browser.filter_bar.clear()
    page.parts.sources.remove(folder)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) > 100, timeout=WAIT_MS)


@pytest.fixture
def notices(main_window: MainWindow) -> list[Notice]:
    """The notices that stand."""
    standing: list[Notice] = []
    studio = main_window.studio
    studio.notice_requested.connect(standing.append)
    studio.notice_withdrawn.connect(lambda one: one in standing and standing.remove(one))
    return standing


def _titles(window: MainWindow) -> list[str]:
    return [tune.title for tune in window.datasets.browser.table.tunes]


def _answer(window: MainWindow, words: str) -> QPushButton:
    buttons = [one for one in window.findChildren(QPushButton) if one.text() == words]
    return next(one for one in buttons if one.isVisible())


def test_the_system_is_not_asked_to_watch_what_may_not_be_read(
    qtbot: QtBot, main_window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would say so on the standard error, again with each look at the files."""
    closed, access = folder / "one.abc", os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: Path(path) != closed and access(path, mode)
    )
    watch = main_window.datasets.rooms[SourceChangeNotice].watch
    main_window.datasets.parts.sources.read_again()
    let_work_end(qtbot, main_window.studio)
    (watcher,) = watch.findChildren(QFileSystemWatcher)
    qtbot.waitUntil(lambda: str(folder / "sets" / "two.abc") in watcher.files(), timeout=WAIT_MS)
    assert str(closed) not in watcher.files()
    assert str(folder) in watcher.directories()
    assert not watch.is_told_by_system


def test_files_added_changed_removed_are_told_and_read_when_asked(
    qtbot: QtBot, main_window: MainWindow, folder: Path, notices: list[Notice]
) -> None:
    page = main_window.datasets
    page.browser.filter_bar.search.setText("r")
    page.browser.table.choose(page.browser.table.shown[-1])
    assert page.browser.table.tune.title == "Third"
    _write(folder, "new.abc", TUNE.format(1, "Fresh", "g"))
    qtbot.waitUntil(lambda: "added: new.abc" in notices[-1].text if notices else False,
                    timeout=WAIT_MS)  # fmt: skip
    _write(folder, "one.abc", TUNE.format(1, "First", "d"))
    (folder / "sets" / "more.abc").write_text(TUNE.format(1, "Further", "a"))
    qtbot.waitUntil(lambda: notices[-1].text.startswith(
        "“My tunes” has changed on disk: added: new.abc, more.abc; changed: one.abc."
    ), timeout=WAIT_MS)  # fmt: skip
    assert len(notices) == 1
    assert _titles(main_window) == ["First", "Second", "Third"]
    row = page.parts.source_list.list.currentItem()
    assert "changed on disk" in row.text()
    qtbot.mouseClick(_answer(main_window, "Read again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: _titles(main_window) == ["Fresh", "First", "Further", "Third"], timeout=WAIT_MS
    )
    assert notices == []
    assert page.browser.filter_bar.search.text() == "r"
    assert page.browser.table.tune.title == "Third"
    (folder / "sets" / "two.abc").unlink()
    qtbot.waitUntil(lambda: bool(notices) and "removed: two.abc" in notices[-1].text,
                    timeout=WAIT_MS)  # fmt: skip
    assert page.browser.table.tune.title == "Third"


def test_what_changes_behind_a_look_that_lasts_is_told_soon(
    qtbot: QtBot, main_window: MainWindow, folder: Path, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    has_looked, may_end = Event(), Event()

    def slow_look(*given: Any) -> FileStates:
        states = look_at_files(*given)
        has_looked.set()
        assert may_end.wait(WAIT_MS / 1000)
        return states

    watch = main_window.datasets.rooms[SourceChangeNotice].watch
    timers = watch.findChildren(QTimer)
    (soon,) = (timer for timer in timers if timer.isSingleShot())
    (again,) = (timer for timer in timers if not timer.isSingleShot())
    qtbot.waitUntil(lambda: not soon.isActive(), timeout=WAIT_MS)
    let_work_end(qtbot, main_window.studio)
    monkeypatch.setattr("abcstudio.ui.datasets.source_change_notice.look_at_files", slow_look)
    watch.look()
    qtbot.waitUntil(has_looked.is_set, timeout=WAIT_MS)
    (system,) = watch.findChildren(QFileSystemWatcher)
    # Something is told once, while the files are looked at.
    with QSignalBlocker(system), QSignalBlocker(again):
        _write(folder, "late.abc", TUNE.format(1, "Late", "g"))
        watch.look()
        may_end.set()
        qtbot.waitUntil(lambda: bool(notices) and "added: late.abc" in notices[-1].text,
                        timeout=WAIT_MS)  # fmt: skip


def test_a_change_that_is_taken_back_is_told_no_more(
    qtbot: QtBot, main_window: MainWindow, folder: Path, notices: list[Notice]
) -> None:
    path = folder / "one.abc"
    before, facts = path.read_bytes(), path.stat()
    path.write_bytes(before + b"%\n")
    qtbot.waitUntil(lambda: len(notices) == 1, timeout=WAIT_MS)
    path.write_bytes(before)
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    qtbot.waitUntil(lambda: not notices, timeout=WAIT_MS)
    assert "changed" not in main_window.datasets.parts.source_list.list.currentItem().text()


def test_a_folder_that_is_gone_keeps_its_tunes(
    qtbot: QtBot, main_window: MainWindow, folder: Path, notices: list[Notice], tmp_path: Path
) -> None:
    folder.rename(tmp_path / "elsewhere")
    qtbot.waitUntil(lambda: bool(notices) and "no longer there" in notices[-1].text,
                    timeout=WAIT_MS)  # fmt: skip
    assert _titles(main_window) == ["First", "Second", "Third"]
    # To read it again would lose them.
    assert notices[-1].action_text == ""
    (tmp_path / "elsewhere").rename(folder)
    qtbot.waitUntil(lambda: not notices, timeout=WAIT_MS)


def test_a_folder_that_comes_back_is_read_at_once(
    qtbot: QtBot, main_window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    page = main_window.datasets
    folder.rename(tmp_path / "elsewhere")
    page.parts.sources.read_again()
    qtbot.waitUntil(lambda: page.parts.views.state.title.text() == "These tunes cannot be read",
                    timeout=WAIT_MS)  # fmt: skip
    page.rooms[SourceChangeNotice].watch.look()
    let_work_end(qtbot, main_window.studio)
    (tmp_path / "elsewhere").rename(folder)
    qtbot.waitUntil(lambda: _titles(main_window) == ["First", "Second", "Third"], timeout=WAIT_MS)
    assert "3 tunes" in page.parts.source_list.list.currentItem().text()


def test_fixes_survive_reading_again(
    qtbot: QtBot, main_window: MainWindow, folder: Path, notices: list[Notice]
) -> None:
    sick = _write(folder, "sick.abc", SICK)
    qtbot.waitUntil(lambda: len(notices) == 1, timeout=WAIT_MS)
    page = main_window.datasets
    page.parts.sources.read_again()
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 9, timeout=WAIT_MS)
    qtbot.keyClick(main_window, Qt.Key.Key_Q, ALT_SHIFT)
    health = page.rooms[HealthRoom]
    qtbot.waitUntil(lambda: not health.presenter.is_busy, timeout=WAIT_MS)
    kinds = health.view.kinds
    kinds.setFocus()
    qtbot.keyClick(kinds, Qt.Key.Key_Home)
    while kinds.kind.kind != "missing-reference-number":
        qtbot.keyClick(kinds, Qt.Key.Key_Down)
    qtbot.keyClick(kinds, Qt.Key.Key_X, ALT_SHIFT)
    qtbot.waitUntil(lambda: len(health.presenter.book.changed) == 1, timeout=WAIT_MS)
    _write(folder, "one.abc", TUNE.format(1, "Only", "d"))
    qtbot.waitUntil(lambda: bool(notices) and "changed: one.abc" in notices[-1].text,
                    timeout=WAIT_MS)  # fmt: skip
    qtbot.mouseClick(_answer(main_window, "Read again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 8, timeout=WAIT_MS)
    changed = [health.presenter.book.tune(at) for at in health.presenter.book.changed]
    assert [(tune.file, tune.title) for tune in changed] == [(sick.name, "No number")]
    assert changed[0].text.startswith("X:")


def _read_again(qtbot: QtBot, window: MainWindow, titles: list[str]) -> None:
    window.datasets.parts.sources.read_again()
    qtbot.waitUntil(lambda: _titles(window) == titles, timeout=WAIT_MS)


def test_a_chosen_rhythm_stays_chosen_when_files_are_read_again(
    qtbot: QtBot, main_window: MainWindow, folder: Path
) -> None:
    page = main_window.datasets
    _write(folder, "reel.abc", TUNE.format(1, "Reel\nR:reel", "g"))
    _read_again(qtbot, main_window, ["First", "Second", "Reel", "Third"])
    combo = page.browser.filter_bar.rhythm
    combo.setCurrentIndex(combo.findData("reel"))
    assert [tune.title for tune in page.browser.table.shown] == ["Reel"]
    _write(folder, "other.abc", TUNE.format(1, "Other\nR:reel", "a"))
    _read_again(qtbot, main_window, ["First", "Second", "Other", "Reel", "Third"])
    assert combo.currentText() == "reel  (2)"
    assert [tune.title for tune in page.browser.table.shown] == ["Other", "Reel"]


def test_what_is_selected_and_in_sight_stays_so(
    qtbot: QtBot, main_window: MainWindow, folder: Path
) -> None:
    page, table = main_window.datasets, main_window.datasets.browser.table
    many = [TUNE.format(number, f"Tune {number}", "g") for number in range(1, 101)]
    _write(folder, "many.abc", *many)
    page.parts.sources.read_again()
    qtbot.waitUntil(lambda: len(table.tunes) == 103, timeout=WAIT_MS)
    table.choose(table.tunes[58])
    for row in (61, 62):
        table.selectionModel().select(
            table.model().index(row, 0), _SELECT | QItemSelectionModel.SelectionFlag.Rows
        )
    selected = [tune.title for tune in table.selected()]
    assert len(selected) == 3
    bar = table.verticalScrollBar()
    bar.setValue(bar.value() + 11)
    before = table.rowViewportPosition(58)
    _write(folder, "added.abc", *many[:7])
    page.parts.sources.read_again()
    qtbot.waitUntil(lambda: len(table.tunes) == 110, timeout=WAIT_MS)
    qtbot.waitUntil(table.isVisible, timeout=WAIT_MS)
    assert [tune.title for tune in table.selected()] == selected
    assert {tune.file for tune in table.selected()} == {"many.abc"}
    assert table.rowViewportPosition(65) == before
    # Who has scrolled away from the chosen tune sees what was seen.
    bar.setValue(0)
    _write(folder, "added.abc", *many[:9])
    page.parts.sources.read_again()
    qtbot.waitUntil(lambda: len(table.tunes) == 112, timeout=WAIT_MS)
    qtbot.waitUntil(table.isVisible, timeout=WAIT_MS)
    assert table.rowViewportPosition(0) == 0
    assert [tune.title for tune in table.selected()] == selected


def test_marks_go_with_a_tune_that_is_edited_in_its_file(
    qtbot: QtBot, main_window: MainWindow, folder: Path
) -> None:
    page, keeper = main_window.datasets, main_window.datasets.rooms[BrowsingRoom].marks.keeper
    page.browser.table.choose(page.browser.table.shown[1])
    qtbot.keyClick(page.browser.table, Qt.Key.Key_E, ALT_SHIFT)
    _write(folder, "one.abc", TUNE.format(1, "First", "d"), TUNE.format(2, "Second", "g"))
    table = page.browser.table
    page.parts.sources.read_again()
    qtbot.waitUntil(
        lambda: bool(table.tunes) and "|gedB" in table.tunes[1].text,
        timeout=WAIT_MS,
    )
    qtbot.waitUntil(lambda: keeper.of(page.browser.table.tunes[1]).is_excluded, timeout=WAIT_MS)
    qtbot.keyClick(main_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not keeper.of(page.browser.table.tunes[1]).is_excluded


def test_a_tune_that_plays_goes_on_as_itself_when_others_come_before_it(
    qtbot: QtBot, main_window: MainWindow, folder: Path
) -> None:
    page, playback = main_window.datasets, main_window.playback
    page.browser.table.choose(page.browser.table.shown[0])
    page.toggle()
    qtbot.waitUntil(lambda: playback.state is PlayerState.PLAYING, timeout=WAIT_MS)
    heard = playback.text
    _write(folder, "a.abc", TUNE.format(1, "Before", "g"))
    _read_again(qtbot, main_window, ["Before", "First", "Second", "Third"])
    assert playback.text == heard
    assert playback.state is PlayerState.PLAYING
    first = page.browser.table.tune
    assert first is not None
    assert first.title == "First"
    assert page.rooms[TunePlayback].is_heard(first)
    assert not page.rooms[TunePlayback].is_heard(page.browser.table.tunes[0])
    page.browser.table.choose(page.browser.table.tunes[2])
    playback.show_tune()
    assert page.browser.table.tune.title == "First"
    playback.stop()


def test_a_file_that_may_not_be_read_any_more_is_told(
    qtbot: QtBot,
    main_window: MainWindow,
    folder: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed = folder / "sets" / "two.abc"
    # Whoever runs these tests may be allowed to read everything.
    allowed = os.access
    monkeypatch.setattr("abcstudio.corpus.source_changes.os.access",
                        lambda path, mode: path != closed and allowed(path, mode))  # fmt: skip
    main_window.datasets.rooms[SourceChangeNotice].watch.look()
    qtbot.waitUntil(lambda: bool(notices) and "no longer readable: two.abc" in notices[-1].text,
                    timeout=WAIT_MS)  # fmt: skip
    monkeypatch.undo()
    main_window.datasets.rooms[SourceChangeNotice].watch.look()
    qtbot.waitUntil(lambda: not notices, timeout=WAIT_MS)
