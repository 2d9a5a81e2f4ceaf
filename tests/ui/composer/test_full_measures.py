"""*Full measures* in the window: on at the first start, off where it was, and never in the way."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window


def composed(qtbot: QtBot, page: ComposerPage) -> str:
    """Press *Compose*; return the text of the take that comes."""
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=60_000) as ended:
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    deliver_events()
    (document,) = ended.args[0]
    return str(document.text())


def test_a_take_at_the_first_start_has_no_problems(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    composed(qtbot, page)
    page.desk.watch.settle()
    facts = page.rooms[TakesRoom].list.takes.facts_of(page.desk.documents.current)
    assert facts is not None
    assert (facts.problems, facts.measures > 3) == (0, True)
    assert " guard 1 " in page.desk.editor.text()


def test_a_take_is_as_the_network_writes_it_where_full_measures_are_off(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    form = main_window.composer.rooms[ComposingRoom].form
    qtbot.mouseClick(form.more.button, Qt.MouseButton.LeftButton)
    guard = form.options["guard"]
    guard.setFocus()
    qtbot.keyClick(guard, Qt.Key.Key_Space)
    assert not form.sampling().guard
    form.max_chars.setValue(60)
    assert " guard 0 " in composed(qtbot, main_window.composer)


@pytest.mark.parametrize(
    ("kept", "is_on"),
    [
        ({}, True),
        ({"guard": False, "takes": 3}, False),
        ({"guard": True, "takes": 3}, True),
        # From before there were full measures.
        ({"takes": 3}, False),
    ],
)
def test_one_who_had_full_measures_off_keeps_them_off(
    qtbot: QtBot, studio: Studio, kept: dict[str, object], is_on: bool
) -> None:
    studio.update_settings(compose_form=kept)
    form = ComposeForm(studio)
    qtbot.addWidget(form)
    recall_form(form, studio)
    assert form.sampling().guard is is_on


def test_a_seed_that_no_whole_tune_goes_on_from_is_composed_on_anyway_and_the_window_says_so(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    page.rooms[ComposingRoom].form.set_seed("X:1\nM:4/4\nL:1/8\nK:D\nd2d3d2d2|")
    with qtbot.waitSignal(main_window.studio.notice_requested) as given:
        text = composed(qtbot, page)
    assert "Full measures are left out: no tune with whole measures" in given.args[0].text
    assert " guard 0 " in text
    assert not page.rooms[ComposingRoom].form.has_message
