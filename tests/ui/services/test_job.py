"""The one thread boundary: one outcome, no reference lost, nothing left behind."""

import gc
import sys
import threading
import weakref
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import asked_to_stop
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job, Work, plain_work, saving_work

UPDATES = 5000
TUNE = "X:1\nK:C\n" + "CDEF GABc|\n" * 100


def _number_of(number: int, _report: object) -> int:
    return number


def test_thousands_of_reports_arrive_and_cost_no_reference(qtbot: QtBot, studio: Studio) -> None:
    seen: list[Any] = []

    def work(report):
        for number in range(UPDATES):
            report((number, True))
        return True

    job = Job(work)
    job.progressed.connect(seen.append)
    before = sys.getrefcount(True)
    with qtbot.waitSignal(job.ended, timeout=30_000):
        studio.start(job)
    assert [number for number, _ in seen] == list(range(UPDATES))
    assert sys.getrefcount(True) >= before - 10


def test_a_function_without_report_and_stop_is_work_too(qtbot: QtBot, studio: Studio) -> None:
    results: list[Any] = []
    job = Job(plain_work(int, "12", base=3))
    job.finished.connect(results.append)
    with qtbot.waitSignal(job.ended, timeout=5000):
        studio.start(job)
    assert results == [5]


@pytest.mark.parametrize("kind", [plain_work, saving_work])
def test_an_engine_is_stopped_in_the_midst_unless_it_saves(
    qtbot: QtBot, studio: Studio, kind: Callable[..., Work]
) -> None:
    has_begun, may_go_on = threading.Event(), threading.Event()

    def read() -> int:
        parse(TUNE)
        has_begun.set()
        may_go_on.wait(60)
        return len(parse(TUNE).voices)

    outcomes: list[Any] = []
    job = Job(kind(read))
    job.finished.connect(outcomes.append)
    job.cancelled.connect(lambda: outcomes.append("cancelled"))
    studio.start(job)
    qtbot.waitUntil(has_begun.is_set, timeout=30_000)
    job.cancel()
    with qtbot.waitSignal(job.ended, timeout=30_000):
        may_go_on.set()
    assert outcomes == ["cancelled" if kind is plain_work else 1]


def test_the_thread_of_the_window_is_never_asked_to_stop(qtbot: QtBot, studio: Studio) -> None:
    job = Job(plain_work(asked_to_stop))
    answers: list[bool] = []
    job.finished.connect(lambda answer: answers.extend((answer, asked_to_stop())))
    job.cancel()
    with qtbot.waitSignal(job.ended, timeout=30_000):
        studio.start(job)
    assert answers == [True, False]


def test_finished_jobs_do_not_stay_alive(qtbot: QtBot, studio: Studio) -> None:
    gone: list[int] = []
    held: list[weakref.ref[Job]] = []
    outcomes: list[Any] = []
    for number in range(50):
        job = Job(partial(_number_of, number))
        # A view that holds the job it listens to.
        job.finished.connect(lambda result, job=job: outcomes.append((job, result)))
        job.destroyed.connect(lambda _gone=None, number=number: gone.append(number))
        held.append(weakref.ref(studio.start(job)))
        del job
    qtbot.waitUntil(lambda: len(gone) == 50, timeout=20_000)
    assert [result for _, result in sorted(outcomes, key=lambda one: one[1])] == list(range(50))
    last = outcomes[-1][0]
    assert last.wait(0)
    assert not last.is_running()
    last.cancel()
    del last
    outcomes.clear()
    gc.collect()
    assert [ref() for ref in held if ref() is not None] == []


@pytest.mark.parametrize(
    ("error", "level"), [(FileNotFoundError("gone"), "INFO"), (KeyError("x"), "ERROR")]
)
def test_only_mistakes_of_the_program_reach_the_terminal(
    qtbot: QtBot, studio: Studio, caplog: pytest.LogCaptureFixture, error: Exception, level: str
) -> None:
    caplog.set_level("INFO")

    def work(_report):
        raise error

    job = Job(work)
    failures: list[Exception] = []
    job.failed.connect(failures.append)
    with qtbot.waitSignal(job.ended, timeout=30_000):
        studio.start(job)
    assert failures == [error]
    assert [record.levelname for record in caplog.records if record.name.endswith("job")] == [level]
    caplog.clear()
