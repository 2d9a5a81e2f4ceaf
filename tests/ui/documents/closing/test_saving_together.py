"""Leaving with several unsaved texts: one dialog saves them into one folder."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.closing.closing_dialog import ClosingDialog
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:{0}\nM:4/4\nL:1/8\nK:G\nG8|\n"
TITLES = ["The Kesh", "Rakes of Mallow", "An Phis", "Мелодія", "The Kesh"]

Act = Callable[[ClosingDialog], None]


@pytest.fixture
def folder(tmp_path: Path, studio: Studio) -> Path:
    made = tmp_path / "tunes"
    made.mkdir()
    studio.update_settings(tunes_folder=str(made))
    return made


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.abc"
    path.write_text(TUNE.format("Mine"), encoding="utf-8")
    return path


@pytest.fixture
def composer(main_window: MainWindow, folder: Path, own_file: Path) -> ComposerPage:
    """Six unsaved texts, the first of which has a file."""
    page = main_window.composer
    page.open_path(own_file)
    page.desk.editor.insertPlainText("%")
    for title in TITLES:
        page.parts.files.open_text(TUNE.format(title), "tune")
        page.desk.editor.insertPlainText("%")
    page.desk.watch.settle()
    return page


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Act], list[ClosingDialog]]:
    """Answer each such dialog from now on; return those that there were."""

    def answer(act: Act) -> list[ClosingDialog]:
        seen: list[ClosingDialog] = []

        def run(dialog: ClosingDialog) -> int:
            seen.append(dialog)
            dialog.show()
            act(dialog)
            assert not dialog.isVisible()
            return dialog.result()

        monkeypatch.setattr(ClosingDialog, "exec", run)
        return seen

    return answer


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def press(qtbot: QtBot, key: Qt.Key) -> Act:
    return lambda dialog: qtbot.keyClick(dialog.focusWidget(), key)


def test_return_saves_six_texts_into_one_folder_under_their_titles(
    qtbot: QtBot,
    main_window: MainWindow,
    composer: ComposerPage,
    folder: Path,
    own_file: Path,
    asked: Callable[[Act], list[ClosingDialog]],
) -> None:
    (folder / "An Phis.abc").write_text("older", encoding="utf-8")
    told: list[list[str]] = []

    def save(dialog: ClosingDialog) -> None:
        told.append([target.text() for target in dialog.targets])
        press(qtbot, Qt.Key.Key_Return)(dialog)

    dialogs = asked(save)
    assert composer.may_close()
    names = ["The Kesh.abc", "Rakes of Mallow.abc", "An Phis-2.abc", "Мелодія.abc"]
    names.append("The Kesh-2.abc")
    assert told == [[str(own_file), *names]]
    assert len(dialogs) == 1
    assert own_file.read_text(encoding="utf-8") == "%" + TUNE.format("Mine")
    for name, title in zip(names, TITLES, strict=True):
        assert (folder / name).read_text(encoding="utf-8") == "%" + TUNE.format(title)
    assert (folder / "An Phis.abc").read_text(encoding="utf-8") == "older"
    assert len(files_in(folder)) == 6
    assert not any(each.needs_saving for each in composer.desk.documents)


def test_esc_closes_and_saves_nothing(
    qtbot: QtBot,
    composer: ComposerPage,
    folder: Path,
    asked: Callable[[Act], list[ClosingDialog]],
) -> None:
    asked(press(qtbot, Qt.Key.Key_Escape))
    assert not composer.may_close()
    assert files_in(folder) == []
    assert sum(each.needs_saving for each in composer.desk.documents) == 6


def test_discarding_writes_nothing_and_may_close(
    composer: ComposerPage,
    folder: Path,
    own_file: Path,
    asked: Callable[[Act], list[ClosingDialog]],
) -> None:
    asked(lambda dialog: dialog.discard_button.click())
    assert composer.may_close()
    assert files_in(folder) == []
    assert own_file.read_text(encoding="utf-8") == TUNE.format("Mine")


def test_a_text_that_is_not_chosen_says_that_it_is_discarded(
    composer: ComposerPage, folder: Path, asked: Callable[[Act], list[ClosingDialog]]
) -> None:
    said: list[str] = []

    def choose(dialog: ClosingDialog) -> None:
        assert dialog.save_button.text() == "&Save all"
        dialog.boxes[1].click()
        said.extend((dialog.targets[1].text(), dialog.targets[5].text()))
        said.append(dialog.save_button.text())
        dialog.save_button.click()

    asked(choose)
    assert composer.may_close()
    assert said == ["is discarded", "The Kesh.abc", "&Save 5 texts"]
    assert len(files_in(folder)) == 4
    assert [each.needs_saving for each in composer.desk.documents] == [False, True, *[False] * 4]


def test_nothing_chosen_cannot_be_saved(
    composer: ComposerPage, asked: Callable[[Act], list[ClosingDialog]]
) -> None:
    def choose(dialog: ClosingDialog) -> None:
        for box in dialog.boxes:
            box.click()
        assert not dialog.save_button.isEnabled()
        dialog.cancel_button.click()

    asked(choose)
    assert not composer.may_close()


def test_another_folder_is_chosen_and_is_the_next_one_that_is_offered(
    composer: ComposerPage,
    studio: Studio,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked: Callable[[Act], list[ClosingDialog]],
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "The Kesh.abc").write_text("", encoding="utf-8")
    studio.update_settings(tunes_folder="")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))

    def choose(dialog: ClosingDialog) -> None:
        dialog.folder_field.choose_button.click()
        assert dialog.folder_field.line.text() == str(other)
        assert dialog.targets[1].text() == "The Kesh-2.abc"
        dialog.save_button.click()

    asked(choose)
    assert composer.may_close()
    assert len(files_in(other)) == 6
    for title in ("One", "Two"):
        composer.parts.files.open_text(TUNE.format(title), "tune")
        composer.desk.editor.insertPlainText("%")
    offered: list[Path] = []

    def look(dialog: ClosingDialog) -> None:
        offered.append(dialog.folder)
        dialog.reject()

    asked(look)
    composer.may_close()
    assert offered == [other]


@pytest.mark.skipif(os.name == "nt", reason="a folder in a file's place fails otherwise there")
def test_a_failing_save_is_told_and_the_window_stays_with_the_text(
    main_window: MainWindow,
    composer: ComposerPage,
    folder: Path,
    notices: list[Notice],
    asked: Callable[[Act], list[ClosingDialog]],
) -> None:
    folder.rmdir()
    folder.write_text("", encoding="utf-8")
    composer.desk.documents.make_current(next(iter(composer.desk.documents)))

    def save(dialog: ClosingDialog) -> None:
        dialog.folder = folder
        dialog.save_button.click()

    asked(save)
    assert not main_window.close()
    assert main_window.isVisible()
    (told,) = notices
    assert told.kind == "error"
    assert str(folder) in told.text
    # The one that could not be saved is in sight; it and those after it keep their text.
    assert composer.desk.editor.text() == "%" + TUNE.format("The Kesh")
    assert [each.needs_saving for each in composer.desk.documents] == [False, *[True] * 5]


def test_a_full_disk_is_told_and_leaves_no_empty_file(
    composer: ComposerPage,
    folder: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    asked: Callable[[Act], list[ClosingDialog]],
) -> None:
    def write(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("abcstudio.ui.documents.document.atomic_write", write)

    def leave_out_the_file(dialog: ClosingDialog) -> None:
        dialog.boxes[0].click()
        dialog.save_button.click()

    asked(leave_out_the_file)
    assert not composer.may_close()
    assert [notice.kind for notice in notices] == ["error"]
    assert sum(each.needs_saving for each in composer.desk.documents) == 6
    assert files_in(folder) == []


def test_closing_the_other_tabs_asks_once(
    composer: ComposerPage, folder: Path, asked: Callable[[Act], list[ClosingDialog]]
) -> None:
    kept = composer.desk.documents.current
    dialogs = asked(lambda dialog: dialog.reject())
    composer.rooms[TextsRoom].tabs.close_others_requested.emit(kept)
    assert composer.rooms[TextsRoom].tabs.count() == 6
    assert [len(dialog.boxes) for dialog in dialogs] == [5]
    dialogs = asked(lambda dialog: dialog.save_button.click())
    composer.rooms[TextsRoom].tabs.close_others_requested.emit(kept)
    assert composer.rooms[TextsRoom].tabs.documents() == [kept]
    assert [len(dialog.boxes) for dialog in dialogs] == [5]
    assert len(files_in(folder)) == 4
    assert kept.needs_saving
