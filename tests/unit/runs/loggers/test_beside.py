"""A log in a thread of its own: in order, never in the way, and one sentence where it fails."""

import threading
from pathlib import Path
from typing import Any

import pytest

from abcstudio.errors import LoggingError
from abcstudio.messages import Phrase
from abcstudio.runs.loggers import beside
from abcstudio.runs.loggers.beside import LogBeside
from abcstudio.runs.loggers.run_logger import LoggedMusic, LoggedRun, RunEnd
from abcstudio.stopping import stopping
from tests.unit.runs.loggers.small_reports import report

LONG_SECONDS = 60.0
RUN = LoggedRun(name="A run", folder=Path(), parameters={})
MUSIC = LoggedMusic(step=2, right_measures=1.0, newness=0.5)


class Noting:
    """Notes what it is given; fails or waits where it is told to."""

    def __init__(self, error: Exception | None = None) -> None:
        self.given: list[object] = []
        self.error = error
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def _note(self, what: object) -> None:
        self.may_go_on.wait(LONG_SECONDS)
        if self.error is not None:
            raise self.error
        self.given.append(what)

    def begin(self, run: LoggedRun) -> None:
        self._note(run.name)

    def add(self, report: Any) -> None:
        self._note(report.step)

    def hear(self, music: LoggedMusic) -> None:
        self._note(music)

    def end(self, end: RunEnd) -> None:
        self._note(end.state)


def log_of(log: Noting, told: list[Phrase]) -> LogBeside:
    return LogBeside("Comet", lambda: log, told.append)


def test_everything_arrives_in_order() -> None:
    noting, told = Noting(), list[Phrase]()
    log = log_of(noting, told)
    log.begin(RUN)
    for step in range(1, 6):
        log.add(report(step, 1.0))
    log.hear(MUSIC)
    log.end(RunEnd(state="finished"))
    log.wait(LONG_SECONDS)
    assert noting.given == ["A run", 1, 2, 3, 4, 5, MUSIC, "finished"]
    assert not told


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (LoggingError("log.no_key"), "There is no key for Comet"),
        (OSError(28, "No space left on device", "/runs/a"), "/runs/a cannot be written"),
        (OSError("no way out"), "Logging to Comet stopped (no way out)"),
        (RuntimeError("a\nlong  story " * 200), "Logging to Comet stopped (a long story a long"),
        (KeyError(), "Logging to Comet stopped (KeyError)"),
    ],
)
def test_a_fault_is_one_sentence_and_ends_the_log_alone(error: Exception, sentence: str) -> None:
    noting, told = Noting(error), list[Phrase]()
    log = log_of(noting, told)
    log.begin(RUN)
    log.add(report(1, 1.0))
    log.end(RunEnd(state="finished"))
    log.wait(LONG_SECONDS)
    (said,) = told
    assert sentence in str(said)
    assert len(str(said)) < 500
    assert not noting.given


def test_a_log_that_cannot_be_made_is_a_fault_too() -> None:
    told: list[Phrase] = []

    def make() -> Noting:
        raise ImportError("half installed")

    log = LogBeside("TensorBoard", make, told.append)
    log.end(RunEnd(state="stopped"))
    log.wait(LONG_SECONDS)
    assert "half installed" in str(told[0])


def test_what_waits_for_a_slow_log_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MOST_WAITING", 3)
    noting, told = Noting(), list[Phrase]()
    noting.may_go_on.clear()
    log = log_of(noting, told)
    for step in range(1, 20):
        log.add(report(step, 1.0))
    assert [one.message_id for one in told] == ["log.slow"]
    noting.may_go_on.set()
    log.wait(LONG_SECONDS)
    assert len(noting.given) <= 4


def test_the_wait_for_its_end_is_over_when_it_is_asked_to_stop() -> None:
    noting, told = Noting(), list[Phrase]()
    noting.may_go_on.clear()
    log = log_of(noting, told)
    log.end(RunEnd(state="finished"))
    with stopping(lambda: True):
        log.wait(LONG_SECONDS)
    assert [one.message_id for one in told] == ["log.slow"]
    noting.may_go_on.set()
    log.wait(LONG_SECONDS)
    assert noting.given == ["finished"]
