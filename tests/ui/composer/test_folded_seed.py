"""Seed, length and dice stand under *More options*, in step with the boxes, and are found there."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form, remember_form
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(main_window: MainWindow) -> ComposeForm:
    main_window.show_page("composer")
    main_window.resize(1280, 800)
    return main_window.composer.rooms[ComposingRoom].form


def is_in_sight(form: ComposeForm, widget: QWidget) -> bool:
    viewport = form.findChildren(QScrollArea)[0].viewport()
    place = QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size())
    return widget.isVisible() and viewport.rect().contains(place)


def test_the_first_start_shows_what_most_takes_are_asked_for_by(form: ComposeForm) -> None:
    for box in (form.rhythm, form.meter, form.key, form.temperature, form.takes):
        assert is_in_sight(form, box)
    for widget in (form.seed, form.max_chars, form.stop_at_end, form.rng_seed, form.dice):
        assert not widget.isVisible()
    assert form.more.button.text() == "More options"


def test_boxes_and_seed_stay_in_step_while_it_is_folded(qtbot: QtBot, form: ComposeForm) -> None:
    qtbot.keyClicks(form.rhythm, "jig")
    assert form.seed.toPlainText() == "X:1\nT:\nR:jig\n"
    # What the boxes say already is not said again.
    assert form.more.button.text() == "More options"
    qtbot.mouseClick(form.more.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_in_sight(form, form.seed))
    form.seed.setFocus()
    qtbot.keyClick(form.seed, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for line in ("X:1", "M:6/8", "K:G", "GAB"):
        qtbot.keyClicks(form.seed, line)
        qtbot.keyClick(form.seed, Qt.Key.Key_Return)
    assert [box.currentData() for box in (form.rhythm, form.meter, form.key)] == ["", "6/8", "G"]
    qtbot.mouseClick(form.more.button, Qt.MouseButton.LeftButton)
    assert not form.seed.isVisible()
    assert form.more.button.text() == "More options (1 set)"
    form.new_each_time.setChecked(False)
    form.max_chars.setValue(400)
    assert form.more.button.text() == "More options (3 set)"


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_S, "seed"), (Qt.Key.Key_G, "max_chars"), (Qt.Key.Key_D, "rng_seed")],
)
@pytest.mark.parametrize("is_unfolded", [False, True])
def test_access_keys_lead_there_folded_or_not(
    qtbot: QtBot, main_window: MainWindow, form: ComposeForm, *, key: Qt.Key, name: str,
    is_unfolded: bool,
) -> None:  # fmt: skip
    if is_unfolded:
        form.more.unfold()
    main_window.composer.desk.editor.setFocus()
    qtbot.keyClick(main_window, key, ALT)
    control: QWidget = getattr(form, name)
    assert control.hasFocus()
    qtbot.waitUntil(lambda: is_in_sight(form, control))


def test_playing_the_opening_shows_the_seed(qtbot: QtBot, form: ComposeForm) -> None:
    (button,) = [
        one for one in form.findChildren(ActionButton)
        if one.isVisible() and one.text() == "Play the opening"
    ]  # fmt: skip
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_in_sight(form, form.seed) and is_in_sight(form, form.opening))
    assert not button.isVisible()
    qtbot.keyClick(form.opening, Qt.Key.Key_Escape)
    assert form.seed.isVisible()


def test_rows_that_were_unfolded_are_so_at_the_next_start(
    qtbot: QtBot, studio: Studio, form: ComposeForm
) -> None:
    for is_unfolded in (True, False):
        if form.more.is_unfolded is not is_unfolded:
            qtbot.mouseClick(form.more.button, Qt.MouseButton.LeftButton)
        remember_form(form, studio)
        next_one = ComposeForm(studio)
        qtbot.addWidget(next_one)
        recall_form(next_one, studio)
        assert next_one.more.is_unfolded is is_unfolded


def test_a_seed_that_says_more_is_seen_at_the_next_start(
    qtbot: QtBot, studio: Studio, form: ComposeForm
) -> None:
    form.set_seed("X:1\nT:Mine\nK:G\nGAB")
    assert not form.more.is_unfolded
    remember_form(form, studio)
    next_one = ComposeForm(studio)
    qtbot.addWidget(next_one)
    recall_form(next_one, studio)
    assert next_one.more.is_unfolded


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_off_unfolded(
    qtbot: QtBot, main_window: MainWindow, form: ComposeForm, size: tuple[int, int]
) -> None:
    main_window.resize(*size)
    form.more.unfold()
    viewport = form.findChildren(QScrollArea)[0].viewport()
    inside = form.findChildren(QScrollArea)[0].widget()
    qtbot.waitUntil(lambda: inside.width() <= viewport.width())
    assert inside.minimumSizeHint().width() <= viewport.width()
