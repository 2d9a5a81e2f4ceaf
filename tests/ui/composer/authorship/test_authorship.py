"""Who wrote what: shown as a tint and in words, kept through saving, opening and a lost session."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from abcstudio.composing.author_records import kept_authors
from abcstudio.composing.authors import FROM_FILE, PERSON, Author, AuthorKind
from abcstudio.composing.provenance import Provenance, with_provenance
from abcstudio.paths import authors_dir
from abcstudio.ui.composer.authorship.author_styles import author_style
from abcstudio.ui.composer.authorship.room import AuthorshipRoom
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.tunebook.room import TunebookRoom
from abcstudio.ui.look.theme import DARK, LIGHT, Colors
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.events import let_work_end

TUNE = "X:1\nT:Kesh\nM:4/4\nL:1/8\nK:G\nGABc d2 e2|f4 g4|\n"
WAIT_MS = 240_000
Start = Callable[[], MainWindow]


def kinds(page: ComposerPage) -> dict[AuthorKind, int]:
    counts: dict[AuthorKind, int] = {}
    for length, author in page.desk.documents.current.authors.pieces():
        counts[author.kind] = counts.get(author.kind, 0) + length
    return counts


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def type_at_end(qtbot: QtBot, page: ComposerPage, words: str) -> None:
    page.rooms[TextsRoom].focus_text()
    page.desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(page.desk.editor, words)


@pytest.mark.one_window
def test_shares_are_said_and_tinted_by_key_and_by_menu(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    page.parts.files.open_text(TUNE, "book")
    type_at_end(qtbot, page, "a4 b4|")
    line = page.rooms[AuthorshipRoom].line
    assert not line.isVisible()
    press(qtbot, main_window, "view.authors")
    assert line.isVisible()
    assert line.words == "already there 88 % · you 12 %"
    assert line.accessibleDescription() == line.words
    page.desk.editor.moveCursor(QTextCursor.MoveOperation.Left)
    assert line.caret.text() == "At the caret: you"
    page.desk.editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert line.caret.text() == "At the caret: already there"
    tinted = [
        each.cursor.selectedText()
        for each in page.desk.editor.extraSelections()
        if each.format.underlineStyle() == each.format.UnderlineStyle.SingleUnderline
    ]
    assert tinted == ["a4 b4|"]
    main_window.registry.action("view.authors").trigger()
    assert not line.isVisible()
    assert len(page.desk.editor.extraSelections()) < 3


@pytest.mark.one_window
def test_undo_and_redo_bring_authors_back(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    page.parts.files.open_text(TUNE, "book")
    type_at_end(qtbot, page, "a4 b4|")
    before = page.desk.documents.current.authors.pieces()
    page.desk.editor.selectAll()
    qtbot.keyClick(page.desk.editor, Qt.Key.Key_Delete)
    assert page.desk.documents.current.authors.pieces() == ()
    press(qtbot, main_window, "edit.undo")
    assert page.desk.documents.current.authors.pieces() == before
    press(qtbot, main_window, "edit.undo")
    assert kinds(page) == {AuthorKind.FILE: len(TUNE)}
    press(qtbot, main_window, "edit.redo")
    assert page.desk.documents.current.authors.pieces() == before


@pytest.mark.one_window
def test_what_is_pasted_is_pasted_and_what_was_copied_here_keeps_its_authors(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    page.parts.files.open_text(TUNE, "book")
    type_at_end(qtbot, page, "a4 b4|")
    QGuiApplication.clipboard().setText("cdef|")
    press(qtbot, main_window, "edit.paste")
    assert kinds(page)[AuthorKind.PASTED] == 5
    page.desk.editor.selectAll()
    press(qtbot, main_window, "edit.copy")
    pieces = page.desk.documents.current.authors.pieces()
    page.parts.files.new()
    page.rooms[TextsRoom].focus_text()
    press(qtbot, main_window, "edit.paste")
    assert page.desk.documents.current.authors.pieces() == pieces


@pytest.mark.one_window
def test_a_command_that_writes_anew_changes_only_what_differs(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    page.parts.files.open_text(TUNE, "book")
    page.desk.watch.settle()
    press(qtbot, main_window, "tune.transpose_up")
    found = kinds(page)
    assert 0 < found[AuthorKind.REWRITING] < len(TUNE) / 2
    assert set(found) == {AuthorKind.FILE, AuthorKind.REWRITING}


def test_authors_survive_saving_and_opening(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = tmp_path / "Kesh.abc"
    path.write_text(TUNE)
    window = start()
    window.composer.open_path(path)
    type_at_end(qtbot, window.composer, "a4 b4|")
    before = window.composer.desk.documents.current.authors.pieces()
    window.registry.action("file.save").trigger()
    window = start()
    # Moved and renamed meanwhile, it is still known.
    path = path.rename(tmp_path / "Other.abc")
    window.composer.open_path(path)
    assert window.composer.desk.documents.current.authors.pieces() == before
    assert set(kinds(window.composer)) == {AuthorKind.FILE, AuthorKind.PERSON}
    assert path.read_text() == TUNE + "a4 b4|"
    path.write_text(TUNE + "a4 b3|")
    window = start()
    window.composer.open_path(path)
    assert set(kinds(window.composer)) == {AuthorKind.FILE}


def test_authors_survive_the_tunebook_and_its_sets(qtbot: QtBot, start: Start) -> None:
    window = start()
    page = window.composer
    page.parts.files.open_text(TUNE, "book")
    type_at_end(qtbot, page, "a4 b4|")
    page.desk.watch.settle()
    window.registry.action("tune.keep_in_book").trigger()
    page.parts.files.open_text(TUNE.replace("Kesh", "Other"), "other")
    page.desk.watch.settle()
    window.registry.action("tune.keep_in_book").trigger()
    for document in page.desk.documents:
        document.text_document.setModified(False)
    window = start()
    page = window.composer
    page.rooms[TunebookRoom].presenter.renumber()
    page.rooms[TunebookRoom].presenter.open(0)
    assert kinds(page)[AuthorKind.PERSON] == len("a4 b4|\n")
    page.rooms[TunebookRoom].panel.rows.rename_requested.emit(0, "Renamed")
    let_work_end(qtbot, window.studio)
    qtbot.waitUntil(lambda: page.rooms[TunebookRoom].presenter.book.tunes[0].title == "Renamed")
    let_work_end(qtbot, window.studio)
    page.rooms[TunebookRoom].presenter.open(0)
    assert "Renamed" in page.desk.editor.text()
    assert kinds(page)[AuthorKind.PERSON] == len("a4 b4|\n")


def test_a_text_whose_lines_name_a_model_is_that_model_s(qtbot: QtBot, start: Start) -> None:
    page = start().composer
    told = Provenance(model="Folk", fingerprint="ab12", prompt="X:1\nT:Kesh\n")
    page.parts.files.open_text(with_provenance(TUNE, told), "sent")
    counts = kinds(page)
    assert set(counts) == {AuthorKind.PERSON, AuthorKind.MODEL, AuthorKind.PROGRAM}
    assert counts[AuthorKind.PERSON] == len(told.prompt)


def test_a_damaged_record_costs_itself_only(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = tmp_path / "Kesh.abc"
    path.write_text(TUNE)
    window = start()
    window.composer.open_path(path)
    type_at_end(qtbot, window.composer, "a4 b4|")
    window.registry.action("file.save").trigger()
    window = start()
    (record,) = authors_dir().glob("*.json")
    record.write_bytes(b"{")
    window.composer.open_path(path)
    assert window.composer.desk.editor.text() == TUNE + "a4 b4|"
    assert set(kinds(window.composer)) == {AuthorKind.FILE}
    assert record.with_name(f"{record.name}.damaged").exists()


def test_authors_survive_a_session_that_was_lost(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    page = window.composer
    page.parts.files.open_text(TUNE, "book")
    type_at_end(qtbot, page, "a4 b4|")
    before = page.desk.documents.current.authors.pieces()
    # As when the process is killed: nobody is asked, and the copies stay.
    monkeypatch.setattr(page, "may_close", lambda *_, **__: True)
    page.parts.autosave.write()
    window = start()
    page = window.composer
    qtbot.waitUntil(lambda: bool(page.parts.autosave.left_behind()), timeout=WAIT_MS)
    window.registry.action("file.recover").trigger()
    qtbot.waitUntil(lambda: page.desk.editor.text() == TUNE + "a4 b4|", timeout=WAIT_MS)
    assert page.desk.documents.current.authors.pieces() == before
    monkeypatch.setattr(page, "may_close", lambda *_, **__: True)


def test_a_take_is_its_models_but_for_the_seed(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    page = window.composer
    page.rooms[ComposingRoom].form.seed.setPlainText("X:1\nT:Mine\nM:4/4\nL:1/8\nK:G\nGABc ")
    ask_for_short_takes(page.rooms[ComposingRoom].form)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        page.rooms[ComposingRoom].controller.compose()
    model = window.studio.model
    assert model is not None
    document = page.desk.documents.current
    author = Author(AuthorKind.MODEL, model.name, str(document.provenance.take_number))
    found = {author for _, author in document.authors.pieces()}
    assert {author, PERSON} < found
    assert FROM_FILE not in found
    before = document.authors.pieces()
    window.registry.action("view.authors").trigger()
    assert model.name in page.rooms[AuthorshipRoom].line.words
    assert "you" in page.rooms[AuthorshipRoom].line.words
    let_work_end(qtbot, window.studio)
    window = start()
    page = window.composer
    page.rooms[TakesRoom].list.selectRow(0)
    assert page.desk.documents.current.authors.pieces() == before
    page.parts.files.save_to(page.desk.documents.current, tmp_path / "take.abc")
    let_work_end(qtbot, window.studio)
    assert kept_authors(authors_dir(), page.desk.editor.text()) == before


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_tints_leave_every_colour_of_the_text_readable(colors: Colors) -> None:
    inks = [value for name, value in vars_of(colors).items() if name.startswith("syntax_")]
    for kind in AuthorKind:
        style = author_style(kind, colors)
        if style is not None:
            ground = style.background().color()
            assert min(contrast(QColor(ink), ground) for ink in inks) >= 4.5, kind


def vars_of(colors: Colors) -> dict[str, str]:
    return {name: getattr(colors, name) for name in colors.__slots__}


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
