"""What the settings cost stands under the form before a run begins."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.learning.devices import choose_device
from abcstudio.learning.loading import load_optimizers
from tests.ui.training.small_runs import TINY

WAIT_MS = 30_000


@pytest.fixture(autouse=True, scope="module")
def _optimizers_are_loaded() -> None:
    load_optimizers()


def test_numbers_and_memory_are_said_at_once_and_time_when_it_is_measured(
    qtbot: QtBot, shown: SimpleNamespace
) -> None:
    page = shown.page
    box = page.parts.form.config_form.controls["hidden_size"]
    box.setValue(32)
    assert "numbers to learn" in page.parts.cost.text()
    assert "a step" not in page.parts.cost.text()
    page.show_device(choose_device("cpu"))
    qtbot.waitUntil(lambda: "s a step, about" in page.parts.cost.text(), timeout=WAIT_MS)
    measured = page.parts.cost.text()
    # As many steps more cost more time, and need no new measuring.
    page.parts.form.config_form.controls["steps"].setValue(60_000)
    assert page.parts.cost.text() != measured
    assert "s a step, about" in page.parts.cost.text()
    before = page.parts.cost.text()
    box.setValue(64)
    assert "a step" not in page.parts.cost.text()
    assert page.parts.cost.text() != before


def test_nothing_is_measured_while_a_run_trains(qtbot: QtBot, shown: SimpleNamespace) -> None:
    page = shown.page
    page.parts.form.set_config(replace(TINY, steps=100_000))
    page.show_device(choose_device("cpu"))
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.plot.point_count > 0, timeout=WAIT_MS)
    with qtbot.waitSignal(page.session.ended, timeout=WAIT_MS):
        page.session.stop()
    qtbot.waitUntil(lambda: "s a step" in page.parts.cost.text(), timeout=WAIT_MS)
