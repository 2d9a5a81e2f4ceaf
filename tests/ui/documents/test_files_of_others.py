"""Files that other programs change, delete or lock, and names that are taken, in the window."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:Kesh\nM:6/8\nL:1/8\nK:G\nG3 GAB|A3 ABd|\n"


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "kesh.abc"
    made.write_text(TUNE, encoding="utf-8")
    return made


@pytest.fixture
def composer(main_window: MainWindow, path: Path, notices: list[Notice]) -> ComposerPage:
    main_window.open_path(path)
    main_window.composer.desk.editor.setFocus()
    notices.clear()
    return main_window.composer


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Click the button with these words on every question from now on."""

    def answer(verb: str) -> list[str]:
        asked: list[str] = []

        def click(box: QMessageBox) -> int:
            asked.append(box.text())
            next(b for b in box.buttons() if b.text().replace("&", "") == verb).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", click)
        return asked

    return answer


def come_back() -> None:
    """Come back to the window from another program."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def save(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_a_change_by_another_program_is_told_once_and_loaded_on_demand(
    composer: ComposerPage, path: Path, notices: list[Notice]
) -> None:
    come_back()
    assert notices == []
    path.write_text(TUNE + "% theirs\n", encoding="utf-8")
    come_back()
    come_back()
    (notice,) = notices
    assert notice.text == "kesh.abc was changed by another program."
    assert composer.desk.editor.text() == TUNE
    assert notice.action is not None
    notice.action()
    assert composer.desk.editor.text() == TUNE + "% theirs\n"
    assert not composer.is_modified
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TUNE


def test_what_both_changed_is_told_and_undo_gives_mine_back(
    qtbot: QtBot, composer: ComposerPage, path: Path, notices: list[Notice]
) -> None:
    qtbot.keyClick(composer.desk.editor, "%")
    path.write_text("X:2\n", encoding="utf-8")
    come_back()
    assert "and by you here" in notices[-1].text
    assert notices[-1].action is not None
    notices[-1].action()
    assert composer.desk.editor.text() == "X:2\n"
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == "%" + TUNE
    assert composer.is_modified


def test_my_own_saving_is_no_change_by_another_program(
    qtbot: QtBot, composer: ComposerPage, path: Path, notices: list[Notice]
) -> None:
    qtbot.keyClick(composer.desk.editor, "%")
    save(qtbot, composer)
    assert path.read_text(encoding="utf-8") == "%" + TUNE
    notices.clear()
    come_back()
    assert notices == []


def test_a_deleted_file_is_told_and_closing_asks(
    qtbot: QtBot,
    composer: ComposerPage,
    path: Path,
    notices: list[Notice],
    answered: Callable[[str], list[str]],
) -> None:
    path.unlink()
    come_back()
    assert notices[-1].text == "kesh.abc was deleted or moved. Saving writes it again."
    assert composer.is_modified
    asked = answered("Save")
    assert composer.may_close()
    assert asked == ["kesh.abc is not saved."]
    assert path.read_text(encoding="utf-8") == TUNE


def test_closing_a_text_whose_file_is_gone_asks_first(
    composer: ComposerPage, path: Path, answered: Callable[[str], list[str]]
) -> None:
    path.unlink()
    asked = answered("Cancel")
    composer.parts.files.close(composer.desk.documents.current)
    assert asked == ["kesh.abc is not saved."]
    assert composer.desk.editor.text() == TUNE


def test_a_file_that_may_only_be_read_is_left_alone(
    qtbot: QtBot,
    composer: ComposerPage,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answered: Callable[[str], list[str]],
) -> None:
    path.chmod(0o444)
    qtbot.keyClick(composer.desk.editor, "%")
    asked = answered("Cancel")
    save(qtbot, composer)
    assert asked == ["kesh.abc may only be read."]
    assert path.read_text(encoding="utf-8") == TUNE
    assert composer.is_modified
    answered("Save under another name")
    other = tmp_path / "other.abc"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(other), ""))
    save(qtbot, composer)
    assert other.read_text(encoding="utf-8") == "%" + TUNE
    assert composer.document_name == "other.abc"
    path.chmod(0o644)


def test_a_name_that_is_taken_once_its_ending_is_added_is_asked_about(
    composer: ComposerPage,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answered: Callable[[str], list[str]],
) -> None:
    (tmp_path / "taken.abc").write_text("theirs", encoding="utf-8")
    taken = str(tmp_path / "taken")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (taken, ""))
    asked = answered("Cancel")
    assert not composer.parts.files.save_as()
    assert asked == ["taken.abc is there already."]
    assert (tmp_path / "taken.abc").read_text(encoding="utf-8") == "theirs"
    answered("Replace")
    assert composer.parts.files.save_as()
    assert (tmp_path / "taken.abc").read_text(encoding="utf-8") == TUNE


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes like these")
def test_a_pipe_is_no_file_of_text(
    composer: ComposerPage, tmp_path: Path, notices: list[Notice]
) -> None:
    os.mkfifo(tmp_path / "pipe.abc")
    assert not composer.open_path(tmp_path / "pipe.abc")
    assert notices[-1].text.endswith("cannot be read: it is a pipe or a device, not a file.")


@pytest.mark.own_window
def test_recovered_text_goes_into_its_file_where_that_is_open(
    composer: ComposerPage, path: Path, home: Path
) -> None:
    folder = home / "data" / "autosave"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / "dead-1.json"
    text = (TUNE + "% lost").replace("\n", "\\n")
    copy.write_text(f'{{"name": "kesh.abc", "path": "{path}", "text": "{text}"}}', encoding="ascii")
    before = len(list(composer.desk.documents))
    composer.rooms[TextsRoom].recovery.recover()
    assert len(list(composer.desk.documents)) == before
    assert composer.desk.editor.text() == TUNE + "% lost"
    assert composer.is_modified
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TUNE
    assert not composer.is_modified


def test_cutting_and_pasting_keeps_rare_characters(qtbot: QtBot, composer: ComposerPage) -> None:
    text = "X:1\nT:a\u00a0b\u2028c 𝄞\nK:C\nC|\n"
    composer.parts.files.open_text(text, "rare")
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_A, Qt.Key.Key_X):
        qtbot.keyClick(composer.desk.editor, key, control)
    assert composer.desk.editor.text() == ""
    gc.collect()
    assert QApplication.clipboard().text() == text
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_V, control)
    assert composer.desk.editor.text() == text


def test_how_a_file_is_kept_is_said_where_it_was_guessed(
    composer: ComposerPage, tmp_path: Path, notices: list[Notice]
) -> None:
    old, odd, binary = (tmp_path / f"{name}.abc" for name in ("old", "odd", "binary"))
    old.write_bytes("X:1\nT:Веселка\nK:C\nC4|\n".encode("cp1251"))
    odd.write_bytes("X:1\nT:Löwe \n".encode() + b"C:\xe9\nK:C\nC4|\n")
    binary.write_bytes(bytes(range(256)) * 8)
    assert composer.parts.files.open_path(old)
    assert "T:Веселка" in composer.desk.editor.text()
    assert notices[-1].text == (
        "old.abc: no encoding is declared; the guess is Windows-1251 (Cyrillic)."
    )
    greek = tmp_path / "greek.abc"
    greek.write_bytes("X:1\nT:Ικαριώτικος\nK:C\nC4|\n".encode("cp1253"))
    assert composer.parts.files.open_path(greek)
    assert notices[-1].kind == "warning"
    assert notices[-1].text.startswith("greek.abc: its encoding is not known; read as ")
    assert "%%abc-charset" in notices[-1].text
    # What is said helps: the line in the file is obeyed, without a word.
    said = len(notices)
    declared = tmp_path / "declared.abc"
    declared.write_bytes(b"%%abc-charset windows-1253\n" + greek.read_bytes())
    assert composer.parts.files.open_path(declared)
    assert "T:Ικαριώτικος" in composer.desk.editor.text()
    assert len(notices) == said
    assert composer.parts.files.open_path(odd)
    assert "T:Löwe" in composer.desk.editor.text()
    assert notices[-1].text == "Some bytes of odd.abc are not UTF-8. They stay as they are."
    assert not composer.parts.files.open_path(binary)
    assert "binary.abc is not a text" in notices[-1].text
    assert composer.document_name == "odd.abc"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"MThd\0\0\0\x06\0\0\0\x01\0`MTrk\0\0\0\x04\0\xff/\0", "a MIDI file, not a text. Import"),
        (b"MThd\0\0\0\x06\0\0" + b"\0<" * 1000, "a MIDI file, not a text. Import it as MIDI."),
        (b"RIFF\x24\0\0\0WAVEfmt " + b"\0a" * 900, "a sound file, not a text."),
        (b"PK\x03\x04\n\0\0\0X:1\nK:C\nCDEF|\n", "a compressed file, not a text."),
        (b"%PDF-1.7\nplain\n", "a PDF, not a text."),
        (b"\x10\0\0\0\0\0\0\0" + b'{"__metadata__":' + b" " * 9000, "a model, not a text."),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(
    composer: ComposerPage, tmp_path: Path, notices: list[Notice], data: bytes, words: str
) -> None:
    path = tmp_path / "other.abc"
    path.write_bytes(data)
    assert not composer.parts.files.open_path(path)
    assert notices[-1].text.startswith(f"{path} is {words}")
