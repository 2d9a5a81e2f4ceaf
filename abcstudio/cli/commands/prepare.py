"""`abcstudio prepare`: a corpus to learn from, made of a source in steps."""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import whole_number_between
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put
from abcstudio.cli.parser import OutputFile, check_outputs
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.cli.targets import REPLACED, check_folder
from abcstudio.corpus.preparation.preparation import (
    MAX_PERCENT,
    MAX_SEED,
    REPEATS,
    TONICS,
    Preparation,
)
from abcstudio.corpus.preparation.preparer import StepCount
from abcstudio.messages import english
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.preparing.prepared_corpus import (
    CORPUS_FILES,
    PreparedCorpus,
    load_steps,
    prepared_again,
    save_steps,
    write_corpus,
)

EXAMPLES = """examples:
  abcstudio prepare --rhythm reel --out reels
  abcstudio prepare --source mine.abc --repeats melodies --tonic D --out mine
  abcstudio prepare --steps reels/steps.json --out reels-again
  abcstudio train --corpus reels/training.abc --validation reels/validation.abc

The steps: select, clean, one voice, transpose, drop what is there already, split by family.
--out writes training.abc, validation.abc and steps.json. The fingerprint is that which the record
of a training run on these two files has (run.json, corpus).
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "prepare",
        description="Make a corpus of a source in steps, and print what each step leaves.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_source(parser)
    _add_steps(parser)
    parser.add_argument("--save-steps", type=OutputFile(".json"), metavar="FILE",
                        help=f"keep the steps in a file; {REPLACED}")  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="DIR",
                        help=f"write the corpus; {REPLACED}")  # fmt: skip
    parser.add_argument("--jsonl", action="store_true", help="one line of JSON a step")
    parser.set_defaults(run=run)


def _add_source(parser: argparse.ArgumentParser) -> None:
    """Add what is prepared."""
    parser.add_argument("--steps", type=Path, metavar="FILE",
                        help="steps that were saved; other options change them")  # fmt: skip
    parser.add_argument("--source", type=Path, metavar="FILE",
                        help="a file or folder; the tunes in the box if none")  # fmt: skip
    parser.add_argument("--words", help="tunes that have these words")
    parser.add_argument("--rhythm", help="tunes of one rhythm")
    parser.add_argument("--meter", help="tunes in one meter")
    parser.add_argument("--key", help="tunes in one key, as Ador")


def _add_steps(parser: argparse.ArgumentParser) -> None:
    """Add what is done."""
    switch = argparse.BooleanOptionalAction
    parser.add_argument("--clean", action=switch, help="fix what can be fixed (it is)")
    parser.add_argument("--one-voice", action=switch, help="keep the first voice (it is)")
    parser.add_argument("--tonic", choices=TONICS[1:], help="move all tunes to one tonic")
    parser.add_argument("--repeats", choices=REPEATS,
                        help="keep all tunes, one of each melody or of each family")  # fmt: skip
    parser.add_argument("--validation-percent", type=whole_number_between(0, MAX_PERCENT),
                        metavar="N", help="hold so many of a hundred out (10)")  # fmt: skip
    parser.add_argument("--rng-seed", type=whole_number_between(0, MAX_SEED), metavar="N",
                        help="holds out others")  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Make the corpus and print its counts."""
    if options.out is not None:
        check_folder(options.out)
        inputs = [path for path in (options.source, options.steps) if path is not None]
        check_outputs((options.out / name for name in CORPUS_FILES), inputs)
    steps = _steps(options)
    with interruptible(), ProgressBar("tune", hidden=options.jsonl) as bar:
        corpus = prepared_again(
            steps,
            bundled_tunebook(),
            lambda progress: bar.show(progress.done, progress.tunes),
        )
    if options.save_steps is not None:
        save_steps(steps, options.save_steps)
    files = () if options.out is None else write_corpus(corpus, options.out)
    for count in corpus.tunes.counts:
        put(json.dumps(_data(count)) if options.jsonl else _line(count))
    put(_end(corpus, as_json=options.jsonl))
    for file in () if options.jsonl else files:
        put(file)
    return DONE


def _steps(options: argparse.Namespace) -> Preparation:
    steps = Preparation() if options.steps is None else load_steps(options.steps)
    given = {name: getattr(options, name) for name in ("words", "rhythm", "meter", "key")}
    chosen = {name: value for name, value in given.items() if value is not None}
    names = ("clean", "one_voice", "tonic", "repeats", "validation_percent", "rng_seed")
    changes = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    if options.source is not None:
        # What the steps had combined was another source.
        changes |= {"source": str(options.source), "parts": ()}
    return replace(steps, asked=replace(steps.asked, **chosen), **changes)


def _line(count: StepCount) -> str:
    words = {"tunes": count.tunes, "changed": count.changed}
    return english(f"preparation.{count.step}", words)


def _data(count: StepCount) -> dict[str, object]:
    name = "held_out" if count.step == "split" else "changed"
    return {"step": count.step, "tunes": count.tunes, name: count.changed}


def _end(corpus: PreparedCorpus, *, as_json: bool) -> str:
    if as_json:
        return json.dumps({"fingerprint": corpus.fingerprint, "characters": len(corpus.training)})
    return english("preparation.fingerprint", {"fingerprint": corpus.fingerprint})
