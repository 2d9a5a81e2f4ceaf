"""The steps of a run under way are on its slider before there is time to compose from them."""

from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.learning.milestones.keeper import MilestoneKeeper
from tests.ui.training.small_runs import LONG, RUN_MS


def test_kept_networks_are_marked_while_the_run_has_no_time_to_compose(
    qtbot: QtBot, shown: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MilestoneKeeper, "go_on", lambda _keeper, _seconds: None)
    page = shown.page
    panel, plot = page.parts.takes.hearing, page.parts.plot
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: len(panel.steps) >= 3, timeout=RUN_MS)
    assert page.session.is_running
    assert [one.step for one in panel.steps][:3] == [10, 20, 50]
    assert panel.shown.step == panel.steps[-1].step
    assert panel.right.text() == "not composed yet"
    assert "a hundredth of the training time" in panel.why_no_score()
    assert not panel.play.isEnabled()
    assert not panel.hint.isVisible()
    points = plot.extras.marks.takes.points()
    assert [point.pos().x() for point in points][:3] == [10, 20, 50]
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    # Now there is time.
    qtbot.waitUntil(lambda: all(one.takes for one in panel.steps), timeout=RUN_MS)
    assert panel.play.isEnabled()
