"""The list of runs while one trains: news that come faster than runs are read hold nothing back."""

from pathlib import Path
from threading import Semaphore

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from abcstudio.runs.history import RunsFound, find_runs
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.runs.run_catalog import RunCatalog
from tests.ui.events import let_work_end


def test_news_that_come_while_runs_are_read_are_read_once_afterwards(
    qtbot: QtBot, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read, begun = Semaphore(0), Semaphore(0)

    def slowly(folder: Path) -> RunsFound:
        begun.release()
        assert may_read.acquire(timeout=60)
        return find_runs(folder)

    monkeypatch.setattr("abcstudio.ui.training.runs.run_catalog.find_runs", slowly)
    parent = QObject()
    catalog = RunCatalog(studio, parent)
    found: list[RunsFound] = []
    catalog.read.connect(found.append)
    for _ in range(4):
        catalog.follow()
    may_read.release()
    qtbot.waitUntil(lambda: len(found) == 1)
    may_read.release()
    qtbot.waitUntil(lambda: len(found) == 2)
    let_work_end(qtbot, studio)
    assert len(found) == 2
    # What the person has changed is never shown as it was before.
    catalog.follow()
    catalog.refresh()
    may_read.release(2)
    let_work_end(qtbot, studio)
    assert len(found) == 3
    reads = 0
    while begun.acquire(blocking=False):
        reads += 1
    assert reads == 4
