"""A run that goes on is called by nothing that has changed since."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from abcstudio.learning.checkpoint import read_header
from abcstudio.learning.presets import PRESETS
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.training.runs.run_rows import ROW_ROLE
from abcstudio.ui.words.run_words import free_name, name_going_on
from tests.ui.training.small_runs import RUN_MS, train, wait_for_runs

SMALL = replace(PRESETS["quick"], steps=2, hidden_size=16)


def test_steps_and_patience_are_not_named(qapp) -> None:
    assert free_name(replace(PRESETS["quick"], steps=60, patience=3), ()) == "Quick 1"
    assert free_name(SMALL, ()) == "Quick 1: Hidden units 16"


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("Quick 1: Steps 2", "Quick 1"),
        ("Quick 1: Hidden units 16, Steps 2", "Quick 1: Hidden units 16"),
        ("Quick 1: Hidden units 16", "Quick 1: Hidden units 16"),
        ("Quick 1", "Quick 1"),
        ("Mine: Steps 20", "Mine: Steps 20"),
    ],
)
def test_what_is_no_longer_so_is_left_out(qapp, name: str, becomes: str) -> None:
    assert name_going_on(name, SMALL, replace(SMALL, steps=4)) == becomes


def test_everything_calls_a_resumed_run_by_its_new_name(shown, studio, qtbot) -> None:
    page = shown.page
    page.parts.form.set_config(SMALL)
    train(page, qtbot)
    # As an earlier version of the program called it.
    folder = page.session.folder
    RunFolder(folder).update_facts(name="Quick 1: Hidden units 16, Steps 2")
    page.parts.catalog.refresh()
    qtbot.waitUntil(lambda: page.parts.catalog.name_of(folder).endswith("Steps 2"))
    page.parts.runs.list.setCurrentRow(0)
    named: list[str] = []
    page.session.reported.connect(lambda _report: named.append(page.parts.progress.title.text()))
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.mouseClick(page.parts.runs.resume, Qt.MouseButton.LeftButton)
    wait_for_runs(page, qtbot, 1)
    called = "Quick 1: Hidden units 16"
    qtbot.waitUntil(lambda: page.parts.catalog.name_of(folder) == called)
    assert all("Steps" not in name for name in named)
    row = page.parts.runs.list.item(0).data(ROW_ROLE)
    assert (row.name, row.settings) == ("Quick 1", ("Hidden units 16", "Steps 4"))
    assert page.parts.runs.list.item(0).text().splitlines()[0] == called
    assert read_header(folder / "last.safetensors").name == called
    assert RunFolder(folder).facts()["name"] == called
    qtbot.waitUntil(lambda: called in [model.name for model in studio.models])
