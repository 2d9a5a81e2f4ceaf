"""`abcstudio health`: every problem of tunebooks by kind, and cleaned tunebooks."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.commands.encoding_option import add_encoding, encodings_of
from abcstudio.cli.inputs import remarks_on, tell
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.cli.parser import OutputFile
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.cli.targets import REPLACED, TUNE_ENDINGS
from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.fixes import fixed_at_once, fixes_of_all
from abcstudio.corpus.health.line_differences import line_differences
from abcstudio.corpus.health.problem import HealthProblem
from abcstudio.corpus.health.scan import HealthScanner, ProblemKind, kinds_of
from abcstudio.corpus.sources import SourceReading, read_source
from abcstudio.errors import CorpusError, UnusableInputError
from abcstudio.messages import english
from abcstudio.notation.diagnostics import Severity
from abcstudio.recipes.health.cleaned_file import write_cleaned
from abcstudio.recipes.health.source_health import source_health

ALL = "all"

EXAMPLES = """examples:
  abcstudio health mine.abc
  abcstudio health --jsonl tunes
  abcstudio health --fix repeated-number --fix same-text --out clean.abc mine.abc
  abcstudio health --fix all --diff mine.abc
  abcstudio health --fix all --out clean.abc mine.abc

A file or a folder of files. The file is never changed; --out writes another one, in the same
encoding, in which all that is not fixed stays byte for byte.
exit codes: 0 no problems, 1 problems (hints alone do not count), 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "health",
        description="Print the kinds of problems with their counts, then each with its tune.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    add_encoding(parser)
    parser.add_argument("--fix", action="append", default=[], metavar="KIND",
                        help=f"fix the problems of a kind, or of {ALL} kinds")  # fmt: skip
    parser.add_argument("--out", type=OutputFile(*TUNE_ENDINGS), metavar="FILE",
                        help=f"write the cleaned tunebook; {REPLACED}")  # fmt: skip
    parser.add_argument("--diff", action="store_true",
                        help="print what the fixes change, tune by tune")  # fmt: skip
    parser.add_argument("--counts", action="store_true", help="the kinds only")
    parser.add_argument("--jsonl", action="store_true", help="one line of JSON a problem")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look through every file, also after one that cannot be used."""
    if options.out is not None and len(options.files) > 1:
        raise UnusableInputError("health.one_source")
    outcome = DONE
    with interruptible():
        for path in options.files:
            try:
                outcome = max(outcome, _look_through(path, options))
            except CorpusError as error:
                say(english(error.message_id, error.parameters))
                outcome = UNUSABLE
    return outcome


def _look_through(path: Path, options: argparse.Namespace) -> int:
    reading = read_source(path, allow_stream=True, encodings=encodings_of(options, path))
    if not options.jsonl:
        tell(remarks_on(path, reading), as_json=False)
    scanner, book = HealthScanner(), CleanedBook.of(reading.tunes)
    with ProgressBar("tune", hidden=options.jsonl) as bar:

        def scan(cleaned: CleanedBook) -> tuple[HealthProblem, ...]:
            return source_health(
                path,
                reading,
                cleaned,
                scanner,
                report=lambda progress: bar.show(progress.done, progress.tunes),
            )

        problems = scan(book)
        kinds = kinds_of(problems)
        wanted = _wanted(options.fix, kinds)
        if wanted:
            fixes = fixes_of_all(book, wanted)
            book = book.with_changes(fixes.changes)
            problems = scan(book)
    _print(path, reading, problems, options)
    if options.diff:
        _print_changes(path, book, as_json=options.jsonl)
    if options.out is not None:
        count = write_cleaned(book, path, options.out)
        say(english("health.fixed", {"count": len(book.changed)}))
        say(english("health.written", {"path": options.out, "count": count}))
    return FAILED if any(one.severity != Severity.HINT for one in problems) else DONE


def _wanted(names: list[str], kinds: tuple[ProblemKind, ...]) -> tuple[ProblemKind, ...]:
    """Return the kinds that are to be fixed; with `ALL` not other versions of a tune.

    Raises:
        UnusableInputError: There is no such kind.
    """
    fixable = {kind.kind: kind for kind in kinds if kind.fixable}
    for name in names:
        if name not in (ALL, *fixable) and f"health.{name}" not in _known():
            known = ", ".join(fixable) or "-"
            raise UnusableInputError("health.unknown_kind", kind=name, known=known)
    at_once = fixed_at_once(kinds) if ALL in names else ()
    return tuple(kind for name, kind in fixable.items() if name in names or kind in at_once)


def _known() -> frozenset[str]:
    from abcstudio.health_messages import HEALTH

    return frozenset(HEALTH)


def _print(
    path: Path,
    reading: SourceReading,
    problems: tuple[HealthProblem, ...],
    options: argparse.Namespace,
) -> None:
    if options.jsonl:
        for problem in problems:
            put(json.dumps(_data(path, reading, problem)))
        return
    kinds = kinds_of(problems)
    for kind in kinds:
        name = english(f"health.{kind.kind}")
        count = len(kind.problems)
        put(f"{path}: {english('health.count', {'count': count, 'kind': name})} [{kind.kind}]")
        for problem in () if options.counts else kind.problems:
            put(f"      {_place(reading, problem)}{problem.words}")
    if not kinds:
        put(f"{path}: {english('health.none', {'count': len(reading.tunes)})}")


def _print_changes(path: Path, book: CleanedBook, *, as_json: bool) -> None:
    """Print the changed tunes, each with the lines that go and those that come."""
    for place in book.changed:
        tune, text = book.tunes[place], book.texts[place]
        if as_json:
            data = {"path": str(path), "code": "changed", "tune": tune.number}
            put(json.dumps({**data, "title": tune.title, "before": tune.text, "after": text}))
            continue
        file = f"{tune.file} " if tune.file else ""
        put(f"{path}: {file}{tune.number} {tune.title}".rstrip())
        for line in line_differences(tune.text, text):
            put(f"{line.sign} {line.text}".rstrip())


def _place(reading: SourceReading, problem: HealthProblem) -> str:
    if problem.concerns_file:
        return ""
    tune = reading.tunes[problem.place]
    file = f"{tune.file} " if tune.file else ""
    return f"{file}{tune.number} {tune.title}".rstrip() + ": "


def _data(path: Path, reading: SourceReading, problem: HealthProblem) -> dict[str, object]:
    data: dict[str, object] = {
        "path": str(path),
        "severity": str(problem.severity),
        "code": problem.kind,
        "sentence": str(problem.words),
        "can_fix": problem.can_fix,
    }
    if not problem.concerns_file:
        tune = reading.tunes[problem.place]
        data |= {"tune": tune.number, "title": tune.title}
        data |= {"file": tune.file} if tune.file else {}
    if problem.span is not None:
        data |= {"start": problem.span.start, "end": problem.span.end}
    return data
