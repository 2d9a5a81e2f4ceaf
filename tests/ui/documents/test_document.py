"""Documents: byte-exact files, undo, saving that fails, autosave and recovery."""

import errno
import itertools
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from abcstudio.composing.authors import Author, AuthorKind
from abcstudio.errors import TextFileError
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import EditorText, to_offset, to_position
from abcstudio.ui.documents.lost_texts import LostText, read_lost_texts
from abcstudio.ui.documents.origins.read_text import ReadText
from abcstudio.ui.documents.session_lock import SessionLock
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job

TUNE = "X:1\nT:Кучерява Катерина\nM:2/4\nK:G\nGABc|d2 d2|\n"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251")


def lost_texts(autosave: Autosave) -> tuple[LostText, ...]:
    return read_lost_texts(autosave.left_behind(), {}).texts


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
    st.sampled_from(
        "ab|\n\r\u2028\u2029\xa0\ufdd0\ufdd1\U0001d11e\udc80\udcff\uf700\x00\x0b\x0c\x85\ufeff\ufffc\uffff"
    ),
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
    document.begin_composing()
    for character in "X:1\n":
        document.append_characters(character)
    document.end_composing()
    assert not document.is_modified
    assert not document.text_document.isUndoAvailable()
    insert(document, 0, "%")
    assert document.needs_saving


def test_drawn_characters_that_are_taken_back_leave_no_trace(qapp: object) -> None:
    document, take = Document("Take 1"), Author(AuthorKind.MODEL, "Folk", "1")
    document.authors.write_as(take)
    document.begin_composing()
    document.append_characters("X:1\nT:𝄞\nK:C\n")
    document.append_characters("C4|D4|")
    document.append_characters("E", taken_back=len("4|D4|"))
    assert document.text() == "X:1\nT:𝄞\nK:C\nCE"
    document.append_characters("G|", taken_back=len("K:C\nCE"))
    document.end_composing()
    assert document.text() == "X:1\nT:𝄞\nG|"
    assert [piece.author for piece in document.authors.pieces()] == [take]
    assert not document.text_document.isUndoAvailable()
    assert not document.is_modified


def test_unsaved_text_comes_back_after_an_unexpected_end(qapp: object, tmp_path: Path) -> None:
    documents = Documents()
    first = Document("Untitled")
    documents.add(first)
    autosave = Autosave(documents, tmp_path / "autosave")
    insert(first, 0, "X:1\r\nK:C\nC𝄞")
    autosave.write()
    assert lost_texts(autosave) == ()  # its own session lives
    autosave.close(keep_copies=True)
    later = Autosave(Documents(), tmp_path / "autosave")
    (lost,) = lost_texts(later)
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


