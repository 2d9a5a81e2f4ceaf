"""Train the model that comes with the program, on the tunebook that comes with it.

    python scripts/train_bundled_model.py train --folder /tmp/folk-run --seconds 5000
    python scripts/train_bundled_model.py train --folder /tmp/folk-run --resume --seconds 9000
    python scripts/train_bundled_model.py ship --folder /tmp/folk-run

`train` is the program's own recipe with the hyper-parameters below. `ship` writes the run's best
network with half-width numbers to checkpoints/folk.safetensors; it may be used while the training
goes on.
"""

import argparse
import json
import logging
import sys
from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.sources import read_tunebook
from abcstudio.learning.checkpoint import load_model, save_model
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import bundled_model, bundled_tunebook
from abcstudio.recipes.train import TrainingReport, TrainRequest, train

CONFIG = replace(
    PRESETS["studio"],
    num_layers=2,
    hidden_size=448,
    dropout=0.3,
    batch_size=16,
    seq_len=192,
    learning_rate=2.5e-3,
    warmup_steps=100,
    weight_decay=0.02,
    evaluate_every=500,
    checkpoint_every=500,
)
MODEL_NAME = "Folk"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=("train", "ship"))
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--seconds", type=float, default=5000.0)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    if arguments.action == "train":
        train_bundled(arguments)
    else:
        ship(arguments.folder)
    return 0


def train_bundled(arguments: argparse.Namespace) -> None:
    request = TrainRequest(
        config=CONFIG,
        tunes=() if arguments.resume else read_tunebook(bundled_tunebook()),
        corpus_name=bundled_tunebook().name,
        device="cpu",
        name=MODEL_NAME,
        folder=arguments.folder,
        seconds=arguments.seconds,
        steps=arguments.steps,
        resume_from=arguments.folder if arguments.resume else None,
        threads=arguments.threads,
    )
    result = train(request, show, lambda: False)
    print(json.dumps({"best_step": result.best_step, "best_val_loss": result.best_val_loss}))


def show(report: TrainingReport) -> None:
    if report.val_loss is None:
        return
    facts = {
        "step": report.step,
        "train_loss": round(report.train_loss, 4),
        "val_loss": round(report.val_loss, 4),
        "epoch": round(report.epoch, 2),
        "train_seconds": round(report.train_seconds),
        "chars_per_second": round(report.chars_per_second),
    }
    print(json.dumps(facts), flush=True)


def ship(folder: Path) -> None:
    loaded = load_model(folder / "best.safetensors")
    save_model(bundled_model(), loaded.model, replace(loaded.header, name=MODEL_NAME), half=True)
    header, size = loaded.header, bundled_model().stat().st_size
    print(f"{size / 1e6:.1f} MB, step {header.step}, val_loss {header.val_loss}: {bundled_model()}")


if __name__ == "__main__":
    sys.exit(main())
