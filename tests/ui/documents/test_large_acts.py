"""What is done to the whole of a large text, through the window: what is counted is work."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.large_changes import AT_ONCE
from abcstudio.ui.documents.origins.read_text import ReadText
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.documents.test_large_texts import BOOK, SHOWN, open_large

pytestmark = pytest.mark.one_window

TWICE = 2 * SHOWN


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.abc"
    path.write_bytes(BOOK.encode())
    return path


def test_a_large_text_without_a_file_is_opened_in_pieces(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.composer
    steps: list[int] = []
    page.parts.files.opening.progressed.connect(steps.append)
    page.parts.files.open_text(SHOWN, "Found")
    assert page.rooms[TextsRoom].opening_bar.words.text() == "Opening Found…"
    qtbot.waitUntil(lambda: page.desk.editor.text() == SHOWN, timeout=20_000)
    assert len(steps) > 2
    document = page.desk.documents.current
    assert (document.name, document.path) == ("Found", None)
    assert not document.is_modified
    assert not document.text_document.isUndoAvailable()


def test_a_large_file_that_changed_is_read_in_the_background(
    main_window: MainWindow,
    studio: Studio,
    book: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_large(main_window, book, qtbot)
    threads: list[bool] = []
    read_one = ReadText.of

    def note(path: Path) -> ReadText:
        threads.append(threading.current_thread() is threading.main_thread())
        return read_one(path)

    monkeypatch.setattr(ReadText, "of", note)
    book.write_bytes(BOOK.replace("Tüne 7\r", "Changed\r").encode())
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    page.rooms[TextsRoom].outside_changes.look()
    load = notices[-1].action
    assert load is not None
    load()
    changed = SHOWN.replace("Tüne 7\n", "Changed\n")
    qtbot.waitUntil(lambda: page.desk.editor.text() == changed, timeout=20_000)
    assert threads == [False]
    assert not page.is_modified
    page.desk.editor.undo()
    qtbot.waitUntil(lambda: page.desk.editor.text() == SHOWN, timeout=20_000)
    # A line that is too long is refused as before.
    book.write_text("X:1\nK:C\n" + "%" * 200_000 + "\n", encoding="ascii")
    page.rooms[TextsRoom].outside_changes.look()
    load = notices[-1].action
    assert load is not None
    load()
    qtbot.waitUntil(lambda: "has a line of more than" in notices[-1].text, timeout=20_000)
    assert page.desk.editor.text() == SHOWN


class Pieces:
    """Does acts that come in pieces, and counts what Qt changes in one call."""

    def __init__(self, page: ComposerPage, qtbot: QtBot) -> None:
        self._page, self._qtbot = page, qtbot
        self.sizes: list[int] = []
        self.edits: list[bool] = []
        document = page.desk.documents.current.text_document
        document.contentsChange.connect(lambda _at, *counts: self.sizes.append(max(counts)))
        page.desk.editor.text_edited.connect(lambda: self.edits.append(True))

    def of(self, act: Callable[[], object], text: str, *, typed: bool = False) -> None:
        """Check that an act makes another text of what is there, in pieces.

        Args:
            act: What is done.
            text: What is there then.
            typed: A key pressed meanwhile is typed after it; else it does nothing.
        """
        page, before = self._page, self._page.desk.editor.text()
        self.sizes.clear()
        self.edits.clear()
        act()
        large = page.desk.documents.current.large
        assert large.is_busy
        assert page.desk.editor.isReadOnly()
        assert page.desk.why_no_writing() == "This text is still being changed."
        QTest.keyClick(page.desk.editor, Qt.Key.Key_Z)
        self._qtbot.waitUntil(lambda: not large.is_busy, timeout=20_000)
        assert page.desk.editor.text() == text + "z" * typed
        assert not page.desk.editor.isReadOnly()
        assert page.desk.editor.viewport().updatesEnabled()
        assert len(self.sizes) > 2
        assert max(self.sizes) < AT_ONCE < len(before) + len(text)
        assert len(self.edits) == 1 + typed
        if typed:
            page.desk.editor.undo()
            assert page.desk.editor.text() == text


def test_what_changes_a_large_text_comes_in_pieces_and_is_one_step_to_undo(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    book.write_bytes(2 * BOOK.encode())
    page = open_large(main_window, book, qtbot)
    editor, pieces = page.desk.editor, Pieces(page, qtbot)
    editor.select(Span(3, 5), focus=True)
    other = TWICE.replace("dedB", "cBAG")
    page.rooms[TextsRoom].find_bar.open_replace()
    page.rooms[TextsRoom].find_bar.line.setText("dedB")
    page.rooms[TextsRoom].find_bar.replacement.setText("cBAG")
    pieces.of(page.rooms[TextsRoom].find_bar.replace_all, other)
    assert page.rooms[TextsRoom].find_bar.count_text() == "Replaced: 12000"
    page.rooms[TextsRoom].find_bar.close_bar()
    assert page.is_modified
    pieces.of(editor.undo, TWICE)
    assert editor.selection() == Span(3, 5)
    assert not page.is_modified
    pieces.of(editor.redo, other)
    # A key after it is a step of its own, as after any change.
    editor.select(Span(0, 0), focus=True)
    QTest.keyClick(editor, Qt.Key.Key_A)
    editor.undo()
    assert editor.text() == other
    editor.selectAll()
    pieces.of(lambda: QTest.keyClick(editor, Qt.Key.Key_Delete), "", typed=True)
    pieces.of(editor.undo, other)
    assert editor.selection() == Span(0, len(other))
    QGuiApplication.clipboard().setText(TWICE)
    pieces.of(editor.paste, TWICE, typed=True)
    assert editor.caret() == len(TWICE)
    pieces.of(editor.undo, other)
    pieces.of(editor.undo, TWICE)
    assert not page.is_modified
    # What is made after an undone change takes its place.
    QTest.keyClick(editor, Qt.Key.Key_B)
    changed = editor.text()
    editor.undo()
    editor.redo()
    assert editor.text() == changed


def test_keys_amid_what_is_typed_over_a_large_text_are_typed_after_it(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    book.write_bytes(2 * BOOK.encode())
    page = open_large(main_window, book, qtbot)
    editor, large = page.desk.editor, page.desk.documents.current.large
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "X:12")
    assert large.is_busy
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "TA")
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    qtbot.keyClicks(editor, ":")
    qtbot.waitUntil(lambda: not large.is_busy, timeout=20_000)
    assert editor.text() == "X:1\nT:A"
    assert editor.caret() == len("X:1\nT:")
    # What was typed after the change is undone before it.
    for _ in range(20):
        editor.undo()
        large.finish()
        if editor.text() == TWICE:
            break
        assert editor.text().startswith("X")
    assert editor.text() == TWICE
    assert editor.selection() == Span(0, len(TWICE))


def test_keys_that_wait_go_to_the_text_that_they_were_meant_for(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    book.write_bytes(2 * BOOK.encode())
    page = open_large(main_window, book, qtbot)
    document, another = page.desk.documents.current, Document("another", "K:C")
    page.desk.editor.selectAll()
    qtbot.keyClicks(page.desk.editor, "X:1")
    assert document.large.is_busy
    page.desk.editor.show_document(another)
    assert document.text() == "X:1"
    qtbot.keyClicks(page.desk.editor, "%")
    assert another.text() == "%K:C"
    page.desk.editor.show_document(document)
    page.desk.editor.undo()
    page.desk.editor.undo()
    assert document.large.is_busy
    qtbot.keyClicks(page.desk.editor, "%")
    assert document.text() == TWICE


def test_who_asks_for_a_text_that_changes_gets_the_whole(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    page = open_large(main_window, book, qtbot)
    document, other = page.desk.documents.current, SHOWN.replace("Tüne", "Tune")
    document.replace_text(other)
    assert document.large.is_busy
    assert page.parts.files.save()
    assert not document.large.is_busy
    assert book.read_bytes() == other.replace("\n", "\r\n").encode()
    assert not document.is_modified
    document.replace_text(SHOWN)
    page.desk.editor.show_document(Document("another"))
    assert not page.desk.editor.isReadOnly()
    assert document.text() == SHOWN
    page.desk.editor.show_document(document)
    assert page.desk.editor.text() == SHOWN


def test_a_longer_text_is_laid_out_once(main_window: MainWindow, book: Path, qtbot: QtBot) -> None:
    """What room its numbers and the scroll bar take is known before it is set."""
    page = main_window.composer
    page.rooms[TextsRoom].begin_text()
    editor = page.desk.editor
    sizes: list[tuple[int, int]] = []  # From which width to which.

    class Watcher(QObject):
        @override
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QResizeEvent) and editor.blockCount() > 1:
                sizes.append((event.oldSize().width(), event.size().width()))
            return False

    watcher = Watcher()
    editor.viewport().installEventFilter(watcher)
    open_large(main_window, book, qtbot)
    assert [size for size in sizes if size[0] != size[1]] == []
    assert editor.verticalScrollBar().isVisible()
    assert editor.viewportMargins().left() == editor.number_width()


def test_a_recovered_text_is_known_before_it_is_shown(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    """Its tunes are found in the background, and it is not copied out of the document."""
    page = main_window.composer
    folder = page.parts.autosave.folder
    folder.mkdir(parents=True, exist_ok=True)
    facts = {"name": "Lost", "path": None, "text": SHOWN}
    (folder / "dead-1.json").write_text(json.dumps(facts), encoding="ascii")
    page.rooms[TextsRoom].recovery.recover()
    qtbot.waitUntil(lambda: page.desk.editor.text() == SHOWN, timeout=20_000)
    assert page.desk.documents.current.known.copied == 0


def test_undo_and_redo_of_a_large_change_know_the_text_that_they_come_to(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    page = open_large(main_window, book, qtbot)
    document = page.desk.documents.current
    changed = SHOWN.replace("|", "||")
    document.replace_text(changed)
    qtbot.waitUntil(lambda: not document.large.is_busy, timeout=20_000)
    assert document.text() == changed
    copied = document.known.copied
    for act, text in (
        (page.desk.editor.undo, SHOWN),
        (page.desk.editor.redo, changed),
        (page.desk.editor.undo, SHOWN),
    ):
        act()
        qtbot.waitUntil(lambda: not document.large.is_busy, timeout=20_000)
        assert document.text() == text == document.text_document.toPlainText()
        assert [tune.text for tune in document.book().tunes()] == [
            tune.text for tune in EditedTunebook(text).tunes()
        ]
    assert document.known.copied == copied


def test_an_edit_between_undo_and_redo_is_not_forgotten(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    page = open_large(main_window, book, qtbot)
    document, editor = page.desk.documents.current, page.desk.editor
    changed = SHOWN.replace("|", "||")
    document.replace_text(changed)
    document.large.finish()
    editor.insertPlainText("%")
    editor.undo()
    editor.undo()
    document.large.finish()
    assert document.text() == SHOWN
    editor.insertPlainText("%")
    editor.redo()
    document.large.finish()
    assert document.text() == "%" + SHOWN == document.text_document.toPlainText()
    document.replace_text(changed)
    document.large.finish()
    editor.undo()
    document.large.finish()
    assert document.text() == "%" + SHOWN == document.text_document.toPlainText()
    editor.redo()
    document.large.finish()
    assert document.text() == changed == document.text_document.toPlainText()
