"""The line of costs names the network that Start really builds."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.learning.checkpoint import read_header
from abcstudio.learning.cost import cost_of
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import bundled_model
from abcstudio.recipes.models import available_models
from abcstudio.ui.training.training_page import TrainingPage
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.training.small_runs import RUN_MS, TINY, TUNES

pytestmark = pytest.mark.one_window


def said(page: TrainingPage) -> int:
    """Return the number of parameters in the line; 0 while it is only about right."""
    found = re.match(r"([\d,.\s]+) numbers to learn", page.parts.cost.text())
    return int(re.sub(r"\D", "", found[1])) if found else 0


def wait_until_counted(qtbot: QtBot, page: TrainingPage) -> None:
    qtbot.waitUntil(lambda: said(page) > 0, timeout=RUN_MS)


def built(qtbot: QtBot, page: TrainingPage) -> int:
    """Press Start, stop after the first steps, and count what the run kept."""
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)
    folder = page.session.folder
    assert folder is not None
    header = read_header(folder / "last.safetensors")
    return cost_of(header.config, len(header.vocabulary)).parameters


@pytest.fixture
def page(main_window: MainWindow) -> TrainingPage:
    main_window.show_page("training")
    page = main_window.training
    page.parts.form.set_wanted_device("cpu")
    page.train_on(TUNES, "Own tunes")
    page.parts.base.leave()
    return page


@pytest.mark.parametrize("name", PRESETS)
def test_each_preset(qtbot: QtBot, page: TrainingPage, name: str) -> None:
    qtbot.mouseClick(page.parts.form.presets.buttons[name], Qt.MouseButton.LeftButton)
    # One step is enough to see the network, and needs no samples.
    page.parts.form.config_form.controls["steps"].setValue(1)
    page.parts.form.config_form.controls["batch_size"].setValue(1)
    wait_until_counted(qtbot, page)
    assert said(page) == built(qtbot, page)


@pytest.mark.own_window
@pytest.mark.parametrize("name", PRESETS)
def test_before_the_tunes_in_the_box_are_read_and_after(
    qtbot: QtBot, main_window: MainWindow, name: str
) -> None:
    page = main_window.training
    page.parts.form.set_config(PRESETS[name])
    before = said(page)
    assert before == cost_of(PRESETS[name], 85).parameters
    main_window.show_page("training")
    qtbot.waitUntil(lambda: bool(page.parts.corpus.tunes), timeout=RUN_MS)
    wait_until_counted(qtbot, page)
    assert said(page) == before


def test_a_model_that_is_trained_further_and_left_again(qtbot: QtBot, page: TrainingPage) -> None:
    own = replace(TINY, steps=1)
    page.parts.form.set_config(own)
    wait_until_counted(qtbot, page)
    new = said(page)
    folk = available_models(bundled_model(), bundled_model(), bundled_model())[0]
    page.parts.base.take(folk)
    wait_until_counted(qtbot, page)
    assert said(page) == 3_555_198
    # Other settings, and a preset, leave its network as it is.
    qtbot.mouseClick(page.parts.form.presets.buttons["quick"], Qt.MouseButton.LeftButton)
    assert said(page) == 3_555_198
    page.parts.form.set_config(own)
    assert not page.parts.form.config_form.controls["hidden_size"].isEnabled()
    assert said(page) == built(qtbot, page) == 3_555_198
    qtbot.mouseClick(page.parts.form.base.leave, Qt.MouseButton.LeftButton)
    assert page.parts.form.config() == own
    assert page.parts.form.config_form.controls["hidden_size"].isEnabled()
    assert said(page) == new == built(qtbot, page)


def test_characters_of_the_model_and_of_the_tunes_come_together(
    qtbot: QtBot, page: TrainingPage
) -> None:
    page.parts.form.set_config(replace(TINY, steps=1))
    odd = tuple(replace(tune, text=tune.text.replace("T:Tune", "T:Мелодія")) for tune in TUNES)
    page.train_on(odd, "Others")
    assert page.parts.form.base.leave.isVisible()
    page.parts.form.config_form.controls["steps"].setValue(1)
    wait_until_counted(qtbot, page)
    header = read_header(bundled_model())
    assert said(page) == cost_of(header.config, len(header.vocabulary) + len("Мелодія")).parameters
    assert said(page) == built(qtbot, page)


def test_what_is_kept_for_the_next_start_is_the_persons_own(
    qtbot: QtBot, main_window: MainWindow, page: TrainingPage
) -> None:
    page.parts.form.set_config(TINY)
    page.parts.base.take(available_models(bundled_model(), bundled_model(), bundled_model())[0])
    page.parts.form.config_form.controls["steps"].setValue(1)
    built(qtbot, page)
    assert main_window.studio.settings.training_config["hidden_size"] == TINY.hidden_size
    assert main_window.studio.settings.training_config["steps"] == 1


def test_a_run_that_goes_on_leaves_no_figures_of_another_network(
    qtbot: QtBot, page: TrainingPage
) -> None:
    page.parts.form.set_config(replace(TINY, steps=1))
    wait_until_counted(qtbot, page)
    before = said(page)
    page.parts.form.put_aside(PRESETS["studio"])
    assert page.parts.cost.text() == ""
    page.parts.form.bring_back()
    assert page.parts.form.config() == replace(TINY, steps=1)
    assert said(page) == before
