"""`abcstudio takes export`: takes of the history as files."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put, say
from abcstudio.cli.takes.choosing import add_choice, choice_of, newer_than, take_number
from abcstudio.cli.takes.words import data_of
from abcstudio.cli.targets import NUMBERED, check_folder
from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.files import write_beside
from abcstudio.messages import Phrase
from abcstudio.notation.rewriting.tunebook_edits import renumber
from abcstudio.paths import bundled_jury, takes_dir
from abcstudio.recipes.takes.chosen import chosen_takes
from abcstudio.recipes.tune_files import prepare_folder


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
