"""Runs whose logs are known to the last digit, and where reports look for them."""

import random
from dataclasses import asdict, replace
from pathlib import Path

from abcstudio.learning.checkpoint import CorpusInfo, ModelHeader, build_model, save_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import seed_everything
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.paths import bundled_sound_font, fonts_dir, report_texts_dir
from abcstudio.recipes.reports.report_places import ReportPlaces
from abcstudio.runs.run_folder import RunFolder
from tests.unit.lessons.made_lessons import write_lesson

TUNE = "X:1\nT:Hello\nM:4/4\nL:1/8\nK:D\nDEFG ABcd|fdcA BGFE|A2FA d2fd|gfed cBAG|]\n"
SAMPLES = {10: "X:1\nzq:|\n", 40: TUNE}
CONFIG = TrainingConfig(embedding_dim=8, hidden_size=16, steps=40, batch_size=4, seq_len=50)


def make_run(runs: Path, name: str, dice: int = 0, **changes: object) -> RunFolder:
    """Make a run of forty steps as training leaves it."""
    random_numbers = random.Random(dice)
    config = replace(CONFIG, **changes)  # type: ignore[arg-type]
    run = RunFolder(runs / name)
    losses = [round(3.5 - 0.04 * step + random_numbers.random() / 9, 5) for step in range(40)]
    val = {10: losses[9] + 0.1, 20: losses[19] + 0.2, 30: losses[29] + 0.05, 40: losses[39] + 0.7}
    best = min(val.values())
    facts = {
        "name": name,
        "created": f"2026-11-2{dice}T10:00:00.000",
        "state": "finished",
        "config": asdict(config),
        "corpus": {"name": "tunes.abc", "tunes": 17, "held_out": 3, "characters": len(TUNE)},
        "step": 40,
        "best_val_loss": best,
        "train_loss": round(sum(losses[-10:]) / 10, 5),
        "chars_per_second": 15041.0,
        "device": "cpu",
    }
    run.create(facts, TUNE * 30, TUNE)
    run.keep_losses(40, losses)
    for step, loss in val.items():
        row = {"step": step, "recent_loss": losses[step - 1], "val_loss": loss}
        run.append_metrics({**row, "train_seconds": 0.37 * step})
    for step, text in SAMPLES.items():
        run.keep_take(step, text)
    seed_everything(0)
    vocabulary = Vocabulary.of(TUNE)
    header = ModelHeader(
        name=name, vocabulary=vocabulary, config=config, step=30, val_loss=best, corpus=CorpusInfo()
    )
    save_model(run.best_model, build_model(config, len(vocabulary)), header)
    return run


def make_places(home: Path) -> ReportPlaces:
    """Return places of which the person's own are below a folder, with one small lesson."""
    if not (home / "lessons").exists():
        write_lesson(home / "lessons" / "01-sums")
    return ReportPlaces(
        runs=home / "runs",
        lessons=home / "lessons",
        answers=home / "answers",
        takes=home / "takes",
        texts=report_texts_dir(),
        fonts=fonts_dir(),
        sound_font=bundled_sound_font(),
    )
