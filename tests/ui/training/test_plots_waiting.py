"""Plots are loaded for those who come to the page of training."""

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.plots_ahead import PlotsAhead
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.training_page import TrainingPage
from tests.ui.events import deliver_events, let_work_end


def test_plots_are_loaded_when_the_page_is_first_shown(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[PlotsAhead] = []
    start = PlotsAhead.start

    def begin(plots: PlotsAhead) -> None:
        started.append(plots)
        start(plots)

    monkeypatch.setattr(PlotsAhead, "start", begin)
    window = QMainWindow()
    page = TrainingPage(studio, Actions(window, {}))
    window.setCentralWidget(page)
    deliver_events()
    assert not started
    for _ in range(2):
        window.show()
        qtbot.waitExposed(window)
        window.hide()
    assert len(started) == 1
    qtbot.waitUntil(started[0].loaded.is_set, timeout=60_000)
    studio.closing.emit()
    let_work_end(qtbot, studio)
    window.deleteLater()
    deliver_events()
