"""The compose form says at the next start what it said at the last, except for the dice."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form
from abcstudio.ui.composer.takes.compose_wish import DEFAULT_WISH
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.events import deliver_events

JIG = "X:1\nT:Mine\nR:jig\nM:6/8\nK:Ador\n"


@contextmanager
def started(studio: Studio, engraver: Engraver) -> Iterator[ComposeForm]:
    """Make a window, and leave nothing of it."""
    window = MainWindow(studio, engraver)
    yield window.composer.rooms[ComposingRoom].form
    window.end_without_asking()
    window.deleteLater()
    deliver_events()


def options_of(form: ComposeForm) -> dict[str, object]:
    sampling = form.sampling()
    return {name: getattr(sampling, name) for name in form.options if name != "rng_seed"}


def test_the_form_is_as_it_was_left_but_for_the_dice(
    qtbot: QtBot, studio: Studio, engraver: Engraver
) -> None:
    with started(studio, engraver) as form:
        form.set_seed(JIG)
        form.temperature.setValue(1.3)
        form.max_chars.setValue(400)
        form.stop_at_end.setChecked(False)
        form.takes.setValue(5)
        form.options["top_k"].setValue(12)
        form.options["top_p"].setValue(0.9)
        form.new_each_time.setChecked(False)
        form.rng_seed.setValue(7)
        left = options_of(form)
    with started(studio, engraver) as form:
        assert options_of(form) == left
        assert (form.seed.toPlainText(), form.takes.value()) == (JIG, 5)
        chosen = [box.currentData() for box in (form.rhythm, form.meter, form.key)]
        assert chosen == ["jig", "6/8", "Ador"]
        assert form.more.is_unfolded
        assert form.new_each_time.isChecked()
        assert form.rng_seed.value() != 7


def test_a_wish_is_kept_as_soon_as_it_is_composed(qtbot: QtBot, main_window: MainWindow) -> None:
    composer = main_window.composer
    ask_for_short_takes(composer.rooms[ComposingRoom].form)
    with qtbot.waitSignal(composer.rooms[ComposingRoom].session.ended, timeout=60_000):
        composer.rooms[ComposingRoom].controller.compose()
    assert main_window.studio.settings.compose_form["max_chars"] == 60
    assert "rng_seed" not in main_window.studio.settings.compose_form


@pytest.mark.parametrize(
    "odd",
    [
        {"temperature": 99.0},
        {"temperature": "hot"},
        {"takes": 1000},
        {"takes": True},
        {"top_k": -1},
        {"stop_at_tune_end": 1},
        {"max_chars": 2.5},
        {"seed": 3},
        {"rng_seed": 7},
        {"of a newer version": 1},
    ],
)
def test_an_odd_value_costs_only_itself(
    qtbot: QtBot, studio: Studio, odd: dict[str, object]
) -> None:
    good = {"temperature": 1.3, "takes": 4, "top_k": 12, "max_chars": 400, "seed": JIG}
    studio.update_settings(compose_form=good | odd)
    form = ComposeForm(studio)
    qtbot.addWidget(form)
    recall_form(form, studio)
    values = options_of(form) | {"seed": form.seed.toPlainText(), "takes": form.takes.value()}
    number = form.rng_seed.value()
    name = next(iter(odd))
    for other, value in good.items():
        if other != name:
            assert values[other] == value
    if name in values:
        defaults = {"seed": DEFAULT_WISH.seed, "takes": DEFAULT_WISH.takes}
        assert values[name] == defaults.get(name, getattr(SamplingConfig(), name, None))
    assert number != 7


def test_the_button_brings_the_defaults_back(qtbot: QtBot, main_window: MainWindow) -> None:
    form = main_window.composer.rooms[ComposingRoom].form
    defaults = options_of(form)
    form.set_seed(JIG)
    form.temperature.setValue(1.3)
    form.options["top_p"].setValue(0.5)
    form.takes.setValue(9)
    form.new_each_time.setChecked(False)
    assert form.defaults_button.text() == "Restore defaults"
    assert not form.defaults_button.icon().isNull()
    qtbot.mouseClick(form.defaults_button, Qt.MouseButton.LeftButton)
    assert options_of(form) == defaults
    assert (form.seed.toPlainText(), form.takes.value()) == (DEFAULT_WISH.seed, DEFAULT_WISH.takes)
    assert form.new_each_time.isChecked()
    form.seed.undo()
    assert form.seed.toPlainText() == JIG
