"""`abcstudio sweep`: one network in several variants, a training run each."""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from abcstudio.cli.commands.encoding_option import add_encoding, encodings_of, given_text
from abcstudio.cli.commands.logs_option import add_logs, chosen_logs
from abcstudio.cli.inputs import add_device, check_device, load_torch_or_end, remarks_on, tell
from abcstudio.cli.interruption import ends_at_once, interruptible
from abcstudio.cli.numbers import MAX_THREADS, whole_number_between
from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put, say
from abcstudio.cli.targets import REFUSED
from abcstudio.corpus.given_text import GivenText
from abcstudio.corpus.sources import SourceReading, read_source
from abcstudio.errors import SweepError, TrainingInputError
from abcstudio.learning.loading import load_optimizers
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import bundled_newness, bundled_sound_font, bundled_tunebook, runs_dir
from abcstudio.recipes.preparing.training_texts import TrainingTexts
from abcstudio.recipes.sweeps.grid import SweepPlan, grid, listed, typed_values
from abcstudio.recipes.sweeps.lasting import measure_sweep
from abcstudio.recipes.sweeps.making import SweepRequest, make_sweep
from abcstudio.recipes.sweeps.outcome import sweep_outcome
from abcstudio.recipes.sweeps.running import SweepReport, run_sweep
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.runs.sweeps.sweep_folder import SweepFolder

DESCRIPTION = """Train one network in several variants, one after another, and say what came of
them. Ctrl+C stops it, and --resume goes on: no variant is trained twice, and none is lost."""

