"""Train the model that comes with the program, on the tunebook that comes with it.

    python scripts/train_bundled_model.py train --folder /tmp/folk-run --seconds 4750
    python scripts/train_bundled_model.py train --folder /tmp/folk-run --resume --seconds 3000
    python scripts/train_bundled_model.py ship --folder /tmp/folk-run

`train` is the program's own recipe with the hyper-parameters below. `ship` writes the run's best
network with half-width numbers to checkpoints/folk.safetensors, and checkpoints/README.md with its
facts; it may be used while the training goes on.
"""

import argparse
import json
import logging
import sys
from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.sources import read_tunebook
from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import load_model, save_model
from abcstudio.learning.config import config_data
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

README = """# The model that comes with ABC Studio

`folk.safetensors` ({size:.1f} MB) is a character LSTM that the program trained itself. This page is
written by `scripts/train_bundled_model.py ship` from what the model file says.

- **Data:** `resources/tunes/tunebook.abc`, of which {tunes:,} tunes ({characters:,} characters as
  the network reads them, fingerprint `{fingerprint}`) were learned from and a tenth held out by
  family, so that no variant of a held-out tune was learned. `resources/README.md` says where the
  tunes come from and what their licences are.
- **Network:** {parameters:,} numbers, {vocabulary} characters, stored as 16-bit numbers.
- **Training:** the best of the run by validation loss, at step {step:,}, after {epochs:.1f} times
  the training text, on one processor thread. The run's length was set in seconds, and the cosine
  with it.
- **Losses** in nats per character: training {train_loss:.4f} (with dropout, smoothed), validation
  {val_loss:.4f} (held-out tunes in windows of 500 characters, each from a zero state).
- **Commands:** `python scripts/train_bundled_model.py train --folder RUN --seconds 4750`, then
  `python scripts/train_bundled_model.py ship --folder RUN`. How good its tunes are, beside real
  ones: `python benchmarks/model_quality.py --tunes RUN/validation.abc`.

| hyper-parameter | value |
| --- | --- |
{config}
"""


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
    header = replace(loaded.header, name=MODEL_NAME)
    save_model(bundled_model(), loaded.model, header, half=True)
    shown = {name: value for name, value in config_data(header.config).items() if name != "steps"}
    readme = README.format(
        size=bundled_model().stat().st_size / 1e6,
        parameters=sum(parameter.numel() for parameter in loaded.model.parameters()),
        vocabulary=len(header.vocabulary),
        tunes=header.corpus.tunes,
        characters=header.corpus.characters,
        fingerprint=header.corpus.fingerprint,
        step=header.step,
        train_loss=header.train_loss,
        val_loss=header.val_loss,
        epochs=header.step
        * header.config.batch_size
        * header.config.seq_len
        / header.corpus.characters,
        config="\n".join(f"| {name} | {value} |" for name, value in shown.items()),
    )
    atomic_write(bundled_model().parent / "README.md", readme.encode())
    print(f"step {header.step}, val_loss {header.val_loss}: {bundled_model()}")


if __name__ == "__main__":
    sys.exit(main())
