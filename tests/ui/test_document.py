"""Documents: byte-exact files, undo, saving that fails, autosave and recovery."""

import itertools
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from abcstudio.errors import TextFileError
from abcstudio.ui.autosave import Autosave
from abcstudio.ui.document import Document
from abcstudio.ui.documents import Documents
from abcstudio.ui.editor_text import EditorText, to_offset, to_position

TUNE = "X:1\nT:Кучерява Катерина\nM:2/4\nK:G\nGABc|d2 d2|\n"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251")


def insert(document: Document, position: int, text: str) -> None:
    cursor = QTextCursor(document.text_document)
    cursor.setPosition(position)
    cursor.insertText(text)


@pytest.mark.parametrize(
    ("ending", "encoding", "last"),
    list(itertools.product(("\n", "\r\n", "\r", "mixed"), ENCODINGS, ("", "\n"))),
)
def test_an_unedited_file_saves_to_the_same_bytes(
    qapp: object, tmp_path: Path, ending: str, encoding: str, last: str
) -> None:
    lines = TUNE.rstrip("\n").split("\n")
    endings = (
        itertools.cycle(("\r\n", "\n", "\r")) if ending == "mixed" else itertools.repeat(ending)
    )
    text = "".join(line + end for line, end in zip(lines, endings, strict=False)) + last
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    data = mark + text.encode(encoding)
    path = tmp_path / "tune.abc"
    path.write_bytes(data)
    document = Document.read(path)
    assert not document.is_modified
    document.save()
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "data", [b"X:1\r\nT:a\xa0b\r\nK:C\nCDE|\rFGA|", b"\xef\xbb\xbfX:1\nT:\xff\xfe\n"]
)
def test_one_inserted_character_is_the_only_difference(
    qapp: object, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "tune.abc"
    path.write_bytes(data)
    document = Document.read(path)
    insert(document, 0, "!")
    document.save()
    mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    assert path.read_bytes() == data[:mark] + b"!" + data[mark:]


ANY_TEXT = st.text(
    st.sampled_from("ab|\n\r\u2028\u2029\xa0\ufdd0\U0001d11e\udc80\udcff\uf700\x00\x0b"),
    max_size=40,
)


@given(text=ANY_TEXT)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_is_lost_between_file_and_editor(qapp: object, text: str) -> None:
    prepared = EditorText.of(text)
    document = Document("any", text)
    assert document.text() == prepared.shown
    assert prepared.restored(document.text()) == text


@given(text=ANY_TEXT, data=st.data())
@settings(deadline=None)
def test_an_insertion_keeps_all_other_endings(text: str, data: st.DataObject) -> None:
    prepared = EditorText.of(text)
    place = data.draw(st.integers(0, len(prepared.shown)))
    edited = prepared.shown[:place] + "Z" + prepared.shown[place:]
    restored = prepared.restored(edited)
    assert restored.replace("Z", "", 1) == text


def test_positions_count_a_clef_sign_as_two() -> None:
    text = "a\U0001d11eb"
    assert [to_position(text, offset) for offset in range(4)] == [0, 1, 3, 4]
    assert [to_offset(text, position) for position in (0, 1, 3, 4)] == [0, 1, 2, 3]


def test_undoing_to_the_saved_text_clears_the_modified_mark(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_text(TUNE, encoding="utf-8")
    document = Document.read(path)
    insert(document, 3, "A")
    assert document.is_modified
    document.text_document.undo()
    assert not document.is_modified


def test_replacing_the_text_is_one_undo_step(qapp: object) -> None:
    document = Document("tune", "X:1\nK:G\nGAB\n")
    document.replace_text("X:1\nK:A\nABc\n")
    assert document.text() == "X:1\nK:A\nABc\n"
    document.text_document.undo()
    assert document.text() == "X:1\nK:G\nGAB\n"
    assert not document.text_document.isUndoAvailable()


def test_an_unencodable_character_is_refused(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_bytes("X:1\nT:Café\n".encode("cp1252"))
    document = Document.read(path)
    insert(document, 6, "Є")
    with pytest.raises(TextFileError) as caught:
        document.save()
    assert caught.value.parameters["line"] == 2
    assert path.read_bytes() == "X:1\nT:Café\n".encode("cp1252")
    assert document.is_modified
    document.save(encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "X:1\nT:ЄCafé\n"


@pytest.mark.skipif(os.name == "nt", reason="a folder in a file's place fails otherwise there")
def test_a_save_that_fails_keeps_text_and_mark(qapp: object, tmp_path: Path) -> None:
    document = Document("tune", "X:1\n")
    insert(document, 0, "%")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match=r"."):
        document.save(tmp_path / "file" / "tune.abc")
    assert document.is_modified
    assert document.path is None
    assert document.text() == "%X:1\n"


def test_a_change_by_another_program_is_noticed(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_text(TUNE, encoding="utf-8")
    document = Document.read(path)
    assert not document.was_changed_outside()
    path.write_text(TUNE + "%\n", encoding="utf-8")
    assert document.was_changed_outside()


def test_drawn_characters_leave_nothing_to_undo_and_edits_do(qapp: object) -> None:
    document = Document("Take 1")
    document.begin_drawing()
    for character in "X:1\n":
        document.append_drawn(character)
    document.end_drawing()
    assert not document.is_modified
    assert not document.text_document.isUndoAvailable()
    insert(document, 0, "%")
    assert document.needs_saving


def test_unsaved_text_comes_back_after_an_unexpected_end(qapp: object, tmp_path: Path) -> None:
    documents = Documents()
    first = Document("Untitled")
    documents.add(first)
    autosave = Autosave(documents, tmp_path / "autosave")
    insert(first, 0, "X:1\r\nK:C\nC𝄞")
    autosave.write()
    assert autosave.lost_texts() == ()  # its own session lives
    autosave.close(keep_copies=True)
    later = Autosave(Documents(), tmp_path / "autosave")
    (lost,) = later.lost_texts()
    assert (lost.name, lost.path, lost.text) == ("Untitled", None, "X:1\nK:C\nC𝄞")
    later.close(keep_copies=False)


def test_a_saved_text_leaves_no_copy(qapp: object, tmp_path: Path) -> None:
    documents = Documents()
    document = Document("Untitled")
    documents.add(document)
    autosave = Autosave(documents, tmp_path / "autosave")
    insert(document, 0, "X:1\n")
    autosave.write()
    assert list((tmp_path / "autosave").glob("*.json"))
    document.save(tmp_path / "tune.abc")
    autosave.write()
    assert not list((tmp_path / "autosave").glob("*.json"))
    autosave.close(keep_copies=False)
    assert not list((tmp_path / "autosave").iterdir())


def test_copies_are_written_in_the_background(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "autosave"
    documents = Documents()
    document = Document("Untitled")
    documents.add(document)
    autosave = Autosave(documents, folder)
    insert(document, 0, "X:1\n")
    autosave.write_soon()
    qtbot.waitUntil(lambda: autosave.has_copy(document), timeout=5000)
    assert list(folder.glob("*.json"))
    insert(document, 0, "%\n")
    assert not autosave.has_copy(document)
    autosave.write_soon()
    autosave.close(keep_copies=True)
    later = Autosave(Documents(), folder)
    assert [lost.text for lost in later.lost_texts()] == ["%\nX:1\n"]
    later.close(keep_copies=False)


def test_a_document_that_goes_while_it_is_copied_leaves_no_copy(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "autosave"
    documents = Documents()
    document = Document("Untitled")
    documents.add(document)
    documents.add(Document("other", TUNE))
    autosave = Autosave(documents, folder)
    insert(document, 0, "X:1\n")
    autosave.write_soon()
    documents.remove(document)
    qtbot.waitUntil(lambda: not list(folder.glob("*.json")) and not autosave.is_writing)
    autosave.close(keep_copies=False)


def test_a_copy_that_cannot_be_written_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="ascii")
    documents = Documents()
    document = Document("Untitled")
    documents.add(document)
    autosave = Autosave(documents, tmp_path / "file")
    told: list[OSError] = []
    autosave.failed.connect(told.append)
    insert(document, 0, "X:1\n")
    autosave.write_soon()
    autosave.write()
    assert len(told) == 1
    autosave.close(keep_copies=False)


def test_a_damaged_copy_is_not_offered(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "dead-1.json").write_text('{"name": "x", "te', encoding="utf-8")
    autosave = Autosave(Documents(), tmp_path)
    assert autosave.lost_texts() == ()
    autosave.close(keep_copies=False)


def test_the_text_is_the_newest_for_whoever_hears_of_a_change(qapp: object) -> None:
    document = Document("tune.abc", TUNE)
    heard: list[str] = []
    document.text_document.cursorPositionChanged.connect(lambda _: heard.append(document.text()))
    document.edited.connect(lambda: heard.append(document.text()))
    assert document.text() == TUNE
    cursor = QTextCursor(document.text_document)
    cursor.insertText("%")
    assert heard == ["%" + TUNE] * 2
    document.text_document.undo()
    assert document.text() == heard[-1] == TUNE
    document.replace_text(TUNE.replace("GABc", "GGGG"))
    assert heard[-1] == document.text() == TUNE.replace("GABc", "GGGG")


def test_the_text_is_the_newest_inside_an_edit_block(qapp: object) -> None:
    document = Document("tune.abc", TUNE)
    assert document.text() == TUNE
    cursor = QTextCursor(document.text_document)
    cursor.beginEditBlock()
    cursor.insertText("%")
    assert document.text() == "%" + TUNE
    cursor.endEditBlock()


def test_an_untouched_empty_document_gives_way(qapp: object) -> None:
    documents = Documents()
    documents.add(Document("Untitled"))
    opened = Document("tune.abc", TUNE)
    documents.add(opened)
    assert list(documents) == [opened]
    documents.add(Document("Take 1", TUNE))
    assert len(list(documents)) == 2
