"""The window and the command line train alike, to the last bit."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.corpus.sources import read_source
from abcstudio.learning.checkpoint import load_model
from abcstudio.learning.config import TrainingConfig, config_data
from abcstudio.learning.milestones.kept import milestones_of
from abcstudio.runs.run_folder import RunFolder
from tests.ui.training.small_runs import RUN_MS, TINY, TUNES

CONFIGS = {
    "plain": TINY,
    "dropout": replace(TINY, dropout=0.3, num_layers=2, schedule="cosine", optimizer="adamw"),
    "copy heads": replace(TINY, pointer_heads=2, pointer_width=8, pointer_reach=64),
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "tunes.abc"
    path.write_text("\n\n".join(tune.text for tune in TUNES) + "\n", encoding="utf-8")
    return path


def in_the_window(config: TrainingConfig, corpus: Path, page, qtbot: QtBot) -> RunFolder:
    page.train_on(read_source(corpus).tunes, corpus.name)
    page.parts.base.leave()
    page.parts.form.set_config(config)
    with qtbot.waitSignal(page.session.finished, timeout=RUN_MS):
        page.start_training()
    return RunFolder(page.session.folder)


def on_the_command_line(config: TrainingConfig, corpus: Path, folder: Path) -> RunFolder:
    options = [f"--set={name}={value}" for name, value in config_data(config).items()]
    command = [sys.executable, "-m", "abcstudio", "train", "--corpus", str(corpus)]
    subprocess.run(
        [*command, "--device", "cpu", "--out", str(folder), *options],
        check=True,
        capture_output=True,
    )
    return RunFolder(folder)


def evaluated(run: RunFolder) -> list[tuple[int, float]]:
    """Return the steps of evaluations with their losses on held-out tunes."""
    return [
        (line["step"], line["val_loss"])
        for line in run.metrics()
        if line.get("val_loss") is not None
    ]


def weights(run: RunFolder) -> dict[str, bytes]:
    found = load_model(run.last_model).model.state_dict()
    return {name: tensor.numpy().tobytes() for name, tensor in found.items()}


def takes(run: RunFolder) -> list[tuple[int, bytes]]:
    paths = sorted(run.takes.glob("step-*.abc"))
    return [(number, path.read_bytes()) for number, path in enumerate(paths)]


COMPARED: dict[str, Callable[[RunFolder], object]] = {
    "losses": lambda run: run.losses().tobytes(),
    "validation losses": evaluated,
    "weights": weights,
    "samples": takes,
    "milestones": lambda run: [one.step for one in milestones_of(run.path)],
}


@pytest.mark.parametrize("kind", CONFIGS)
def test_the_same_seed_learns_the_same(
    kind: str, corpus: Path, tmp_path: Path, shown: SimpleNamespace, qtbot: QtBot
) -> None:
    config = CONFIGS[kind]
    window = in_the_window(config, corpus, shown.page, qtbot)
    line = on_the_command_line(config, corpus, tmp_path / "line")
    assert len(window.losses()) == config.steps
    assert len(evaluated(window)) == config.steps // config.evaluate_every
    for name, of in COMPARED.items():
        assert of(window) == of(line), name
    # What is compared would tell: another seed learns something else.
    other = replace(config, rng_seed=config.rng_seed + 1)
    assert in_the_window(other, corpus, shown.page, qtbot).losses() != window.losses()