EXAMPLES = """examples:
  abcstudio sweep --set hidden_size=256,512,1024 --set learning_rate=1e-3,5e-3 --out widths
  abcstudio sweep --preset lab --set steps=500 --set seq_len=100,200 --out lengths
  abcstudio sweep --cell "hidden_size=256 learning_rate=5e-3" --cell hidden_size=1024 --out two
  abcstudio sweep --resume widths                   after Ctrl+C, or a crash
  abcstudio sweep --set hidden_size=256,512 --measure   how long it would take

Each line of the output is JSON: a variant that begins, an evaluation, a variant that ended; at the
end the table with the means of each value, and a paragraph to begin an analysis with.
exit codes: 0 all variants are done, 1 some could not be trained, 2 unusable arguments,
130 interrupted
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "sweep",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_cells(parser)
    parser.add_argument(
        "--corpus", type=Path, metavar="FILE", help="tunes; those in the box if none"
    )
    parser.add_argument("--validation", type=Path, metavar="FILE",
                        help="held-out tunes; else a share by tune family")  # fmt: skip
    add_encoding(parser)
    add_device(parser, None)
    parser.add_argument("--threads", type=whole_number_between(0, MAX_THREADS),
                        help="processor threads; 0 chooses")  # fmt: skip
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help=f"the sweep's folder (a new one); {REFUSED}"
    )
    parser.add_argument("--resume", type=Path, metavar="DIR", help="go on with a sweep")
    parser.add_argument("--retry", action="store_true",
                        help="with --resume: also train again what failed")  # fmt: skip
    parser.add_argument("--measure", action="store_true",
                        help="train nothing; say how long it would take")  # fmt: skip
    add_logs(parser)
    parser.set_defaults(run=run)


def _add_cells(parser: argparse.ArgumentParser) -> None:
    """Add what the variants are."""
    parser.add_argument("--preset", choices=sorted(PRESETS))
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE,VALUE",
        help="one value for all variants, or several: every combination is a variant",
    )
    parser.add_argument(
        "--cell",
        action="append",
        default=[],
        metavar="NAME=VALUE ...",
        help="one variant; again for the next",
    )


def run(options: argparse.Namespace) -> int:
    """Train the variants, print what happens, and at the end what came of them."""
    logs = chosen_logs(options)
    if options.resume:
        sweep = _sweep_again(options)
        load_torch_or_end()
    else:
        check_device(options.device or "auto")
        plan = _plan(options)
        if options.measure:
            return _measure(options, plan)
        with ends_at_once():
            request = _request(options, plan)
        load_torch_or_end()
        with interruptible(saves=True):
            sweep = make_sweep(request)
    _put("sweep", {"path": str(sweep.path)})
    with ends_at_once():
        load_optimizers()
    printer = _Printer(sweep)
    with interruptible(saves=True):
        cells = run_sweep(
            sweep, printer.show, bundled_newness(), logs=logs, sound_font=bundled_sound_font()
        )
    _print_outcome(sweep)
    failed = any(cell.state is CellState.FAILED for cell in cells)
    return FAILED if failed else DONE


def _sweep_again(options: argparse.Namespace) -> SweepFolder:
    given = (
        "set",
        "cell",
        "preset",
        "corpus",
        "validation",
        "encoding",
        "device",
        "threads",
        "out",
    )
    sweep = SweepFolder(options.resume)
    sweep.facts()
    named = [f"--{name}" for name in given if getattr(options, name)]
    if named:
        raise SweepError("sweep.own_settings", names=", ".join(named))
    if options.retry:
        sweep.cells.retry_failed()
    return sweep


def _plan(options: argparse.Namespace) -> SweepPlan:
    config = PRESETS[options.preset or "studio"]
    values = dict(_assignment(text) for text in options.set)
    if not options.cell:
        return grid(config, {name: typed_values(text, name) for name, text in values.items()})
    for name, text in values.items():
        config = config.with_value(name, text)
    return listed(config, [dict(map(_assignment, cell.split())) for cell in options.cell])


def _assignment(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not value.strip(", "):
        raise TrainingInputError("training.no_value", name=name)
    if not name.strip():
        raise TrainingInputError("training.no_name", text=text)
    return name.strip(), value


def _request(options: argparse.Namespace, plan: SweepPlan) -> SweepRequest:
    common: dict[str, Any] = {
        "plan": plan,
        "folder": options.out,
        "runs": runs_dir(),
        "device": options.device or "auto",
        "threads": options.threads or 0,
        "logs": chosen_logs(options) or (),
    }
    if options.corpus and options.validation:
        # Both files given: the text is taken exactly as it stands.
        training, held_out = (
            given_text(options, path) for path in (options.corpus, options.validation)
        )
        _tell(options.corpus, training)
        _tell(options.validation, held_out)
        texts = TrainingTexts(training.text, held_out.text)
        return SweepRequest(texts=texts, corpus_name=options.corpus.name, **common)
    corpus = options.corpus or bundled_tunebook()
    reading = read_source(corpus, allow_stream=True, encodings=encodings_of(options, corpus))
    _tell(corpus, reading)
    held_out_tunes: Sequence[Any] = ()
    if options.validation:
        path = options.validation
        read = read_source(path, allow_stream=True, encodings=encodings_of(options, path))
        _tell(options.validation, read)
        held_out_tunes = read.tunes
    return SweepRequest(
        tunes=reading.tunes, held_out=held_out_tunes, corpus_name=corpus.name, **common
    )


def _tell(path: Path, read: SourceReading | GivenText) -> None:
    tell(remarks_on(path, read), as_json=False)


def _measure(options: argparse.Namespace, plan: SweepPlan) -> int:
    load_torch_or_end()
    with interruptible():
        length = measure_sweep(
            plan, options.device or "auto", options.threads or 0, lambda _length: None
        )
    for cell, seconds in zip(plan.cells, length.cells, strict=True):
        _put("cell", {"values": dict(cell), "seconds": round(seconds or 0.0, 1)})
    _put("sweep", {"cells": len(plan.cells), "seconds": round(length.seconds or 0.0, 1)})
    return DONE


def _put(event: str, facts: Mapping[str, Any]) -> None:
    put(json.dumps({"event": event, **facts}))


class _Printer:
    """Prints what happens, and on a terminal how far the variant under way is."""

    def __init__(self, sweep: SweepFolder) -> None:
        self._sweep = sweep
        self._is_paused = False

    def show(self, report: SweepReport) -> None:
        for remark in report.remarks:
            say(remark)
        facts = {"cell": report.cell.number, "values": dict(report.cell.values)}
        if report.training is None:
            state = report.cell.state
            name = "begun" if state is CellState.RUNNING else state.value
            run = self._sweep.run_of(report.cell).path
            _put(name, {**facts, "ended": report.ended, "of": len(report.cells), "run": str(run)})
            return
        step = report.training.progress
        if step.paused is not None and not self._is_paused:
            say(step.paused)
        self._is_paused = step.paused is not None
        if step.sample is not None:
            _put("evaluation", {**facts, "step": step.step, "val_loss": step.val_loss})


def _print_outcome(sweep: SweepFolder) -> None:
    outcome = sweep_outcome(sweep)
    for row in outcome.rows:
        _put("row", row.as_data())
    for effect in outcome.effects:
        _put("effect", effect.as_data())
    _put("analysis", {"text": " ".join(map(str, outcome.paragraph))})
