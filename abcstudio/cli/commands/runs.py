"""`abcstudio runs`: the training runs, listed, shown, compared, exported, deleted."""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put, say
from abcstudio.cli.parser import OutputFile
from abcstudio.cli.targets import REPLACED
from abcstudio.errors import RunsError
from abcstudio.files import atomic_write
from abcstudio.messages import Phrase
from abcstudio.paths import runs_dir
from abcstudio.recipes.comparing.run_data import comparison, run_data, runs_csv, runs_jsonl
from abcstudio.recipes.comparing.run_filter import run_filter
from abcstudio.runs.deleted import delete_run
from abcstudio.runs.history import RunSummary, find_runs, run_summary
from abcstudio.runs.run_folder import RunFolder

EXAMPLES = """examples:
  abcstudio runs list                             a line a run, the newest first
  abcstudio runs list --filter "is:starred loss:<1.2 hidden_size:512" --sort loss
  abcstudio runs show quick                       all that is known of one, and its curve
  abcstudio runs compare widths-001 widths-002    in what they differ, and which is the best
  abcstudio runs export --out runs.csv            a table; .jsonl for lines of JSON
  abcstudio runs delete quick-2                   it can be brought back in the window for a week

A run is named by its folder or by the name of its folder; --folder names another folder of runs, or
that of a sweep. With --jsonl each run is a line of JSON.
exit codes: 0 done, 1 no run passes the filter, 2 a run or a file cannot be used
"""

_SORTS: dict[str, Callable[[RunSummary], Any]] = {
    "date": lambda run: run.created,
    "loss": lambda run: (run.best_val_loss is None, run.best_val_loss or 0.0),
    "music": lambda run: -(run.right_measures if run.right_measures is not None else -1.0),
    "name": lambda run: run.name.casefold(),
}


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "runs",
        description="The training runs, those of sweeps included.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = _action(actions, "list", "a line a run", run_list)
    _add_choice(listing)
    listing.add_argument("--jsonl", action="store_true", help="a line of JSON a run")
    showing = _action(actions, "show", "all that is known of a run, as JSON", run_show)
    comparing = _action(actions, "compare", "in what runs differ, as JSON", run_compare)
    deleting = _action(actions, "delete", "move runs out of the list", run_delete)
    for action in (showing, comparing, deleting):
        action.add_argument("runs", nargs="+", metavar="RUN")
    exporting = _action(actions, "export", "write a table of runs", run_export)
    _add_choice(exporting)
    exporting.add_argument(
        "--out",
        type=OutputFile(".csv", ".jsonl"),
        required=True,
        metavar="FILE",
        help=f".csv or .jsonl; {REPLACED}",
    )


def run_list(options: argparse.Namespace) -> int:
    """Print a line a run."""
    runs = _chosen(options)
    for run in runs:
        put(json.dumps(run_data(run)) if options.jsonl else _line(run))
    return _told(runs)


def run_show(options: argparse.Namespace) -> int:
    """Print all that is known of runs, each with its evaluations."""
    for run in _named(options):
        rows = RunFolder(run.folder).metrics()
        evaluations = [row for row in rows if row.get("val_loss") is not None]
        put(json.dumps({**run_data(run), "evaluations": evaluations}))
    return DONE


def run_compare(options: argparse.Namespace) -> int:
    """Print each run, then in what they differ."""
    runs = _named(options)
    for run in runs:
        put(json.dumps(run_data(run)))
    put(json.dumps(comparison(runs)))
    return DONE


def run_export(options: argparse.Namespace) -> int:
    """Write a table of the runs."""
    runs = _chosen(options)
    if not runs:
        return _told(runs)
    write = runs_jsonl if options.out.suffix.lower() == ".jsonl" else runs_csv
    atomic_write(options.out, write(runs).encode("utf-8", "backslashreplace"))
    put(options.out)
    return DONE


def run_delete(options: argparse.Namespace) -> int:
    """Move runs out of the list, and print where they lie for a week."""
    for run in _named(options):
        put(delete_run(run.folder).kept)
    return DONE


def _action(
    actions: Any, name: str, words: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(name, help=words, description=words)
    parser.add_argument("--folder", type=Path, metavar="DIR", help="a folder of runs (your own)")
    parser.set_defaults(run=run)
    return parser


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--filter", default="", metavar="WORDS",
                        help="words, tag:, is:starred, loss:<1.2, hidden_size:512")  # fmt: skip
    parser.add_argument("--sort", choices=[*_SORTS], default="date")


def _chosen(options: argparse.Namespace) -> list[RunSummary]:
    passes = run_filter(options.filter)
    runs = [run for run in find_runs(_folder(options)).runs if passes(run)]
    return sorted(runs, key=_SORTS[options.sort], reverse=options.sort == "date")


def _folder(options: argparse.Namespace) -> Path:
    if options.folder is None:
        return runs_dir()
    if not options.folder.is_dir():
        raise RunsError("runs.no_folder", path=options.folder)
    return Path(options.folder)


def _named(options: argparse.Namespace) -> list[RunSummary]:
    """Return runs by the names of their folders, or by their paths."""
    there = {run.folder.name: run for run in find_runs(_folder(options)).runs}
    found = []
    for name in options.runs:
        run = there.get(name) or run_summary(Path(name))
        if run is None:
            raise RunsError("runs.unknown", name=name, path=_folder(options))
        found.append(run)
    return found


def _told(runs: Sequence[RunSummary]) -> int:
    if not runs:
        say(Phrase("runs.none"))
    return DONE if runs else FAILED


def _line(run: RunSummary) -> str:
    loss = "-" if run.best_val_loss is None else f"{run.best_val_loss:.4f}"
    right, new = (
        "-" if n is None else f"{100 * n:.0f} %" for n in (run.right_measures, run.newness)
    )
    star = "*" if run.marks.starred else " "
    tags = f" [{', '.join(run.marks.tags)}]" if run.marks.tags else ""
    step = f"{run.step}/{run.steps}"
    date = run.created[:16].replace("T", " ")
    figures = f"{star} {loss:>7} {right:>5} {new:>5} {step:>12} {run.state:<9} {date}"
    return f"{figures}  {run.folder.name}: {run.name}{tags}"
