"""A whole tunebook as one PDF."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from abcstudio.corpus.tune import Tune
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.engraving.paper.book import MAX_TUNES, BookForm, Words, book_sheets
from abcstudio.engraving.paper.book_index import incipit_options
from abcstudio.engraving.paper.incipit import incipit_of
from abcstudio.engraving.paper.paper import (
    MIN_STAFF_MM,
    POINTS_PER_MM,
    EngravedTune,
    Paper,
    Sheet,
)
from abcstudio.engraving.paper.pdf_writer import pdf_bytes
from abcstudio.errors import AbcStudioError, EngravingError, ExportError
from abcstudio.files import atomic_write
from abcstudio.messages import english
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Score
from abcstudio.recipes.score_files import ScoreOptions
from abcstudio.recipes.tune_files import unwritable
from abcstudio.stopping import stop_if_asked

_SMALLER = (0.9, 0.8)
"""Scales tried to fit all tunes on one sheet; smaller staves are hard to read on a stand."""

Say = Callable[[str, Mapping[str, object]], str]
KeyName = Callable[[KeySignature], str]


@dataclass(frozen=True, slots=True)
class LostTune:
    """A tune that is not in the book, and why."""

    number: int
    title: str
    error: AbcStudioError


@dataclass(frozen=True, slots=True)
class BookProgress:
    """How far a book is: tunes drawn, of all; once `is_writing`, sheets written, of all."""

    done: int
    total: int
    is_writing: bool = False


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The sheets of a book, and the tunes that cannot be drawn."""

    sheets: tuple[Sheet, ...]
    lost: tuple[LostTune, ...] = ()


@dataclass(frozen=True, slots=True)
class BookResult:
    """A book that has been written."""

    path: Path
    tunes: int
    sheets: int
    lost: tuple[LostTune, ...] = ()


def key_name(key: KeySignature) -> str:
    """Return the English name of a key, "" for none."""
    if not key.tonic or key.highland_pipes:
        return key.highland_pipes
    tonic = key.tonic[0] + key.tonic[1:].replace("#", "♯").replace("b", "♭")
    return f"{tonic} {key.mode}".strip()


def export_book(
    tunes: Sequence[Tune],
    title: str,
    target: Path,
    options: ScoreOptions,
    form: BookForm | None = None,
    report: Callable[[BookProgress], object] = lambda _progress: None,
    say: Say = english,
    key_name: KeyName = key_name,
) -> BookResult:
    """Write tunes as one PDF.

    A tune that cannot be drawn does not stop the others; the result names it.

    Args:
        tunes: In the order of the book.
        title: Of the book.
        target: The PDF.
        options: How scores are drawn.
        form: How the book is laid out; None for the usual form of this number of tunes.
        report: Called before each tune and each sheet.
        say: Gives the sentence of a message in the reader's language.
        key_name: Gives a key's name in the reader's language.

    Raises:
        ExportError: There are too many tunes, none can be drawn, or the file cannot be written.
        CancelledError: The work is to stop; nothing was written.
    """
    laid = laid_out(
        tunes=tunes,
        title=title,
        options=options,
        form=form or BookForm.of(len(tunes)),
        report=report,
        say=say,
        key_name=key_name,
    )

    def before_sheet(place: int) -> None:
        report(BookProgress(place, len(laid.sheets), is_writing=True))

    data = pdf_bytes(laid.sheets, title, Typefaces(options.fonts), before_sheet)
    try:
        atomic_write(target, data)
    except OSError as error:
        raise unwritable(target, error) from error
    return BookResult(target, len(tunes) - len(laid.lost), len(laid.sheets), laid.lost)


def laid_out(
    *,
    tunes: Sequence[Tune],
    title: str,
    options: ScoreOptions,
    form: BookForm,
    report: Callable[[BookProgress], object] = lambda _progress: None,
    say: Say = english,
    key_name: KeyName = key_name,
) -> LaidOut:
    """Lay tunes out on sheets; the arguments and errors are those of `export_book`."""
    if len(tunes) > MAX_TUNES:
        raise ExportError("export.book_too_long", count=len(tunes), limit=MAX_TUNES)
    typefaces = Typefaces(options.fonts)

    def laid_on(options: ScoreOptions) -> LaidOut:
        engraved, lost = _engraved_tunes(
            tunes, lambda tune: _engraved(tune, options, form, say, key_name), report
        )
        words = _words(title, len(engraved), say)
        sheets = book_sheets(engraved, words, form, options.paper, typefaces)
        return LaidOut(sheets, tuple(lost))

    laid = laid_on(options)
    if len(laid.sheets) > 1 and form.fits_one_sheet and not form.starts_new_sheets:
        for paper in _smaller(options.paper):
            fitting = laid_on(replace(options, paper=paper))
            if len(fitting.sheets) == 1:
                return fitting
    return laid


def _smaller(paper: Paper) -> Iterator[Paper]:
    for share in _SMALLER:
        if share * paper.staff >= MIN_STAFF_MM * POINTS_PER_MM:
            yield replace(paper, staff=share * paper.staff)


def _engraved_tunes(
    tunes: Sequence[Tune],
    engrave: Callable[[Tune], EngravedTune],
    report: Callable[[BookProgress], object],
) -> tuple[list[EngravedTune], list[LostTune]]:
    """Return the tunes that can be drawn, of which there is at least one, and the others."""
    engraved: list[EngravedTune] = []
    lost: list[LostTune] = []
    for place, tune in enumerate(tunes):
        stop_if_asked()
        report(BookProgress(place, len(tunes)))
        try:
            engraved.append(engrave(tune))
        except EngravingError as error:
            lost.append(LostTune(tune.number, tune.title, error))
    if not engraved:
        raise ExportError("export.book_empty")
    return engraved, lost


def _engraved(
    tune: Tune, options: ScoreOptions, form: BookForm, say: Say, key_name: KeyName
) -> EngravedTune:
    score = parse(tune.text, tune.file_header)
    return EngravedTune(
        score.title or say("book.untitled", {}),
        options.engraved_of(score),
        key_name(score.key) if score.key.tonic or score.key.highland_pipes else "",
        tune.rhythm,
        _incipit(score, options) if form.index_order else None,
    )


def _incipit(score: Score, options: ScoreOptions) -> EngravedScore | None:
    first = incipit_of(score)
    if not any(isinstance(element, Chord) for element in first.voices[0].elements):
        return None
    return options.engrave(mei_of(first), incipit_options(options.paper))


def _words(title: str, count: int, say: Say) -> Words:
    return Words(
        title,
        say("book.count", {"count": count}),
        say("book.contents", {}),
        say("book.index", {}),
        say("book.other", {}),
    )
