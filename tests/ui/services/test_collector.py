"""Garbage in cycles is searched for in the window's thread only."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from abcstudio.learning.loading import loading_library
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.collector import (
    FULL_SECONDS,
    LONGEST_SECONDS,
    MANY,
    QUICK_TICK_MS,
    REST_SECONDS,
    TICK_MS,
    Collector,
)
from abcstudio.workers.job import Job


class InCycle(QObject):
    """An object that only a search finds when nobody wants it any more."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def leave_one(ended_in: list[int]) -> None:
    lost = InCycle()
    weakref.finalize(lost, lambda: ended_in.append(threading.get_ident()))


def make_garbage(*_report: object) -> None:
    for _ in range(20_000):
        cycle: list[object] = []
        cycle.append(cycle)


@pytest.fixture
def searches() -> Iterator[list[int]]:
    """The threads in which garbage was searched for meanwhile."""
    begun_in: list[int] = []

    def note(phase: str, _facts: dict[str, int]) -> None:
        if phase == "start":
            begun_in.append(threading.get_ident())

    gc.callbacks.append(note)
    yield begun_in
    gc.callbacks.remove(note)


def run_in_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_what_a_window_leaves_never_ends_in_a_workers_thread(qtbot: QtBot, studio: Studio) -> None:
    ended_in: list[int] = []
    leave_one(ended_in)
    job = Job(make_garbage)
    with qtbot.waitSignal(job.ended):
        studio.start(job)
    qtbot.waitUntil(lambda: bool(ended_in), timeout=5000)
    assert ended_in == [threading.get_ident()]


def test_no_thread_that_goes_on_searches_when_the_studio_is_shut(
    studio: Studio, searches: list[int]
) -> None:
    """The engraver and the import of torch do, and what the window leaves would end in them."""
    studio.shut_down()
    run_in_thread(make_garbage)
    assert searches == []


def test_no_thread_searches_in_a_test_without_a_studio(searches: list[int]) -> None:
    """A view of the test before, ended in the engraver's thread, crashed the window's."""
    run_in_thread(make_garbage)
    assert searches == []


class Rounds:
    """A collector whose time and counts are a test's."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 7.0
        self.young, self.middle = 0, 0
        self.searched: list[int] = []
        monkeypatch.setattr(gc, "collect", self.searched.append)
        monkeypatch.setattr(gc, "get_count", lambda: (self.young, self.middle, 0))
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        self.collector = Collector(clock=lambda: self.seconds)

    def tick(self, young: int, middle: int, *, after: float = 0.1) -> list[int]:
        """Let time pass and return what has been searched since the start."""
        self.seconds += after
        self.young, self.middle = young, middle
        self.collector.collect()
        return self.searched


def test_old_garbage_is_found_while_nothing_goes_on(qapp: object, monkeypatch) -> None:
    rounds = Rounds(monkeypatch)
    assert rounds.tick(701, 11) == [0]
    assert rounds.tick(700, 11) == [0]
    assert rounds.tick(700, 11, after=REST_SECONDS) == [0, 1]
    assert rounds.tick(700, 10, after=FULL_SECONDS) == [0, 1]
    assert rounds.tick(700, 11) == [0, 1, 2]
    assert rounds.tick(700, 11) == [0, 1, 2, 1]


def test_no_key_of_a_busy_hour_waits_for_old_garbage(qapp: object, monkeypatch) -> None:
    rounds = Rounds(monkeypatch)
    for _ in range(9):
        rounds.tick(50_000, 11, after=FULL_SECONDS)
    assert rounds.searched == [0] * 9
    # Not for ever.
    rounds.tick(50_000, 11, after=LONGEST_SECONDS)
    assert rounds.searched == [0] * 9 + [2]


def test_what_a_large_reading_makes_is_searched_in_small_pieces(qapp: object, monkeypatch) -> None:
    rounds = Rounds(monkeypatch)
    assert rounds.collector.tick_ms == TICK_MS
    rounds.tick(MANY + 1, 0)
    assert rounds.collector.tick_ms == QUICK_TICK_MS
    rounds.tick(MANY, 0)
    assert rounds.collector.tick_ms == TICK_MS


def test_nothing_is_searched_while_a_library_is_loaded(qapp: object, monkeypatch) -> None:
    collector = Collector()
    searched: list[int] = []
    monkeypatch.setattr(gc, "collect", searched.append)
    monkeypatch.setattr(gc, "get_count", lambda: (701, 0, 0))
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    with loading_library():
        collector.collect()
    assert not searched
    collector.collect()
    assert searched == [0]


def test_the_studio_has_rested_once_after_each_time_of_work(qapp: object, monkeypatch) -> None:
    rounds, rests = Rounds(monkeypatch), []
    rounds.collector.rested.connect(lambda: rests.append(rounds.seconds))
    rounds.tick(0, 0, after=REST_SECONDS)
    assert rests == []
    rounds.tick(50_000, 0)
    rounds.tick(0, 0, after=REST_SECONDS / 2)
    assert rests == []
    rounds.tick(0, 0, after=REST_SECONDS / 2)
    rounds.tick(0, 0, after=REST_SECONDS)
    assert len(rests) == 1
    rounds.tick(50_000, 0)
    rounds.tick(0, 0, after=REST_SECONDS)
    assert len(rests) == 2
