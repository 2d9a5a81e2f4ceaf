"""Scores on paper, in files and as pictures, in the background; a child process engraves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import EngravingError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord
from abcstudio.paths import fonts_dir
from abcstudio.stopping import stop_if_asked
from abcstudio.workers.export import WrittenTune
from abcstudio.workers.job import Report

if TYPE_CHECKING:
    from abcstudio.corpus.tune import Tune
    from abcstudio.engraving.drawing.engraved_score import EngravedScore
    from abcstudio.engraving.drawing.engraver import Engraver
    from abcstudio.engraving.paper.book import BookForm
    from abcstudio.engraving.paper.paper import Paper, Sheet
    from abcstudio.recipes.book import BookResult, KeyName, Say
    from abcstudio.recipes.score_files import Picture, ScoreOptions
    from abcstudio.recipes.tune_files import Remark

# Imported inside the functions: nothing of this is needed before the window is up.

_SMALL_WIDTH = 2000


@dataclass(frozen=True, slots=True)
class TuneText:
    """A tune that is to be drawn: its text and what holds for every tune of its file."""

    text: str
    file_header: str
    title: str


@dataclass(frozen=True, slots=True)
class TuneSet:
    """Tunes that are drawn together, one after another."""

    tunes: "tuple[Tune, ...]"
    title: str


@dataclass(frozen=True, slots=True)
class SmallScore:
    """The first measures of a tune; None where they cannot be drawn."""

    key: str
    engraved: "EngravedScore | None"


def write_score(tune: TuneText, target: Path, engraver: "Engraver", paper: "Paper") -> WrittenTune:
    """Write a tune's score in the format that the target's name tells."""
    from abcstudio.recipes.export import export_tune
    from abcstudio.recipes.export_options import ExportOptions

    options = ExportOptions(score=_options(engraver, paper))
    format = target.suffix.lower().removeprefix(".")
    remarks: list[Remark] = []
    path = export_tune(
        text=tune.text,
        format=format,
        target=target,
        options=options,
        file_header=tune.file_header,
        tell=remarks.append,
    )
    return WrittenTune(path, remarks)


def lay_out_sheets(
    tune: TuneText | TuneSet, engraver: "Engraver", paper: "Paper", report: Report
) -> "tuple[Sheet, ...]":
    """Lay a tune or a set on sheets for the printer.

    Raises:
        EngravingError: A tune cannot be drawn: nothing is printed, rather than a set without it.
    """
    from abcstudio.recipes.score_files import sheets_of

    options = _options(engraver, paper)
    if isinstance(tune, TuneText):
        return sheets_of(tune.text, tune.file_header, options)
    from abcstudio.engraving.paper.book import BookForm
    from abcstudio.recipes.book import laid_out

    laid = laid_out(
        tunes=tune.tunes,
        title=tune.title,
        options=options,
        form=BookForm.of(len(tune.tunes)),
        report=report,
    )
    if laid.lost:
        raise laid.lost[0].error
    return laid.sheets


def draw_picture(tune: TuneText, engraver: "Engraver", paper: "Paper") -> "Picture":
    """Draw a tune as a picture."""
    from abcstudio.recipes.score_files import picture_of

    return picture_of(tune.text, tune.file_header, _options(engraver, paper))


def write_book(
    tunes: "Sequence[Tune]",
    report: Report,
    *,
    title: str,
    target: Path,
    form: "BookForm",
    engraver: "Engraver",
    paper: "Paper",
    say: "Say",
    key_name: "KeyName",
) -> "BookResult":
    """Write tunes as one PDF; reports each tune."""
    from abcstudio.recipes.book import export_book

    options = _options(engraver, paper)
    return export_book(
        tunes=tunes,
        title=title,
        target=target,
        options=options,
        form=form,
        report=report,
        say=say,
        key_name=key_name,
    )


def _options(engraver: "Engraver", paper: "Paper") -> "ScoreOptions":
    from abcstudio.recipes.score_files import ScoreOptions

    return ScoreOptions(fonts_dir(), paper, engrave=engraver.engraved)


def draw_small_scores(
    sources: Iterable[tuple[str, str]], engraver: "Engraver", report: Report
) -> None:
    """Draw the first measures of texts, each given with its key; reports each `SmallScore`."""
    for key, text in sources:
        stop_if_asked()
        report(SmallScore(key, _beginning(text, engraver)))


def _beginning(text: str, engraver: "Engraver") -> "EngravedScore | None":
    from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
    from abcstudio.engraving.mei.mei import mei_of
    from abcstudio.engraving.paper.incipit import incipit_of

    tunes = split_tunebook(text)
    if not tunes:
        return None
    first = incipit_of(parse(tunes[0].text, tunes[0].file_header))
    if not any(isinstance(element, Chord) for element in first.voices[0].elements):
        return None
    try:
        options = EngravingOptions(score_width=_SMALL_WIDTH, has_header=False)
        return engraver.engraved(mei_of(first), options)
    except EngravingError:
        return None
