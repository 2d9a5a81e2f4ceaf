"""Tabs for open texts: files, new texts and the take in the editor; the list keeps the takes."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMessageBox, QStyleOptionTab, QToolButton
from pytestqt.qtbot import QtBot

from abcstudio.composing.provenance import Provenance
from abcstudio.paths import autosave_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.closing.closing_dialog import ClosingDialog
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:{0}\nM:4/4\nL:1/8\nK:G\nG8|\n"


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    return main_window.composer


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("one.abc", "two.abc", "three.abc")]
    for path in paths:
        path.write_text(TUNE.format(path.stem.title()))
    return paths


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def names(page: ComposerPage) -> list[str]:
    return [
        page.rooms[TextsRoom].tabs.tabText(index)
        for index in range(page.rooms[TextsRoom].tabs.count())
    ]


def add_take(page: ComposerPage, name: str, *, show: bool = True) -> Document:
    take = Document(name, TUNE.format(name))
    take.provenance.take_number = int(name.split()[-1])
    take.provenance.origin = TakeOrigin(
        made=Provenance(model="model", fingerprint="", prompt="X:1"), model_path=Path("model")
    )
    page.desk.documents.add(take, make_current=show)
    return take


def test_one_text_needs_no_tabs(page: ComposerPage, files: list[Path]) -> None:
    assert not page.rooms[TextsRoom].tabs.isVisible()
    page.open_path(files[0])
    assert not page.rooms[TextsRoom].tabs.isVisible()
    page.open_path(files[1])
    assert page.rooms[TextsRoom].tabs.isVisible()
    assert names(page) == ["one", "two"]
    assert page.rooms[TextsRoom].tabs.tabToolTip(0) == str(files[0])


def test_a_click_on_a_tab_puts_the_keyboard_into_what_was_worked_in(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, files: list[Path]
) -> None:
    for path in files[:2]:
        page.open_path(path)
    add_take(page, "Take 7", show=False)
    main_window.show_page("composer")
    page.rooms[TakesRoom].list.setFocus()
    qtbot.mouseClick(
        page.rooms[TextsRoom].tabs,
        Qt.MouseButton.LeftButton,
        pos=page.rooms[TextsRoom].tabs.tabRect(0).center(),
    )
    focus = QApplication.focusWidget()
    assert focus is page.desk.editor
    qtbot.keyClick(focus, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focus, "A8|")
    assert page.desk.documents.current.text() == TUNE.format("One") + "A8|"
    for worked_in in (page.parts.score, page.desk.editor):
        worked_in.setFocus()
        page.rooms[TakesRoom].list.setFocus()
        # The one in front too.
        qtbot.mouseClick(
            page.rooms[TextsRoom].tabs,
            Qt.MouseButton.LeftButton,
            pos=page.rooms[TextsRoom].tabs.tabRect(0).center(),
        )
        assert QApplication.focusWidget() is worked_in


def test_keys_and_clicks_change_tabs(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, files: list[Path]
) -> None:
    for path in files:
        page.open_path(path)
    press(qtbot, main_window, "view.next_tab")
    assert page.document_name == "one.abc"
    press(qtbot, main_window, "view.previous_tab")
    assert page.document_name == "three.abc"
    place = page.rooms[TextsRoom].tabs.tabRect(1).center()
    qtbot.mouseClick(page.rooms[TextsRoom].tabs, Qt.MouseButton.LeftButton, pos=place)
    assert page.document_name == "two.abc"
    assert page.desk.editor.text() == TUNE.format("Two")
    assert page.rooms[TextsRoom].tabs.currentIndex() == 1


def test_the_tab_of_the_text_in_the_editor_is_in_front(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, files: list[Path]
) -> None:
    for path in files:
        page.open_path(path)
    tabs = page.rooms[TextsRoom].tabs
    for action, place in (("view.next_tab", 0), ("view.previous_tab", 2)):
        press(qtbot, main_window, action)
        assert tabs.currentIndex() == place
    page.open_path(files[1])
    assert tabs.currentIndex() == 1


def test_a_changed_text_has_a_dot_and_says_so(page: ComposerPage, files: list[Path]) -> None:
    for path in files[:2]:
        page.open_path(path)
    assert page.rooms[TextsRoom].tabs.tabIcon(1).isNull()
    page.desk.editor.insertPlainText("%")
    assert not page.rooms[TextsRoom].tabs.tabIcon(1).isNull()
    assert page.rooms[TextsRoom].tabs.accessibleTabName(1) == "two.abc, not saved"
    page.desk.editor.undo()
    assert page.rooms[TextsRoom].tabs.tabIcon(1).isNull()


def test_middle_click_and_button_close_and_a_question_protects(
    qtbot: QtBot, page: ComposerPage, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in files:
        page.open_path(path)
    place = page.rooms[TextsRoom].tabs.tabRect(0).center()
    qtbot.mouseClick(page.rooms[TextsRoom].tabs, Qt.MouseButton.MiddleButton, pos=place)
    assert names(page) == ["two", "three"]
    page.desk.editor.insertPlainText("%")
    asked: list[str] = []

    def cancel(box: QMessageBox) -> int:
        asked.append(box.text())
        next(b for b in box.buttons() if b.text() == "Cancel").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", cancel)
    button = page.rooms[TextsRoom].tabs.tabButton(
        1, page.rooms[TextsRoom].tabs.ButtonPosition.RightSide
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["three.abc is not saved."]
    assert names(page) == ["two", "three"]


def test_closing_shows_the_neighbour(page: ComposerPage, files: list[Path]) -> None:
    for path in files:
        page.open_path(path)
    page.rooms[TextsRoom].tabs.document_chosen.emit(page.rooms[TextsRoom].tabs.documents()[1])
    page.rooms[TextsRoom].tabs.close_requested.emit(page.desk.documents.current)
    assert page.document_name == "three.abc"
    page.rooms[TextsRoom].tabs.close_requested.emit(page.desk.documents.current)
    assert page.document_name == "one.abc"
    assert not page.rooms[TextsRoom].tabs.isVisible()


def test_takes_stay_in_their_list_and_have_a_tab_only_in_the_editor(
    page: ComposerPage, files: list[Path]
) -> None:
    page.open_path(files[0])
    one, two = add_take(page, "Take 1"), add_take(page, "Take 2")
    assert page.rooms[TakesRoom].list.takes.rowCount() == 2
    assert names(page) == ["one", "Take 2"]
    page.rooms[TakesRoom].list.selectRow(page.rooms[TakesRoom].list.takes.row_of(one))
    assert names(page) == ["one", "Take 1"]
    # A changed take keeps its tab.
    page.desk.editor.insertPlainText("%")
    page.rooms[TakesRoom].list.selectRow(page.rooms[TakesRoom].list.takes.row_of(two))
    assert names(page) == ["one", "Take 1", "Take 2"]
    page.rooms[TextsRoom].tabs.document_chosen.emit(page.rooms[TextsRoom].tabs.documents()[0])
    assert names(page) == ["one", "Take 1"]
    assert not page.rooms[TakesRoom].list.currentIndex().isValid()


def test_narrow_tabs_show_the_numbers_of_takes(main_window: MainWindow, page: ComposerPage) -> None:
    for number in (12, 13, 14, 15, 16, 17):
        take = add_take(page, f"Take {number}")
        take.set_title("Walther's long farewell to the mountains")
        take.text_document.setModified(True)
    shown = []
    for index, document in enumerate(page.rooms[TextsRoom].tabs.documents()):
        if document.is_take:
            option = QStyleOptionTab()
            page.rooms[TextsRoom].tabs.initStyleOption(option, index)
            assert option.text != page.rooms[TextsRoom].tabs.tabText(index)
            shown.append(option.text)
    assert [words[:7] for words in shown] == [f"{n} · Wa" for n in (12, 13, 14, 15, 16, 17)]
    assert page.rooms[TextsRoom].tabs.width() <= main_window.width()


def test_narrow_tabs_of_texts_show_the_end_that_differs(
    main_window: MainWindow, page: ComposerPage
) -> None:
    main_window.resize(1000, 800)
    for number in range(1, 7):
        page.parts.files.open_text(TUNE.format(f"Wanted tune of the evening {number}"), "tune")
    page.parts.files.open_text(TUNE.format("Jigs & reels of the evening 7"), "tune")
    page.desk.watch.settle()
    shown = []
    for index in range(page.rooms[TextsRoom].tabs.count()):
        option = QStyleOptionTab()
        page.rooms[TextsRoom].tabs.initStyleOption(option, index)
        if "evening" in page.rooms[TextsRoom].tabs.tabText(index):
            shown.append(option.text)
    assert [words[0] for words in shown] == [*"WWWWWWJ"]
    assert [words[-1] for words in shown] == [*"1234567"]
    assert all("…" in words for words in shown)


def test_eight_tabs_stay_readable_in_a_small_window(
    main_window: MainWindow, page: ComposerPage
) -> None:
    main_window.resize(1024, 700)
    titles = [
        f"{word} lads of the long road to Kilkenny"
        for word in ("One", "Two", "Six", "Ten", "Old", "New", "Red", "Sad")
    ]
    for title in titles:
        page.parts.files.open_text(TUNE.format(title), "tune")
    page.desk.watch.settle()
    assert names(page) == titles
    for index, title in enumerate(titles):
        option = QStyleOptionTab()
        page.rooms[TextsRoom].tabs.initStyleOption(option, index)
        assert len(option.text) >= len("One lads of the")
        assert title in page.rooms[TextsRoom].tabs.tabToolTip(index)
    shown = {
        button.objectName()
        for button in page.rooms[TextsRoom].tabs.findChildren(QToolButton)
        if button.isVisible()
    }
    assert shown >= {"ScrollLeftButton", "ScrollRightButton"}


def test_a_closed_take_is_still_in_the_list(page: ComposerPage, files: list[Path]) -> None:
    page.open_path(files[0])
    take = add_take(page, "Take 1")
    page.desk.editor.insertPlainText("%")
    page.rooms[TextsRoom].tabs.close_requested.emit(take)
    assert page.document_name == "one.abc"
    assert names(page) == ["one"]
    page.rooms[TakesRoom].list.selectRow(0)
    assert page.desk.documents.current is take
    assert take.text().startswith("%")


def test_the_menu_of_a_tab(page: ComposerPage, files: list[Path]) -> None:
    for path in files:
        page.open_path(path)
    menu = page.rooms[TextsRoom].tabs.menu_of(page.rooms[TextsRoom].tabs.documents()[1])
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Copy the path"].trigger()
    assert QGuiApplication.clipboard().text() == str(files[1])
    actions["Close the others"].trigger()
    assert names(page) == ["two"]
    menu.close()


def test_equal_names_are_told_apart(
    main_window: MainWindow, page: ComposerPage, tmp_path: Path
) -> None:
    for folder in ("here", "there"):
        path = tmp_path / folder / "tune.abc"
        path.parent.mkdir()
        path.write_text(TUNE.format(folder))
        page.open_path(path)
    assert names(page) == ["tune (here)", "tune (there)"]
    assert main_window.windowTitle().startswith("tune.abc (there)")
    assert main_window.transport.title.words == "tune.abc (there), there"
    again = tmp_path / "again" / "there"
    again.mkdir(parents=True)
    (again / "tune.abc").write_text(TUNE.format("again"))
    page.open_path(again / "tune.abc")
    apart = f"{tmp_path.name}/there".replace("/", os.sep)
    assert (
        page.desk.documents.label_of(page.rooms[TextsRoom].tabs.documents()[1])
        == f"tune.abc ({apart})"
    )
    page.parts.files.close(page.desk.documents.current)
    page.parts.files.close(page.rooms[TextsRoom].tabs.documents()[0])
    assert names(page) == ["tune"]
    assert main_window.transport.title.words == "tune.abc, there"
    other = tmp_path / "tune.txt"
    other.write_text(TUNE.format("other"))
    page.open_path(other)
    assert names(page) == ["tune.abc", "tune.txt"]
    assert page.rooms[TextsRoom].tabs.tabToolTip(1) == str(other)


def test_five_names_begin_alike_in_tabs_that_can_be_scrolled(
    page: ComposerPage, tmp_path: Path
) -> None:
    stems = ("Duncan Davidson", "Duncan Ewen", "Duncan Gray", "Duncan MacColl", "Duncan Reid")
    for stem in stems:
        path = tmp_path / f"{stem}.abc"
        path.write_text(TUNE.format(stem))
        page.open_path(path)
    shown = []
    for index in range(page.rooms[TextsRoom].tabs.count()):
        option = QStyleOptionTab()
        page.rooms[TextsRoom].tabs.initStyleOption(option, index)
        shown.append(option.text)
    assert len({words[: len("Duncan X")] for words in shown}) == len(stems)
    assert page.rooms[TextsRoom].tabs.usesScrollButtons()


def test_a_new_text_is_called_by_its_title(page: ComposerPage, files: list[Path]) -> None:
    page.open_path(files[0])
    page.parts.files.new()
    assert names(page) == ["one", "Untitled"]
    page.desk.editor.insertPlainText("%\n")
    page.parts.files.new()
    assert names(page) == ["one", "Untitled", "Untitled (2)"]
    page.rooms[TextsRoom].tabs.close_requested.emit(page.desk.documents.current)
    page.rooms[TextsRoom].tabs.document_chosen.emit(page.rooms[TextsRoom].tabs.documents()[1])
    page.desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.desk.editor.insertPlainText(TUNE.format("Mine"))
    page.desk.watch.settle()
    assert names(page) == ["one", "Mine"]


def test_the_question_at_the_end_follows_tabs_and_list_and_names_texts_as_they_do(
    main_window: MainWindow,
    page: ComposerPage,
    files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for path in files[:2]:
        page.open_path(path)
        page.desk.editor.insertPlainText("%")
    for number in (1, 2):
        take = add_take(page, f"Take {number}")
        take.provenance.take_number = number
        take.replace_text(TUNE.format(f"Mine {number}"))
        take.set_title(f"Mine {number}")
        page.rooms[TextsRoom].tabs.close_requested.emit(take)
    page.rooms[TextsRoom].tabs.moveTab(1, 0)
    asked: list[list[str]] = []

    def look(dialog: ClosingDialog) -> int:
        asked.append([box.text() for box in dialog.boxes])
        return dialog.DialogCode.Rejected

    monkeypatch.setattr(ClosingDialog, "exec", look)
    assert not page.may_close()
    assert names(page) == ["two", "one"]
    assert asked == [["two.abc", "one.abc", "Take 2, Mine 2", "Take 1, Mine 1"]]


@pytest.mark.own_window
def test_safety_copies_and_recovered_texts_keep_the_order_of_the_tabs(
    page: ComposerPage, files: list[Path]
) -> None:
    take = add_take(page, "Take 1")
    take.replace_text(TUNE.format("Mine"))
    for path in files:
        page.open_path(path)
        page.desk.editor.insertPlainText("%")
    page.rooms[TextsRoom].tabs.moveTab(0, 3)
    page.rooms[TextsRoom].tabs.moveTab(2, 0)
    page.parts.autosave.write()
    copies = [json.loads(copy.read_text()) for copy in autosave_dir().glob("*.json")]
    in_place = sorted(copies, key=lambda copy: copy["place"])
    assert [copy["name"] for copy in in_place] == ["three.abc", "one.abc", "two.abc", "Take 1"]
