"""A short form of benchmarks/reliability/failing_calls.py: a folder that cannot be written to."""

from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest

import abcstudio.learning.training.trainer as trainer_module
from abcstudio.errors import TrainingError
from abcstudio.learning.checkpoint import BEST_FILE, LAST_FILE, load_model
from abcstudio.learning.training import waiting
from abcstudio.learning.training.session import run_session
from abcstudio.learning.training.trainer import RESUME_FILE
from abcstudio.messages import english
from abcstudio.stopping import stopping
from tests.unit.learning.training.test_trainer import session, train

AN_HOUR = 3600.0


@pytest.fixture(autouse=True)
def _little_patience(monkeypatch):
    monkeypatch.setattr(waiting, "RETRY_SECONDS", 0.0)


class Obstacle:
    """A file that stands where a folder should, from a step on: nothing can be written there."""

    def __init__(self, folder, step):
        self.reports, self._step = [], step
        self._folder, self._aside = folder, folder.with_name("aside")

    def report(self, report):
        self.reports.append(report)
        if report.step >= self._step and self._folder.is_dir() and not self.paused:
            self._folder.rename(self._aside)
            self._folder.write_bytes(b"")

    def remove(self):
        self._folder.unlink()
        self._aside.rename(self._folder)

    @property
    def paused(self):
        return [report for report in self.reports if report.paused is not None]


def run(folder, obstacle, report):
    def both(step):
        obstacle.report(step)
        report(step)

    return run_session(session(folder), both)


def test_a_folder_that_cannot_be_written_to_pauses_the_run_until_it_can(tmp_path):
    train(tmp_path / "whole")
    folder = tmp_path / "run"
    obstacle = Obstacle(folder / "checkpoints", 8)

    def repair(report):
        if obstacle.paused[2:] == [report]:
            obstacle.remove()

    run(folder, obstacle, repair)
    reason = obstacle.paused[0].paused
    assert str(folder / RESUME_FILE) in english(reason.message_id, reason.parameters)
    assert len(obstacle.paused) == 3
    for name in (BEST_FILE, LAST_FILE):
        assert (folder / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_a_run_that_is_stopped_while_it_waits_says_what_is_kept(tmp_path):
    train(tmp_path / "whole")
    folder = tmp_path / "run"
    obstacle = Obstacle(folder / "checkpoints", 8)
    with pytest.raises(TrainingError) as caught, stopping(lambda: bool(obstacle.paused)):
        run(folder, obstacle, lambda report: None)
    assert caught.value.message_id == "training.unwritable"
    assert caught.value.parameters["path"] == str(folder / RESUME_FILE)
    obstacle.remove()
    assert load_model(folder / LAST_FILE).header.step == 6
    train(folder, resume=True)
    for name in (BEST_FILE, LAST_FILE):
        assert (folder / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_nobody_is_waited_for_longer_than_an_hour(tmp_path, monkeypatch):
    monkeypatch.setattr(waiting, "LONGEST_WAIT_SECONDS", -1.0)
    obstacle = Obstacle(tmp_path / "run" / "checkpoints", 8)
    with pytest.raises(TrainingError, match="unwritable"):
        run(tmp_path / "run", obstacle, lambda report: None)
    assert not obstacle.paused


def test_a_last_network_that_was_not_written_is_written_when_the_run_goes_on(tmp_path):
    train(tmp_path)
    last = (tmp_path / LAST_FILE).read_bytes()
    (tmp_path / LAST_FILE).unlink()
    train(tmp_path, resume=True)
    assert (tmp_path / LAST_FILE).read_bytes() == last


def test_a_pause_changes_neither_the_network_nor_the_time_it_was_trained(tmp_path, monkeypatch):
    train(tmp_path / "whole")
    now, asked = [0.0], count(1)

    def clock():
        return now[0]

    stopped = SimpleNamespace(perf_counter=clock, monotonic=clock)
    for module in (waiting, trainer_module):
        monkeypatch.setattr(module, "time", stopped)

    def answers_late():
        if next(asked) == 5:
            now[0] += AN_HOUR
        return False

    folder = tmp_path / "paused"
    reports: list[Any] = []
    with stopping(answers_late):
        progress = run_session(session(folder), reports.append)
    assert next(asked) > 5
    assert progress.train_seconds == 0.0
    assert {report.seconds_left for report in reports} == {0.0}
    for name in (BEST_FILE, LAST_FILE):
        assert (folder / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
