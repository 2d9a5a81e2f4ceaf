"""The page of training in a window of its own."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.training_page import TrainingPage
from tests.ui.events import deliver_events, let_work_end
from tests.ui.training.small_runs import RUN_MS, TINY, TUNES


@pytest.fixture
def shown(qtbot: QtBot, studio: Studio) -> Iterator[SimpleNamespace]:
    window = QMainWindow()
    actions = Actions(window, {})
    page = TrainingPage(studio, actions)
    page.train_on(TUNES, "Some tunes")
    page.parts.base.leave()
    page.parts.form.set_config(TINY)
    page.parts.form.set_wanted_device("cpu")
    window.setCentralWidget(page)
    window.resize(1280, 700)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield SimpleNamespace(page=page, actions=actions, window=window)
    studio.closing.emit()
    qtbot.waitUntil(lambda: not page.session.is_running, timeout=RUN_MS)
    # What is read of a run would be shown in a page that is no more.
    let_work_end(qtbot, studio)
    window.close()
    window.deleteLater()
    deliver_events()
