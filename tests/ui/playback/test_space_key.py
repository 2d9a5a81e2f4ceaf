"""Space plays where one listens, and is never taken from what uses it: one rule for all widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.datasets.finding.places_table import PlacesTable
from abcstudio.ui.playback.space_key import SpaceRole
from abcstudio.ui.window.keyboard.window_keys import WindowKeys
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from abcstudio.ui.window.players import Players
from tests.ui.playing_steps import PATIENCE_MS, play

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:One\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\nCDEF|GABc|CDEF|GABc|\n"


def focusable(page: QWidget) -> list[QWidget]:
    """Return all widgets that can have the focus, also on panels that are not in front."""
    window = page.window()
    # What drops down from a box is a window of its own, and keeps its keys.
    found = (each for each in page.findChildren(QWidget) if each.window() is window)
    return [
        each
        for each in found
        if each.focusProxy() is None and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def test_no_control_that_uses_space_loses_it_and_every_list_of_tunes_plays(
    main_window: MainWindow,
) -> None:
    composer, rule = main_window.composer, main_window.rooms[WindowKeys].space.role
    listens = {
        composer.rooms[TakesRoom].list,
        composer.rooms[OutlineRoom].panel.view,
        main_window.datasets.browser.table,
        main_window.training.parts.takes.samples.steps,
        *main_window.datasets.findChildren(PlacesTable),
    }
    walked = [
        widget for name in PAGE_IDS for widget in focusable(main_window.pages.widget_of(name))
    ]
    walked += focusable(main_window.transport) + focusable(main_window.rooms[Players].piano)
    assert listens < set(walked)
    assert len(walked) > 100
    for widget in walked:
        if widget in listens:
            assert rule(widget) is SpaceRole.ROW
        elif isinstance(widget, (QAbstractSpinBox, QAbstractItemView, QComboBox)):
            assert rule(widget) is SpaceRole.PLAY
        elif isinstance(widget, (QAbstractButton, QLineEdit, QPlainTextEdit)):
            assert rule(widget) is SpaceRole.CONTROL, (type(widget), widget.accessibleName())
    assert rule(main_window.rooms[Players].piano.piano) is SpaceRole.CONTROL
    assert rule(composer.parts.score) is SpaceRole.PLAY


def press(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    assert QApplication.focusWidget() is widget
    qtbot.keyClick(widget, Qt.Key.Key_Space)


@pytest.fixture
def toggled(main_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what Space would play or pause: its title, "" for what the transport shows."""
    seen: list[str] = []
    monkeypatch.setattr(
        main_window.playback, "toggle", lambda tune=None: seen.append(tune.title if tune else "")
    )
    return seen


def test_space_plays_rows_and_numbers_and_leaves_texts_and_buttons_alone(
    main_window: MainWindow, qtbot: QtBot, toggled: list[str]
) -> None:
    composer = main_window.composer
    main_window.show_page("composer")
    composer.parts.files.open_text(TUNE, "one")
    composer.parts.side.show_panel("tunes")
    qtbot.waitUntil(lambda: composer.desk.watch.view is not None, timeout=PATIENCE_MS)
    composer.rooms[OutlineRoom].panel.view.setCurrentIndex(
        composer.rooms[OutlineRoom].panel.rows.index(0)
    )
    press(qtbot, composer.rooms[OutlineRoom].panel.view)
    assert toggled == ["One"]
    for box in (
        composer.rooms[ComposingRoom].form.takes,
        composer.rooms[ComposingRoom].form.temperature,
        main_window.transport.tempo,
    ):
        toggled.clear()
        press(qtbot, box)
        assert toggled == [""]
    toggled.clear()
    composer.rooms[ComposingRoom].form.more.unfold()
    press(qtbot, composer.rooms[ComposingRoom].form.stop_at_end)
    assert not composer.rooms[ComposingRoom].form.stop_at_end.isChecked()
    press(qtbot, composer.rooms[ComposingRoom].form.seed)
    assert composer.rooms[ComposingRoom].form.seed.toPlainText().count(" ") == 1
    press(qtbot, composer.desk.editor)
    assert composer.desk.editor.text() == " " + TUNE
    composer.desk.editor.undo()
    press(qtbot, main_window.transport.volume)
    assert not toggled
    composer.parts.files.open_text(TUNE.replace("CDEF|", "CDE|"), "faulty")
    composer.parts.side.show_panel("problems")
    qtbot.waitUntil(composer.rooms[ProblemsRoom].panel.view.isVisible, timeout=PATIENCE_MS)
    for page, rows in (
        ("composer", composer.rooms[ProblemsRoom].panel.view),
        ("datasets", main_window.datasets.parts.source_list.list),
    ):
        main_window.show_page(page)
        toggled.clear()
        press(qtbot, rows)
        assert toggled == [""]
    toggled.clear()
    main_window.show_page("training")
    main_window.training.parts.takes.samples.set_takes([(7, TUNE)])
    press(qtbot, main_window.training.parts.takes.samples.steps)
    assert toggled == ["One"]


def boxes(window: MainWindow) -> list[QComboBox]:
    form, panel = (
        window.composer.rooms[ComposingRoom].form,
        window.composer.rooms[ProblemsRoom].panel,
    )
    return [form.rhythm, form.meter, form.key, panel.scope, window.transport.instrument]


@pytest.mark.parametrize("place", range(5))
def test_space_in_a_box_of_choices_plays_and_the_other_keys_open_it(
    main_window: MainWindow, qtbot: QtBot, toggled: list[str], place: int
) -> None:
    composer = main_window.composer
    main_window.show_page("composer")
    composer.parts.files.open_text(TUNE, "one")
    composer.parts.side.show_panel("problems")
    qtbot.waitUntil(lambda: composer.desk.watch.view is not None, timeout=PATIENCE_MS)
    box = boxes(main_window)[place]
    press(qtbot, box)
    assert toggled == [""]
    assert not box.view().isVisible()
    for key, modifiers in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(box, key, modifiers)
        assert box.view().isVisible()
        box.hidePopup()
        box.setFocus()
    # Elsewhere these are the keys of commands.
    assert composer.desk.editor.text() == TUNE


def test_space_plays_once_a_row_of_an_open_box_is_taken(
    main_window: MainWindow, qtbot: QtBot, toggled: list[str]
) -> None:
    main_window.show_page("composer")
    rhythm = main_window.composer.rooms[ComposingRoom].form.rhythm
    rhythm.setFocus()
    rhythm.showPopup()
    qtbot.keyClick(rhythm.view(), Qt.Key.Key_Down)
    qtbot.keyClick(rhythm.view(), Qt.Key.Key_Space)
    assert not toggled
    qtbot.keyClick(rhythm.view(), Qt.Key.Key_Return)
    assert not rhythm.view().isVisible()
    assert rhythm.currentText() == "reel"
    press(qtbot, rhythm)
    assert toggled == [""]


def test_space_on_a_row_plays_it_also_while_another_tune_sounds(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    datasets, playback = main_window.datasets, main_window.playback
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(TUNE, "one")
    qtbot.waitUntil(lambda: playback.tune.title == "One", timeout=PATIENCE_MS)
    play(main_window, qtbot, 0.1)
    main_window.show_page("datasets")
    qtbot.waitUntil(lambda: datasets.browser.table.tune is not None, timeout=PATIENCE_MS)
    press(qtbot, datasets.browser.table)
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    assert playback.tune.title == datasets.browser.table.tune.title
    press(qtbot, datasets.browser.table)
    assert playback.state == "paused"
