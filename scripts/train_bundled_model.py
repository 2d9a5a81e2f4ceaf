"""Train the model that comes with the program, on the tunebook that comes with it.

    python scripts/train_bundled_model.py train --folder /tmp/folk --seconds 5000
    python scripts/train_bundled_model.py train --folder /tmp/folk --resume --seconds 6000
    python scripts/train_bundled_model.py refine --after /tmp/folk --folder /tmp/fine --seconds 600
    python scripts/train_bundled_model.py refine --after /tmp/fine --folder /tmp/own --own own.abc
    python scripts/train_bundled_model.py ship --after /tmp/folk --after /tmp/fine --folder /tmp/own

`train` is the program's own recipe with the hyper-parameters below. `refine` goes on from its best
network on the training tunes whose measures add up, with and without their titles, in pieces that
begin at tunes; it may follow another `refine`. With `--own` it learns takes of its own, too, which
own_takes.py has chosen; prefer_takes.py, close_repeats.py and average_models.py may follow. `ship`
writes a run's best network with half-width numbers to checkpoints/folk.safetensors, and
checkpoints/README.md with its facts and those of the runs before it, each named by an `--after`; it
may be used while the training goes on.
"""

import argparse
import json
import logging
import re
import sys
from dataclasses import replace
from pathlib import Path

from cleaning.adding_up import adds_up

from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import load_model, read_header, save_model
from abcstudio.learning.config import config_data
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import bundled_model, bundled_tunebook
from abcstudio.recipes.train import TrainingReport, TrainRequest, train

CONFIG = replace(
    PRESETS["studio"],
    num_layers=2,
    dropout=0.3,
    weight_dropout=0.0,
    pointer_heads=4,
    pointer_dropout=0.4,
    seq_len=256,
    learning_rate=3e-3,
    warmup_steps=200,
    transpositions=4,
    evaluate_every=500,
    checkpoint_every=500,
)
# Nine tunes of ten are shorter than such a piece, so the network reads a header with its ending.
REFINING = replace(
    CONFIG,
    windows="tunes",
    seq_len=352,
    batch_size=24,
    learning_rate=2e-3,
    warmup_steps=100,
    evaluate_every=250,
    checkpoint_every=250,
)
# A network that has learned the tunes already, and takes of its own beside them.
WITH_OWN = replace(REFINING, learning_rate=1e-3, warmup_steps=30, evaluate_every=150)
MODEL_NAME = "Folk"

_TITLES = re.compile(r"^T:.*\n", re.MULTILINE)

README = """# The model that comes with ABC Studio

`folk.safetensors` ({size:.1f} MB) is a character LSTM that the program trained itself. This page is
written by `scripts/train_bundled_model.py ship` from what the model file says.

- **Data:** `resources/tunes/tunebook.abc`, of which a tenth was held out by family, so that no
  variant of a held-out tune was learned. `resources/README.md` says where the tunes come from and
  what their licences are.
- **Network:** {parameters:,} numbers, {vocabulary} characters, stored as 16-bit numbers.
- **Validation loss** of the network that was kept: {val_loss:.4f} nats per character (held-out
  tunes in windows of 500 characters, each from a zero state).
{stages}

`python scripts/train_bundled_model.py` trains it again. Its run's length is set in seconds, and the
learning rate falls with them, so that another machine gets another network.

| hyper-parameter | value |
| --- | --- |
{config}
"""
REFINED = """- **Each run but the first** went on from the best network of the one before, with the
  training tunes whose measures add up also when repeats are played, each with its title and once
  without it, in pieces that begin at tunes; the last of them also with takes of its own, chosen for
  being like real tunes (`scripts/own_takes.py`)."""
PREFERRED = """- **Preferring** (`scripts/prefer_takes.py`): {steps} steps of direct preference
  optimization over {takes:,} of its own takes, {wanted:,} of them wanted for being like real
  training tunes{also}; learning rate {learning_rate:g}, beta {beta:g}; validation
  loss then {val_loss:.4f}."""
ENDED = """, and over {beginnings:,} beginnings of takes, of which ways on that end right and on the
  tonic are preferred to others"""
CLOSED = """- **Closing** (`scripts/close_repeats.py`): {steps} steps over {takes:,} of its own
  takes, in which what the measure clock refuses, and an end in an open repeat, are to become less
  likely; the logarithms of the chances of a first ending and of the tonic as the last note were to
  grow by {endings:g} and {tonic:g}; learning rate {learning_rate:g}, {extra:g} nats for one;
  validation loss then {val_loss:.4f}."""
