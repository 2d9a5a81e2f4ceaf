"""*Again like this* asks for what was asked then, whenever the take was composed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.options.sampling_controls import show_value
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_one_take, ask_for_short_takes

ASKED = "X:1\nT:\nR:hornpipe\nM:2/4\n"
Start = Callable[[], MainWindow]


def compose(
    qtbot: QtBot, page: ComposerPage, *, takes: int = 1, characters: int = 60, guard: bool = False
) -> None:
    ask_for_short_takes(page.rooms[ComposingRoom].form, characters)
    page.rooms[ComposingRoom].form.takes.setValue(takes)
    show_value(page.rooms[ComposingRoom].form.options["guard"], guard)
    # The same take each time: of those that chance gives some have no music.
    page.rooms[ComposingRoom].form.new_each_time.setChecked(False)
    page.rooms[ComposingRoom].form.rng_seed.setValue(7)
    for box, words in (
        (page.rooms[ComposingRoom].form.rhythm, "hornpipe"),
        (page.rooms[ComposingRoom].form.meter, "2/4"),
    ):
        qtbot.keyClicks(box, words)
    assert page.rooms[ComposingRoom].form.seed.toPlainText() == ASKED
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=240_000):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)


def again(qtbot: QtBot, page: ComposerPage) -> tuple[str, bool]:
    """Press the button; return what the form then asks for."""
    page.rooms[ComposingRoom].form.begin_with()
    ask_for_one_take(page.rooms[ComposingRoom].form)
    page.rooms[ComposingRoom].form.max_chars.setValue(60)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=240_000):
        qtbot.mouseClick(page.rooms[TakesRoom].details.again_button, Qt.MouseButton.LeftButton)
    return page.rooms[ComposingRoom].form.seed.toPlainText(), page.rooms[
        ComposingRoom
    ].form.completes_header


@pytest.mark.parametrize("when", ["now", "after a restart", "saved, after a restart"])
def test_each_take_has_a_title_of_its_own(
    start: Start, qtbot: QtBot, tmp_path: Path, when: str
) -> None:
    page = start().composer
    compose(qtbot, page)
    if when.startswith("saved"):
        assert page.parts.files.save_to(page.desk.documents.current, tmp_path / "saved.abc")
    if when.endswith("after a restart"):
        page = start().composer
        page.rooms[TakesRoom].list.selectRow(0)
    assert again(qtbot, page) == (ASKED, True)


def test_its_seed_is_that_of_the_very_take(start: Start, qtbot: QtBot) -> None:
    page = start().composer
    compose(qtbot, page)
    text = page.desk.documents.current.text()
    page = start().composer
    page.rooms[TakesRoom].list.selectRow(0)
    qtbot.mouseClick(page.rooms[TakesRoom].details.seed_button, Qt.MouseButton.LeftButton)
    assert page.rooms[ComposingRoom].form.seed.toPlainText() != ASKED
    assert text.startswith(page.rooms[ComposingRoom].form.seed.toPlainText())
    assert not page.rooms[ComposingRoom].form.completes_header


def test_takes_that_began_differently_shared_no_starts_and_new_ones_may(
    start: Start, qtbot: QtBot
) -> None:
    page = start().composer
    compose(qtbot, page, takes=2, characters=400, guard=True)
    first = page.desk.documents.current.text()
    qtbot.mouseClick(page.rooms[TakesRoom].details.seed_button, Qt.MouseButton.LeftButton)
    assert not page.rooms[ComposingRoom].form.sampling().share_attempts
    page.rooms[ComposingRoom].form.new_each_time.setChecked(True)
    assert page.rooms[ComposingRoom].form.sampling().share_attempts
    page.rooms[ComposingRoom].form.new_each_time.setChecked(False)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=240_000):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    assert page.desk.documents.current.text() == first
    qtbot.mouseClick(page.rooms[TakesRoom].details.again_button, Qt.MouseButton.LeftButton)
    assert page.rooms[ComposingRoom].form.sampling().share_attempts
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=240_000):
        page.rooms[ComposingRoom].session.stop()


def test_with_the_seed_of_an_older_version_another_tune_is_announced(
    start: Start, qtbot: QtBot
) -> None:
    window = start()
    page, notices = window.composer, list[str]()
    window.studio.notice_requested.connect(lambda notice: notices.append(notice.text))
    compose(qtbot, page, guard=True)
    text = page.desk.documents.current.text()
    qtbot.mouseClick(page.rooms[TakesRoom].details.seed_button, Qt.MouseButton.LeftButton)
    assert not any("older version" in notice for notice in notices)
    page.parts.files.open_text(text.replace(" edition 1", " clock 4"), "Old")
    qtbot.waitUntil(lambda: page.desk.documents.current.provenance.origin is not None)
    qtbot.mouseClick(page.rooms[TakesRoom].details.seed_button, Qt.MouseButton.LeftButton)
    assert any("older version" in notice for notice in notices)
    assert page.rooms[ComposingRoom].form.sampling().edition == 1
