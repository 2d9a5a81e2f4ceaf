"""After composing, and after a change of the side, Space plays and writes into no text."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import WITH_MUSIC, ask_for_short_takes
from tests.ui.playing_steps import PATIENCE_MS

pytestmark = pytest.mark.one_window

BOOK = "X:1\nT:One\nK:C\nC2|\n\nX:2\nT:Two\nK:C\nD2|\n"
PLAIN = Qt.KeyboardModifier.NoModifier


def has_focus(side: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and side.isAncestorOf(focused)


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    page = main_window.composer
    ask_for_short_takes(page.rooms[ComposingRoom].form)
    page.rooms[ComposingRoom].form.set_seed(WITH_MUSIC)
    page.rooms[ComposingRoom].form.takes.setValue(1)
    return page


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifiers)


def compose(qtbot: QtBot, page: ComposerPage, dice: int = 7) -> None:
    page.rooms[ComposingRoom].form.new_each_time.setChecked(False)
    page.rooms[ComposingRoom].form.rng_seed.setValue(dice)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        page.window().registry.action("tune.compose").trigger()  # type: ignore[attr-defined]


@pytest.mark.parametrize("where", ["text", "tunes", "problems"])
def test_composing_by_key_leads_to_what_space_plays(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, where: str
) -> None:
    page.parts.files.open_text(BOOK, "book")
    page.rooms[TextsRoom].focus_text()
    if where == "tunes":
        page.parts.side.show_panel("tunes")
        page.rooms[OutlineRoom].panel.view.setFocus()
    elif where == "problems":
        page.parts.side.show_panel("problems")
        page.rooms[ProblemsRoom].panel.take_focus()
    compose(qtbot, page)
    take = page.desk.documents.current
    before = take.text()
    press(qtbot, Qt.Key.Key_Space)
    assert take.text() == before
    assert not take.is_modified
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)


def test_the_best_of_16_stands_beside_compose_and_leads_there_too(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    best, compose = (
        page.rooms[ComposingRoom].form.best_button,
        page.rooms[ComposingRoom].form.compose_button,
    )
    right_of_compose = compose.mapToGlobal(compose.rect().topRight())
    assert best.isVisible()
    assert 0 < best.mapToGlobal(best.rect().topLeft()).x() - right_of_compose.x() < 16
    assert best.mapToGlobal(best.rect().topLeft()).y() == right_of_compose.y()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(best, Qt.MouseButton.LeftButton)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)


def test_composing_again_leads_there_too(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    compose(qtbot, page)
    again = page.rooms[TakesRoom].details.again_button
    again.setFocus()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert page.parts.score.hasFocus()


def test_a_person_who_types_a_wish_meanwhile_goes_on_typing(
    qtbot: QtBot, page: ComposerPage
) -> None:
    page.rooms[TextsRoom].focus_text()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        page.rooms[ComposingRoom].controller.compose()
        page.rooms[ComposingRoom].form.seed.setFocus()
    assert page.rooms[ComposingRoom].form.seed.hasFocus()


@pytest.mark.parametrize("is_typed_on", [False, True])
def test_a_seed_that_was_composed_from_leads_to_its_take_unless_it_is_typed_on(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, is_typed_on: bool
) -> None:
    seed = page.rooms[ComposingRoom].form.seed
    seed.setFocus()
    before = seed.toPlainText()
    page.rooms[ComposingRoom].form.new_each_time.setChecked(False)
    page.rooms[ComposingRoom].form.rng_seed.setValue(7)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if is_typed_on:
            press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_Space)
    if is_typed_on:
        assert seed.toPlainText() != before
        assert " " in seed.toPlainText()
    else:
        assert seed.toPlainText() == before
        qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)


@pytest.mark.parametrize("name", ["check box", "options button"])
@pytest.mark.parametrize("is_pressed", [False, True])
def test_a_box_or_button_that_was_left_alone_leads_to_the_take(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, name: str, is_pressed: bool
) -> None:
    form = page.rooms[ComposingRoom].form
    form.new_each_time.setChecked(False)
    form.rng_seed.setValue(7)
    control = form.stop_at_end if name == "check box" else form.more.button
    control.setFocus()
    before = form.contents()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if is_pressed:
            press(qtbot, Qt.Key.Key_Space)
    assert (form.contents() != before) == is_pressed
    assert (page.parts.score if not is_pressed else control).hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert form.contents() == before
    if not is_pressed:
        qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)


def test_a_chosen_rhythm_leaves_space_to_the_take(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    rhythm = page.rooms[ComposingRoom].form.rhythm
    rhythm.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    chosen = rhythm.currentText()
    compose(qtbot, page)
    assert rhythm.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert not rhythm.view().isVisible()
    assert rhythm.currentText() == chosen
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)


def test_another_side_tab_takes_the_focus_of_the_one_before(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    page.parts.files.open_text(BOOK, "book")
    page.parts.side.show_panel("tunes")
    page.rooms[OutlineRoom].panel.view.setFocus()
    for name in ("problems", "inspection", "takes"):
        page.parts.side.show_panel(name)
        qtbot.waitUntil(partial(has_focus, page.parts.side))


def test_the_last_tune_leaves_the_focus_in_the_text(qtbot: QtBot, page: ComposerPage) -> None:
    page.parts.files.open_text("X:1\nT:One\nK:C\nC2|\n", "one")
    page.parts.side.show_panel("tunes")
    page.rooms[OutlineRoom].panel.view.setFocus()
    page.window().registry.action("tune.delete").trigger()  # type: ignore[attr-defined]
    qtbot.waitUntil(page.desk.editor.hasFocus)
