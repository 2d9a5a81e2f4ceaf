"""`abcstudio report`: the report of a student's work as a file."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from abcstudio.cli.interruption import interruptible
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put, say
from abcstudio.cli.parser import OutputFile
from abcstudio.cli.targets import REPLACED
from abcstudio.errors import ReportError
from abcstudio.files import read_text_file
from abcstudio.messages import english
from abcstudio.own_files import pass_over
from abcstudio.paths import report_dir, report_places
from abcstudio.recipes.reports.report import write_report
from abcstudio.recipes.reports.report_request import FORMATS, ReportRequest
from abcstudio.reports.own_words import BOXES, LANGUAGES, OwnWords, read_own_words

DESCRIPTION = """Write the report of the laboratory work: the answers to lessons that are passed,
with their pictures, data, model, hyper-parameters, loss curve, tunes with scores, and the runs
beside each other. The words that only a person can say (aim, analysis, quality, effort) are those
of Learn > Report in the window, or files that are named here; a box that is empty is listed and
stays empty."""

EXAMPLES = """examples:
  abcstudio report report.docx --language uk         of the newest runs
  abcstudio report report.pdf --runs base slow fast  of these; base is told in full
  abcstudio report work.zip --analysis my-words.txt  with tunes, WAV files, logs and answers

The file's ending says what it becomes: .docx, .pdf, .html or .zip.
exit codes: 0 written, also with empty boxes (named), 2 a run or a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "report",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("target", type=OutputFile(*FORMATS), metavar="FILE", help=REPLACED)
    parser.add_argument(
        "--language", choices=LANGUAGES, help="(that of the window's form, else en)"
    )
    parser.add_argument("--runs", nargs="+", default=[], metavar="NAME",
                        help="folders of runs; the first is told in full (the newest)")  # fmt: skip
    parser.add_argument("--author", metavar="NAME", help="whose report it is")
    parser.add_argument("--group", metavar="NAME", help="their group")
    for box in BOXES:
        parser.add_argument(
            f"--{box}", type=Path, metavar="TEXT", help=f"a text file: {_HELP[box]}"
        )
    parser.add_argument("--with-hints", action="store_true",
                        help="append how often lessons were checked, and hints")  # fmt: skip
    parser.add_argument("--without-checking", action="store_true",
                        help="run no answer again that was changed since")  # fmt: skip
    parser.set_defaults(run=run)


_MOST_BYTES = 1_000_000
"""What a text of one's own may have: some hundred pages."""

_HELP = {
    "aim": "what you wanted to find out",
    "analysis": "what the training did",
    "quality": "how the tunes sound",
    "effort": "a model of one's own beside ready-made ones",
}


def run(options: argparse.Namespace) -> int:
    """Write the report, print its name, and say what is empty."""
    request = ReportRequest(
        words=_words(options),
        target=options.target,
        checks_answers=not options.without_checking,
    )
    with interruptible():
        result = write_report(request, report_places(), say)
    put(result.path)
    for title in result.empty:
        say(english("report.empty_box", {"title": title}))
    return DONE


def _words(options: argparse.Namespace) -> OwnWords:
    """Return what the window's form holds, with what is given here in its place."""
    words = read_own_words(report_dir(), pass_over)
    given: dict[str, Any] = {
        name: _text(path) for name in BOXES if (path := getattr(options, name)) is not None
    }
    for name in ("author", "group", "language"):
        if getattr(options, name) is not None:
            given[name] = getattr(options, name)
    if options.runs:
        given["runs"] = tuple(options.runs)
    if options.with_hints:
        given["tells_hints"] = True
    return replace(words, **given)


def _text(path: Path) -> str:
    text = read_text_file(path, _MOST_BYTES).text
    if not text.strip() or "\0" in text:
        raise ReportError("report.no_words", path=path)
    return text
