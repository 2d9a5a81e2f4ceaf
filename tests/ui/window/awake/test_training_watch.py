"""The machine is kept awake while a network trains, and the desktop is told of its end."""

import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from abcstudio.errors import TrainingError
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.training_watch import StayAwake, TrainingWatch, waking_command


class Session(QObject):
    """What the watch needs of a training session."""

    started = Signal()
    finished = Signal(object)
    stopped = Signal()
    failed = Signal(object)
    ended = Signal()
    paused_changed = Signal()
    is_running = is_paused = False

    def begin(self) -> None:
        self.is_running = True
        self.started.emit()

    def end(self, outcome: object = None) -> None:
        self.is_running = False
        if isinstance(outcome, Exception):
            self.failed.emit(outcome)
        elif outcome is not None:
            self.finished.emit(outcome)
        else:
            self.stopped.emit()
        self.ended.emit()

    def pause(self, is_paused: bool) -> None:
        self.is_paused = is_paused
        self.paused_changed.emit()


class Sweep(QObject):
    """What the watch needs of a sweep."""

    started = Signal()
    finished = Signal()
    failed = Signal(object)
    ended = Signal()
    is_running = False


class Awake(StayAwake):
    """Takes down what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[bool] = []

    def begin(self, reason: str) -> None:
        assert reason
        self.asked.append(True)

    def end(self) -> None:
        self.asked.append(False)


@pytest.fixture
def watched(qtbot: QtBot, studio: Studio) -> Iterator[SimpleNamespace]:
    window = QWidget()
    qtbot.addWidget(window)
    session, sweep, awake, told = Session(), Sweep(), Awake(), list[str]()
    watch = TrainingWatch(
        session,  # type: ignore[arg-type]
        sweep,  # type: ignore[arg-type]
        studio,
        window,
        awake=awake,
        tell=lambda _title, sentence: told.append(sentence),
    )
    yield SimpleNamespace(
        session=session, sweep=sweep, awake=awake, told=told, studio=studio, watch=watch
    )
    watch.close()


def test_the_machine_is_held_awake_from_the_start_of_a_run_to_its_end(
    watched: SimpleNamespace,
) -> None:
    watched.session.begin()
    assert watched.awake.asked[-1] is True
    watched.studio.update_settings(keep_awake=False)
    assert watched.awake.asked[-1] is False
    watched.studio.update_settings(keep_awake=True)
    assert watched.awake.asked[-1] is True
    watched.session.end()
    assert watched.awake.asked[-1] is False


def test_while_a_run_is_paused_the_machine_may_sleep(watched: SimpleNamespace) -> None:
    watched.session.begin()
    watched.session.pause(True)
    assert watched.awake.asked[-1] is False
    watched.session.pause(False)
    assert watched.awake.asked[-1] is True
    watched.session.end()


def test_a_sweep_is_watched_as_a_run_is(watched: SimpleNamespace) -> None:
    sweep = watched.sweep
    sweep.is_running = True
    sweep.started.emit()
    assert watched.awake.asked[-1] is True
    sweep.is_running = False
    sweep.finished.emit()
    sweep.ended.emit()
    assert watched.awake.asked[-1] is False
    assert watched.told == ["The sweep has come to its end."]


def test_the_desktop_is_told_of_an_end_that_came_by_itself(watched: SimpleNamespace) -> None:
    watched.session.begin()
    watched.session.end("a result")
    assert watched.told == ["Training is done."]
    watched.session.begin()
    watched.session.end(TrainingError("training.not_finite", step=7))
    assert "step 7" in watched.told[-1]
    # Who has stopped it knows.
    watched.session.begin()
    watched.session.end()
    assert len(watched.told) == 2
    watched.studio.update_settings(notify_run_end=False)
    watched.session.begin()
    watched.session.end("a result")
    assert len(watched.told) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is told by a call")
def test_the_waking_program_runs_until_it_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "abcstudio.ui.window.training_watch.waking_command", lambda _reason: ("cat",)
    )
    awake = StayAwake()
    awake.begin("a test")
    assert awake.is_held
    awake.end()
    assert not awake.is_held
    awake.end()


def test_a_system_without_such_a_program_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "abcstudio.ui.window.training_watch.waking_command",
        lambda _reason: ("no-such-program",),
    )
    awake = StayAwake()
    awake.begin("a test")
    assert not awake.is_held
    assert waking_command("why", "linux")[0] == "systemd-inhibit"
    assert waking_command("why", "darwin")[0] == "caffeinate"
    assert waking_command("why", "sunos") == ()
