"""Large texts through the window: what is counted is work, never time.

Over 400 lines: the same few texts go through every way in and out.
"""

import json
import threading
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.spans import Span
from abcstudio.own_files import Tell
from abcstudio.ui.composer import caret_speaker
from abcstudio.ui.composer.caret_speaker import CaretSpeaker
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.desk import tune_watch
from abcstudio.ui.composer.desk.tune_watch import LARGE_TUNE
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents import lost_texts
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.long_lines import MOST_IN_LINE
from abcstudio.ui.documents.lost_texts import LostText
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES
from abcstudio.ui.documents.origins.read_text import MAX_FILE_BYTES, ReadText
from abcstudio.ui.editor.abc_highlighter import MAX_COLORED
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window

TUNES = 2_000
BOOK = "R:reel\r\n\r\n" + "".join(
    f"X:{n}\r\nT:Tüne {n}\r\nM:4/4\r\nL:1/8\r\nK:G\r\nGABc dedB|dedB dedB|\r\n\r\n"
    for n in range(1, TUNES + 1)
)
SHOWN = BOOK.replace("\r\n", "\n")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.abc"
    path.write_bytes(BOOK.encode())
    assert AT_ONCE_BYTES < len(BOOK.encode()) < MAX_FILE_BYTES
    return path


def open_large(window: MainWindow, path: Path, qtbot: QtBot) -> ComposerPage:
    window.open_path(path)
    page = window.composer
    qtbot.waitUntil(lambda: page.document_name == path.name, timeout=20_000)
    return page


