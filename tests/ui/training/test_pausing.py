"""A run waits for as long as the person likes, and goes on as if it had not."""

import threading
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from torch import Tensor

from abcstudio.learning.training.gradients import Gradients
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.training.runs.run_rows import ROW_ROLE
from abcstudio.ui.training.table.runs_model import STATE
from abcstudio.ui.training.table.runs_table import RunsTable
from tests.ui.training.small_runs import LONG, RUN_MS, wait_for_runs

HELD = 20
GO_ON = "go on"


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """A step that waits for the test, and all that happened in order."""
    told = SimpleNamespace(reached=threading.Event(), release=threading.Event(), order=[])
    compute = Gradients.compute

    def computed(gradients: Gradients, step: int) -> Tensor:
        told.order.append(step)
        if step == HELD:
            told.reached.set()
            told.release.wait()
        return compute(gradients, step)

    monkeypatch.setattr(Gradients, "compute", computed)
    yield told
    told.release.set()


def pause(shown: SimpleNamespace, held: SimpleNamespace, qtbot: QtBot) -> None:
    """Press Pause while the held step is computed, and let other work come and go."""
    page = shown.page
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(held.reached.is_set, timeout=RUN_MS)
    qtbot.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    assert page.session.is_paused
    held.release.set()
    for _ in range(3):
        with qtbot.waitSignal(page.parts.catalog.read, timeout=RUN_MS):
            page.parts.catalog.refresh()


def stop(page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()


def test_a_paused_run_says_so_and_goes_on_from_its_step(qtbot, shown, held) -> None:
    page = shown.page
    command = shown.actions.action("training.pause")
    assert not command.isEnabled()
    pause(shown, held, qtbot)
    assert command.isChecked()
    assert page.pause.isChecked()
    assert page.parts.progress.title.text().endswith("paused")
    assert page.parts.progress.line.text().startswith("Paused")
    assert page.parts.progress.way.text() == "Go on"
    held.order.append(GO_ON)
    qtbot.mouseClick(page.parts.progress.way, Qt.MouseButton.LeftButton)
    assert not page.session.is_paused
    assert not command.isChecked()
    qtbot.waitUntil(lambda: page.parts.plot.point_count > HELD, timeout=RUN_MS)
    qtbot.waitUntil(lambda: "characters/s" in page.parts.progress.line.text(), timeout=RUN_MS)
    assert not page.parts.progress.way.isVisible()
    stop(page, qtbot)
    assert not command.isEnabled()
    place = held.order.index(GO_ON)
    assert held.order[:place] == list(range(1, HELD + 1))
    assert held.order[place + 1] == HELD + 1


def test_stop_ends_a_paused_run_and_keeps_what_it_learned(qtbot, shown, held) -> None:
    page = shown.page
    pause(shown, held, qtbot)
    stop(page, qtbot)
    wait_for_runs(page, qtbot, 1)
    qtbot.waitUntil(lambda: page.parts.runs.run is not None, timeout=RUN_MS)
    assert (page.parts.runs.run.state, page.parts.runs.run.step) == ("stopped", HELD)
    assert RunFolder(page.parts.runs.run.folder).has_checkpoint
    assert shown.actions.action("training.resume").isEnabled()


def test_the_list_and_the_table_say_that_a_run_is_paused(qtbot, shown, held) -> None:
    page = shown.page

    def listed() -> str:
        return page.parts.runs.list.item(0).text().splitlines()[1].partition(":")[0]

    def in_table() -> str:
        model = page.rooms[RunsTable].dialog.model
        return model.index(0, model.place_of(STATE)).data()

    shown.actions.action("training.runs").trigger()
    pause(shown, held, qtbot)
    assert (listed(), in_table()) == ("Paused", "Paused")
    row = page.parts.runs.list.item(0).data(ROW_ROLE)
    assert row.standings == ("Paused",)
    held.order.append(GO_ON)
    shown.actions.action("training.pause").trigger()
    assert (listed(), in_table()) == ("Training now", "Training now")
    stop(page, qtbot)
    wait_for_runs(page, qtbot, 1)
    assert (listed(), in_table()) == ("Stopped", "Stopped")
