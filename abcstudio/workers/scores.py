"""Scores on paper and in files in the shape that `Job` runs; the engraver's child process draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.paths import fonts_dir
from abcstudio.workers.export import WrittenTune
from abcstudio.workers.job import Report

if TYPE_CHECKING:
    from abcstudio.corpus.tune import Tune
    from abcstudio.engraving.drawing.engraver import Engraver
    from abcstudio.engraving.paper.book import BookForm
    from abcstudio.engraving.paper.paper import Paper, Sheet
    from abcstudio.recipes.book import BookResult, KeyName, Say
    from abcstudio.recipes.score_files import Picture, ScoreOptions
    from abcstudio.recipes.tune_files import Remark

# Imported inside the functions: nothing of this is needed before the window is up.


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


def write_score(
    tune: TuneText,
    target: Path,
    engraver: "Engraver",
    paper: "Paper",
    _report: Report,
) -> WrittenTune:
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
    tune: TuneText | TuneSet,
    engraver: "Engraver",
    paper: "Paper",
    report: Report,
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


def draw_picture(
    tune: TuneText,
    engraver: "Engraver",
    paper: "Paper",
    _report: Report,
) -> "Picture":
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
