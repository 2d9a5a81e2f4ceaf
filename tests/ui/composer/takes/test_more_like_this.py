"""More like a take: as it was asked for, or from its first two measures on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from abcstudio.composing.provenance import read_provenance
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.controls.rows.row_menu import row_menu
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.playing_steps import PATIENCE_MS

pytestmark = pytest.mark.one_window

SEED = "X:1\nT:Kept\nR:reel\nM:4/4\nL:1/8\nK:D\n|:D2FA dAFA|"


def compose(page: ComposerPage, qtbot: QtBot) -> str:
    page.rooms[ComposingRoom].form.set_seed(SEED)
    page.rooms[ComposingRoom].form.temperature.setValue(0.7)
    ask_for_short_takes(page.rooms[ComposingRoom].form, 80)
    page.rooms[ComposingRoom].form.new_each_time.setChecked(False)
    page.rooms[ComposingRoom].form.rng_seed.setValue(5)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    page.rooms[ComposingRoom].form.begin_with()
    ask_for_short_takes(page.rooms[ComposingRoom].form, 80)
    return page.desk.documents.current.text()


def test_more_takes_begin_with_its_first_two_measures(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    first = compose(page, qtbot)
    origin = read_provenance(first)
    assert origin is not None
    opening = first[: first.index("|", len(SEED)) + 1]
    page.rooms[TakesRoom].list.setFocus()
    menu = row_menu(page.rooms[TakesRoom].list, page.rooms[TakesRoom].list.fill_menu)
    assert isinstance(menu, QMenu)
    (more,) = [one for one in menu.actions() if one.text() == "More from its &first two measures"]
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        more.trigger()
    second = page.desk.documents.current.text()
    assert second.startswith(opening)
    assert second != first
    now = read_provenance(second)
    assert now is not None
    assert now.prompt == opening == page.rooms[ComposingRoom].form.seed.toPlainText()
    assert now.sampling.temperature == origin.sampling.temperature
    assert now.sampling.rng_seed != origin.sampling.rng_seed


def test_a_take_of_two_measures_says_why_it_cannot_be_gone_on_from(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    compose(page, qtbot)
    said: list[Notice] = []
    main_window.studio.notice_requested.connect(said.append)
    page.desk.editor.selectAll()
    page.desk.editor.insertPlainText("X:1\nK:D\nD8|\n")
    page.desk.watch.settle()
    main_window.registry.action("tune.compose_from_opening").trigger()
    assert said[-1].text.startswith("Only a tune of one voice with more than two measures")
    assert not page.rooms[ComposingRoom].session.is_composing
