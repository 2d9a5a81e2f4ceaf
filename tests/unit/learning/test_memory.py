import ctypes
import subprocess
import sys
import tempfile
import textwrap
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from abcstudio.errors import CancelledError, TrainingError
from abcstudio.learning.freed_memory import (
    MANY_TUNES,
    give_back_code,
    give_back_freed,
    give_back_freed_by,
)
from abcstudio.learning.memory import is_out_of_memory, peak_memory
from abcstudio.learning.training import session as sessions
from abcstudio.learning.training.evaluation import evaluate
from tests.thorough import some
from tests.unit.learning.training.test_trainer import CONFIG, session, train, trainer


class SmallMemory:
    """A network's forward that finds memory for so many rows only, or so in training alone."""

    def __init__(self, model, rows, *, in_training_only=False):
        self._model, self._forward, self._rows = model, model.forward, rows
        self._in_training_only = in_training_only
        model.forward = self

    def __call__(self, inputs, state=None, masks=None):
        is_short = self._model.training or not self._in_training_only
        if is_short and len(inputs) > self._rows:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return self._forward(inputs, state, masks)


KINDS = (("random", 0), ("tunes", 0), ("contiguous", 0), ("contiguous", 2))
ROOM = ((3, 2), (2, 2), (1, 1), (3, 2))


@pytest.mark.parametrize(
    ("rows", "left", "windows", "heads"),
    some(
        [(*room, *kind) for room, kind in zip(ROOM, KINDS, strict=True)],
        [(*room, *kind) for room in ROOM[:3] for kind in KINDS],
    ),
)
def test_with_too_little_memory_the_run_is_the_same(tmp_path, rows, left, windows, heads):
    config = replace(CONFIG, windows=windows, pointer_heads=heads, steps=12)
    whole = trainer(tmp_path / "whole", config)
    reports: list[Any] = []
    small = trainer(tmp_path / "small", config, reports.append)
    SmallMemory(small.model, rows, in_training_only=True)
    whole.run()
    small.run()
    assert reports[-1].rows_at_once == left
    for one, other in zip(whole.model.parameters(), small.model.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-4)


def test_an_evaluation_takes_fewer_windows_at_once_where_memory_is_short(tmp_path):
    run = trainer(tmp_path)
    ids = run.train_ids.repeat(3)
    whole = evaluate(run.model, ids)
    SmallMemory(run.model, 1)
    assert evaluate(run.model, ids) == pytest.approx(whole, abs=1e-6)
    SmallMemory(run.model, 0)
    with pytest.raises(torch.OutOfMemoryError):
        evaluate(run.model, ids)


def test_no_memory_for_the_optimizer_ends_the_run_with_a_way_out(tmp_path, monkeypatch):
    run = trainer(tmp_path)

    def step():
        raise torch.OutOfMemoryError("CUDA out of memory.")

    monkeypatch.setattr(run.optimizer, "step", step)
    with pytest.raises(TrainingError) as caught:
        run.run()
    assert caught.value.message_id == "training.out_of_memory"


def test_memory_for_nothing_ends_the_run_with_a_way_out(tmp_path):
    run = trainer(tmp_path, CONFIG)
    SmallMemory(run.model, 0)
    with pytest.raises(TrainingError) as caught:
        run.run()
    assert caught.value.message_id == "training.out_of_memory"


def test_other_errors_are_not_taken_for_it(tmp_path):
    run = trainer(tmp_path, CONFIG)
    monkey = RuntimeError("shapes cannot be multiplied")
    assert not is_out_of_memory(monkey)

    def fail(inputs, state=None, masks=None):
        raise monkey

    run.model.forward = fail
    with pytest.raises(RuntimeError, match="shapes"):
        run.run()


def test_what_a_processor_says_is_understood():
    with pytest.raises(RuntimeError) as caught:
        torch.empty(2**60)
    assert is_out_of_memory(caught.value)


def test_memory_is_reported(tmp_path):
    _, reports = train(tmp_path, replace(CONFIG, steps=2))
    assert 10_000_000 < reports[-1].memory_bytes <= peak_memory(torch.device("cpu"))
    assert reports[-1].rows_at_once is None


@pytest.mark.skipif(sys.platform != "linux", reason="others give memory back by themselves")
def test_what_a_run_has_freed_goes_back_to_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    trimmed: list[int] = []
    library = SimpleNamespace(malloc_trim=trimmed.append, madvise=lambda *_place: 0)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    give_back_freed()
    assert trimmed == [0]
    give_back_freed_by(MANY_TUNES - 1)
    assert trimmed == [0]
    give_back_freed_by(MANY_TUNES)
    assert trimmed == [0, 0]
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace())
    give_back_freed()


@pytest.mark.skipif(sys.platform != "linux", reason="others tell not what is in memory")
def test_code_that_does_not_run_goes_back_and_runs_again() -> None:
    product = torch.ones(8, 8) @ torch.ones(8, 8)
    before = _mapped_files()
    give_back_code()
    assert _mapped_files() < before - 20_000_000
    assert torch.equal(torch.ones(8, 8) @ torch.ones(8, 8), product)


def _mapped_files() -> int:
    """Return how many bytes of files stand in this process's memory."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("RssFile"))


@pytest.mark.parametrize("end", [None, CancelledError, TrainingError])
def test_each_run_gives_memory_back_however_it_ends(tmp_path, monkeypatch, end):
    given: list[bool] = []

    def report(_report):
        assert not given
        if end is not None:
            raise end() if end is CancelledError else end("training.stopped")

    monkeypatch.setattr(sessions, "give_back_freed", lambda: given.append(True))
    with nullcontext() if end is None else pytest.raises(end):
        sessions.run_session(session(tmp_path), report)
    assert given == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux has these heaps")
def test_many_threads_share_two_heaps() -> None:
    code = textwrap.dedent(
        """
        import ctypes, re, sys, threading
        from abcstudio.learning.freed_memory import share_few_heaps
        if sys.argv[1] == "share":
            share_few_heaps()
        library = ctypes.CDLL(None)
        together = threading.Barrier(8)
        def allocate():
            together.wait()
            library.malloc(100_000)
            together.wait()
        threads = [threading.Thread(target=allocate) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        library.fopen.restype = ctypes.c_void_p
        library.malloc_info.argtypes = (ctypes.c_int, ctypes.c_void_p)
        library.fclose.argtypes = (ctypes.c_void_p,)
        file = library.fopen(sys.argv[2].encode(), b"w")
        library.malloc_info(0, file)
        library.fclose(file)
        """
    )

    def heaps(way: str) -> int:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "info.xml"
            subprocess.run([sys.executable, "-c", code, way, str(path)], check=True)
            return path.read_text().count("<heap ")

    assert heaps("share") == 2
    assert heaps("leave") > 2
