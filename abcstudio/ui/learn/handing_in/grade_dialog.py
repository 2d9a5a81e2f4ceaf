"""What a class has handed in, checked anew and shown as a table."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.files import atomic_write
from abcstudio.lessons.running.runner import Runner
from abcstudio.paths import home_dir
from abcstudio.recipes.lessons.class_table import ClassReport, class_csv, grade_class, names_of
from abcstudio.recipes.lessons.course import Course, read_course
from abcstudio.ui.controls.background_dialog import BackgroundDialog
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.learn.handing_in.grade_table import GradeTable
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message, reason_words
from abcstudio.workers.job import Job, Report, plain_work

_ALL_ROOM = 100

MakeRunner = Callable[[], Runner]


class GradeDialog(BackgroundDialog):
    """Asks for archives, checks each answer in a process of its own, keeps the table as CSV."""

    def __init__(
        self,
        studio: Studio,
        lessons: Path,
        own: Path,
        language: str,
        parent: QWidget,
        *,
        make_runner: MakeRunner = Runner,
    ) -> None:
        """Make the dialog.

        Args:
            studio: Starts the work.
            lessons: The folder of the lessons.
            own: That of this person's answers, which are not looked at.
            language: What lessons are read in.
            parent: What it belongs to.
            make_runner: Makes what runs the answers.
        """
        super().__init__(studio, self.tr("Grade a class"), self.tr("&Choose archives…"), parent)
        self._language, self._make_runner = language, make_runner
        self._course: Course | None = None
        self._reading = LatestJob(studio)
        self._faults: list[str] = []
        self._count = 0
        self.setProperty("help_topic", "learn")
        self.table = GradeTable(studio)
        self.save = QPushButton(self.tr("&Save the table…"))
        self.save.setToolTip(self.tr("Writes the table for a spreadsheet, as CSV"))
        self.save.clicked.connect(self._on_save)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.table, _ALL_ROOM)
            column.insertWidget(1, self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.resize(min(140 * GRID, parent.width() - 4 * GRID), 70 * GRID)
        self._show_state()
        self.status.setText(self.tr("Reading the lessons…"))
        self._reading.run(plain_work(read_course, lessons, own), self._on_read, self._on_failed)

    def grade(self, paths: list[Path]) -> None:
        """Check archives; each adds a row."""
        if self._course is None or not paths:
            return
        self._faults, self._count = [], len(paths)
        job = Job(partial(_grade, paths, self._course, self._make_runner))
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_graded)
        self._begin(job, paths[0].parent, 0)
        self.status.setText(self.tr("Loading PyTorch…"))

    @override
    def done(self, result: int) -> None:
        self._reading.cancel()
        super().done(result)

    @override
    def _ask(self) -> None:
        title = self.tr("What students have handed in")
        kind = self.tr("Archives of answers (*.zip)")
        names, _kind = QFileDialog.getOpenFileNames(self, title, str(home_dir()), kind)
        self.grade([Path(name) for name in names])

    @override
    def _inputs(self) -> tuple[QWidget, ...]:
        return (self.save,)

    @override
    def _stopped_words(self) -> str:
        return self.tr("Stopped. The rows that are there are whole.")

    @override
    def _show_state(self) -> None:
        super()._show_state()
        is_busy = self._job is not None
        self.write_button.setEnabled(self._course is not None and not is_busy)
        self.save.setEnabled(bool(self.table.grades) and not is_busy)
        if not is_busy:
            self.cancel_button.setText(self.tr("&Close"))

    def _on_read(self, course: Course) -> None:
        self._course = course
        self.table.show_course(course, self._language)
        self._show_state()
        self.status.setText(
            self.tr(
                "Choose the archives that students have made with Learn > Hand in. Each answer is "
                "checked anew; rest the mouse on a cell to see what the check says."
            )
        )
        self.write_button.setFocus()

    def _on_progressed(self, report: ClassReport) -> None:
        if report.grades is not None:
            self.table.add(report.grades)
        if report.fault is not None:
            self._faults.append(message(report.fault.message_id, report.fault.parameters))
        words = self.tr("Archive {0} of {1}, answers checked: {2}")
        number = min(report.done + 1, self._count)
        self._tell_progress(words.format(number, self._count, report.answers))

    def _on_graded(self) -> None:
        self._job = None
        self._show_state()
        words = self.tr("Students in the table: {0}.").format(len(self.table.grades))
        self.status.setText(" ".join([words, *self._faults]))
        self.table.setFocus()

    def _on_save(self) -> None:
        kinds = {"csv": self.tr("Table (*.csv)")}
        start = home_dir() / "class.csv"
        target = ask_target(self, self.tr("Save the table"), start, kinds)
        if target is None or self._course is None:
            return
        text = class_csv(self.table.grades, names_of(self._course))
        try:
            # Spreadsheets take UTF-8 for what it is only with the sign before it.
            atomic_write(target, text.encode("utf-8-sig"))
        except OSError as error:
            words = self.tr("The table cannot be written: {0}")
            self.status.setText(words.format(reason_words(error)))
        else:
            self.status.setText(self.tr("{0} is written.").format(target.name))

    @override
    def _on_failed(self, error: Exception) -> None:
        super()._on_failed(error)
        self.status.setText(error_sentence(error))


def _grade(
    paths: list[Path],
    course: Course,
    make_runner: MakeRunner,
    report: Report,
) -> None:
    runner = make_runner()
    try:
        grade_class(paths, course, runner, report)
    finally:
        runner.close()
