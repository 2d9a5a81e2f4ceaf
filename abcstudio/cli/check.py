"""`abcstudio check`: what is wrong or doubtful in ABC files."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import remarks_on, tell
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.errors import TextFileError
from abcstudio.messages import english
from abcstudio.recipes.check import check_file

EXAMPLES = """examples:
  abcstudio check mine.abc
  abcstudio check --jsonl *.abc

With --jsonl a remark on how a file was read is a line too, without a place.
exit codes: 0 no problems, 1 problems (hints alone do not count), 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "check",
        description="Print problems as FILE:LINE:COLUMN: severity code: sentence.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--jsonl", action="store_true", help="one line of JSON a problem")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check every file, also after one that cannot be used."""
    outcome = DONE
    for path in options.files:
        try:
            if _has_problems(path, as_json=options.jsonl):
                outcome = max(outcome, FAILED)
        except TextFileError as error:
            say(english(error.message_id, error.parameters))
            outcome = UNUSABLE
    return outcome


def _has_problems(path: Path, *, as_json: bool) -> bool:
    """Print what is found in a file as it is found; return whether any of it is no mere hint."""
    has_problems = False
    with ProgressBar("tune") as bar:
        checked = check_file(path, lambda progress: bar.show(progress.done, progress.tunes))
        tell(remarks_on(path, checked), as_json=as_json)
        for found in checked.found:
            put(json.dumps(found.as_data()) if as_json else found.as_line())
            has_problems |= found.severity != "hint"
    return has_problems