def test_a_large_file_is_opened_in_the_background_and_says_how_far_it_is(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    page = main_window.composer
    bar = page.rooms[TextsRoom].opening_bar
    main_window.open_path(book)
    assert page.document_name != book.name
    assert bar.isVisible()
    assert bar.words.text() == "Opening book.abc…"
    steps: list[int] = []
    page.parts.files.opening.progressed.connect(steps.append)
    qtbot.waitUntil(lambda: page.document_name == book.name, timeout=20_000)
    assert len(steps) > 2
    assert steps == sorted(steps)
    assert not bar.isVisible()
    assert page.desk.editor.text() == SHOWN
    assert str(book) in main_window.studio.settings.recent_files
    # Nothing to undo: the text is as the file has it.
    document = page.desk.documents.current
    assert not document.is_modified
    assert not document.text_document.isUndoAvailable()


def test_a_large_text_that_was_waited_for_can_be_typed_in(
    main_window: MainWindow, book: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = main_window.composer
    page.rooms[ComposingRoom].form.compose_button.setFocus()
    open_large(main_window, book, qtbot)
    assert page.desk.editor.hasFocus()
    # As from a dialog, which has the focus still while the file begins to be opened.
    third = tmp_path / "third.abc"
    third.write_bytes(book.read_bytes())
    page.rooms[TakesRoom].list.setFocus()
    dialog = QDialog(main_window)
    field = QLineEdit(dialog)
    dialog.show()
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=5_000)
    page.parts.files.opening.began.emit(third)
    dialog.close()
    main_window.activateWindow()
    qtbot.waitUntil(page.rooms[TakesRoom].list.hasFocus, timeout=5_000)
    page.parts.files.opening.opened.emit(Document.read(third))
    assert page.desk.editor.hasFocus()
    page.parts.files.opening.ended.emit()
    # Who went elsewhere meanwhile stays there.
    other = book.rename(tmp_path / "other.abc")
    page.rooms[ComposingRoom].form.more.unfold()
    page.rooms[ComposingRoom].form.compose_button.setFocus()
    main_window.open_path(other)
    page.rooms[ComposingRoom].form.seed.setFocus()
    qtbot.waitUntil(lambda: page.document_name == other.name, timeout=20_000)
    assert page.rooms[ComposingRoom].form.seed.hasFocus()


def test_opening_a_large_file_can_be_cancelled(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    page = main_window.composer
    before = page.document_name
    main_window.open_path(book)
    page.rooms[TextsRoom].opening_bar.cancel_button.click()
    assert not page.rooms[TextsRoom].opening_bar.isVisible()
    qtbot.waitUntil(lambda: not main_window.studio.is_working, timeout=20_000)
    deliver_events()
    assert page.document_name == before
    # In the middle of putting it into the window too, and then it can be opened after all.
    main_window.open_path(book)
    with qtbot.waitSignal(page.parts.files.opening.progressed, timeout=20_000):
        pass
    page.rooms[TextsRoom].opening_bar.cancel_button.click()
    deliver_events()
    assert page.document_name == before
    assert open_large(main_window, book, qtbot).desk.editor.text() == SHOWN


def test_of_a_large_text_only_what_is_near_the_caret_is_read_and_coloured(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    page = open_large(main_window, book, qtbot)
    document = page.desk.documents.current
    assert document.book().made < TUNES // 2
    lines = page.desk.editor.viewport().height() // page.desk.editor.fontMetrics().lineSpacing()
    highlighter = page.parts.highlighting.highlighter_of(document)
    page.desk.editor.grab()
    assert 0 < highlighter.colored < 3 * lines
    # The rest follows by itself, in pieces.
    qtbot.waitUntil(lambda: page.desk.watch.knows_tunes, timeout=20_000)
    assert page.desk.watch.tunes == split_tunebook(SHOWN)
    assert document.known.copied == 0


def test_a_key_in_a_large_text_costs_what_it_changes(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    page = open_large(main_window, book, qtbot)
    qtbot.waitUntil(lambda: page.desk.watch.knows_tunes, timeout=20_000)
    document, editor = page.desk.documents.current, page.desk.editor
    place = SHOWN.index("dedB|\n", len(SHOWN) // 2)
    editor.select(Span(place, place), focus=True)
    editor.grab()
    highlighter = page.parts.highlighting.highlighter_of(document)
    made, colored = document.book().made, highlighter.colored
    for count in range(1, 4):
        QTest.keyClick(editor, Qt.Key.Key_A)
        qtbot.waitUntil(lambda: not page.desk.watch.is_waiting)
        view = page.desk.watch.view
        assert view is not None
        assert view.text.count("a") == count
    assert document.known.copied < 20
    assert document.book().made - made == 3
    assert highlighter.colored - colored == 3
    # And it is the text that Qt has, and that is undone and saved.
    changed = SHOWN[:place] + "aaa" + SHOWN[place:]
    assert editor.text() == document.text_document.toRawText().replace("\u2029", "\n") == changed
    assert page.desk.watch.tunes == split_tunebook(changed)
    assert page.parts.files.save()
    assert book.read_bytes() == changed.replace("\n", "\r\n").encode()
    editor.undo()
    assert editor.text() == SHOWN
    assert page.desk.watch.tunes == split_tunebook(SHOWN)


def test_a_large_text_is_recovered_found_in_and_reloaded(
    main_window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    page = open_large(main_window, book, qtbot)
    document = page.desk.documents.current
    document.replace_part(len(SHOWN), len(SHOWN), "X:9\nT:Last\nK:C\nc|\n")
    page.parts.autosave.write()
    (lost,) = [
        path
        for path in page.parts.autosave.folder.glob("*.json")
        if "Last" in path.read_text("ascii")
    ]
    assert lost.stat().st_size > len(SHOWN)
    page.rooms[TextsRoom].find_bar.open_bar()
    page.rooms[TextsRoom].find_bar.line.setText("T:Last")
    assert page.rooms[TextsRoom].find_bar.count_text() == "Found: 1"
    page.rooms[TextsRoom].find_bar.close_bar()
    book.write_bytes(BOOK.replace("Tüne 7\r", "Changed\r").encode())
    assert document.was_changed_outside()
    document.take_read(ReadText.of(book))
    qtbot.waitUntil(lambda: page.desk.watch.tunes[6].title == "Changed", timeout=20_000)
    editor_text = page.desk.editor.text()
    page.desk.editor.undo()
    qtbot.waitUntil(lambda: page.desk.editor.text() != editor_text, timeout=20_000)
    assert page.desk.editor.text() == SHOWN + "X:9\nT:Last\nK:C\nc|\n"


def lost_copy(home: Path, number: int, text: str, path: Path | None = None) -> Path:
    folder = home / "data" / "autosave"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"dead-{number}.json"
    facts = {"name": "", "path": path and str(path), "text": text, "place": number}
    copy.write_text(json.dumps(facts), encoding="ascii")
    return copy


@pytest.mark.own_window
def test_large_lost_texts_are_read_once_in_the_background_and_put_in_piece_by_piece(
    main_window: MainWindow,
    studio: Studio,
    book: Path,
    home: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = main_window.composer
    new, edited = SHOWN.replace("Tüne", "𝄞"), SHOWN.replace("Tüne 7\n", "Lost\n")
    copies = [lost_copy(home, 1, new), lost_copy(home, 2, edited, book)]
    read: list[tuple[Path, bool]] = []
    read_one = lost_texts.read_lost_text

    def note(copy: Path, tell: Tell) -> LostText | None:
        read.append((copy, threading.current_thread() is threading.main_thread()))
        return read_one(copy, tell)

    monkeypatch.setattr(lost_texts, "read_lost_text", note)
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    page.rooms[TextsRoom].recovery.offer()
    assert not notices
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert notices[0].text.startswith("2 texts were not saved. Their copies are from ")
    steps: list[int] = []
    page.parts.files.opening.progressed.connect(steps.append)
    page.rooms[TextsRoom].recovery.recover()
    page.rooms[TextsRoom].recovery.recover()
    assert page.rooms[TextsRoom].opening_bar.isVisible()
    assert page.rooms[TextsRoom].opening_bar.words.text() == "Opening Untitled…"
    qtbot.waitUntil(lambda: len(page.desk.documents) == 2, timeout=20_000)
    assert read == [(copy, False) for copy in copies]
    assert len(steps) > 5
    first, second = page.desk.documents
    assert (first.text(), second.text(), second.path) == (new, edited, book)
    assert first.is_modified
    assert second.is_modified
    # The old copies go once there are new ones.
    qtbot.waitUntil(lambda: not any(copy.exists() for copy in copies), timeout=20_000)
    assert page.parts.autosave.has_copy(first)
    assert page.parts.autosave.has_copy(second)
    # There is no file whose text undo could bring back.
    assert not first.text_document.isUndoAvailable()
    second.text_document.undo()
    assert (first.text(), second.text()) == (new, SHOWN)
    assert not second.is_modified


@pytest.mark.own_window
def test_recovering_a_large_text_can_be_cancelled_and_begun_again(
    main_window: MainWindow, home: Path, qtbot: QtBot
) -> None:
    page = main_window.composer
    copy = lost_copy(home, 1, SHOWN)
    page.rooms[TextsRoom].recovery.recover()
    with qtbot.waitSignal(page.parts.files.opening.progressed, timeout=20_000):
        pass
    page.rooms[TextsRoom].opening_bar.cancel_button.click()
    deliver_events()
    assert page.desk.editor.text() != SHOWN
    assert copy.exists()
    page.rooms[TextsRoom].recovery.recover()
    qtbot.waitUntil(lambda: page.desk.editor.text() == SHOWN, timeout=20_000)


def test_a_huge_line_is_read_in_the_background_and_not_coloured(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A tune is large where reading it would hold the window; none of those in the box is.
    assert LARGE_TUNE > 5_000
    monkeypatch.setattr(tune_watch, "LARGE_TUNE", 5_000)
    path = tmp_path / "line.abc"
    path.write_text("X:1\nT:Line\nK:C\n" + "CDEF|" * 2_200 + "\n", encoding="utf-8")
    main_window.open_path(path)
    page = main_window.composer
    assert page.desk.watch.is_reading
    assert page.desk.watch.view is None
    qtbot.waitUntil(lambda: page.desk.watch.view is not None, timeout=60_000)
    # What the first rest of the caret asks for is ready.
    assert page.desk.watch.view is not None
    assert page.desk.watch.view.music_places is not None
    with monkeypatch.context() as patch:
        patch.setattr(caret_speaker, "MeasurePlaces", lambda _score: pytest.fail("made anew"))
        assert page.rooms[CaretSpeaker].reading()
    document = page.desk.documents.current
    line = document.text_document.findBlockByNumber(3)
    assert line.length() > MAX_COLORED
    assert line.layout().formats() == []
    made = document.book().made
    QTest.keyClick(page.desk.editor, Qt.Key.Key_Home)
    QTest.keyClick(page.desk.editor, Qt.Key.Key_Z)
    assert document.book().made == made
    view = page.desk.watch.settle()
    assert view is not None
    assert "z" in view.text
    qtbot.waitUntil(lambda: not main_window.studio.is_working, timeout=60_000)


def test_what_is_too_large_to_edit_is_offered_as_a_source(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "everything.abc"
    path.write_bytes(b"X:1\nT:One\nK:C\nCDEF|\n\n" * (MAX_FILE_BYTES // 21 + 10))
    before = main_window.composer.document_name
    main_window.open_path(path)
    assert main_window.composer.document_name == before
    notice = main_window.standing_notice.notice
    assert notice is not None
    assert notice.text == "everything.abc is too large to edit here: more than 5 MB."
    assert notice.action_text == "Open as a source"
    # Not the whole of it: what the first page does with a source is tested there.
    path.write_bytes(b"X:1\nT:One\nK:C\nCDEF|\n")
    main_window.standing_notice.action_button.click()
    assert main_window.datasets.isVisible()
    assert str(path) in main_window.studio.settings.sources
    qtbot.waitUntil(lambda: main_window.datasets.browser.table.shown != (), timeout=20_000)


def test_each_file_that_is_too_large_is_offered_until_it_is_answered(
    main_window: MainWindow, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("one.abc", "two.abc")]
    for path in paths:
        with path.open("wb") as file:
            file.truncate(MAX_FILE_BYTES + 1)
    main_window.open_paths([*paths, paths[0]])
    row = main_window.standing_notice
    assert main_window.notices.notice is None
    asked = []
    while row.notice is not None:
        asked.append(row.text.text().split()[0])
        row.put_away()
    assert asked == ["two.abc", "one.abc"]
    # What can be opened after all needs no offer.
    main_window.open_path(paths[0])
    paths[0].write_text("X:1\nK:C\nC\n", encoding="utf-8")
    main_window.open_path(paths[0])
    assert main_window.composer.desk.documents.current.path == paths[0]
    assert row.notice is None


def test_the_score_says_why_a_tune_is_not_drawn_and_draws_the_next_one(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.composer
    page.parts.files.open_text(
        "X:1\nL:1/1\nK:C\n" + "C64 " * 400 + "\n\nX:2\nT:Next\nK:C\nCDEF|\n", "long"
    )
    with qtbot.waitSignal(page.parts.link.engraving.failed, timeout=60_000):
        pass
    assert page.parts.score.message.startswith(
        "A measure of this tune holds more than can be drawn"
    )
    with qtbot.waitSignal(page.parts.link.score_shown, timeout=60_000):
        place = page.desk.editor.text().index("T:Next")
        page.desk.editor.select(Span(place, place))
    assert page.parts.score.message == ""


def test_a_line_of_one_long_word_is_broken_anywhere(main_window: MainWindow) -> None:
    page, anywhere = main_window.composer, QTextOption.WrapMode.WrapAnywhere
    between_words = page.desk.editor.wordWrapMode()
    assert between_words != anywhere
    page.parts.files.open_text("X:1\nT:" + "t" * 90_000 + "\nK:C\nC|\n", "opened")
    assert page.desk.editor.wordWrapMode() == anywhere
    for name in ("plain", "short"):
        page.parts.files.open_text("X:1\nT:short words\nK:C\nC|\n", name)
        assert page.desk.editor.wordWrapMode() == between_words
    page.desk.editor.textCursor().insertText("w" * 100_000)
    pasted = page.desk.documents.current.text_document
    assert pasted.defaultTextOption().wrapMode() == anywhere
    plain = [d for d in page.desk.documents if not d.has_long_line]
    pasted_one = page.desk.documents.current
    for document in (plain[0], pasted_one, plain[0]):
        page.desk.documents.make_current(document)
        assert (page.desk.editor.wordWrapMode() == anywhere) == document.has_long_line


MOST = QLocale().toString(MOST_IN_LINE)
LONG_LINE = "%" * (MOST_IN_LINE + 1)


def test_a_file_with_a_line_that_is_too_long_is_offered_as_a_source(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "line.abc"
    path.write_text(f"X:1\nT:Line\nK:C\n{LONG_LINE}\n", encoding="utf-8")
    page = main_window.composer
    before = page.desk.documents.current
    with qtbot.waitSignal(page.parts.files.opening.failed, timeout=20_000):
        main_window.open_path(path)
    assert page.desk.documents.current is before
    notice = main_window.standing_notice.notice
    assert notice is not None
    assert notice.text == (
        f"line.abc has a line of more than {MOST} characters, which is too long to edit here."
    )
    assert notice.action_text == "Open as a source"
    main_window.standing_notice.action_button.click()
    assert str(path) in main_window.studio.settings.sources
    # The longest line that is edited.
    path.write_text(f"X:1\nT:Line\nK:C\n{LONG_LINE[1:]}\n", encoding="utf-8")
    open_large(main_window, path, qtbot)


def test_a_line_that_is_too_long_comes_into_no_text(
    main_window: MainWindow, studio: Studio, book: Path, qtbot: QtBot
) -> None:
    page = open_large(main_window, book, qtbot)
    document, editor = page.desk.documents.current, page.desk.editor
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    # By way of the clipboard, as a whole or together with the line that it comes into.
    editor.select(Span(3, 3), focus=True)
    for pasted in (f"A|\n{LONG_LINE}\nB|", LONG_LINE[2:], f"A|\n{LONG_LINE[3:]}"):
        data = QMimeData()
        data.setText(pasted)
        editor.insertFromMimeData(data)
    assert [notice.text for notice in notices] == [
        f"Nothing was pasted: a line of more than {MOST} characters is too long to edit here. "
        "Break it into shorter lines first."
    ] * 3
    assert editor.text() == SHOWN
    assert not document.is_modified
    # By way of its file.
    book.write_text(f"X:1\nK:C\n{LONG_LINE}\n", encoding="utf-8")
    page.rooms[TextsRoom].outside_changes.look()
    reload = notices[-1].action
    assert reload is not None
    reload()
    qtbot.waitUntil(lambda: str(book) in notices[-1].text, timeout=20_000)
    assert notices[-1].text.startswith(f"{book} has a line of more than {MOST} characters")
    assert editor.text() == SHOWN
    # By way of another page.
    page.parts.files.open_text(f"X:1\nK:C\n{LONG_LINE}\n", "Other")
    assert notices[-1].text.startswith(f"Other has a line of more than {MOST} characters")
    assert page.desk.documents.current is document


def test_the_longest_line_can_be_pasted_and_taken_back(main_window: MainWindow) -> None:
    page = main_window.composer
    page.parts.files.open_text("AB\n", "short")
    page.desk.editor.select(Span(1, 1))
    data = QMimeData()
    data.setText(LONG_LINE[3:])
    page.desk.editor.insertFromMimeData(data)
    assert page.desk.editor.text() == f"A{LONG_LINE[3:]}B\n"
    page.desk.editor.undo()
    assert page.desk.editor.text() == "AB\n"


def test_no_line_comes_in_several_pieces(main_window: MainWindow) -> None:
    text = f"X:1\nT:Line\nK:C\n{LONG_LINE[1:]}\n" + SHOWN
    document = Document("recovered")
    lengths = [len(document.text()) for _ in document.recover_in_pieces(text)]
    # One piece to the end of the line, and the rest in pieces.
    assert lengths[0] == text.index("\n", 50_000) + 1
    assert max(b - a for a, b in pairwise(lengths)) < 51_000
    assert document.text() == text
    assert not document.large.undo()
    assert document.text() == text
    document.deleteLater()


@pytest.mark.own_window
def test_a_lost_text_with_a_line_that_is_too_long_becomes_a_file_and_is_offered_as_a_source(
    main_window: MainWindow, studio: Studio, home: Path, qtbot: QtBot
) -> None:
    # An earlier version may have kept lines of any length: they are not lost.
    page = main_window.composer
    text = f"X:1\nT:Lîne\nK:C\n{12 * LONG_LINE}\n"
    copies = [lost_copy(home, 1, text), lost_copy(home, 2, "X:1\nT:Other\nK:C\nC|\n")]
    folder = home / "data" / "recovered"
    page.rooms[TextsRoom].recovery.recover()
    kept = folder / "Lîne.abc"
    qtbot.waitUntil(kept.exists, timeout=20_000)
    assert kept.read_text(encoding="utf-8") == text
    assert not copies[0].exists()
    qtbot.waitUntil(lambda: "Other" in page.desk.editor.text(), timeout=20_000)
    notice = main_window.standing_notice.notice
    assert notice is not None
    assert notice.text == (
        f"Lîne has a line of more than {MOST} characters, which is too long to edit here. "
        f"It is kept in {kept}."
    )
    assert notice.action_text == "Open as a source"
    main_window.standing_notice.action_button.click()
    assert str(kept) in studio.settings.sources
    # Where no file can be written, the copy stays.
    again = lost_copy(home, 3, text)
    kept.unlink()
    folder.rmdir()
    folder.write_text("in the way", encoding="ascii")
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    page.rooms[TextsRoom].recovery.recover()
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert notices[0].text.startswith("Lîne has a line of more than")
    assert again.exists()


def test_a_text_is_shown_without_a_change_of_its_look(main_window: MainWindow, book: Path) -> None:
    # Qt goes through all lines of a text for each change of its font and of its line breaks.
    page, document = main_window.composer, Document.read(book)
    before = document.text_document.defaultFont(), document.text_document.defaultTextOption()
    page.desk.documents.add(document)
    assert page.desk.editor.document() is document.text_document
    assert page.desk.editor.document().defaultFont() == before[0]
    assert page.desk.editor.font() == before[0]
    assert page.desk.editor.document().defaultTextOption().wrapMode() == before[1].wrapMode()
