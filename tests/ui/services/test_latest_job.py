"""Only the newest background work answers."""

import threading

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from abcstudio.errors import AbcStudioError
from abcstudio.stopping import asked_to_stop
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Report
from tests.ui.events import deliver_events


class _Work:
    """Work that answers when it is let go, whether or not it was told to stop."""

    def __init__(self, answer: str, error: Exception | None = None) -> None:
        self.answer, self.error = answer, error
        self.may_end = threading.Event()
        self.has_ended = threading.Event()
        self.was_cancelled = False

    def __call__(self, report: Report) -> str:
        report(f"{self.answer} begins")
        self.may_end.wait(60)
        report(f"{self.answer} ends")
        self.was_cancelled = asked_to_stop()
        self.has_ended.set()
        if self.error is not None:
            raise self.error
        return self.answer


@pytest.fixture
def told() -> list[object]:
    return []


def test_the_answer_arrives_and_the_job_is_over(
    studio: Studio, qtbot: QtBot, told: list[object]
) -> None:
    latest, work = LatestJob(studio), _Work("one")
    latest.run(work, told.append)
    assert latest.is_running
    work.may_end.set()
    qtbot.waitUntil(lambda: told == ["one"])
    assert not latest.is_running
    assert not work.was_cancelled


@pytest.mark.parametrize("error", [None, AbcStudioError("engraving.no_music")])
def test_an_older_answer_never_arrives(
    studio: Studio, qtbot: QtBot, told: list[object], error: Exception | None
) -> None:
    latest, old, new = LatestJob(studio), _Work("old", error), _Work("new")
    latest.run(old, told.append, told.append)
    latest.run(new, told.append, told.append)
    new.may_end.set()
    qtbot.waitUntil(lambda: told == ["new"])
    old.may_end.set()
    assert studio.shut_down()
    assert old.was_cancelled
    deliver_events()
    assert told == ["new"]


def test_a_failure_is_told_of(studio: Studio, qtbot: QtBot, told: list[object]) -> None:
    error = AbcStudioError("engraving.no_music")
    latest, work = LatestJob(studio), _Work("", error)
    latest.run(work, lambda _: told.append("finished"), told.append)
    work.may_end.set()
    qtbot.waitUntil(lambda: told == [error])
    assert not latest.is_running


def test_nothing_arrives_of_what_was_given_up(studio: Studio, told: list[object]) -> None:
    latest, work = LatestJob(studio), _Work("one")
    latest.run(work, told.append)
    work.may_end.set()
    work.has_ended.wait(60)
    latest.cancel()
    assert not latest.is_running
    assert studio.shut_down()
    deliver_events()
    assert told == []


def test_nothing_arrives_nor_begins_after_the_studio_has_shut_down(
    studio: Studio, qtbot: QtBot, told: list[object]
) -> None:
    latest, work, after = LatestJob(studio), _Work("one"), _Work("after")
    latest.run(work, told.append)
    work.may_end.set()
    work.has_ended.wait(60)
    assert studio.shut_down()
    deliver_events()
    latest.run(after, told.append)
    deliver_events()
    assert told == []
    assert not studio.is_working
    assert not after.has_ended.is_set()


def test_progress_arrives_until_the_work_is_replaced(
    studio: Studio, qtbot: QtBot, told: list[object]
) -> None:
    latest, old, new = LatestJob(studio), _Work("old"), _Work("new")
    latest.run(old, told.append, on_progressed=told.append)
    qtbot.waitUntil(lambda: told == ["old begins"])
    latest.run(new, told.append, on_progressed=told.append)
    old.may_end.set()
    old.has_ended.wait(60)
    new.may_end.set()
    qtbot.waitUntil(lambda: told == ["old begins", "new begins", "new ends", "new"])
    assert studio.shut_down()
    deliver_events()
    assert len(told) == 4


class _Listener(QObject):
    answered = Signal()

    def hear(self, _answer: object) -> None:
        self.answered.emit()


def test_an_answer_does_not_reach_what_qt_has_deleted(studio: Studio, qtbot: QtBot) -> None:
    gone, work = LatestJob(studio), _Work("late")
    listener = _Listener()
    gone.run(work, listener.hear)
    delete(listener)
    work.may_end.set()
    qtbot.waitUntil(lambda: not gone.is_running)
