"""A report gathered from a person's lessons and runs, and written as a file."""

from collections.abc import Callable
from datetime import datetime

from abcstudio.errors import ReportError
from abcstudio.files import atomic_write
from abcstudio.learning.devices import has_torch
from abcstudio.lessons.running.runner import Runner
from abcstudio.messages import Phrase
from abcstudio.recipes.reports.found_lessons import read_lessons_done
from abcstudio.recipes.reports.found_runs import chosen_runs, read_run
from abcstudio.recipes.reports.found_takes import tunes_of_runs
from abcstudio.recipes.reports.package import package_bytes
from abcstudio.recipes.reports.report_places import ReportPlaces
from abcstudio.recipes.reports.report_request import FORMATS, ReportRequest, ReportResult
from abcstudio.reports.assembling import assemble
from abcstudio.reports.content import Report
from abcstudio.reports.material import Material
from abcstudio.reports.template import Template, read_template
from abcstudio.reports.writing.docx import docx_bytes
from abcstudio.reports.writing.html import html_bytes
from abcstudio.reports.writing.pdf import pdf_bytes
from abcstudio.stopping import stop_if_asked


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
