"""What `abcstudio export` asks of scores, and how it writes books of them."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm

from abcstudio.cli.inputs import say_how_read
from abcstudio.cli.interruption import ends_at_once, interruptible
from abcstudio.cli.numbers import number_between, whole_number_between
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.engraving.paper.book import BookForm
from abcstudio.engraving.paper.book_index import ORDERS
from abcstudio.engraving.paper.paper import (
    DEFAULT_STAFF_MM,
    MAX_STAFF_MM,
    MIN_STAFF_MM,
    SIZES,
    Paper,
)
from abcstudio.engraving.paper.png_writer import DEFAULT_RESOLUTION, MAX_RESOLUTION, MIN_RESOLUTION
from abcstudio.errors import AbcStudioError, CorpusError, ExportError
from abcstudio.messages import english
from abcstudio.paths import fonts_dir
from abcstudio.recipes.book import BookProgress, BookResult, export_book
from abcstudio.recipes.export_run import Source, read_sources
from abcstudio.recipes.score_files import ScoreOptions
from abcstudio.recipes.tune_files import Targets, is_end, prepare_folder


def add_score_options(parser: argparse.ArgumentParser) -> None:
    """Add what SVG, PDF and PNG need to the parser of `export`."""
    group = parser.add_argument_group("scores (svg, pdf, png)")
    group.add_argument("--paper", choices=sorted(SIZES), default="a4", help="(a4)")
    group.add_argument("--staff-mm", type=number_between(MIN_STAFF_MM, MAX_STAFF_MM),
                       default=DEFAULT_STAFF_MM, metavar="MM",
                       help=f"height of a staff ({DEFAULT_STAFF_MM:g})")  # fmt: skip
    group.add_argument("--resolution", type=whole_number_between(MIN_RESOLUTION, MAX_RESOLUTION),
                       default=DEFAULT_RESOLUTION, metavar="DPI",
                       help=f"dots an inch of a PNG ({DEFAULT_RESOLUTION})")  # fmt: skip
    group.add_argument("--book", action="store_true",
                       help="all tunes of a file as one PDF; more than 8 with a title page, "
                            "contents and an index, fewer on one sheet where it fits")  # fmt: skip
    group.add_argument("--title", default="", help="of the book (the file's name)")
    group.add_argument("--cover", action=argparse.BooleanOptionalAction, default=None,
                       help="with or without a title page and contents")  # fmt: skip
    group.add_argument("--index", choices=(*ORDERS, "none"),
                       help="what sorts the index (title; none for up to 8 tunes)")  # fmt: skip


def score_options(options: argparse.Namespace) -> ScoreOptions:
    """Return how scores are drawn, as the arguments say."""
    paper = Paper.named(options.paper, options.staff_mm)
    return ScoreOptions(fonts_dir(), paper, options.resolution)


def write_books(options: argparse.Namespace) -> int:
    """Write each file as a book, also after one that cannot be used."""
    if options.format != "pdf":
        say_error(ExportError("export.book_is_pdf", format=options.format))
        return UNUSABLE
    refused: list[CorpusError] = []
    with interruptible():
        with ends_at_once():
            books, files = read_sources(options.files, refused.append, say_how_read)
        for error in refused:
            say_error(error)
        outcome = UNUSABLE if refused else DONE
        targets = Targets(files)
        try:
            for book in books:
                targets.check(_target(book, options))
            if books:
                prepare_folder(options.out_dir)
        except ExportError as error:
            say_error(error)
            return UNUSABLE
        for book in books:
            (target,) = targets.free(_target(book, options))
            try:
                result = _book(book, target, options)
            except ExportError as error:
                say_error(error)
                if is_end(error):
                    return FAILED
                outcome = UNUSABLE
                continue
            targets.add(result.path)
            put(result.path)
            for tune in result.lost:
                say(tune_lost(book.path, tune.number, tune.title, tune.error))
            outcome = max(outcome, FAILED if result.lost else DONE)
    return outcome


def tune_lost(path: Path, number: int, title: str, error: AbcStudioError) -> str:
    """Return the sentence that names a tune that was not written, and why."""
    reason = english(error.message_id, error.parameters)
    tune = {"path": path, "number": number, "title": title, "reason": reason}
    return english("export.tune_lost" if title else "export.untitled_lost", tune)


def say_error(error: AbcStudioError) -> None:
    """Say why something cannot be done."""
    say(english(error.message_id, error.parameters))


def _target(book: Source, options: argparse.Namespace) -> Path:
    return Path(options.out_dir / f"{book.stem}.pdf")


def _form(options: argparse.Namespace, count: int) -> BookForm:
    form = BookForm.of(count)
    if options.cover is not None:
        form = replace(form, has_title=options.cover, has_contents=options.cover)
    if options.index is not None:
        form = replace(form, index_order="" if options.index == "none" else options.index)
    return form


def _book(book: Source, target: Path, options: argparse.Namespace) -> BookResult:
    form = _form(options, len(book.tunes))
    hidden = not sys.stderr.isatty()
    with tqdm(total=len(book.tunes), unit="tune", file=sys.stderr, disable=hidden) as bar:

        def show(progress: BookProgress) -> None:
            if not progress.is_writing:
                bar.update(progress.done + 1 - bar.n)

        return export_book(
            tunes=book.tunes,
            title=options.title or book.stem.replace("_", " "),
            target=target,
            options=score_options(options),
            form=form,
            report=show,
        )
