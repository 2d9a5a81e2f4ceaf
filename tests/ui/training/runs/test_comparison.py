"""Two runs in one plot, and the commands of the chosen one."""

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from abcstudio.paths import runs_dir
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.controls.rows.row_menu import row_menu
from abcstudio.ui.look.theme import DARK, LIGHT
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.training.runs.run_rows import ROW_ROLE
from abcstudio.ui.training.training_page import TrainingPage
from tests.ui.training.small_runs import LONG, RUN_MS, TINY, spoil_takes, wait_for_runs

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def earlier_runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test leaves what it has trained, Own 1 and Own 2, for the others."""
    return tmp_path_factory.mktemp("earlier") / "runs"


@pytest.fixture
def three_runs(
    home: Path, earlier_runs: Path, request: pytest.FixtureRequest, qtbot: QtBot
) -> TrainingPage:
    """Own 1, Own 2 and Own 3, of which the last is the live one and chosen."""
    known = 2 if earlier_runs.is_dir() else 0
    if known:
        shutil.copytree(earlier_runs, runs_dir())
    page: TrainingPage = request.getfixturevalue("shown").page
    wait_for_runs(page, qtbot, known)
    for number in range(known, 3):
        page.parts.form.set_config(replace(TINY, steps=20, rng_seed=number))
        if number == 2 and not known:
            shutil.copytree(runs_dir(), earlier_runs)
        with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
            page.start_training()
        wait_for_runs(page, qtbot, number + 1)
    return page


def choose(page: TrainingPage, qtbot: QtBot, name: str) -> None:
    page.parts.runs.choose(folder_of(page, name))
    qtbot.waitUntil(lambda: page.parts.plot.legend.startswith(name) or name == "Own 3")


def folder_of(page: TrainingPage, name: str):
    return next(run.folder for run in page.parts.catalog.runs if run.name == name)


def row_of(page: TrainingPage, name: str) -> int:
    return [run.name for run in page.parts.catalog.runs].index(name)


def legend_of(front: str, other: str) -> str:
    """Return what the legend begins with; what the music tells stands behind it once it is read."""
    return f"{front}  Validation  {other}  Validation"


def drawn(page: TrainingPage, line: str) -> list[float]:
    values = page.parts.plot.curves[line].yData
    return [] if values is None else values.tolist()


def test_a_chosen_run_stays_in_sight_under_the_next_one(
    three_runs: TrainingPage, shown: SimpleNamespace, studio: Studio, qtbot: QtBot
) -> None:
    page = three_runs
    choose(page, qtbot, "Own 1")
    of_first = drawn(page, "smoothed"), drawn(page, "val")
    assert all(of_first)
    withdrawn: list[Notice] = []
    page.parts.runs.compare.setFocus()
    qtbot.keyClick(page.parts.runs.compare, Qt.Key.Key_Space)
    assert page.parts.runs.compare.isChecked()
    # The style sheet shows whether such a button is on.
    assert page.parts.runs.compare.property("segment") is True
    studio.notice_withdrawn.connect(withdrawn.append)
    choose(page, qtbot, "Own 2")
    assert [notice.text for notice in withdrawn] == [
        "The curve of Own 1 stays in sight: choose another run to compare it."
    ]
    assert not page.parts.runs.compare.isChecked()
    qtbot.waitUntil(lambda: page.parts.plot.legend.startswith(legend_of("Own 2", "Own 1")))
    assert (drawn(page, "other"), drawn(page, "other_val")) == of_first
    assert drawn(page, "smoothed") != of_first[0]
    page.parts.runs.choose(folder_of(page, "Own 3"))
    qtbot.waitUntil(lambda: page.parts.plot.legend.startswith(legend_of("Own 3", "Own 1")))
    choose(page, qtbot, "Own 1")
    # It lies under no curve of its own; the last run takes its place.
    qtbot.waitUntil(lambda: page.parts.plot.legend.startswith(legend_of("Own 1", "Own 3")))
    shown.actions.action("training.compare").trigger()
    choose(page, qtbot, "Own 2")
    qtbot.waitUntil(lambda: "Own 1" not in page.parts.plot.legend)


def test_ctrl_and_a_click_compare_and_leave_the_choice(
    three_runs: TrainingPage, qtbot: QtBot
) -> None:
    page = three_runs
    choose(page, qtbot, "Own 1")
    area = page.parts.runs.list.viewport()

    def click_second() -> None:
        place = page.parts.runs.list.visualItemRect(
            page.parts.runs.list.item(row_of(page, "Own 2"))
        ).center()
        qtbot.mouseClick(area, Qt.MouseButton.LeftButton, CTRL, place)

    click_second()
    qtbot.waitUntil(lambda: page.parts.plot.legend.startswith(legend_of("Own 1", "Own 2")))
    assert page.parts.runs.run is not None
    assert page.parts.runs.run.name == "Own 1"
    item = page.parts.runs.list.item(row_of(page, "Own 2"))
    assert item.data(ROW_ROLE).is_compared
    assert "Others are compared with it" in item.text()
    click_second()
    qtbot.waitUntil(lambda: "Own 2" not in page.parts.plot.legend)
    assert not page.parts.runs.list.item(row_of(page, "Own 2")).data(ROW_ROLE).is_compared


def test_a_compared_run_stays_under_a_new_one_and_goes_with_its_folder(
    three_runs: TrainingPage, qtbot: QtBot
) -> None:
    page = three_runs
    choose(page, qtbot, "Own 3")
    page.parts.runs.compare.click()
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(
        lambda: page.parts.plot.legend.startswith(legend_of("Own 4", "Own 3")), timeout=RUN_MS
    )
    assert page.parts.plot.front is page.parts.plot.live
    page.session.stop()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        pass
    page.parts.catalog.changes.delete([folder_of(page, "Own 3")])
    qtbot.waitUntil(lambda: "Own 3" not in page.parts.plot.legend)
    assert page.parts.runs.compared is None


def test_the_compared_run_is_told_by_its_colour_in_both_schemes(three_runs, qtbot) -> None:
    page = three_runs
    choose(page, qtbot, "Own 1")
    for colors in (LIGHT, DARK):
        page.parts.plot.set_colors(colors)
        pens = {
            name: curve.opts["pen"].color().name() for name, curve in page.parts.plot.curves.items()
        }
        assert pens["other"] == pens["other_val"] == colors.muted.lower()
        assert len({pens["other"], pens["smoothed"], pens["val"]}) == 3


def test_each_command_of_a_run_says_why_it_cannot_be_done(
    three_runs: TrainingPage, shown: SimpleNamespace, qtbot: QtBot
) -> None:
    page, action = three_runs, shown.actions.action
    ids = [f"training.{name}" for name in ("use", "resume", "compare", "delete")]
    assert all(action(each).isEnabled() for each in ids)
    page.parts.runs.choose_none()
    for each in ids:
        assert not action(each).isEnabled()
        assert "No run is chosen" in action(each).toolTip()
    choose(page, qtbot, "Own 2")
    assert page.parts.runs.resume.text() == "Resume"
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.plot.point_count > 0, timeout=RUN_MS)
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 4)
    assert page.session.folder is not None
    page.parts.runs.choose(page.session.folder)
    assert "A run is under way" in action("training.resume").toolTip()
    assert "stop it first" in action("training.delete").toolTip()
    assert page.parts.runs.delete.toolTip() == "The run is under way: stop it first."
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()


def test_a_run_without_network_and_checkpoint_says_so(
    three_runs: TrainingPage, shown: SimpleNamespace, qtbot: QtBot
) -> None:
    page = three_runs
    run = RunFolder(folder_of(page, "Own 1"))
    run.best_model.unlink()
    run.last_model.unlink()
    for file in (run.path / "checkpoints").iterdir():
        file.unlink()
    page.parts.runs.choose(run.path)
    with qtbot.waitSignal(page.parts.catalog.read, timeout=RUN_MS):
        page.parts.catalog.refresh()
    assert "has kept no network yet" in shown.actions.action("training.use").toolTip()
    assert "nothing to go on from" in shown.actions.action("training.resume").toolTip()


def test_a_run_that_made_no_step_has_no_curve_to_compare(
    three_runs: TrainingPage, shown: SimpleNamespace, studio: Studio, qtbot: QtBot
) -> None:
    page = three_runs
    RunFolder(folder_of(page, "Own 1")).update_facts(step=0)
    with qtbot.waitSignal(page.parts.catalog.read, timeout=RUN_MS):
        page.parts.catalog.refresh()
    page.parts.runs.choose(folder_of(page, "Own 1"))
    assert not page.parts.runs.compare.isEnabled()
    assert page.parts.runs.compare.toolTip() == "The run made no step, so it has no curve."
    said: list[Notice] = []
    studio.notice_requested.connect(said.append)
    page.parts.runs.choose(folder_of(page, "Own 2"))
    place = page.parts.runs.list.visualItemRect(
        page.parts.runs.list.item(row_of(page, "Own 1"))
    ).center()
    qtbot.mouseClick(page.parts.runs.list.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert [notice.text for notice in said] == ["The run made no step, so it has no curve."]
    assert page.parts.runs.compared is None


def test_others_are_not_compared_with_a_run_that_cannot_be_read(
    three_runs: TrainingPage, qtbot: QtBot
) -> None:
    page = three_runs
    choose(page, qtbot, "Own 2")
    spoil_takes(folder_of(page, "Own 1"))
    row = row_of(page, "Own 1")
    place = page.parts.runs.list.visualItemRect(page.parts.runs.list.item(row)).center()
    qtbot.mouseClick(page.parts.runs.list.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert page.parts.runs.compared == folder_of(page, "Own 1")
    qtbot.waitUntil(lambda: page.parts.runs.compared is None)
    assert not page.parts.runs.list.item(row).data(ROW_ROLE).is_compared
    assert "step-" in page.parts.progress.line.text()


def test_a_row_offers_the_commands_in_its_menu(three_runs: TrainingPage) -> None:
    page = three_runs
    menu: QMenu = row_menu(page.parts.runs.list, page.parts.runs.fill_menu)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Use in Composer", "Resume", "Compare others with it", "About its network…", "Delete run",
    ]  # fmt: skip
    assert menu.actions()[2].isCheckable()
    menu.deleteLater()
