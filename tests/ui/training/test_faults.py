"""What goes wrong under a run that the window trains: a sentence each, a way on, nothing lost.

All of it happens on one page, one run after another: after each the next one can begin at once.
"""

import errno
import math
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from torch import Tensor

from abcstudio.learning.training.gradients import Gradients
from abcstudio.messages import Phrase
from abcstudio.recipes.verdict import RunFacts, verdict
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.services.corpus_choice import CorpusChoice
from abcstudio.ui.training.training_page import TrainingPage
from tests.ui.training.small_runs import RUN_MS, TINY, TUNES

SHORT = replace(TINY, steps=16)
EARLY, LATE = 3, 12
"""Steps before and after the first checkpoint."""
NOON = 1_800_000_000.0
KEPT = "The last good checkpoint is kept."
NONE_KEPT = "No network was kept by then."
Hook = Callable[[int], float | None]


@dataclass(frozen=True)
class Fault:
    """What goes wrong at a step, what is said of it and what is offered.

    Attributes:
        spoil: Called at each step; what it returns is multiplied with the loss.
        is_kept: Whether the run can be resumed.
    """

    spoil: Hook
    words: tuple[str, ...]
    way: str
    is_kept: bool


def at(step: int, factor: float) -> Hook:
    return lambda now: factor if now == step else None


def without_memory(step: int) -> Hook:
    def spoil(now: int) -> None:
        if now == step:
            # Of a single row already.
            raise MemoryError

    return spoil


SMALLER = "Start with half the hidden units"
FAULTS = {
    "no number, at once": Fault(
        at(EARLY, math.nan), ("no longer a number", NONE_KEPT), "Start again more carefully", False
    ),
    "divergence": Fault(
        at(LATE, 100.0), ("instead of falling", KEPT), "Go on more carefully", True
    ),
    "out of memory": Fault(
        without_memory(LATE), ("not enough memory", KEPT, "fewer hidden units"), SMALLER, True
    ),
    "out of memory, at once": Fault(
        without_memory(EARLY), ("before a network was kept", "fewer hidden units"), SMALLER, False
    ),
}


