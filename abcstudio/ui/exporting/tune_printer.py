"""Printing a tune: the system's dialog, then its sheets painted on the printer as outlines."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.paper.paper import POINTS_PER_INCH, POINTS_PER_MM, Paper, Sheet
from abcstudio.ui.exporting.paper_choice import paper_name, staff_mm
from abcstudio.ui.exporting.score_exporter import say_written
from abcstudio.ui.exporting.sheet_painter import paint_sheet
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import Job
from abcstudio.workers.scores import TuneSet, TuneText, lay_out_sheets

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PAGE_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


class TunePrinter(QObject):
    """Asks for a printer, lays a tune or a set out for its paper, and prints it.

    Signals:
        unavailable: There is no printer, and this system cannot print to a file either.
    """

    unavailable = Signal()

    def __init__(self, studio: Studio, engraver: Engraver, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._engraver = engraver
        self._window = window

    def ask(self, tune: TuneText | TuneSet) -> None:
        """Show the system's print dialog; print once the user agrees."""
        # Imported here: looking for printers takes a moment that the start does not have.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_paper(printer, paper_name(self._studio))
        printer.setDocName(tune.title)
        is_native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
        # On Linux the dialog offers a PDF file where there is no printer; others refuse to open.
        if not is_native and not sys.platform.startswith("linux"):
            self.unavailable.emit()
            return
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print the score"))
        dialog.accepted.connect(lambda: self.print_to(printer, tune))
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` takes only a C++ receiver.
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_to(self, printer: "QPrinter", tune: TuneText | TuneSet) -> Job:
        """Lay a tune or a set out for the printer's paper and print it."""
        paper = paper_of(printer, staff_mm(self._studio))
        job = Job(partial(lay_out_sheets, tune, self._engraver, paper))
        job.finished.connect(lambda sheets: self._on_laid_out(printer, tune, sheets))
        job.failed.connect(self._on_failed)
        return self._studio.start(job)

    def _on_laid_out(
        self, printer: "QPrinter", tune: TuneText | TuneSet, sheets: Sequence[Sheet]
    ) -> None:
        if paint_sheets(printer, chosen_sheets(printer, sheets)):
            self._say_printed(printer, tune)
        else:
            words = self.tr(
                "Nothing was printed: the printer or the file accepts no data. Check that it is "
                "there, or export the score as PDF."
            )
            self._studio.notify(words, "error")

    def _say_printed(self, printer: "QPrinter", tune: TuneText | TuneSet) -> None:
        path = printer.outputFileName()
        if path and printer.outputFormat() == printer.OutputFormat.PdfFormat:
            # The dialog has chosen a place that nobody may have looked at.
            say_written(self._studio, Path(path).absolute())
        else:
            self._studio.notify(self.tr("{0} is printed.").format(tune.title), "success")

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")


def set_paper(printer: "QPrinter", name: str) -> None:
    """Let a printer use a kind of paper up to its edges: the margins are the sheets' own."""
    printer.setPageSize(QPageSize(_PAGE_SIZES[name]))
    printer.setFullPage(True)


def paper_of(printer: "QPrinter", staff_height_mm: float) -> Paper:
    """Return the paper in a printer."""
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
    return Paper(size.width(), size.height(), staff=staff_height_mm * POINTS_PER_MM)


def chosen_sheets(printer: "QPrinter", sheets: Sequence[Sheet]) -> Sequence[Sheet]:
    """Return the sheets that the person wants, all of them where no range was given."""
    first, last = printer.fromPage(), printer.toPage()
    return sheets[max(0, first - 1) : last] if last > 0 else sheets


def paint_sheets(printer: "QPrinter", sheets: Sequence[Sheet]) -> bool:
    """Paint sheets on a printer; return whether it took them."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        is_fine = _paint_all(painter, printer, sheets)
    finally:
        # Also where a sheet cannot be painted: the printer must not be left in the middle.
        is_ended = painter.end()
    return is_ended and is_fine


def _paint_all(painter: QPainter, printer: "QPrinter", sheets: Sequence[Sheet]) -> bool:
    # For the preview's sake: a printer has dots enough.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dots = printer.resolution() / POINTS_PER_INCH
    is_fine = True
    for number, sheet in enumerate(sheets):
        if number:
            is_fine = printer.newPage() and is_fine
        painter.save()
        painter.scale(dots, dots)
        paint_sheet(painter, sheet)
        painter.restore()
    return is_fine
