"""`abcstudio check`: what is wrong or doubtful in ABC files."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import remarks_on, tell
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.errors import AbcStudioError
from abcstudio.messages import english
from abcstudio.recipes.check import CheckedFile, check_file

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
            checked = _checked(path)
        except AbcStudioError as error:
            say(english(error.message_id, error.parameters))
            outcome = UNUSABLE
            continue
        tell(remarks_on(path, checked), as_json=options.jsonl)
        for diagnostic in checked.found:
            put(json.dumps(diagnostic.as_data()) if options.jsonl else diagnostic.as_line())
        if any(diagnostic.severity != "hint" for diagnostic in checked.found):
            outcome = max(outcome, FAILED)
    return outcome


def _checked(path: Path) -> CheckedFile:
    with ProgressBar("tune") as bar:
        return check_file(path, lambda progress: bar.show(progress.done, progress.tunes))