class Disk:
    """What a person's disk refuses: the files of runs, while it is told to."""

    def __init__(self, runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refuses = 0
        self._runs, self._open = str(runs), os.open
        monkeypatch.setattr(os, "open", self._opened)
        monkeypatch.setattr("abcstudio.learning.training.waiting.RETRY_SECONDS", 0.05)

    def _opened(self, path: Any, flags: int, *rest: Any, **options: Any) -> int:
        if self.refuses and flags & os.O_CREAT and str(path).startswith(self._runs):
            raise OSError(self.refuses, os.strerror(self.refuses), str(path))
        return self._open(path, flags, *rest, **options)


def filling(disk: Disk, number: int) -> Hook:
    def spoil(step: int) -> None:
        if step == LATE:
            disk.refuses = number

    return spoil


@pytest.fixture
def disk(studio: Any, monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(studio.runs_folder, monkeypatch)


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What happens at each step, told by a `spoil` that the test may change."""
    told = SimpleNamespace(spoil=lambda _step: None)
    compute = Gradients.compute

    def computed(gradients: Gradients, step: int) -> Tensor:
        factor = told.spoil(step)
        loss = compute(gradients, step)
        return loss if factor is None else loss * factor

    monkeypatch.setattr(Gradients, "compute", computed)
    return told


def end_of_run(page: TrainingPage, qtbot: QtBot) -> str:
    """Train to the end, good or bad; return what is said."""
    page.parts.form.set_config(SHORT)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    return page.parts.progress.line.text()


def offered(page: TrainingPage) -> str:
    return page.parts.progress.way.text() if page.parts.progress.way.isVisible() else ""


def wait_for_words(page: TrainingPage, qtbot: QtBot, words: str) -> str:
    qtbot.waitUntil(lambda: words in page.parts.progress.line.text(), timeout=RUN_MS)
    return page.parts.progress.line.text()


def test_what_stops_a_run_is_said_with_the_way_on(
    shown: SimpleNamespace, qtbot: QtBot, hook: SimpleNamespace
) -> None:
    page = shown.page
    for name, fault in FAULTS.items():
        hook.spoil = fault.spoil
        said = end_of_run(page, qtbot)
        assert all(words in said for words in fault.words), name
        assert page.parts.progress.line.property("error") is True, name
        assert offered(page) == fault.way, name
        assert page.start.isEnabled(), name
        if fault.is_kept:
            run = RunFolder(page.session.folder or Path())
            assert run.facts()["state"] == "failed", name
            assert run.has_checkpoint, name
    hook.spoil = at(0, 1.0)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.parts.progress.way.click()
        assert page.parts.form.config().hidden_size == SHORT.hidden_size // 2
    assert "Training is done" in page.parts.progress.line.text()


def test_a_disk_that_takes_nothing_is_waited_for(
    shown: SimpleNamespace,
    qtbot: QtBot,
    hook: SimpleNamespace,
    disk: Disk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = shown.page
    disk.refuses = errno.EROFS
    said = end_of_run(page, qtbot)
    assert said.startswith("Training cannot begin: ")
    assert "training.abc cannot be written (Read-only file system)" in said
    assert "then start again" in said
    assert page.start.isEnabled()

    disk.refuses = 0
    hook.spoil = filling(disk, errno.ENOSPC)
    page.start_training()
    said = wait_for_words(page, qtbot, "Training waits")
    assert "No space left on device" in said
    assert "goes on by itself" in said
    assert page.stop.isEnabled()

    # Where nothing is missing any more but the note that the run has ended.
    judged = verdict

    def refuse(facts: RunFacts) -> Phrase:
        disk.refuses = errno.EROFS
        return judged(facts)

    monkeypatch.setattr("abcstudio.recipes.train.verdict", refuse)
    disk.refuses = 0
    said = wait_for_words(page, qtbot, "run.json")
    assert said.startswith("Training waits")
    assert "Read-only file system" in said
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        disk.refuses = 0
    assert "Training is done" in page.parts.progress.line.text()


def test_stopping_while_a_full_disk_is_waited_for_keeps_the_run(
    shown: SimpleNamespace, qtbot: QtBot, hook: SimpleNamespace, disk: Disk
) -> None:
    page = shown.page

    hook.spoil = filling(disk, errno.ENOSPC)
    page.parts.form.set_config(SHORT)
    page.start_training()
    wait_for_words(page, qtbot, "Training waits")
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.stop.click()
    assert "then resume the run" in page.parts.progress.line.text()
    disk.refuses = 0
    hook.spoil = at(0, 1.0)
    qtbot.waitUntil(page.parts.runs.resume.isEnabled, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.parts.runs.resume.click()
    assert "Training is done" in page.parts.progress.line.text()
    assert page.parts.plot.point_count == SHORT.steps


def test_stopping_before_the_first_checkpoint_promises_none(
    shown: SimpleNamespace, qtbot: QtBot, hook: SimpleNamespace, disk: Disk
) -> None:
    page = shown.page

    def fill(step: int) -> None:
        if step == EARLY:
            disk.refuses = errno.ENOSPC

    hook.spoil = fill
    page.parts.form.set_config(SHORT)
    page.start_training()
    said = wait_for_words(page, qtbot, "Training waits")
    assert "Where a checkpoint has been kept" in said
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.stop.click()
    said = page.parts.progress.line.text()
    assert "No checkpoint was kept by then" in said
    assert said.endswith("then start again.")
    assert not page.parts.runs.resume.isEnabled()
    disk.refuses = 0
    hook.spoil = at(0, 1.0)
    assert "Training is done" in end_of_run(page, qtbot)


def test_tunes_that_are_deleted_under_a_run_are_lost_nowhere(
    shown: SimpleNamespace, qtbot: QtBot, hook: SimpleNamespace, tmp_path: Path
) -> None:
    page = shown.page
    source = tmp_path / "mine.abc"
    source.write_text("\n\n".join(tune.text for tune in TUNES), encoding="utf-8")
    choice = CorpusChoice(str(source), len(TUNES))
    page.train_on(TUNES, choice.name("mine.abc", len(TUNES)), choice)
    page.parts.base.leave()
    said: list[str] = []
    page.session.reported.connect(lambda _report: said.append(page.parts.progress.line.text()))

    def delete(step: int) -> None:
        if step == LATE:
            source.unlink()
            (copy,) = (tmp_path / "home").rglob("training.abc")
            shutil.rmtree(copy.parent)

    hook.spoil = delete
    assert "Training is done" in end_of_run(page, qtbot)
    assert any("They are written again and the run goes on" in words for words in said)
    note = page.parts.form.tunes_note
    assert note.isVisible()
    assert note.text().startswith(f"{source} is no longer there.")
    assert "each run keeps its own copy" in note.text()
    run = RunFolder(page.session.folder or Path())
    assert run.is_whole
    assert run.facts()["state"] == "finished"
    assert [text.count("X:") for text in run.texts()] == [22, 2]
    qtbot.waitUntil(page.parts.runs.resume.isEnabled, timeout=RUN_MS)


def test_a_clock_that_is_set_changes_nothing(
    shown: SimpleNamespace,
    qtbot: QtBot,
    hook: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, shift = shown.page, 0.0
    monkeypatch.setattr("time.time", lambda: NOON + shift)
    left: list[float] = []
    page.session.reported.connect(lambda report: left.append(report.progress.seconds_left or 0.0))

    def jump(step: int) -> None:
        nonlocal shift
        shift = {EARLY: 8 * 3600.0, LATE: -3600.0}.get(step, shift)

    hook.spoil = jump
    said = end_of_run(page, qtbot)
    assert "Training is done in" in said
    assert not re.search(r"\bh\b", said.partition(".")[0])
    assert min(left) >= 0.0
    assert max(left) < 3600.0
    qtbot.waitUntil(lambda: page.parts.runs.run is not None, timeout=RUN_MS)
    assert page.parts.runs.run.folder == page.session.folder
