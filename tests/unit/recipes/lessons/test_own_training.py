"""A network trained with a student's own functions, in the process of lessons."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from abcstudio.errors import CancelledError, LessonError
from abcstudio.learning.checkpoint import load_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.lessons.lesson_folder import read_lesson
from abcstudio.lessons.own_code import LESSONS, without_trials
from abcstudio.lessons.progress import LessonStanding, write_answer, write_standing
from abcstudio.paths import lessons_dir
from abcstudio.recipes.lessons.own_training import (
    OwnRunMade,
    OwnStep,
    OwnTrainRequest,
    train_with_own_code,
)
from abcstudio.recipes.lessons.own_writing import OwnWriteRequest, own_answers, write_with_own_code
from abcstudio.runs.history import list_runs
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import stopping
from tests.unit.recipes.small_training import TUNES

CONFIG = TrainingConfig(
    embedding_dim=8, hidden_size=16, steps=6, batch_size=4, seq_len=50, evaluate_every=3
)


def ignore(_step: object) -> None:
    pass


def answered(folder: Path, **other: str) -> Path:
    """Answer each lesson with its solution; `other` replaces text of it, by the function."""
    for name, lesson in LESSONS.items():
        code = read_lesson(lessons_dir() / lesson).solution
        if name in other:
            before, _, after = other[name].partition(" -> ")
            assert before in code
            code = code.replace(before, after)
        write_answer(folder, lesson, code)
        write_standing(folder, lesson, LessonStanding(done="2026-11-28T01:00:00"))
    return folder


def request(folder: Path, **other: str) -> OwnTrainRequest:
    return OwnTrainRequest(
        tunes=TUNES,
        answers=own_answers(answered(folder / "answers", **other)),
        runs=folder / "runs",
        config=CONFIG,
        corpus_name="small.abc",
    )


def steps_of(said: Iterable[OwnStep | OwnRunMade]) -> list[OwnStep]:
    return [report for report in said if isinstance(report, OwnStep)]


def test_a_run_is_made_by_the_students_functions_and_written_with(tmp_path: Path) -> None:
    said: list[OwnStep | OwnRunMade] = []
    asked = request(tmp_path)
    run = train_with_own_code(asked, said.append)
    assert said[0] == OwnRunMade(run.path)
    steps = steps_of(said)
    facts = run.facts()
    assert facts["own_code"] == list(LESSONS)
    assert (facts["state"], facts["step"]) == ("finished", 6)
    assert len(run.losses()) == 6
    assert [step.progress.step for step in steps if step.progress.sample is not None] == [3, 6]
    assert [path.name for path in sorted(run.takes.iterdir())] == [
        "step-000003.abc", "step-000006.abc",
    ]  # fmt: skip
    # The studio opens the network as one of its own.
    loaded = load_model(run.best_model)
    assert loaded.header.config.hidden_size == 16
    (summary,) = list_runs(tmp_path / "runs")
    assert summary.model == run.best_model
    assert summary.train_loss is not None
    wish = OwnWriteRequest(run=run.path, answers=asked.answers, length=40, rng_seed=3)
    text = write_with_own_code(wish)
    assert text.startswith("X:1\n")
    assert len(text) == len("X:1\n") + 40


def test_the_lesson_that_breaks_it_is_named(tmp_path: Path) -> None:
    asked = request(tmp_path, train_step="loss.backward() -> loss.forward()")
    with pytest.raises(LessonError) as error:
        train_with_own_code(asked, ignore)
    assert error.value.message_id == "lesson.own_broken"
    assert error.value.parameters["lesson"] == "19-train-step"
    assert "forward" in str(error.value.parameters["reason"])
    (summary,) = list_runs(tmp_path / "runs")
    assert summary.state == "failed"


def test_lessons_that_are_not_passed_are_named(tmp_path: Path) -> None:
    folder = answered(tmp_path)
    write_standing(folder, "17-loss", LessonStanding())
    with pytest.raises(LessonError, match="own_missing") as error:
        own_answers(folder)
    assert error.value.parameters["lessons"] == "17-loss"


def test_a_run_that_is_stopped_keeps_its_network_and_its_step(tmp_path: Path) -> None:
    said: list[OwnStep | OwnRunMade] = []
    asked = replace(request(tmp_path), config=replace(CONFIG, steps=100_000))
    with (
        pytest.raises(CancelledError),
        stopping(lambda: any(step.progress.sample for step in steps_of(said))),
    ):
        train_with_own_code(asked, said.append)
    steps = steps_of(said)
    (summary,) = list_runs(tmp_path / "runs")
    assert (summary.state, summary.model is not None) == ("stopped", True)
    assert summary.step == steps[-1].progress.step >= 3
    assert len(RunFolder(summary.folder).losses()) == summary.step


def test_what_only_tries_an_answer_out_is_not_run() -> None:
    module = without_trials("import a\nx = 1\nfor _ in x:\n    y()\ndef f():\n    pass\nf()\n")
    assert [part.lineno for part in module.body] == [1, 2, 5]
