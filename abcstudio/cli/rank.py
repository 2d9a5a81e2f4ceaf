"""`abcstudio rank`: tunes in the order of how good they are, by six criteria."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import remarks_on, tell
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import whole_number_between
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.composing.jury.criteria import CRITERIA, spoken
from abcstudio.composing.jury.jury import TYPICAL, Jury
from abcstudio.composing.jury.ranking import KnownNames, RankedTune, rank
from abcstudio.corpus.source_reading.source_files import tunebook_files
from abcstudio.errors import CorpusError
from abcstudio.messages import english
from abcstudio.paths import bundled_jury, bundled_tunebook
from abcstudio.recipes.export_run import read_sources

MAX_BEST = 1_000_000

DESCRIPTION = """Print tunes, the best first. Six numbers say how typical each is of real tunes: its
originality (how little it takes from the tunebook in the box; "plagiarism" in JSON), rhythm, mode,
range, structure and melody.
A number is the share of real tunes that are odder: real tunes lie evenly between 0 and 1, and below
0.1 a tune is odd. The first number, the score, says how likely the jury finds it that the tune is a
real one, and no take of a network, no copy and no tune made worse. It says nothing of beauty."""

EXAMPLES = """examples:
  abcstudio rank takes/*.abc
  abcstudio rank --best 3 --explain takes
  abcstudio rank --jsonl mine.abc

A file or a folder of files. With --jsonl a remark on how a file was read is a line too.
exit codes: 0 done, 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "rank",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--best", type=whole_number_between(1, MAX_BEST), metavar="N",
                        help="only so many (all)")  # fmt: skip
    parser.add_argument("--explain", action="store_true", help="a sentence for each number")
    parser.add_argument("--jsonl", action="store_true", help="one line of JSON a tune")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Rank the tunes of every file, also after one that cannot be used."""
    refused: list[CorpusError] = []
    jury = Jury.load(bundled_jury())
    with interruptible():
        books, _ = read_sources(
            _files(options.files, refused),
            refused.append,
            lambda path, reading: tell(remarks_on(path, reading), as_json=options.jsonl),
        )
        for error in refused:
            say(english(error.message_id, error.parameters))
        tunes = [(book.path, tune) for book in books for tune in book.tunes]
        with ProgressBar("tune", hidden=options.jsonl) as bar:
            ranked = rank(tunes, jury, KnownNames(bundled_tunebook()), bar.show)
    _show(ranked[: options.best], options)
    return UNUSABLE if refused else DONE


def _files(paths: Sequence[Path], refused: list[CorpusError]) -> Iterator[Path]:
    """Yield files, those of a folder one by one, so that each tune is named by its file."""
    for path in paths:
        try:
            found = tunebook_files(path)
        except CorpusError as error:
            refused.append(error)
            continue
        if not found:
            refused.append(CorpusError("corpus.no_tunes", path=path))
        yield from found


def _show(ranked: tuple[RankedTune, ...], options: argparse.Namespace) -> None:
    if not options.jsonl and ranked:
        put(" ".join(["score", *(f"{spoken(name):>11}" for name in CRITERIA), " tune"]))
    for place, one in enumerate(ranked, start=1):
        if options.jsonl:
            put(json.dumps({"rank": place, **_data(one)}))
            continue
        put(_line(one))
        if options.explain:
            for name, sentence in one.verdict.sentences.items():
                put(f"      {spoken(name)}: {sentence}")


def _line(one: RankedTune) -> str:
    """Return a tune's numbers with a star beside each odd one, its place and its title."""
    numbers = [
        f"{value:>10.2f}{'*' if value < TYPICAL else ' '}" for value in one.verdict.values.values()
    ]
    where = f"{one.path}:{one.tune.number}"
    return " ".join([f"{one.verdict.score:5.2f}", *numbers, where, one.tune.title]).rstrip()


def _data(one: RankedTune) -> dict[str, object]:
    verdict = one.verdict
    return {
        "path": str(one.path),
        "tune": one.tune.number,
        "title": one.tune.title,
        "score": round(verdict.score, 4),
        **{
            name: {"value": value, "sentence": str(verdict.sentences[name])}
            for name, value in verdict.values.items()
        },
    }
