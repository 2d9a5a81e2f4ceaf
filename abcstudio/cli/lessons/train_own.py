"""`abcstudio learn train`: a network trained with the student's own functions."""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import whole_number_between
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put, say
from abcstudio.corpus.sources import read_source
from abcstudio.paths import answers_dir, bundled_tunebook, runs_dir
from abcstudio.recipes.lessons.own_training import (
    CONFIG,
    OwnRunMade,
    OwnStep,
    OwnTrainRequest,
    train_with_own_code,
)
from abcstudio.recipes.lessons.own_writing import own_answers

MAX_STEPS = 100_000

DESCRIPTION = """Train a network with what you have written in lessons 12, 13, 15, 17, 19 and 21:
vectorize_string, get_batch, LSTMModel, compute_loss, train_step, generate_text. They run in the
studio's own training loop, in a process within limits. The run stands among the others, marked as
own code; an answer that stops it is named."""


def add_train(actions: Any) -> None:
    """Add the action to the parser of the command."""
    parser = actions.add_parser(
        "train", help="train a network with your own functions", description=DESCRIPTION
    )
    parser.add_argument(
        "--tunes", type=Path, metavar="FILE", help="tunes; those in the box if none"
    )
    parser.add_argument("--name", default="own code", help="of the run (own code)")
    parser.add_argument("--steps", type=whole_number_between(1, MAX_STEPS), default=CONFIG.steps,
                        help="(%(default)s)")  # fmt: skip
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE",
                        help="change one hyper-parameter")  # fmt: skip
    parser.add_argument("--jsonl", action="store_true", help="a line of JSON an evaluation")
    parser.set_defaults(run=run_train)


def run_train(options: argparse.Namespace) -> int:
    """Train, print the losses at evaluations and then the run's folder."""
    config = replace(CONFIG, steps=options.steps)
    for change in options.set:
        name, _, value = change.partition("=")
        config = config.with_value(name.strip(), value)
    source = options.tunes or bundled_tunebook()
    request = OwnTrainRequest(
        tunes=read_source(source).tunes,
        answers=own_answers(answers_dir()),
        runs=runs_dir(),
        config=config,
        name=options.name,
        corpus_name=source.name,
    )
    with interruptible(saves=True):
        run = train_with_own_code(request, lambda step: _show(step, options.jsonl))
    put(json.dumps({"run": str(run.path)}) if options.jsonl else run.path)
    return DONE


def _show(report: OwnStep | OwnRunMade, is_json: bool) -> None:
    if isinstance(report, OwnRunMade) or report.progress.sample is None:
        return
    step = report.progress
    if is_json:
        said = {"step": step.step, "loss": step.smoothed_loss, "val_loss": step.val_loss}
        put(json.dumps(said))
    else:
        val = "" if step.val_loss is None else f", {step.val_loss:.4f} on held-out tunes"
        say(f"step {step.step} of {step.steps}: loss {step.smoothed_loss:.4f}{val}")
