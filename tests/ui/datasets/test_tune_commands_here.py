"""Commands on the tune mean those that are chosen on the page in front."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from abcstudio.corpus.kept_book import SetName
from abcstudio.ui.composer.tunebook.room import TunebookRoom
from abcstudio.ui.datasets.tune_commands_here import TuneCommandsHere
from abcstudio.ui.services.actions import Subject
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS

CTRL = Qt.KeyboardModifier.ControlModifier
BOOK = "\n\n".join(
    f"X:{number}\nT:{title}\nM:4/4\nL:1/8\nK:D\nd2fd A2f{number % 10}|g2fe dBAF|\n"
    for number, title in enumerate(("Alpha", "Beta", "Gamma", "Delta"), start=1)
)


@pytest.fixture
def window(main_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The page of tunes in front, with four tunes; the Composer has another tune open."""
    main_window.composer.desk.editor.setPlainText("X:1\nT:Of the Composer\nK:C\nCDEF|\n")
    file = tmp_path / "four.abc"
    file.write_text(BOOK, encoding="utf-8")
    main_window.show_page("datasets")
    main_window.datasets.add_source(file)
    qtbot.waitUntil(lambda: len(main_window.datasets.browser.table.tunes) == 4)
    return main_window


def choose(window: MainWindow, *rows: int) -> None:
    table = window.datasets.browser.table
    flags = QItemSelectionModel.SelectionFlag
    how = flags.ClearAndSelect
    for row in rows:
        index = table.model().index(row, 0)
        table.selectionModel().setCurrentIndex(index, how | flags.Rows)
        how = flags.Select
    assert len(table.selected()) == len(rows)


def kept(window: MainWindow) -> list[str]:
    items = window.composer.rooms[TunebookRoom].kept.book.items
    return [f"[{item.name}]" if isinstance(item, SetName) else item.title for item in items]


def test_the_chosen_tune_is_kept_and_the_page_stays(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, 1)
    qtbot.keyClick(window.datasets.browser.table, Qt.Key.Key_B, CTRL)
    assert kept(window) == ["Beta"]
    assert window.page_name == "datasets"


def test_several_are_kept_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, 0, 2)
    qtbot.keyClick(window.datasets.browser.table, Qt.Key.Key_B, CTRL)
    assert kept(window) == ["Alpha", "Gamma"]
    window.composer.rooms[TunebookRoom].kept.undo()
    assert kept(window) == []


def test_they_become_a_set_in_one_act_and_the_notice_undoes_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, 3)
    qtbot.keyClick(window.datasets.browser.table, Qt.Key.Key_B, CTRL)
    choose(window, 1, 3)
    told: list[Notice] = []
    window.studio.notice_requested.connect(told.append)
    menu = QMenu()
    window.datasets.fill_row_menu(menu)
    names = {action.objectName(): action for action in menu.actions()}
    assert "tune.keep_in_book" in names
    names["tune.new_set"].trigger()
    assert kept(window) == ["[Beta / Delta]", "Beta", "Delta"]
    (notice,) = told
    assert notice.action is not None
    notice.action()
    assert kept(window) == ["Delta"]
    menu.deleteLater()


def test_the_chosen_tune_is_printed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(window, 2)
    asked: list[str] = []
    printer = window.datasets.rooms[TuneCommandsHere].printer
    monkeypatch.setattr(printer, "ask", lambda tune: asked.append(tune.title))
    window.registry.action("file.print").trigger()
    assert asked == ["Gamma"]
    assert window.page_name == "datasets"


def test_what_needs_the_tune_of_the_composer_is_off_here_and_says_so(window: MainWindow) -> None:
    text = window.composer.desk.editor.text()
    choose(window, 0)
    for action_id in ("tune.delete", "tune.transpose_up", "note.sharpen", "file.close"):
        action = window.registry.action(action_id)
        action.trigger()
        assert not action.isEnabled()
        assert "Composer" in action.property("reason")
    assert window.composer.desk.editor.text() == text
    window.show_page("composer")
    assert window.registry.action("tune.transpose_up").isEnabled()


def test_each_command_acts_on_something_on_each_page(window: MainWindow) -> None:
    choose(window, 0)
    registry = window.registry
    for page in PAGE_IDS:
        window.show_page(page)
        for command in registry.commands():
            subject, action = registry.subject(command, page), command.action
            name = f"{command.action_id} on {page}"
            assert (subject is Subject.WINDOW) == (not command.page), name
            if subject is Subject.NOTHING:
                assert page == "datasets", name
                assert command.acts_on_tune, name
                assert not action.isEnabled(), name
                assert action.property("reason"), name


SPEAK_OF_THE_TUNE = ("the tune", "this tune", "this text", "selected notes", "selected measures")
OF_OTHERS = {
    "edit.insert", "tune.clear_opening", "tune.compose_best", "tune.keep", "tune.kept_down",
    "tune.kept_up", "tune.look_inside", "tune.open_kept", "tune.play_set", "tune.remove_kept",
    "tune.rename_kept", "tune.renumber_book", "tune.set_times", "view.authors",
    "view.explain", "view.problems",
    "file.export_set_abc", "file.export_set_midi", "file.export_set_pdf", "file.new",
    "view.tunebook", "view.tunes",
}  # fmt: skip


def test_no_command_that_speaks_of_the_tune_means_an_unseen_one(window: MainWindow) -> None:
    registry = window.registry
    spoken = {
        command.action_id
        for command in registry.commands()
        if command.page == "composer"
        and any(words in command.action.property("sentence") for words in SPEAK_OF_THE_TUNE)
    }
    unseen = {
        command.action_id
        for command in registry.commands()
        if command.action_id in spoken
        and registry.subject(command, "datasets") is Subject.PAGE
        and not command.is_local
    }
    assert unseen <= OF_OTHERS
