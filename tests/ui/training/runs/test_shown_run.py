"""Heading, curve and samples are of one run, whichever trains meanwhile."""

from dataclasses import replace
from typing import Any

import pytest
from torch import Tensor

from abcstudio.learning.training.gradients import Gradients
from tests.ui.training.small_runs import RUN_MS, TINY, spoil_takes, stop_a_run, train, wait_for_runs


def spoil_gradients(monkeypatch: pytest.MonkeyPatch) -> None:
    compute = Gradients.compute

    def spoiled(gradients: Gradients, step: int) -> Tensor:
        return compute(gradients, step) * float("nan")

    monkeypatch.setattr(Gradients, "compute", spoiled)


@pytest.mark.parametrize("ends", ["well", "badly"])
def test_the_end_of_a_run_out_of_sight_is_a_notice(
    shown, studio, qtbot, monkeypatch, ends: str
) -> None:
    page = shown.page
    train(page, qtbot)
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    if ends == "badly":
        spoil_gradients(monkeypatch)
    earlier = page.session.folder
    page.parts.form.set_config(replace(TINY, rng_seed=5))
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
        page.parts.runs.choose(earlier)
        assert page.parts.progress.title.text() == "Own 1"
    wait_for_runs(page, qtbot, 2)
    assert page.parts.runs.run.folder == earlier
    assert page.parts.progress.title.text() == "Own 1"
    assert page.parts.progress.figures.values["step"].text() == "30 of 30"
    assert not page.parts.progress.way.isVisible()
    said = {"well": "Own 2: Training is done", "badly": "Own 2: Training stopped"}[ends]
    assert notices[-1].text.startswith(said)
    assert notices[-1].action_text == "Show it"
    notices[-1].action()
    # A run that went wrong before its first report has no folder that is known.
    assert page.parts.runs.run is None or page.parts.runs.run.folder == page.session.folder
    assert page.parts.progress.title.text() == "Own 2"
    assert page.parts.progress.line.text() == notices[-1].text.removeprefix("Own 2: ")
    assert page.parts.progress.way.isVisible()
    assert page.parts.plot.front is page.parts.plot.live


def test_a_run_that_goes_on_is_shown_whatever_was_chosen_meanwhile(shown, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    stop_a_run(page, qtbot)
    wait_for_runs(page, qtbot, 2)
    stopped = page.session.folder
    with qtbot.waitSignal(page.session.started, timeout=RUN_MS):
        page.parts.runs.resume.click()
        page.parts.runs.list.setCurrentRow(1)
    assert page.parts.runs.run.folder == stopped
    assert page.parts.progress.title.text().endswith(", training now")
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()


def test_a_run_that_fails_while_another_page_is_in_front_is_a_notice(
    shown, studio, qtbot, monkeypatch
) -> None:
    page = shown.page
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    spoil_gradients(monkeypatch)
    page.hide()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    assert [(notice.kind, notice.action_text) for notice in notices] == [("error", "Show it")]
    assert notices[0].text == f"Own 1: {page.parts.progress.line.text()}"


def test_of_two_runs_that_are_resumed_at_once_the_last_one_goes_on(shown, qtbot) -> None:
    page = shown.page
    for number in (1, 2):
        stop_a_run(page, qtbot)
        wait_for_runs(page, qtbot, number)
    second, first = page.parts.catalog.runs
    with qtbot.waitSignal(page.session.started, timeout=RUN_MS):
        for run in (first, second):
            page.parts.runs.choose(run.folder)
            page.parts.runs.resume.click()
    assert page.session.folder == second.folder
    assert page.parts.progress.title.text() == f"{second.name}, training now"
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()


def test_a_run_that_cannot_be_read_says_nothing_once_another_one_is_chosen(
    shown, studio, qtbot
) -> None:
    page = shown.page
    for number in (1, 2, 3):
        with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
            page.start_training()
        wait_for_runs(page, qtbot, number)
    _live, second, first = page.parts.catalog.runs
    spoil_takes(second.folder)
    page.parts.runs.choose(second.folder)
    page.parts.runs.choose(first.folder)
    qtbot.waitUntil(lambda: not studio.is_working)
    assert page.parts.progress.title.text() == first.name
    assert page.parts.plot.legend.startswith(first.name)


def test_the_name_of_a_deleted_run_is_never_given_again(shown, studio, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    assert page.parts.catalog.runs[0].name == "Own 1"
    page.parts.catalog.changes.delete([page.session.folder])
    qtbot.waitUntil(lambda: not page.parts.catalog.runs)
    train(page, qtbot)
    assert page.parts.catalog.runs[0].name == "Own 2"
    assert studio.settings.run_names == ("Own 2",)
