"""Rhythm, meter and key chosen in the form: they hold, and the model writes the rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from abcstudio.composing.header_completion import open_fields
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form, remember_form
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window


def composed(qtbot: QtBot, page: ComposerPage) -> list[str]:
    """Press *Compose*; return the texts of the takes that come, the first first."""
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=60_000) as ended:
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    assert ended.args
    deliver_events()
    return [document.text() for document in ended.args[0]]


def field(text: str, letter: str) -> list[str]:
    return [line[2:] for line in text.split("\n") if line.startswith(f"{letter}:")]


def choose(qtbot: QtBot, combo: QComboBox, words: str) -> None:
    # Without what the test before has typed there a moment ago.
    combo.view().keyboardSearch("")
    qtbot.keyClicks(combo, words)
    assert combo.currentText() == words


@pytest.mark.parametrize("guard", [False, True])
def test_a_chosen_key_holds_and_every_take_has_title_meter_and_unit(
    qtbot: QtBot, main_window: MainWindow, guard: bool
) -> None:
    page = main_window.composer
    form = page.rooms[ComposingRoom].form
    choose(qtbot, form.key, "D")
    assert form.seed.toPlainText() == "X:1\nT:\nK:D\n"
    form.takes.setValue(3)
    if not guard:
        ask_for_short_takes(form, 120)
    texts = composed(qtbot, page)
    assert len(texts) == 3
    for text in texts:
        assert field(text, "K") == ["D"]
        assert [len(field(text, letter)) for letter in "TML"] == [1, 1, 1]
        assert field(text, "T")[0].strip()
    assert len({field(text, "T")[0] for text in texts}) > 1


def test_a_chosen_rhythm_gives_its_meter(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    choose(qtbot, page.rooms[ComposingRoom].form.rhythm, "jig")
    choose(qtbot, page.rooms[ComposingRoom].form.key, "G")
    ask_for_short_takes(page.rooms[ComposingRoom].form, 120)
    (text,) = composed(qtbot, page)
    assert [field(text, letter) for letter in "RMLK"] == [["jig"], ["6/8"], ["1/8"], ["G"]]


def test_such_a_take_is_made_again_by_its_seed_and_others_like_it_by_the_choice(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    choose(qtbot, page.rooms[ComposingRoom].form.key, "D")
    page.rooms[ComposingRoom].form.takes.setValue(2)
    ask_for_short_takes(page.rooms[ComposingRoom].form, 120)
    last = composed(qtbot, page)[1]
    second = next(one for one in page.desk.documents if one.text() == last)
    # The better of the two is in front.
    page.desk.documents.make_current(second)
    assert page.desk.editor.text() == last
    qtbot.mouseClick(page.rooms[TakesRoom].details.seed_button, Qt.MouseButton.LeftButton)
    seed = page.rooms[ComposingRoom].form.seed.toPlainText()
    assert last.startswith(seed)
    assert not open_fields(seed)
    assert composed(qtbot, page)[1] == last
    page.desk.documents.make_current(second)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=60_000):
        qtbot.mouseClick(page.rooms[TakesRoom].details.again_button, Qt.MouseButton.LeftButton)
    assert page.rooms[ComposingRoom].form.seed.toPlainText() == "X:1\nT:\nK:D\n"
    assert field(page.desk.editor.text(), "K") == ["D"]
    assert len(field(page.desk.editor.text(), "M")) == 1


def test_a_typed_seed_is_gone_on_from_as_it_stands(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    ask_for_short_takes(page.rooms[ComposingRoom].form, 120)
    page.rooms[ComposingRoom].form.seed.selectAll()
    qtbot.keyClicks(page.rooms[ComposingRoom].form.seed, "X:1")
    qtbot.keyClick(page.rooms[ComposingRoom].form.seed, Qt.Key.Key_Return)
    qtbot.keyClicks(page.rooms[ComposingRoom].form.seed, "K:D")
    qtbot.keyClick(page.rooms[ComposingRoom].form.seed, Qt.Key.Key_Return)
    (text,) = composed(qtbot, page)
    assert text.startswith("X:1\nK:D\n")


def test_what_was_chosen_is_still_so_after_a_restart(
    qtbot: QtBot, main_window: MainWindow, studio: Studio
) -> None:
    choose(qtbot, main_window.composer.rooms[ComposingRoom].form.key, "D")
    remember_form(main_window.composer.rooms[ComposingRoom].form, studio)
    later = ComposeForm(studio)
    qtbot.addWidget(later)
    recall_form(later, studio)
    wish = later.wish()
    assert wish is not None
    assert (wish.seed, wish.complete_header) == ("X:1\nT:\nK:D\n", True)
