"""A report gathered from a person's lessons and runs, and written as a file."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_history import listed_takes
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.paper.paper import Paper
from abcstudio.errors import AbcStudioError, CancelledError, ReportError
from abcstudio.files import atomic_write
from abcstudio.learning.devices import has_torch
from abcstudio.lessons.running.runner import Runner
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.reports.found_lessons import read_lessons_done
from abcstudio.recipes.reports.found_runs import chosen_runs, read_run
from abcstudio.recipes.reports.package import package_bytes
from abcstudio.recipes.reports.report_places import ReportPlaces
from abcstudio.recipes.reports.report_request import FORMATS, ReportRequest, ReportResult
from abcstudio.recipes.score_files import ScoreOptions, score_files
from abcstudio.reports.assembling import assemble
from abcstudio.reports.content import Report
from abcstudio.reports.drawing.drawing import RESOLUTION
from abcstudio.reports.material import Material, RunFound, TakeFound
from abcstudio.reports.template import Template, read_template
from abcstudio.reports.writing.docx import docx_bytes
from abcstudio.reports.writing.html import html_bytes
from abcstudio.reports.writing.pdf import pdf_bytes
from abcstudio.stopping import stop_if_asked

log = logging.getLogger(__name__)

MOST_TAKES = 3
"""So many takes of the composer are told of: those with a star first, then the newest."""


def tunes_of_runs(
    runs: Sequence[RunFound],
    history: Path,
    words: Template,
    fonts: Path,
) -> tuple[TakeFound, ...]:
    """Return the last sample of the run told in full, then takes of the networks of all runs."""
    found = []
    if runs and runs[0].samples:
        step, text = runs[0].samples[-1]
        name = words.word("sample_name", step=step)
        sample = TakeFound(
            name=name, stem=f"step-{step:06d}", run=runs[0].summary.name, step=step, text=text
        )
        found.append(sample)
    found += _composed(runs, history, words)
    return tuple(_engraved(take, fonts) for take in found)


def _composed(runs: Sequence[RunFound], history: Path, words: Template) -> list[TakeFound]:
    try:
        takes = listed_takes(history).takes
    except OSError as error:
        log.warning("A report has no takes: %s", error)
        return []
    ordered = sorted(takes, key=lambda take: (not take.is_kept, -take.number))
    of_runs = [(take, run) for take in ordered if (run := _run_of(take, runs)) is not None]
    return [
        TakeFound(
            name=words.word("take_name", number=take.number),
            stem=f"take-{take.number:03}",
            run=run.summary.name,
            text=take.text,
        )
        for take, run in of_runs[:MOST_TAKES]
    ]


def _run_of(take: RememberedTake, runs: Sequence[RunFound]) -> RunFound | None:
    parents = Path(take.model).parents if take.model else ()
    return next((run for run in runs if run.summary.folder in parents), None)


def _engraved(take: TakeFound, fonts: Path) -> TakeFound:
    """Engrave a take's first tune, where it has music that can be."""
    tunes = split_tunebook(take.text)
    text = tunes[0].text if tunes else ""
    if not text or not any(voice.elements for voice in parse(text, "").voices):
        return take
    options = ScoreOptions(
        fonts=fonts,
        paper=Paper.named("a4", 5.5),
        resolution=RESOLUTION,
    )
    try:
        files = score_files(text, "", "png", options).files
    except CancelledError:
        raise
    except AbcStudioError as error:
        log.info("The take %s has no score in a report: %s", take.stem, error)
        return take
    return replace(take, scores=tuple(b"".join(file.pieces) for file in files))


def write_report(
    request: ReportRequest, places: ReportPlaces, report: Callable[[Phrase], None]
) -> ReportResult:
    """Gather a report and write it.

    Args:
        request: What is wanted.
        places: Where things are.
        report: How far it is.

    Raises:
        ReportError: There is no run of a name, or no such kind of file.
        CancelledError: The work is to stop; nothing is written.
        OSError: A file cannot be read or written.
    """
    ending = request.target.suffix.lower()
    if ending not in FORMATS:
        known = ", ".join(FORMATS)
        raise ReportError("report.unknown_format", path=request.target, known=known)
    words = _template(places, request.words.language or "en")
    material = gather(request, places, words, report)
    report(Phrase("report.drawing"))
    made = assemble(material, words, places.fonts)
    report(Phrase("report.writing"))
    data = _bytes(made, material, ending, places)
    stop_if_asked()
    atomic_write(request.target, data)
    return ReportResult(
        path=request.target,
        empty=made.empty,
        runs=tuple(run.summary.name for run in material.runs),
        lessons=len(material.lessons),
    )


def gather(
    request: ReportRequest, places: ReportPlaces, words: Template, report: Callable[[Phrase], None]
) -> Material:
    """Return what a report is made of.

    Raises:
        ReportError: There is no run of a name.
        OSError: A file cannot be read.
    """
    report(Phrase("report.gathering"))
    summaries = chosen_runs(places.runs, request.words.runs)
    runs = tuple(read_run(summary, not number) for number, summary in enumerate(summaries))
    runner = Runner() if request.checks_answers and has_torch() else None
    try:
        found = read_lessons_done(
            places.lessons,
            places.answers,
            words.language,
            runner=runner,
            tell=lambda number, of: report(
                Phrase("report.checking", {"number": number, "count": of})
            ),
        )
    finally:
        if runner is not None:
            runner.close()
    return Material(
        words=request.words,
        runs=runs,
        lessons=found.lessons,
        lesson_count=found.count,
        questions=found.questions,
        takes=tunes_of_runs(runs, places.takes, words, places.fonts),
        made=datetime.now().isoformat(timespec="minutes"),
    )


def _template(places: ReportPlaces, language: str) -> Template:
    try:
        return read_template(places.texts, language)
    except (OSError, ValueError) as error:
        raise ReportError("report.template_broken", path=places.texts) from error


def _bytes(made: Report, material: Material, ending: str, places: ReportPlaces) -> bytes:
    if ending == ".docx":
        return docx_bytes(made)
    if ending == ".html":
        return html_bytes(made)
    if ending == ".pdf":
        return pdf_bytes(made, places.fonts)
    written = {
        "report.docx": docx_bytes(made),
        "report.pdf": pdf_bytes(made, places.fonts),
        "report.html": html_bytes(made),
    }
    return package_bytes(written, material, places)
