"""Two processes never train one run, whoever was first and however that one ended."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest

from abcstudio.errors import TrainingInputError
from abcstudio.runs import run_lock
from abcstudio.runs.deleted import delete_run
from abcstudio.runs.history import find_runs
from abcstudio.runs.run_folder import RunFolder
from abcstudio.runs.run_lock import held_run, is_trained_elsewhere
from abcstudio.temporary_files import lock
from tests.holding_runs import held_elsewhere

FACTS = {
    "name": "Run",
    "created": "2026-01-01T10:00:00",
    "state": "running",
    "config": {"steps": 10},
    "step": 0,
    "best_val_loss": None,
}


@pytest.fixture
def run(tmp_path: Path) -> Path:
    RunFolder(tmp_path / "run").create(FACTS, "", "")
    return tmp_path / "run"


def test_a_run_that_another_process_trains_is_neither_trained_nor_deleted(run: Path) -> None:
    with held_elsewhere(run):
        assert is_trained_elsewhere(run)
        assert find_runs(run.parent).runs[0].is_elsewhere
        with pytest.raises(TrainingInputError, match="trained_elsewhere"), held_run(run):
            pass
        with pytest.raises(TrainingInputError, match="trained_elsewhere"):
            delete_run(run)
    assert not is_trained_elsewhere(run)
    assert not find_runs(run.parent).runs[0].is_elsewhere
    with held_run(run):
        # Its own run is none of another process.
        assert not is_trained_elsewhere(run)
    assert not list(run.glob(".training*"))


def test_what_a_killed_process_left_is_in_nobodys_way(run: Path) -> None:
    with held_elsewhere(run) as process:
        process.kill()
        process.wait()
    assert list(run.glob(".training*"))
    assert not is_trained_elsewhere(run)
    with held_run(run):
        pass
    assert not list(run.glob(".training*"))


def test_threads_of_this_process_do_not_take_each_other_for_another(
    run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_elsewhere(run) as process:
        process.kill()
        process.wait()

    both_have_tried = Barrier(2, timeout=0.2)

    def lock_beside_another(descriptor: int) -> None:
        try:
            lock(descriptor)
        finally:
            with suppress(BrokenBarrierError):
                both_have_tried.wait()

    monkeypatch.setattr(run_lock, "lock", lock_beside_another)
    with ThreadPoolExecutor(2) as threads:
        assert not any(threads.map(is_trained_elsewhere, [run] * 2))


def test_a_folder_that_cannot_be_written_is_trained_without_a_lock(tmp_path: Path) -> None:
    with held_run(tmp_path / "nowhere"):
        assert not is_trained_elsewhere(tmp_path / "nowhere")
