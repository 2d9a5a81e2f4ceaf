"""`abcstudio check`: what is wrong or doubtful in ABC files."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.errors import AbcStudioError
from abcstudio.messages import english
from abcstudio.recipes.check import check_file

EXAMPLES = """examples:
  abcstudio check mine.abc
  abcstudio check --jsonl *.abc

exit codes: 0 no problems, 1 problems (hints alone do not count), 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "check",
        help="find problems in ABC files",
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
            found = check_file(path)
        except AbcStudioError as error:
            say(english(error.message_id, error.parameters))
            outcome = UNUSABLE
            continue
        for diagnostic in found:
            put(json.dumps(diagnostic.as_data()) if options.jsonl else diagnostic.as_line())
        if any(diagnostic.severity != "hint" for diagnostic in found):
            outcome = max(outcome, FAILED)
    return outcome
