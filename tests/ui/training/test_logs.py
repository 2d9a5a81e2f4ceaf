"""Runs of the window that are logged besides their folders."""

import importlib.util
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.runs.loggers.kinds import LOG_KINDS
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.training_settings import TrainingSettings
from tests.ui.training.small_runs import TINY, train


@pytest.mark.skipif(
    importlib.util.find_spec("tensorboard") is None, reason="needs abcstudio[tensorboard]"
)
def test_what_is_chosen_in_the_preferences_is_logged(
    shown: Any, studio: Studio, qtbot: QtBot
) -> None:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    tab = TrainingSettings(studio)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.keyClick(tab.tensorboard, Qt.Key.Key_Space)
    shown.page.parts.form.set_config(replace(TINY, steps=3))
    shown.page.parts.form.milestones.setText("0")
    train(shown.page, qtbot)
    events = EventAccumulator(str(shown.page.session.folder / "logs" / "tensorboard"))
    events.Reload()
    assert [point.step for point in events.Scalars("loss/train")] == [1, 2, 3]


def test_a_log_that_fails_is_a_notice_and_the_run_goes_on(
    shown: Any, studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_tell: object) -> Any:
        raise RuntimeError("the service has gone")

    kind = replace(LOG_KINDS["comet"], package="json", make=refuse)
    monkeypatch.setitem(LOG_KINDS, "comet", kind)
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    studio.update_settings(training_logs=("comet",))
    shown.page.parts.form.set_config(replace(TINY, steps=3))
    shown.page.parts.form.milestones.setText("0")
    train(shown.page, qtbot)
    (told,) = [notice for notice in notices if "Comet" in notice.text]
    assert told.kind == "error"
    assert "Logging to Comet stopped (the service has gone). Training goes on" in told.text
    assert shown.page.parts.catalog.runs[0].state == "finished"
