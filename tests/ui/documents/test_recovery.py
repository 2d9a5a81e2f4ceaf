"""Lost texts come back once each, in the one window that asks first, under one name."""

import json
import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_history import change_takes
from abcstudio.files import fingerprint
from abcstudio.paths import autosave_dir, takes_dir, thrown_dir
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.session_lock import SessionLock
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.workers.job import Job
from tests.ui.events import deliver_events

TAKE = "X:1\nT:Seven\nK:D\nABc def|\n"
EDITED = TAKE.replace("ABc", "fed")
KEY = "take-7-abcd"
NOTHING = "There is nothing to recover."


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


@pytest.fixture
def take(home: Path) -> None:
    """Put a take into the history, and its unsaved change into a copy."""
    take = RememberedTake(key=KEY, number=7, text=TAKE, title="Seven")
    change_takes(takes_dir(), {KEY: take})
    leave_copy("Take 7", EDITED, take_number=7, take_key=KEY)


@pytest.fixture
def other(home: Path) -> Iterator[Autosave]:
    """Another process that runs, with nothing unsaved so far."""
    autosave = Autosave(Documents(), autosave_dir())
    yield autosave
    autosave.close(keep_copies=False)


def leave_copy(name: str, text: str, session: str = "dead", **facts: object) -> Path:
    autosave_dir().mkdir(parents=True, exist_ok=True)
    copy = autosave_dir() / f"{session}-1.json"
    copy.write_text(json.dumps({"name": name, "path": None, "text": text, **facts}))
    return copy


def open_take(qtbot: QtBot, window: MainWindow) -> Document:
    view = window.composer.rooms[TakesRoom].list
    qtbot.waitUntil(lambda: view.takes.rowCount() == 1, timeout=10_000)
    view.selectRow(0)
    return window.composer.desk.documents.current


def numbers(window: MainWindow) -> list[str]:
    takes = window.composer.rooms[TakesRoom].list.takes
    return [takes.data(takes.index(row, 0)) for row in range(takes.rowCount())]


def test_a_recovered_take_takes_the_place_of_the_open_one(
    qtbot: QtBot, take: None, main_window: MainWindow
) -> None:
    opened = open_take(qtbot, main_window)
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert numbers(main_window) == ["7"]
    assert list(main_window.composer.desk.documents) == [opened]
    assert opened.text() == EDITED
    assert opened.is_modified
    assert opened.label == "Take 7, Seven"


def test_a_take_that_was_changed_since_stays_and_the_recovered_one_says_what_it_is(
    qtbot: QtBot, take: None, main_window: MainWindow
) -> None:
    opened = open_take(qtbot, main_window)
    changed = TAKE.replace("ABc", "AAA")
    opened.replace_text(changed)
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert numbers(main_window) == ["7"]
    assert opened.text() == changed
    apart = main_window.composer.desk.documents.current
    assert apart.text() == EDITED
    assert main_window.composer.document_name == "Take 7, Seven (recovered)"
    # After another unexpected end too.
    main_window.composer.parts.autosave.write()
    copies = [json.loads(copy.read_text()) for copy in autosave_dir().glob("*.json")]
    assert {copy["name"]: copy["stands_apart"] for copy in copies} == {
        "Take 7": False,
        "Take 7, Seven (recovered)": True,
    }


def test_a_recovered_take_that_is_not_open_takes_its_own_row(
    qtbot: QtBot, take: None, main_window: MainWindow
) -> None:
    main_window.composer.rooms[TextsRoom].recovery.recover()
    qtbot.waitUntil(lambda: numbers(main_window) == ["7"], timeout=10_000)
    assert main_window.composer.desk.documents.current.label == "Take 7, Seven"
    assert main_window.composer.rooms[TakesRoom].history.next_numbers()[0] == 8