def test_a_folder_that_may_not_be_entered_any_more_hinders_no_end(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    autosave = Autosave(Documents(), tmp_path / "autosave")

    def refuse(path: Path, *_: object) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    for looks in ("iterdir", "glob", "is_dir"):
        monkeypatch.setattr(Path, looks, refuse)
    autosave.close(keep_copies=False)


def test_a_damaged_copy_is_not_offered(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "dead-1.json").write_text('{"name": "x", "te', encoding="utf-8")
    autosave = Autosave(Documents(), tmp_path)
    assert lost_texts(autosave) == ()
    autosave.close(keep_copies=False)


def test_an_untouched_empty_document_gives_way(qapp: object) -> None:
    documents = Documents()
    documents.add(Document("Untitled"))
    opened = Document("tune.abc", TUNE)
    documents.add(opened)
    assert list(documents) == [opened]
    documents.add(Document("Take 1", TUNE))
    assert len(list(documents)) == 2


@given(text=ANY_TEXT, data=st.data())
@settings(deadline=None)
def test_a_new_line_keeps_all_other_endings(text: str, data: st.DataObject) -> None:
    prepared = EditorText.of(text)
    place = data.draw(st.integers(0, len(prepared.shown)))
    edited = prepared.shown[:place] + "\n" + prepared.shown[place:]
    restored = prepared.restored(edited)
    assert any(
        restored[:cut] + restored[cut + len(ending) :] == text
        for ending in ("\n", "\r\n", "\r", "\u2029", "\ufdd0", "\ufdd1")
        for cut in range(len(restored))
        if restored.startswith(ending, cut)
    )


def test_a_line_split_in_a_file_of_mixed_endings_keeps_its_own() -> None:
    prepared = EditorText.of("one\rtwo\nthree\r\nfour\r\n")
    assert prepared.restored("on\ne\ntwo\nthree\nfour\n") == "on\r\ne\rtwo\nthree\r\nfour\r\n"


def test_a_save_that_failed_at_the_very_end_is_no_change_by_another_program(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tune.abc"
    path.write_text(TUNE, encoding="utf-8")
    document = Document.read(path)
    insert(document, 0, "%")

    synced = os.fsync

    def fail_for_a_folder(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(5, "Input/output error")
        synced(descriptor)

    monkeypatch.setattr(os, "fsync", fail_for_a_folder)
    with pytest.raises(OSError, match="Input/output error"):
        document.save()
    assert document.is_modified
    assert path.read_text(encoding="utf-8") == "%" + TUNE
    assert not document.was_changed_outside()


def test_a_file_that_cannot_be_read_may_have_changed(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_text(TUNE, encoding="utf-8")
    document = Document.read(path)
    path.unlink()
    assert not document.was_changed_outside()
    path.mkdir()
    assert document.was_changed_outside()


def test_loading_what_another_program_wrote_can_be_undone(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_text(TUNE, encoding="utf-8")
    document = Document.read(path)
    insert(document, 0, "%")
    path.write_bytes(b"X:2\r\nT:theirs\r\n")
    document.take_read(ReadText.of(path))
    assert document.text() == "X:2\nT:theirs\n"
    assert not document.is_modified
    document.text_document.undo()
    assert document.text() == "%" + TUNE
    assert document.is_modified


def test_the_only_copy_of_a_text_needs_saving(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_text(TUNE, encoding="utf-8")
    document = Document.read(path)
    assert not document.note_missing_file()
    path.unlink()
    assert document.note_missing_file()
    assert document.needs_saving
    document.save()
    assert not document.needs_saving
    assert path.read_text(encoding="utf-8") == TUNE


def test_an_emptied_text_that_can_be_redone_stays(qapp: object) -> None:
    documents = Documents()
    first = Document("Untitled")
    documents.add(first)
    insert(first, 0, "X:1\n")
    first.text_document.undo()
    documents.add(Document("tune.abc", TUNE))
    assert first in list(documents)


def test_odd_bytes_come_back_from_a_copy_without_their_file(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_bytes(b"\xef\xbb\xbfX:1\nT:\xff\n")
    documents = Documents()
    document = Document.read(path)
    documents.add(document)
    insert(document, 0, "%")
    autosave = Autosave(documents, tmp_path / "autosave")
    autosave.close(keep_copies=True)
    path.unlink()
    later = Autosave(Documents(), tmp_path / "autosave")
    (lost,) = lost_texts(later)
    recovered = Document(lost.name)
    recovered.recover(lost.text)
    recovered.save(path)
    assert path.read_bytes() == b"%X:1\nT:\xff\n"
    later.close(keep_copies=False)


def test_copies_are_written_in_the_background(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    documents = Documents()
    document = Document("Untitled")
    documents.add(document)
    started: list[Job] = []

    def start(job: Job) -> None:
        started.append(studio.start(job))

    autosave = Autosave(documents, tmp_path / "autosave", start=start)
    insert(document, 0, "X:1\n")
    qtbot.waitUntil(lambda: autosave.has_copy(document), timeout=10_000)
    assert len(started) == 1
    insert(document, 0, "%")
    assert not autosave.has_copy(document)
    document.save(tmp_path / "tune.abc")
    assert not list((tmp_path / "autosave").glob("*.json"))
    autosave.close(keep_copies=False)


def test_a_text_that_its_file_holds_is_not_offered(qapp: object, tmp_path: Path) -> None:
    documents = Documents()
    document = Document("Untitled")
    documents.add(document)
    autosave = Autosave(documents, tmp_path / "autosave")
    path = tmp_path / "tune.abc"
    document.save(path)
    insert(document, 0, "X:1\n")
    autosave.close(keep_copies=True)
    path.write_bytes(b"X:1\r\n")
    later = Autosave(Documents(), tmp_path / "autosave")
    assert lost_texts(later) == ()
    assert not list((tmp_path / "autosave").iterdir())
    later.close(keep_copies=False)


def test_half_a_copy_is_cleared_away_and_a_running_session_is_left_alone(
    qapp: object, tmp_path: Path
) -> None:
    (tmp_path / ".dead-1.json.abc.tmp").write_text("half", encoding="utf-8")
    (tmp_path / "dead.lock").touch()
    (tmp_path / "live-1.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".live-1.json.abc.tmp").write_text("half", encoding="utf-8")
    lock = SessionLock(tmp_path / "live.lock")
    assert lock.take()
    autosave = Autosave(Documents(), tmp_path)
    assert lost_texts(autosave) == ()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"live-1.json", ".live-1.json.abc.tmp", "live.lock"}
    lock.release()
    autosave.close(keep_copies=False)
