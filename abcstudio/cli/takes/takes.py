"""`abcstudio takes`: the takes of the window's history, listed, shown, written into files."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import load_sampling_or_end
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put, say
from abcstudio.cli.takes.choosing import add_choice, choice_of, newer_than, take_number
from abcstudio.cli.targets import NUMBERED, check_folder
from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.provenance import read_provenance
from abcstudio.files import write_beside
from abcstudio.messages import Phrase
from abcstudio.notation.rewriting.tunebook_edits import renumber
from abcstudio.paths import (
    bundled_jury,
    bundled_model,
    bundled_runs,
    models_dir,
    runs_dir,
    takes_dir,
)
from abcstudio.recipes.models import available_models
from abcstudio.recipes.takes.again import made_again, request_of
from abcstudio.recipes.takes.chosen import TakesMeant, chosen_takes, day_of
from abcstudio.recipes.tune_files import prepare_folder

_NOT_KNOWN = "-"


def line_of(take: RememberedTake) -> str:
    """Return a line for people: columns that line up, the title last."""
    facts = take.facts
    right = f"{facts.right}/{facts.measures}" if facts else _NOT_KNOWN
    score = f"{facts.marks.score:.2f}" if facts else _NOT_KNOWN
    form = (facts.form if facts else "") or _NOT_KNOWN
    compass = f"{facts.low}-{facts.high}" if facts and facts.low else _NOT_KNOWN
    kind = " ".join(word for word in (take.tune_key, take.rhythm) if word) or _NOT_KNOWN
    star = "*" if take.is_kept else " "
    return (
        f"{take.number:>6} {day_of(take) or _NOT_KNOWN!s:>10} {star} {right:>7} {score:>4} "
        f"{form:<8} {compass:<6} {kind:<12} {take.title}"
    ).rstrip()


def data_of(take: RememberedTake) -> dict[str, Any]:
    """Return a take as plain data, without its text."""
    day, facts, origin = day_of(take), take.facts, read_provenance(take.text)
    return {
        "take": take.number,
        "key": take.key,
        "day": day and day.isoformat(),
        "made": take.made or None,
        "starred": take.is_kept,
        "title": take.title,
        "tune_key": take.tune_key,
        "rhythm": take.rhythm,
        "measures": take.measures,
        "right_measures": facts and facts.right,
        "counted_measures": facts and facts.measures,
        "form": facts and facts.form,
        "low": facts and facts.low,
        "high": facts and facts.high,
        "newer_than": facts.newer if facts and facts.newer >= 0 else None,
        "guard_stepped_in": None if take.touched < 0 else take.touched,
        "jury": facts and facts.marks.data,
        "path": take.path or None,
        "model": origin and origin.model,
        "rng_seed": origin and origin.sampling.rng_seed,
    }


EXAMPLES = """examples:
  abcstudio takes list --starred                  those with a star, the newest first
  abcstudio takes list --since 7d --sort score    of the last seven days, the best first
  abcstudio takes show 12                         one take as ABC
  abcstudio takes show 12 --again                 compose it again: is it the same, byte for byte?
  abcstudio takes export --starred --out-dir tunes

The history holds the latest 500 takes that the window has composed, and every one with a star.
Each command only reads it, also while the window is open. With --jsonl each take is a line of JSON.
"""


def add_export(actions: Any) -> None:
    """Add the action to the parser of the command."""
    parser = actions.add_parser(
        "export",
        help="write takes into .abc files",
        description="Write each take into a file of its own, or all into one tunebook, with the "
        "lines that say how it was composed.",
    )
    parser.add_argument("numbers", type=take_number, nargs="*", metavar="NUMBER",
                        help="theirs (all that the options leave)")  # fmt: skip
    add_choice(parser)
    parser.add_argument("--out-dir", type=Path, metavar="DIR", required=True,
                        help=f"take-012.abc and so on go here; {NUMBERED}")  # fmt: skip
    parser.add_argument("--book", action="store_true",
                        help="one file, takes.abc, numbered from X:1")  # fmt: skip
    parser.add_argument("--jsonl", action="store_true", help="a line of JSON a file")
    parser.set_defaults(run=run_export)


def run_export(options: argparse.Namespace) -> int:
    """Write takes into files, and print their names."""
    check_folder(options.out_dir)
    takes = chosen_takes(takes_dir(), choice_of(options), bundled_jury(), newer_than)
    if not takes:
        say(Phrase("take.none"))
        return DONE
    folder = options.out_dir
    prepare_folder(folder)
    if options.book:
        path = write_beside(folder, "takes", ".abc", _bytes(_book(takes)))
        numbers = [take.number for take in takes]
        put(json.dumps({"path": str(path), "takes": numbers}) if options.jsonl else path)
        return DONE
    for take in takes:
        path = write_beside(folder, f"take-{take.number:03}", ".abc", _bytes(take.text))
        put(json.dumps({**data_of(take), "path": str(path)}) if options.jsonl else path)
    return DONE


def _book(takes: list[RememberedTake]) -> str:
    """Return the takes as one tunebook, its tunes numbered from 1."""
    return renumber("\n".join(take.text.rstrip("\n") + "\n" for take in takes))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "takes",
        description="The takes of the window's history.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser(
        "list",
        help="a line a take: number, day, star, right measures, score, form, range, kind, title",
        description="Print a line a take: its number, its day, a star where it has one, how many "
        "of its measures are right, the jury's score, its form, its range, its kind and its title.",
    )
    add_choice(listing)
    listing.add_argument("--jsonl", action="store_true", help="a line of JSON a take")
    listing.set_defaults(run=run_list)
    showing = actions.add_parser(
        "show",
        help="print takes as ABC",
        description="Print takes as ABC, with the lines that say how each was composed.",
    )
    showing.add_argument("numbers", type=take_number, nargs="+", metavar="NUMBER")
    showing.add_argument("--again", action="store_true",
                         help="compose them again; exit with 1 where one differs")  # fmt: skip
    showing.add_argument("--jsonl", action="store_true", help="a line of JSON a take")
    showing.set_defaults(run=run_show)
    add_export(actions)


def run_list(options: argparse.Namespace) -> int:
    """Print a line a take."""
    takes = chosen_takes(takes_dir(), choice_of(options), bundled_jury(), newer_than)
    if not takes:
        say(Phrase("take.none"))
    for take in takes:
        put(json.dumps(data_of(take)) if options.jsonl else line_of(take))
    return DONE


def run_show(options: argparse.Namespace) -> int:
    """Print takes as ABC, or compose them again."""
    choice = TakesMeant(numbers=tuple(options.numbers))
    takes = chosen_takes(takes_dir(), choice, bundled_jury())
    if options.again:
        return _compose_again(takes, as_json=options.jsonl)
    for take in takes:
        put(json.dumps({**data_of(take), "text": take.text}) if options.jsonl else take.text)
    return DONE


def _compose_again(takes: list[RememberedTake], *, as_json: bool) -> int:
    models = available_models(bundled_model(), runs_dir(), models_dir())
    requests = [
        request_of(take, models, known_runs=bundled_runs(), jury=bundled_jury()) for take in takes
    ]
    load_sampling_or_end()
    are_same = True
    with interruptible():
        for take, request in zip(takes, requests, strict=True):
            text = made_again(take, request)
            is_same = text == take.text
            are_same = are_same and is_same
            if as_json:
                put(json.dumps({"take": take.number, "same": is_same, "text": text}))
            else:
                put(text)
            if not is_same:
                say(Phrase("take.not_the_same", {"number": take.number}))
    return DONE if are_same else FAILED
