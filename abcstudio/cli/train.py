"""`abcstudio train`: a training run, from tunes or from where another run ended."""

import argparse
import json
import sys
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from abcstudio.cli.commands.encoding_option import add_encoding, encodings_of, given_text
from abcstudio.cli.commands.logs_option import add_logs, chosen_logs
from abcstudio.cli.inputs import add_device, check_device, load_torch_or_end, remarks_on, tell
from abcstudio.cli.interruption import ends_at_once, interruptible
from abcstudio.cli.numbers import (
    MAX_SECONDS,
    MAX_THREADS,
    number_between,
    value_of,
    whole_number_between,
)
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put, say
from abcstudio.cli.targets import REFUSED
from abcstudio.cli.train_end import print_end, print_stop
from abcstudio.corpus.given_text import GivenText
from abcstudio.corpus.sources import SourceReading, read_source
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CancelledError, TrainingInputError
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import has_stray_rank, own_rank
from abcstudio.learning.loading import load_optimizers
from abcstudio.learning.milestones.plan import LAST_STEP, MOST_STEPS, chosen_steps
from abcstudio.learning.presets import PRESETS
from abcstudio.messages import Phrase
from abcstudio.paths import bundled_newness, bundled_sound_font, bundled_tunebook, runs_dir
from abcstudio.recipes.models import model_file
from abcstudio.recipes.train import TrainingReport, TrainRequest, train
from abcstudio.runs.run_folder import free_run_folder

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

_NOWHERE, _USUAL = "none", "auto"


def add_milestones(parser: argparse.ArgumentParser) -> None:
    """Add the option to a command."""
    parser.add_argument(
        "--milestones", type=_steps, metavar="STEPS",
        help="keep the network at these steps (10,100,1000) and compose the same takes from each; "
        "auto: 10, 20, 50, 100 and so on; none: nowhere",
    )  # fmt: skip


def _steps(text: str) -> tuple[int, ...] | None:
    if text in (_NOWHERE, _USUAL):
        return () if text == _NOWHERE else None
    try:
        return chosen_steps([int(number) for number in text.split(",")])
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is neither auto nor none, nor up to {MOST_STEPS} steps between 1 and "
            f"{LAST_STEP} with commas between them, such as 10,100,1000"
        ) from None


EXAMPLES = """examples:
  abcstudio train --preset quick                         on the tunes in the box, into a new run
  abcstudio train --corpus mine.abc --preset studio --seconds 300 --out my-run
  abcstudio train --corpus a.abc --validation b.abc --set hidden_size=512 --set batch_size=32
  abcstudio train --resume my-run --steps 5000
  abcstudio train --resume my-run --set learning_rate=0.001     after it stopped on its own
  torchrun --nproc-per-node 2 -m abcstudio train --preset studio --out my-run
  abcstudio train --from my-run --corpus polkas.abc --seconds 120 --out polkas
  abcstudio train --preset quick --log tensorboard       then: tensorboard --logdir RUNS
"""


# Of a run that ends after some time: its number of steps is not known.
_TIME = "{percentage:3.0f}%|{bar}| {n:.0f}/{total:.0f} s{postfix}"


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "train",
        description="Train a character network on tunes. Ctrl+C stops it; --resume goes on.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_tunes(parser)
    _add_network(parser)
    _add_limits(parser)
    _add_run_folder(parser)
    add_milestones(parser)
    add_logs(parser)
    parser.add_argument("--jsonl", action="store_true", help="one line of JSON an evaluation")
    parser.set_defaults(run=run)


def _add_tunes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--corpus", type=Path, metavar="FILE", help="tunes; those in the box if none"
    )
    parser.add_argument(
        "--validation",
        type=Path,
        metavar="FILE",
        help="held-out tunes; else a share by tune family",
    )
    add_encoding(parser)


def _add_network(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--preset", choices=sorted(PRESETS), default="studio")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="change one hyper-parameter",
    )


def _add_limits(parser: argparse.ArgumentParser) -> None:
    """Add how long to train, and on what."""
    parser.add_argument("--steps", type=value_of("steps"), help="optimizer updates")
    parser.add_argument(
        "--seconds",
        type=number_between(0.1, MAX_SECONDS),
        help="training time in all, also with --resume from the run's start; "
        "it also sets the schedule",
    )
    add_device(parser, "auto")
    parser.add_argument(
        "--threads",
        type=whole_number_between(0, MAX_THREADS),
        default=0,
        help="processor threads; 0 chooses",
    )


def _add_run_folder(parser: argparse.ArgumentParser) -> None:
    """Add where the run is kept, and what it begins with."""
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help=f"the run's folder (a new one); {REFUSED}"
    )
    parser.add_argument("--resume", type=Path, metavar="DIR", help="go on with a run")
    parser.add_argument(
        "--from",
        dest="start_from",
        type=Path,
        metavar="MODEL",
        help="begin with the weights of a model or a run; its sizes stay, new characters are added",
    )