def test_a_text_of_a_changed_file_stands_beside_it_without_the_file(
    main_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "kesh.abc"
    path.write_text(TAKE)
    main_window.open_path(path)
    opened = main_window.composer.desk.documents.current
    opened.replace_text(TAKE + "%")
    leave_copy("kesh.abc", EDITED, path=str(path))
    main_window.composer.rooms[TextsRoom].recovery.recover()
    apart = main_window.composer.desk.documents.current
    assert (apart.label, apart.path, apart.text()) == ("kesh.abc (recovered)", None, EDITED)
    assert (opened.path, opened.text()) == (path, TAKE + "%")


def test_what_says_that_there_is_nothing_claims_nothing_of_open_texts(
    main_window: MainWindow, notices: list[Notice]
) -> None:
    leave_copy("Mine", EDITED)
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert main_window.composer.desk.documents.current.needs_saving
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert notices[-1].text == NOTHING


def test_the_texts_of_another_window_are_neither_offered_nor_called_saved(
    main_window: MainWindow, notices: list[Notice], other: Autosave
) -> None:
    lock = SessionLock(autosave_dir() / "live.lock")
    copy = leave_copy("Theirs", EDITED, "live")
    assert lock.take()
    main_window.composer.rooms[TextsRoom].recovery.offer()
    assert notices == []
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert notices[-1].text.startswith("There is nothing to recover here. Another window")
    assert copy.exists()
    lock.release()
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert main_window.composer.desk.editor.text() == EDITED


def test_a_text_that_one_window_recovers_comes_back_in_no_other(
    main_window: MainWindow, notices: list[Notice], other: Autosave
) -> None:
    copy = leave_copy("Mine", EDITED)
    main_window.composer.rooms[TextsRoom].recovery.offer()
    # The other window was quicker; the text is there, not yet in a new copy.
    assert other.left_behind(claim=True) == [[copy]]
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert main_window.composer.desk.editor.text() != EDITED
    assert notices[-1].text.startswith("There is nothing to recover here.")
    assert copy.exists()
    # It is the other's to recover, or, once that has ended, anyone's.
    assert other.left_behind() == [[copy]]
    other.close(keep_copies=True)
    main_window.composer.rooms[TextsRoom].recovery.recover()
    assert main_window.composer.desk.editor.text() == EDITED


def test_the_offer_goes_when_the_menu_recovers(main_window: MainWindow) -> None:
    leave_copy("Mine", EDITED)
    main_window.composer.rooms[TextsRoom].recovery.offer()
    assert main_window.standing_notice.notice is not None
    main_window.registry.action("file.recover").trigger()
    assert main_window.standing_notice.notice is None


def test_a_lock_whose_file_is_gone_is_none(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process removes the file between its opening and its locking."""
    autosave_dir().mkdir(parents=True, exist_ok=True)
    path = autosave_dir() / "live.lock"
    lock = SessionLock(path)
    with monkeypatch.context() as patch:
        patch.setattr("abcstudio.ui.documents.session_lock.lock", lambda _descriptor: path.unlink())
        assert not lock.take()
    assert lock.take()
    lock.release()


def test_undo_does_not_empty_a_recovered_take(
    qtbot: QtBot, take: None, main_window: MainWindow
) -> None:
    main_window.composer.rooms[TextsRoom].recovery.recover()
    qtbot.waitUntil(lambda: numbers(main_window) == ["7"], timeout=10_000)
    recovered = main_window.composer.desk.documents.current
    main_window.composer.desk.editor.undo()
    assert recovered.text() == EDITED
    main_window.composer.desk.editor.insertPlainText("%")
    main_window.composer.desk.editor.undo()
    assert recovered.text() == EDITED
    assert recovered.needs_saving


def test_the_offer_says_how_many_texts_there_are_and_of_when(main_window: MainWindow) -> None:
    one = leave_copy("Mine", EDITED)
    os.utime(one, (0, datetime(2025, 3, 7, 14, 5).timestamp()))
    main_window.composer.rooms[TextsRoom].recovery.offer()
    row = main_window.standing_notice
    first = QLocale().toString(QDateTime(2025, 3, 7, 14, 5, 0), QLocale.FormatType.ShortFormat)
    assert row.text.text() == f"Seven was not saved. Its copy is from {first}."
    other = leave_copy("Other", TAKE, "dead2")
    os.utime(other, (0, datetime(2025, 3, 8, 9, 30).timestamp()))
    main_window.composer.rooms[TextsRoom].recovery.offer()
    last = QLocale().toString(QDateTime(2025, 3, 8, 9, 30, 0), QLocale.FormatType.ShortFormat)
    words = f"2 texts were not saved. Their copies are from {first} to {last}."
    assert row.text.text() == words
    assert not row.isHidden()


def test_a_lost_text_that_is_thrown_away_comes_again_on_undo_only(
    main_window: MainWindow, notices: list[Notice], qtbot: QtBot
) -> None:
    copy = leave_copy("Mine", EDITED)
    recovery, row = main_window.composer.rooms[TextsRoom].recovery, main_window.standing_notice
    recovery.offer()
    assert row.other_button.text() == "Throw away"
    qtbot.mouseClick(row.other_button, Qt.MouseButton.LeftButton)
    assert row.isHidden()
    assert not copy.exists()
    assert notices[-1].text.startswith("1 text is thrown away.")
    said = len(notices)
    recovery.offer()
    assert len(notices) == said
    (kept,) = thrown_dir().rglob("*.json")
    assert json.loads(kept.read_text())["text"] == EDITED
    undo = notices[-1].action
    assert undo is not None
    undo()
    assert copy.exists()
    assert row.notice is not None
    row.action_button.click()
    assert main_window.composer.desk.editor.text() == EDITED


def test_texts_that_another_window_has_taken_meanwhile_are_not_thrown_away_and_that_is_said(
    main_window: MainWindow, notices: list[Notice], qtbot: QtBot, other: Autosave
) -> None:
    copy = leave_copy("Theirs", EDITED, "live")
    main_window.composer.rooms[TextsRoom].recovery.offer()
    lock = SessionLock(autosave_dir() / "live.lock")
    assert lock.take()
    qtbot.mouseClick(main_window.standing_notice.other_button, Qt.MouseButton.LeftButton)
    assert notices[-1].text.startswith("There is nothing to recover here. Another window")
    assert copy.exists()
    lock.release()


def test_what_was_thrown_away_a_month_ago_goes(main_window: MainWindow) -> None:
    today = date.today()
    for days in (3, 29, 31):
        folder = thrown_dir() / (today - timedelta(days=days)).isoformat()
        folder.mkdir(parents=True)
        (folder / "dead-1.json").write_text("{}")
    (thrown_dir() / "mine").mkdir()
    main_window.composer.rooms[TextsRoom].recovery.offer()
    left = {path.name for path in thrown_dir().iterdir()}
    assert left == {"mine", *((today - timedelta(days=days)).isoformat() for days in (3, 29))}


def crash_and_recover(window: MainWindow, path: Path, since: str, *, knows: bool = True) -> None:
    """Leave the safety copy of an edited file, change that since, and recover the text.

    Args:
        window: The window that recovers it.
        path: The file.
        since: What another program writes into it after the crash.
        knows: Whether the copy says what the file held.
    """
    path.write_text(TAKE)
    edited = Document.read(path)
    edited.replace_text(EDITED)
    documents = Documents()
    documents.add(edited)
    autosave = Autosave(documents, autosave_dir())
    autosave.close(keep_copies=True)
    (copy,) = autosave_dir().glob("*.json")
    facts = json.loads(copy.read_text())
    copy.unlink()
    made_from = {"made_from": facts["made_from"]} if knows else {}
    os.utime(leave_copy("kesh.abc", EDITED, path=str(path), **made_from), (1e9, 1e9))
    path.write_text(since)
    if since == TAKE:
        os.utime(path, (1e9 - 10, 1e9 - 10))
    window.composer.rooms[TextsRoom].recovery.recover()
    assert window.composer.desk.documents.current.text() == EDITED


@pytest.mark.parametrize("knows", [True, False])
@pytest.mark.parametrize("is_open", [True, False])
def test_saving_a_recovered_text_asks_where_its_file_was_changed_since(
    main_window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    knows: bool,
    is_open: bool,
) -> None:
    path, theirs = tmp_path / "kesh.abc", TAKE + "% theirs\n"
    asked: list[str] = []

    def press_enter(box: QMessageBox) -> int:
        asked.append(box.text())
        QTest.keyClick(box, Qt.Key.Key_Return)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_enter)
    if is_open:
        path.write_text(theirs)
        main_window.open_path(path)
    crash_and_recover(main_window, path, theirs, knows=knows)
    main_window.registry.action("file.save").trigger()
    assert asked == ["kesh.abc was changed by another program."]
    assert path.read_text() == theirs
    # After another crash it is still known.
    main_window.composer.parts.autosave.write()
    copies = [json.loads(copy.read_text()) for copy in autosave_dir().glob("*.json")]
    made_from = [copy["made_from"] for copy in copies if copy["path"]]
    assert made_from == [main_window.composer.desk.documents.current.provenance.made_from]
    assert made_from != [fingerprint(theirs.encode())]


@pytest.mark.parametrize("knows", [True, False])
def test_saving_a_recovered_text_asks_nothing_where_its_file_is_as_it_was(
    main_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows: bool
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: pytest.fail(box.text()))
    path = tmp_path / "kesh.abc"
    crash_and_recover(main_window, path, TAKE, knows=knows)
    for text in (EDITED, EDITED + "% more"):
        main_window.composer.desk.documents.current.replace_text(text)
        main_window.registry.action("file.save").trigger()
        assert path.read_text().rstrip("\n") == text.rstrip("\n")


def test_the_first_key_begins_a_copy_without_waiting_for_the_next_second(
    qtbot: QtBot, tmp_path: Path
) -> None:
    documents, begun = Documents(), list[Job]()
    autosave = Autosave(documents, tmp_path / "autosave", start=begun.append)
    documents.add(Document("mine"))
    deliver_events()
    assert begun == []
    QTextCursor(documents.current.text_document).insertText("X")
    deliver_events()
    assert len(begun) == 1
    QTextCursor(documents.current.text_document).insertText("Y")
    deliver_events()
    assert len(begun) == 1
    autosave.close(keep_copies=False)
