"""A take of the window is made again byte for byte after a restart, whatever became of its text."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.take_history import listed_takes
from abcstudio.notation.spans import Span
from abcstudio.paths import bundled_jury, bundled_model, bundled_runs, takes_dir
from abcstudio.recipes.models import available_models
from abcstudio.recipes.takes.again import made_again, request_of
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.playing_steps import PATIENCE_MS

Start = Callable[[], MainWindow]


def test_a_take_that_was_edited_is_made_again_as_it_was_composed(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    page = start().composer
    form = page.rooms[ComposingRoom].form
    form.set_seed("X:1\nT:Kept\nR:reel\nM:4/4\nL:1/8\nK:D\n")
    ask_for_short_takes(form, 120)
    form.takes.setValue(2)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(form.compose_button, Qt.MouseButton.LeftButton)
    number = page.desk.documents.current.provenance.take_number
    composed = page.desk.documents.current.text()
    page.desk.editor.select(Span(6, 6))
    qtbot.keyClicks(page.desk.editor, "Never ")
    assert page.desk.documents.current.text() != composed
    assert page.parts.files.save_to(page.desk.documents.current, tmp_path / "kept.abc")
    start()
    (kept,) = (one for one in listed_takes(takes_dir()).takes if one.number == number)
    assert kept.text == composed
    nowhere = takes_dir() / "none"
    models = available_models(bundled_model(), nowhere, nowhere)
    request = request_of(kept, models, known_runs=bundled_runs(), jury=bundled_jury())
    assert made_again(kept, request) == composed
