"""What is asked for a report; then it is written in the background."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.messages import Phrase
from abcstudio.paths import home_dir
from abcstudio.recipes.reports.form import ReportForm, read_form
from abcstudio.recipes.reports.report_places import ReportPlaces
from abcstudio.recipes.reports.report_request import ReportRequest, ReportResult
from abcstudio.reports.own_words import LANGUAGES, OwnWords, write_own_words
from abcstudio.ui.controls.areas import bold_label
from abcstudio.ui.controls.background_dialog import BackgroundDialog
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.learn.report.runs_choice import RunsChoice
from abcstudio.ui.learn.report.word_boxes import WordBoxes
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.languages import language_name
from abcstudio.ui.words.translation import error_sentence, message, reason_words
from abcstudio.workers.job import Job, Report, plain_work

_PAUSE_MS = 800
_ALL_ROOM = 100


class ReportDialog(BackgroundDialog):
    """Asks for names, runs and the words that only a person has; keeps what is typed."""

    def __init__(
        self, studio: Studio, own: Path, places: ReportPlaces, language: str, parent: QWidget
    ) -> None:
        """Make the dialog.

        Args:
            studio: Starts the work.
            own: The folder of what the person has said.
            places: Where things are.
            language: What a report is in where the person has not chosen it.
            parent: What it belongs to.
        """
        super().__init__(studio, self.tr("Report"), self.tr("&Write…"), parent)
        self._own, self._places, self._language = own, places, language
        self._form: ReportForm | None = None
        self._reading = LatestJob(studio)
        self.setProperty("help_topic", "learn")
        self.author, self.group = QLineEdit(), QLineEdit()
        self.language = ChoiceBox()
        self.runs = RunsChoice()
        self.boxes = WordBoxes()
        self.tells_hints = QCheckBox(self.tr("Append &hints and checks"))
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._keep)
        self._show_state()
        self.status.setText(self.tr("Reading the runs…"))
        self._reading.run(plain_work(read_form, own, places), self._on_read, self._on_unreadable)

    @property
    def words(self) -> OwnWords:
        """What is filled in now."""
        before = OwnWords() if self._form is None else self._form.words
        said: dict[str, Any] = dict(self.boxes.texts)
        return replace(
            before,
            author=self.author.text(),
            group=self.group.text(),
            language=str(self.language.currentData()),
            tells_hints=self.tells_hints.isChecked(),
            runs=self.runs.names,
            **said,
        )

    def write_to(self, target: Path) -> None:
        """Write the report, in the background."""
        request = ReportRequest(words=self.words, target=target)
        job = Job(partial(_write, request, self._places))
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_written)
        self._begin(job, target.parent, 0)

    @override
    def done(self, result: int) -> None:
        self._timer.stop()
        self._reading.cancel()
        self._keep()
        super().done(result)

    @override
    def _ask(self) -> None:
        kinds = {
            "docx": self.tr("Word document (*.docx)"),
            "pdf": self.tr("PDF document (*.pdf)"),
            "html": self.tr("Web page (*.html)"),
            "zip": self.tr("All together: report, tunes, sound, logs (*.zip)"),
        }
        start = home_dir() / "report.docx"
        target = ask_target(self, self.tr("Write the report"), start, kinds)
        if target is not None:
            self.write_to(target)

    @override
    def _inputs(self) -> tuple[QWidget, ...]:
        fields = (self.author, self.group, self.language, self.tells_hints)
        return (*fields, self.runs, self.boxes)

    @override
    def _stopped_words(self) -> str:
        return self.tr("Stopped. Nothing was written.")

    @override
    def _show_state(self) -> None:
        super()._show_state()
        if self._form is None:
            for widget in (*self._inputs(), self.write_button):
                widget.setEnabled(False)

    def _lay_out(self) -> None:
        for language in LANGUAGES:
            self.language.addItem(language_name(language), language)
        self.tells_hints.setToolTip(
            self.tr("An appendix says how often each answer was checked, and how many hints shown")
        )
        names = QFormLayout()
        names.addRow(self.tr("&Author:"), self.author)
        names.addRow(self.tr("&Group:"), self.group)
        names.addRow(self.tr("&Language:"), self.language)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addLayout(names)
        left.addWidget(bold_label(self.tr("Runs")))
        left.addWidget(self.runs, 1)
        left.addWidget(self.tells_hints)
        row = QHBoxLayout()
        row.setSpacing(GROUP_GAP)
        row.addLayout(left, 2)
        row.addWidget(self.boxes, 3)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(0, row, _ALL_ROOM)
        self.resize(110 * GRID, 78 * GRID)

    def _connect(self) -> None:
        self.author.textChanged.connect(self._on_changed)
        self.group.textChanged.connect(self._on_changed)
        self.language.currentIndexChanged.connect(self._on_language)
        self.tells_hints.toggled.connect(self._on_changed)
        self.runs.changed.connect(self._on_changed)
        self.boxes.changed.connect(self._on_changed)

    def _on_read(self, form: ReportForm) -> None:
        words = form.words
        self._form = form
        self.author.setText(words.author)
        self.group.setText(words.group)
        self.language.setCurrentIndex(
            max(0, self.language.findData(words.language or self._language))
        )
        self.tells_hints.setChecked(words.tells_hints)
        there = {run.folder.name for run in form.runs}
        chosen = [name for name in words.runs if name in there]
        self.runs.show_runs(form.runs, chosen or form.proposed)
        self.boxes.show_words(words)
        self._on_language()
        self._connect()
        self._timer.stop()
        self._show_state()
        self.author.setFocus()

    def _on_unreadable(self, error: Exception) -> None:
        self._on_failed(error)
        self.status.setText(error_sentence(error))

    def _on_language(self) -> None:
        if self._form is not None:
            self.boxes.show_boxes(self._form.boxes[str(self.language.currentData())])
        self._on_changed()

    def _on_changed(self) -> None:
        """Say what is empty, and keep what was typed a little later."""
        self._timer.start()
        sentences = []
        if self._form is not None and not self._form.runs:
            sentences.append(self.tr("No training run is there yet: train a network first."))
        if empty := self.boxes.empty:
            sentences.append(self.tr("Not filled in yet: {0}.").format("; ".join(empty)))
        self.status.setText(" ".join(sentences) or self.tr("All boxes are filled in."))

    def _keep(self) -> None:
        if self._form is None or self.words == self._form.words:
            return
        try:
            write_own_words(self._own, self.words)
        except OSError as error:
            words = self.tr("What you type for the report cannot be kept: {0}")
            self._studio.notify(words.format(reason_words(error)), "warning")

    def _on_progressed(self, phrase: Phrase) -> None:
        self._tell_progress(message(phrase.message_id, phrase.parameters))

    def _on_written(self, result: ReportResult) -> None:
        sentences = [self.tr("{0} is written.").format(result.path.name)]
        if result.empty:
            sentences.append(self.tr("Not filled in yet: {0}.").format("; ".join(result.empty)))
        url = QUrl.fromLocalFile(str(result.path))
        opens = partial(QDesktopServices.openUrl, url)
        self._studio.notify(" ".join(sentences), "info", self.tr("Open"), opens)
        self._end()


def _write(request: ReportRequest, places: ReportPlaces, report: Report) -> ReportResult:
    # What it needs is loaded in the background.
    from abcstudio.recipes.reports.report import write_report

    return write_report(request, places, report)
