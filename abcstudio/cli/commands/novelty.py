"""`abcstudio novelty`: how new tunes are beside those of the tunebook in the box."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.cli.inputs import remarks_on, tell
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import whole_number_between
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CorpusError
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_newness, bundled_tunebook, melodies_file
from abcstudio.recipes.export_run import read_sources
from abcstudio.stopping import stop_if_asked

if TYPE_CHECKING:
    from abcstudio.corpus.melody_index.newness import Newness
    from abcstudio.recipes.newness.known_melodies import KnownMelodies

MAX_RUNS = 20
_RUNS = 3

DESCRIPTION = """Say how new tunes are. The melody of each is compared, in any key and unit note
length, with the tunes in the box; a changed note in a measure is forgiven. Measures in a row that a
known tune has too are a shared run. It weighs as much as it has measures, and less where many tunes
have it: a cadence of sixty tunes is idiom, the same measures in one are a quotation. "Newer than
62 % of known tunes" means that 62 % of them share more with others: by their weightiest run most of
all, by the other ones a little."""

EXAMPLES = """examples:
  abcstudio novelty mine.abc
  abcstudio novelty --runs 10 takes/*.abc
  abcstudio novelty --jsonl takes

A file or a folder of files. With --jsonl a remark on how a file was read is a line too.
exit codes: 0 done, 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "novelty",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    how_many = whole_number_between(0, MAX_RUNS)
    parser.add_argument("--runs", type=how_many, default=_RUNS, metavar="N",
                        help="so many shared runs of each tune (%(default)s)")  # fmt: skip
    parser.add_argument("--jsonl", action="store_true", help="one line of JSON a tune")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look at the tunes of every file, also after one that cannot be used."""
    refused: list[CorpusError] = []
    with interruptible():
        books, _ = read_sources(
            options.files,
            refused.append,
            lambda path, reading: tell(remarks_on(path, reading), as_json=options.jsonl),
        )
        for error in refused:
            say(english(error.message_id, error.parameters))
        if books:
            # NumPy takes a while to import.
            from abcstudio.recipes.newness.known_melodies import KnownMelodies

            with ProgressBar("tune", hidden=options.jsonl) as bar:
                known = KnownMelodies.load(
                    bundled_tunebook(), melodies_file(), bundled_newness(), bar.show
                )
            for book in books:
                for tune in book.tunes:
                    stop_if_asked()
                    _look_at(book.path, tune, known, options)
    return UNUSABLE if refused else DONE


def _look_at(path: Path, tune: Tune, known: "KnownMelodies", options: argparse.Namespace) -> None:
    from abcstudio.recipes.newness.newness_words import sentences

    newness = known.newness(parse(tune.text, tune.file_header), tune.title)
    if options.jsonl:
        data = {"path": str(path), "tune": tune.number, "title": tune.title}
        put(json.dumps({**data, **_data(newness, known, options.runs)}))
        return
    put(f"{path}:{tune.number} {tune.title}".rstrip())
    for words in sentences(newness, known, tune.title, options.runs):
        put(f"      {words}")


def _data(newness: "Newness", known: "KnownMelodies", most_runs: int) -> dict[str, object]:
    from abcstudio.corpus.melody_index.newness import ALL

    shares = {name or "all": round(share, 3) for name, share in newness.newer_than.items()}
    return {
        "newer_than": round(newness.newer_than[ALL], 3) if shares else None,
        "newer_than_each": shares,
        "runs": [*_runs(newness, known, most_runs)],
        "same_title": [known.tunes[place].number for place in newness.same_title],
    }


def _runs(newness: "Newness", known: "KnownMelodies", most: int) -> Iterator[dict[str, object]]:
    from abcstudio.recipes.newness.newness_words import measures_there

    for run in newness.runs[:most]:
        yield {
            "measures": [*run.measures],
            "known_tune": known.tunes[run.tune].number,
            "known_title": known.tunes[run.tune].title,
            "known_measures": [*measures_there(run, known)],
            "length": round(run.length, 2),
            "holders": run.holders,
            "weight": round(run.weight, 2),
        }
