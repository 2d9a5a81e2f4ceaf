"""Scores on paper and in files in the shape that `Job` runs; the engraver's child process draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.paths import fonts_dir
from abcstudio.workers.job import Report, ShouldStop, Work

if TYPE_CHECKING:
    from abcstudio.corpus.tune import Tune
    from abcstudio.engraving.drawing.engraver import Engraver
    from abcstudio.engraving.paper.book import BookForm
    from abcstudio.engraving.paper.paper import Paper, Sheet
    from abcstudio.recipes.book import BookResult, KeyName, Say
    from abcstudio.recipes.score_files import Picture, ScoreOptions

# Imported inside the functions: nothing of this is needed before the window is up.


@dataclass(frozen=True, slots=True)
class TuneText:
    """A tune that is to be drawn: its text and what holds for every tune of its file."""

    text: str
    file_header: str
    title: str


def score_work(tune: TuneText, target: Path, engraver: "Engraver", paper: "Paper") -> Work:
    """Return the work of writing a tune's score in the format that the target's name tells."""

    def work(_report: Report, should_stop: ShouldStop) -> Path:
        from abcstudio.recipes.export import export_tune
        from abcstudio.recipes.export_options import ExportOptions

        options = ExportOptions(score=_options(engraver, paper, should_stop))
        format = target.suffix.lower().removeprefix(".")
        return export_tune(tune.text, format, target, options, should_stop, tune.file_header)

    return work


def sheets_work(tune: TuneText, engraver: "Engraver", paper: "Paper") -> Work:
    """Return the work of laying a tune on sheets for the printer."""

    def work(_report: Report, should_stop: ShouldStop) -> "tuple[Sheet, ...]":
        from abcstudio.recipes.score_files import sheets_of

        return sheets_of(tune.text, tune.file_header, _options(engraver, paper, should_stop))

    return work


def picture_work(tune: TuneText, engraver: "Engraver", paper: "Paper") -> Work:
    """Return the work of making a picture of a tune."""

    def work(_report: Report, should_stop: ShouldStop) -> "Picture":
        from abcstudio.recipes.score_files import picture_of

        return picture_of(tune.text, tune.file_header, _options(engraver, paper, should_stop))

    return work


def book_work(
    tunes: "Sequence[Tune]",
    title: str,
    target: Path,
    form: "BookForm",
    engraver: "Engraver",
    paper: "Paper",
    say: "Say",
    key_name: "KeyName",
) -> Work:
    """Return the work of writing tunes as one PDF; reports each tune."""

    def work(report: Report, should_stop: ShouldStop) -> "BookResult":
        from abcstudio.recipes.book import export_book

        options = _options(engraver, paper, should_stop)
        return export_book(tunes, title, target, options, form, report, should_stop, say, key_name)

    return work


def _options(engraver: "Engraver", paper: "Paper", should_stop: ShouldStop) -> "ScoreOptions":
    from abcstudio.recipes.score_files import ScoreOptions

    engrave = partial(engraver.page, should_stop=should_stop)
    return ScoreOptions(fonts_dir(), paper, engrave=engrave, should_stop=should_stop)
