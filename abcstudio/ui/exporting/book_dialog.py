"""A tunebook as PDF: what to call it and how to lay it out, then how far it is."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.paper.book import MAX_TUNES, BookForm
from abcstudio.ui.controls.background_dialog import BackgroundDialog
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.target_dialog import ask_target, file_name_of
from abcstudio.ui.exporting.paper_choice import PaperChoice, chosen_paper
from abcstudio.ui.exporting.score_exporter import say_written
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_names import key_name
from abcstudio.ui.words.translation import message
from abcstudio.workers.job import Job
from abcstudio.workers.scores import write_book

if TYPE_CHECKING:
    from abcstudio.recipes.book import BookProgress, BookResult

_MOST_NAMED = 3


class BookDialog(BackgroundDialog):
    """Asks, writes the book in the background and shows how far it is; the work goes on behind."""

    def __init__(
        self,
        studio: Studio,
        engraver: Engraver,
        tunes: Sequence[Tune],
        title: str,
        folder: str,
        parent: QWidget,
    ) -> None:
        super().__init__(studio, self.tr("Tunebook as PDF"), self.tr("&Write PDF…"), parent)
        self._engraver = engraver
        self._tunes = tunes
        self._folder = folder
        self._is_too_long = len(tunes) > MAX_TUNES
        self.setProperty("help_topic", "printing")
        self.setMinimumWidth(56 * GRID)
        self.title = QLineEdit(title.removesuffix(".abc"))
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setToolTip(self.tr("Printed on the title page and at the foot of the sheets"))
        self.choice = PaperChoice(studio, self)
        self.index = ChoiceBox()
        self.index.setAccessibleName(self.tr("Index of first measures"))
        self.index.setToolTip(self.tr("How the list of first measures at the end is sorted"))
        for order, words in (
            ("title", self.tr("By title")),
            ("key", self.tr("By key")),
            ("rhythm", self.tr("By rhythm")),
            ("", self.tr("None")),
        ):
            self.index.addItem(words, order)
        self._make_boxes(BookForm.of(len(tunes)))
        count = len(tunes)
        self.status.setText(self.tr("%Ln tunes", "", count) if count > 1 else self.tr("One tune"))
        if self._is_too_long:
            locale = QLocale()
            facts = {"count": locale.toString(count), "limit": locale.toString(MAX_TUNES)}
            self.status.setText(message("export.book_too_long", facts))
        self.bar.setAccessibleName(self.tr("Progress of the tunebook"))
        self.write_button.setToolTip(self.tr("Choose a file and write the tunebook to it"))
        self._lay_out()
        self.title.textChanged.connect(self._show_state)
        self.title.selectAll()
        self._show_state()

    def write_to(self, target: Path) -> None:
        """Write the book in the background."""
        form = BookForm(
            has_title=self.front.isChecked(),
            has_contents=self.front.isChecked(),
            fits_one_sheet=self.one_sheet.isChecked(),
            index_order=str(self.index.currentData()),
            starts_new_sheets=self.new_sheets.isChecked(),
        )
        work = partial(
            write_book,
            self._tunes,
            title=self.title.text().strip(),
            target=target,
            form=form,
            engraver=self._engraver,
            paper=chosen_paper(self._studio),
            say=message,
            key_name=key_name,
        )
        job = Job(work)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_written)
        self._begin(job, target.parent, len(self._tunes))

    def _make_boxes(self, usual: BookForm) -> None:
        self.index.setCurrentIndex(self.index.findData(usual.index_order))
        self.front = QCheckBox(self.tr("Title page and &contents"))
        self.front.setToolTip(self.tr("Adds sheets in front of the tunes"))
        self.front.setChecked(usual.has_title)
        self.one_sheet = QCheckBox(self.tr("Fit on &one sheet if possible"))
        self.one_sheet.setToolTip(self.tr("Makes the staff up to a fifth smaller if that helps"))
        self.one_sheet.setChecked(usual.fits_one_sheet)
        self.new_sheets = QCheckBox(self.tr("Begin each tune on a &new sheet"))
        self.new_sheets.setToolTip(self.tr("Otherwise several short tunes share a sheet"))

    def _lay_out(self) -> None:
        form = self.form
        form.addRow(self.tr("&Title"), self.title)
        form.addRow(self.tr("&Paper"), self.choice.paper)
        form.addRow(self.tr("Sta&ff"), self.choice.staff)
        form.addRow(self.tr("&Index"), self.index)
        for box in (self.front, self.one_sheet, self.new_sheets):
            form.addRow("", box)

    @override
    def _ask(self) -> None:
        start = Path(self._folder) / f"{file_name_of(self.title.text())}.pdf"
        kinds = {"pdf": self.tr("PDF for printing (*.pdf)")}
        path = ask_target(self, self.tr("Tunebook as PDF"), start, kinds)
        if path is not None:
            self.write_to(path)

    @override
    def _inputs(self) -> tuple[QWidget, ...]:
        boxes = (self.front, self.one_sheet, self.new_sheets)
        return self.title, self.choice.paper, self.choice.staff, self.index, *boxes

    @override
    def _stopped_words(self) -> str:
        return self.tr("Stopped. Nothing was written.")

    @override
    def _show_state(self) -> None:
        super()._show_state()
        has_title = bool(self.title.text().strip())
        if self._job is None:
            self.write_button.setEnabled(has_title and not self._is_too_long)

    def _on_progressed(self, progress: "BookProgress") -> None:
        self.bar.setMaximum(progress.total)
        self.bar.setValue(progress.done)
        if progress.is_writing:
            words = self.tr("Writing sheet {0} of {1}…")
        else:
            words = self.tr("Drawing tune {0} of {1}…")
        self._tell_progress(words.format(progress.done + 1, progress.total))

    def _on_written(self, result: "BookResult") -> None:
        names = ", ".join(tune.title or f"X:{tune.number}" for tune in result.lost[:_MOST_NAMED])
        if len(result.lost) > _MOST_NAMED:
            names += "…"
        more = self.tr("Without %Ln that cannot be drawn: {0}", "", len(result.lost))
        if result.lost:
            say_written(self._studio, result.path, more.format(names), "warning")
        else:
            say_written(self._studio, result.path)
        self._end()
