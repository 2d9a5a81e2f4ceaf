"""Small networks that the tests of training train on tunes of their own."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.learning.config import TrainingConfig
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.training_page import TrainingPage


def _melody(number: int) -> str:
    notes = random.Random(number)
    return "|".join("".join(notes.choices("CDEFGABcdefg", k=8)) for _ in range(8))


# Unlike each other: tunes of one family are never parted into training and validation.
TUNES = split_tunebook(
    "\n\n".join(f"X:{n}\nT:Tune {n}\nM:4/4\nL:1/8\nK:G\n{_melody(n)}|]" for n in range(1, 25))
)
TINY = TrainingConfig(
    embedding_dim=8,
    hidden_size=16,
    steps=30,
    batch_size=4,
    seq_len=50,
    evaluate_every=10,
    checkpoint_every=10,
)
LONG = replace(TINY, steps=100_000)
RUN_MS = 60_000


def train(page: TrainingPage, qtbot: QtBot) -> None:
    """Train a network to its end and wait until its run is listed."""
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    wait_for_runs(page, qtbot, 1)


def stop_a_run(page: TrainingPage, qtbot: QtBot) -> None:
    """Begin a long run and stop it after its first sample."""
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.takes.samples.steps.count() >= 1, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()


def wait_for_runs(page: TrainingPage, qtbot: QtBot, count: int) -> None:
    """Wait until so many runs are listed and none trains."""

    def texts() -> list[str]:
        return [
            page.parts.runs.list.item(row).text() for row in range(page.parts.runs.list.count())
        ]

    def is_live(text: str) -> bool:
        return "Training now" in text or "Paused" in text

    qtbot.waitUntil(lambda: len(texts()) == count and not any(map(is_live, texts())))


def spoil_takes(folder: Path) -> None:
    """Let a run be listed but not read: a folder stands where one of its takes should be."""
    take = next((folder / "takes").glob("step-*.abc"))
    take.unlink()
    take.mkdir()


def page_again(studio: Studio, qtbot: QtBot) -> TrainingPage:
    """Open the page as at another start."""
    window = QMainWindow()
    page = TrainingPage(studio, Actions(window, {}))
    window.setCentralWidget(page)
    qtbot.addWidget(window, before_close_func=lambda _window: studio.closing.emit())
    keeper: Any = page
    keeper.keeper = window
    window.show()
    return page