def run(options: argparse.Namespace) -> int:
    """Train and print what was reached."""
    check_device(options.device)
    if has_stray_rank():
        say(Phrase("training.stray_rank"))
    progress = _Progress(options.jsonl)
    try:
        with ends_at_once():
            request = _request(options)
        load_torch_or_end()
        with ends_at_once():
            load_optimizers()
        with interruptible(saves=True):
            result = train(request, progress.show)
    except (CancelledError, KeyboardInterrupt):
        if not own_rank():
            print_stop(progress.run_dir or options.resume, as_json=options.jsonl)
        raise
    finally:
        progress.close()
    if not own_rank():
        for remark in result.remarks:
            say(remark)
        was_over = bool(options.resume) and not progress.has_learned
        print_end(result, was_over=was_over, as_json=options.jsonl)
    return DONE


def _request(options: argparse.Namespace) -> TrainRequest:
    # A run without a folder of its own is called what its new folder will be called.
    folder = options.out or free_run_folder(runs_dir(), options.preset).path
    common: dict[str, Any] = {
        "config": _config(options),
        "device": options.device,
        "name": folder.name,
        "folder": options.out,
        "runs": runs_dir(),
        "steps": options.steps,
        "seconds": options.seconds,
        "resume_from": options.resume,
        "start_from": options.start_from and model_file(options.start_from),
        "threads": options.threads,
        "milestones": options.milestones,
        "scale": bundled_newness(),
        "logs": chosen_logs(options),
        "sound_font": bundled_sound_font(),
    }
    if options.resume:
        if options.corpus or options.validation or options.encoding or options.start_from:
            raise TrainingInputError("training.own_tunes")
        return TrainRequest(**common, changes=dict(_assignments(options)))
    if options.corpus and options.validation:
        # Both files given: the text is taken exactly as it stands.
        training, held_out = (
            given_text(options, path) for path in (options.corpus, options.validation)
        )
        _tell(options, options.corpus, training)
        _tell(options, options.validation, held_out)
        return TrainRequest(
            training_text=training.text,
            validation_text=held_out.text,
            corpus_name=options.corpus.name,
            **common,
        )
    corpus = options.corpus or bundled_tunebook()
    tunes = _tunes(options, corpus)
    held_out_tunes = _tunes(options, options.validation) if options.validation else ()
    return TrainRequest(
        tunes=tunes, validation_tunes=held_out_tunes, corpus_name=corpus.name, **common
    )


def _tunes(options: argparse.Namespace, path: Path) -> tuple[Tune, ...]:
    reading = read_source(path, allow_stream=True, encodings=encodings_of(options, path))
    _tell(options, path, reading)
    return reading.tunes


def _tell(options: argparse.Namespace, path: Path, read: SourceReading | GivenText) -> None:
    """Say how tunes were read, once where several processes train together."""
    if not own_rank():
        tell(remarks_on(path, read), as_json=options.jsonl)


def _config(options: argparse.Namespace) -> TrainingConfig:
    config = PRESETS[options.preset]
    for name, value in _assignments(options):
        config = config.with_value(name, value)
    return config


def _assignments(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    for assignment in options.set:
        name, sign, value = assignment.partition("=")
        if not sign:
            raise TrainingInputError("training.no_value", name=name)
        if not name.strip():
            raise TrainingInputError("training.no_name", text=assignment)
        yield name.strip(), value


class _Progress:
    """Shows reports: a bar for people, or a line of JSON an evaluation."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._bar: Any = None
        self._is_paused = False
        self.has_learned = False
        self._last: TrainingReport | None = None

    def show(self, report: TrainingReport) -> None:
        step = report.progress
        if step.paused is not None and not self._is_paused:
            tqdm.write(str(step.paused), file=sys.stderr)
        for remark in report.remarks:
            tqdm.write(str(remark), file=sys.stderr)
        self._is_paused = step.paused is not None
        self._last = report
        self.has_learned = self.has_learned or bool(step.losses)
        if self._is_paused:
            return
        if self._as_json:
            self._print_evaluation(step)
            return
        self._show_progress(step, report.seconds)
        if step.val_loss is not None:
            put(f"step {step.step}: validation loss {step.val_loss:.4f}")

    def _show_progress(self, step: "StepReport", seconds: float | None) -> None:
        """Show the steps of all, or the time where that ends the run."""
        facts = {"loss": f"{step.smoothed_loss:.3f}"}
        done: float = step.step
        if seconds is not None:
            facts = {"step": f"{step.step}", **facts}
            done = min(round(step.train_seconds, 1), seconds)
        if self._bar is None:
            of_time = {"total": seconds, "bar_format": _TIME}
            of_steps = {"total": step.steps, "unit": "step"}
            hidden = not sys.stderr.isatty()
            kind = of_steps if seconds is None else of_time
            self._bar = tqdm(**kind, initial=done, file=sys.stderr, disable=hidden)
        self._bar.set_postfix(facts, refresh=False)
        self._bar.update(done - self._bar.n)

    @property
    def run_dir(self) -> Path | None:
        """The run's folder, None before its first report."""
        return None if self._last is None else self._last.run_dir

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()

    def _print_evaluation(self, step: "StepReport") -> None:
        if step.sample is None:
            return
        line = {
            "step": step.step,
            "train_loss": round(step.smoothed_loss, 4) if isfinite(step.smoothed_loss) else None,
            "val_loss": None if step.val_loss is None else round(step.val_loss, 4),
            "train_seconds": round(step.train_seconds, 2),
            "chars_per_second": round(step.chars_per_second),
        }
        if step.copied_share is not None:
            line["copied_share"] = round(step.copied_share, 4)
        put(json.dumps(line))
