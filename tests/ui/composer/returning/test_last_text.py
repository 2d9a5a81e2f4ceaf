"""The studio opens where one left: with the file or the take that was in the editor."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.take_history import change_takes, listed_takes
from abcstudio.paths import settings_file, takes_dir
from abcstudio.settings import Settings, load_settings, save_settings
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.named_files import NamedFiles
from abcstudio.window_state import WindowState
from tests.ui.composer.returning.starts import BOOK, Again, said, shown_tune
from tests.ui.composer.test_take_history import compose
from tests.ui.events import deliver_events


def test_it_opens_with_the_file_that_was_open_at_its_tune(again: Again, book: Path) -> None:
    window = again()
    assert window.composer.desk.documents.current.is_welcome
    window.show()
    window.open_path(book)
    window.composer.rooms[OutlineRoom].presenter.go_to(3, focus=True)
    caret = window.composer.desk.editor.caret()
    window = again()
    # Before the window is shown: no other tune is seen first.
    composer = window.composer
    assert composer.desk.documents.current.path == book
    assert [each.path for each in composer.desk.documents] == [book]
    assert shown_tune(window) == "Tune 4"
    assert composer.desk.editor.caret() == caret
    assert not composer.is_modified
    window.show()
    deliver_events()
    assert composer.desk.editor.viewport().rect().intersects(composer.desk.editor.cursorRect())


def test_space_plays_what_one_had_been_at(again: Again, book: Path, qtbot: QtBot) -> None:
    window = again()
    window.show()
    window.open_path(book)
    window = again()
    window.show()
    window.activateWindow()
    score = window.composer.parts.score
    qtbot.waitUntil(score.hasFocus)
    qtbot.keyClick(score, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.playback.state == "playing")
    assert window.composer.desk.editor.text() == BOOK
    window.playback.stop()


def test_it_opens_with_the_take_that_was_shown(again: Again) -> None:
    window = again()
    window.show()
    first = compose(window)
    compose(window)
    window.composer.desk.documents.make_current(first)
    number = first.provenance.take_number
    window = again()
    take = window.composer.desk.documents.current
    assert take.is_take
    assert take.provenance.take_number == number
    assert shown_tune(window) == f"Tune {number}"
    assert [each.is_take for each in window.composer.desk.documents] == [True]


def test_a_take_is_listed_once_when_all_are_read(again: Again, qtbot: QtBot) -> None:
    window = again()
    window.show()
    for _ in range(3):
        compose(window)
    window = again()
    window.show()
    takes = window.composer.rooms[TakesRoom].list.takes
    qtbot.waitUntil(lambda: takes.rowCount() == len(listed_takes(takes_dir()).takes))
    assert takes.take_at(0) is window.composer.desk.documents.current


def test_a_take_stands_in_its_place_among_the_others(again: Again, qtbot: QtBot) -> None:
    window = again()
    window.show()
    takes = [compose(window) for _ in range(4)]
    window.composer.desk.documents.make_current(takes[1])
    window = again()
    window.show()
    view = window.composer.rooms[TakesRoom].list
    qtbot.waitUntil(lambda: view.takes.rowCount() == 4)
    assert [view.takes.index(row, 0).data() for row in range(4)] == ["4", "3", "2", "1"]
    current = window.composer.desk.documents.current
    assert view.takes.take_at(2) is current
    assert view.currentIndex().row() == 2


def test_what_is_shown_is_kept_without_an_end(again: Again, book: Path, qtbot: QtBot) -> None:
    """A session that is killed has no moment for it."""
    window = again()
    window.show()
    window.open_path(book)

    def is_kept() -> bool:
        return load_settings(settings_file()).window.file == str(book)

    qtbot.waitUntil(is_kept)
    window.composer.rooms[OutlineRoom].presenter.go_to(2, focus=True)
    caret = window.composer.desk.editor.caret()
    qtbot.waitUntil(lambda: load_settings(settings_file()).window.caret == caret)


def test_a_text_that_only_was_here_leaves_the_file_in_its_place(again: Again, book: Path) -> None:
    window = again()
    window.show()
    window.open_path(book)
    window.composer.rooms[TextsRoom].begin_text()
    window = again()
    assert window.composer.desk.documents.current.path == book


def test_a_file_that_was_closed_is_not_opened_again(again: Again, book: Path) -> None:
    window = again()
    window.show()
    window.open_path(book)
    window.composer.rooms[TextsRoom].file_tabs.close_current()
    window = again()
    assert window.composer.desk.documents.current.is_welcome


def test_a_file_that_is_gone_is_told_of_quietly(again: Again, book: Path, qtbot: QtBot) -> None:
    window = again()
    window.show()
    window.open_path(book)
    window = again(book.unlink)
    assert window.composer.desk.documents.current.is_welcome
    words = said(window, qtbot)
    assert words.startswith("session.abc was open last and cannot be read: ")
    # It is said once.
    window = again()
    notices: list[Notice] = []
    window.studio.notice_requested.connect(notices.append)
    window.show()
    deliver_events()
    assert not notices


def test_what_is_no_text_any_more_is_not_shown(again: Again, book: Path, qtbot: QtBot) -> None:
    window = again()
    window.show()
    window.open_path(book)
    window = again(lambda: book.write_bytes(b"MThd\0\0\0\6\0\0\0\1\0\x60"))
    assert window.composer.desk.documents.current.is_welcome
    assert str(book) in said(window, qtbot)


def test_a_take_that_is_not_kept_is_told_of_quietly(again: Again, qtbot: QtBot) -> None:
    window = again()
    window.show()
    take = compose(window)
    window = again(lambda: change_takes(takes_dir(), {take.provenance.history_key: None}))
    assert window.composer.desk.documents.current.is_welcome
    words = "The take that was open last is not in the history any more."
    assert said(window, qtbot) == words


def test_a_large_file_comes_in_pieces_and_no_other_tune_before_it(
    again: Again, book: Path, qtbot: QtBot
) -> None:
    book.write_text(BOOK * (AT_ONCE_BYTES // len(BOOK) + 1), encoding="utf-8")
    window = again()
    window.show()
    window.open_path(book)
    documents = window.composer.desk.documents
    qtbot.waitUntil(lambda: documents.current.path == book)
    window.composer.rooms[OutlineRoom].presenter.go_to(7, focus=True)
    caret = window.composer.desk.editor.caret()
    window = again()
    composer = window.composer
    assert not composer.desk.editor.text()
    window.show()
    qtbot.waitUntil(lambda: composer.desk.documents.current.path == book)
    qtbot.waitUntil(lambda: composer.desk.editor.caret() == caret)


def test_a_large_file_that_cannot_be_read_leaves_the_welcome(
    again: Again, book: Path, qtbot: QtBot
) -> None:
    save_settings(
        Settings(theme="light", language="en", window=WindowState(file=str(book))), settings_file()
    )
    book.write_bytes(b"\0\1\2\3" * AT_ONCE_BYTES)
    window = again()
    window.show()
    qtbot.waitUntil(lambda: window.composer.desk.documents.current.is_welcome)


def test_files_that_are_named_are_told_from_folders(book: Path) -> None:
    assert NamedFiles([str(book)]).name_texts
    assert not NamedFiles([str(book.parent)]).name_texts
    assert not NamedFiles([]).name_texts
