"""The commands that pack a student's answers, and grade those of a class."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from abcstudio.lessons.handed_in import pack_answers
from abcstudio.paths import answers_dir, home_dir
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.learn.course_keeper import CourseKeeper
from abcstudio.ui.learn.handing_in.grade_dialog import GradeDialog
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import saving_work


class HandingInCommands(QObject):
    """Registers both commands; they work from any page.

    Args of the constructor:
        lessons: The folder of the lessons.
        language: Returns what these are read in.
        page: Above whose window dialogs stand.

    Attributes:
        hand_in, grade: The commands.
    """

    def __init__(
        self,
        actions: Actions,
        studio: Studio,
        keeper: CourseKeeper,
        *,
        lessons: Path,
        language: Callable[[], str],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._studio, self._keeper = studio, keeper
        self._lessons, self._language, self._page = lessons, language, page
        self._packing = LatestJob(studio)
        group = CommandGroup(actions, self, menu="learn")
        self.hand_in, self.grade = group.add_all(
            CommandSpec("learn.hand_in", "Han&d in…",
                "Packs your answers into an archive for the teacher",
                do=self._on_hand_in, icon="upload", section="report"),
            CommandSpec("learn.grade", "&Grade a class…",
                "Checks what students have handed in, and shows a table",
                do=self.open_grading, icon="table", section="report"),
        )  # fmt: skip

    def open_grading(self) -> GradeDialog:
        """Open the dialog of the teacher, and return it."""
        dialog = GradeDialog(
            self._studio, self._lessons, answers_dir(), self._language(), self._page.window()
        )
        dialog.open()
        return dialog

    def _on_hand_in(self) -> None:
        kinds = {"zip": self.tr("Archives of answers (*.zip)")}
        start = home_dir() / self.tr("surname.zip")
        target = ask_target(self._page.window(), self.tr("Hand in your answers"), start, kinds)
        if target is None:
            return
        self._keeper.write_all()
        self._studio.will_write_into(target.parent)
        work = saving_work(pack_answers, answers_dir(), target)
        self._packing.run(work, partial(self._on_packed, target), self._on_failed)

    def _on_packed(self, target: Path, count: int) -> None:
        one = self.tr("{0} holds 1 answer. Give it to your teacher.")
        more = self.tr("{0} holds %Ln answers. Give it to your teacher.", "", count)
        folder = QUrl.fromLocalFile(str(target.parent))
        self._studio.notify(
            (one if count == 1 else more).format(target.name),
            "success",
            self.tr("Show the folder"),
            partial(QDesktopServices.openUrl, folder),
        )

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "warning")
