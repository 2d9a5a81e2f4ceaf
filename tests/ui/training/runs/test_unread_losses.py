"""Losses of a run that cannot be read cost the curve only; it is said what can be done."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.learning.config import config_data
from abcstudio.paths import runs_dir
from abcstudio.runs.run_folder import RunFolder
from tests.barred_files import barred
from tests.ui.training.small_runs import RUN_MS, TINY, wait_for_runs


def stopped_run() -> RunFolder:
    run = RunFolder(runs_dir() / "one")
    facts = {
        "name": "One", "created": "2026-01-01T00:00:00", "state": "stopped", "step": 2,
        "config": config_data(TINY), "best_val_loss": 1.5, "corpus": {"name": "box", "tunes": 2},
    }  # fmt: skip
    run.create(facts, "X:1\nK:D\nD\n", "")
    run.append_metrics({"step": 2, "val_loss": 1.5})
    run.keep_losses(2, [2.5, 2.0])
    (run.path / "checkpoints" / "resume.safetensors").write_bytes(b"state")
    run.keep_take(2, "X:1\nK:D\nABc")
    return run


def test_samples_are_shown_and_resume_says_why_not(shown: Any, qtbot: QtBot) -> None:
    run = stopped_run()
    metrics = run.path / "metrics.jsonl"
    page = shown.page
    with barred(metrics):
        page.parts.catalog.refresh()
        wait_for_runs(page, qtbot, 1)
        page.parts.runs.choose(run.path)
        line = page.parts.progress.line
        qtbot.waitUntil(
            lambda: line.text().startswith(
                f"The losses of this run cannot be shown: {metrics} cannot be read ("
            ),
            timeout=RUN_MS,
        )
        assert page.parts.takes.samples.steps.count() == 1
        assert page.parts.takes.samples.text.toPlainText() == "X:1\nK:D\nABc"
        qtbot.mouseClick(page.parts.runs.resume, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda: line.text().startswith(f"The run cannot go on: {metrics} cannot be read ("),
            timeout=RUN_MS,
        )
        assert not page.session.is_running