AVERAGED = """- **The mean** of a network of the items before and of the last of them, by {shares}
  (`scripts/average_models.py`)."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=("train", "refine", "ship"))
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument(
        "--after", type=Path, action="append", default=[], help="the run that this one went on from"
    )
    parser.add_argument("--own", type=Path, help="takes that own_takes.py has chosen")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    actions = {"train": train_bundled, "refine": refine, "ship": ship}
    actions[arguments.action](arguments)
    return 0


def train_bundled(arguments: argparse.Namespace) -> None:
    tunes = () if arguments.resume else read_tunebook(bundled_tunebook())
    run(TrainRequest(config=CONFIG, tunes=tunes), arguments)


def refine(arguments: argparse.Namespace) -> None:
    """Go on from the best network of `--after` on the tunes whose measures add up.

    Each is there twice, the second time without its title: a person who chooses meter and key gives
    none, and a network that has never met that writes worse tunes.
    """
    tunes = read_tunebook(bundled_tunebook())
    training, held_out = split_by_family(tunes, CONFIG.validation_share, CONFIG.rng_seed)
    chosen = tuple(tune for tune in training if adds_up(tune_for_training(tune)))
    print(f"{len(chosen)} of {len(training)} tunes add up", flush=True)
    untitled = tuple(replace(tune, text=_TITLES.sub("", tune.text)) for tune in chosen)
    own = tuple(read_tunebook(arguments.own)) if arguments.own else ()
    request = TrainRequest(
        config=WITH_OWN if own else REFINING,
        tunes=() if arguments.resume else chosen + untitled + own,
        validation_tunes=held_out,
        start_from=arguments.after[-1] / "best.safetensors",
    )
    run(request, arguments)


def run(request: TrainRequest, arguments: argparse.Namespace) -> None:
    """Train what a request asks for, where and for as long as the command line says."""
    request = replace(
        request,
        corpus_name=bundled_tunebook().name,
        device="cpu",
        name=MODEL_NAME,
        folder=arguments.folder,
        seconds=arguments.seconds,
        steps=arguments.steps,
        resume_from=arguments.folder if arguments.resume else None,
        threads=arguments.threads,
    )
    result = train(request, show)
    print(
        json.dumps(
            {"best_step": result.reached.best_step, "best_val_loss": result.reached.best_val_loss}
        )
    )


def show(report: TrainingReport) -> None:
    step = report.progress
    if step.val_loss is None:
        return
    facts = {
        "step": step.step,
        "train_loss": round(step.smoothed_loss, 4),
        "val_loss": round(step.val_loss, 4),
        "epoch": round(step.epoch, 2),
        "train_seconds": round(step.train_seconds),
        "chars_per_second": round(step.chars_per_second),
    }
    print(json.dumps(facts), flush=True)


def ship(arguments: argparse.Namespace) -> None:
    """Make a run's best network the one in the box."""
    loaded = load_model(arguments.folder / "best.safetensors")
    header = replace(loaded.header, name=MODEL_NAME)
    save_model(bundled_model(), loaded.model, header, half=True)
    shown = {name: value for name, value in config_data(header.config).items() if name != "steps"}
    stages = [stage(folder) for folder in (*arguments.after, arguments.folder)]
    if arguments.after:
        stages.append(REFINED)
    readme = README.format(
        size=bundled_model().stat().st_size / 1e6,
        parameters=sum(parameter.numel() for parameter in loaded.model.parameters()),
        vocabulary=len(header.vocabulary),
        val_loss=header.val_loss,
        stages="\n".join(stages),
        config="\n".join(f"| {name} | {value} |" for name, value in shown.items()),
    )
    atomic_write(bundled_model().parent / "README.md", readme.encode())
    print(f"step {header.step}, val_loss {header.val_loss}: {bundled_model()}")


def stage(folder: Path) -> str:
    """Return what one run did, as an item of a list."""
    if (folder / "preferring.json").exists():
        facts = json.loads((folder / "preferring.json").read_text("utf-8"))
        also = ENDED.format(**facts) if facts.get("beginnings") else ""
        return PREFERRED.format(**facts, also=also)
    if (folder / "closing.json").exists():
        return CLOSED.format(**json.loads((folder / "closing.json").read_text("utf-8")))
    if (folder / "averaging.json").exists():
        facts = json.loads((folder / "averaging.json").read_text("utf-8"))
        return AVERAGED.format(shares=" and ".join(f"{share:g}" for share in facts["shares"]))
    best = read_header(folder / "best.safetensors")
    last = read_header(folder / "last.safetensors")
    learned = best.step * best.config.batch_size * best.config.seq_len
    return (
        f"- **Run:** {best.corpus.tunes:,} tunes in {best.config.transpositions + 1} keys each, "
        f"{best.corpus.characters:,} characters\n  (fingerprint `{best.corpus.fingerprint}`), read "
        f"{learned / best.corpus.characters:.1f} times until step {best.step:,}, which\n  was the "
        f"best of {last.step:,} with a validation loss of {best.val_loss:.4f}; learning rate "
        f"{best.config.learning_rate:g}, falling; head dropout {best.config.pointer_dropout:g}."
    )


if __name__ == "__main__":
    sys.exit(main())
