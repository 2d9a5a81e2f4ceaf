"""The page of lessons: the list, the text over the cell, what the code prints."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from abcstudio.lessons.running.runner import Runner
from abcstudio.paths import answers_dir, bundled_tunebook, lessons_dir
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.learn.answer_presenter import AnswerPresenter
from abcstudio.ui.learn.check_session import CheckSession
from abcstudio.ui.learn.course_keeper import CourseKeeper
from abcstudio.ui.learn.handing_in.handing_in_commands import HandingInCommands
from abcstudio.ui.learn.learn_commands import LearnCommands
from abcstudio.ui.learn.lesson_link_commands import LessonLinkCommands
from abcstudio.ui.learn.lesson_presenter import LessonPresenter
from abcstudio.ui.learn.lesson_reader import LessonReader
from abcstudio.ui.learn.lessons_panel import LessonsPanel
from abcstudio.ui.learn.output_panel import OutputPanel
from abcstudio.ui.learn.own_code.own_code_commands import OwnCodeCommands
from abcstudio.ui.learn.own_code.own_code_presenter import OwnCodePresenter
from abcstudio.ui.learn.own_code.own_code_view import OwnCodeView
from abcstudio.ui.learn.report.report_commands import ReportCommands
from abcstudio.ui.learn.theory.theory_presenter import TheoryPresenter
from abcstudio.ui.learn.theory.theory_view import TheoryView
from abcstudio.ui.learn.work_panel import WorkPanel
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence


class LearnPage(QWidget):
    """Lessons left, the open one in the middle, its output right.

    Nothing is read and no process is started before the page is shown for the first time.
    """

    def __init__(
        self,
        studio: Studio,
        actions: Actions,
        *,
        lessons: Path | None = None,
        tunes: Path | None = None,
        runner: Runner | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page.

        Args:
            studio: What all pages share.
            actions: Where its commands are registered.
            lessons: The folder of the lessons, None for that in the box.
            tunes: The tunebook that own code is trained on, None for that in the box.
            runner: Runs answers, None for one with torch.
            parent: The widget that it lies in.
        """
        super().__init__(parent)
        self._studio, self._was_shown = studio, False
        self.panel = LessonsPanel(studio)
        self.text = LessonReader()
        self.work = WorkPanel(studio)
        self.output = OutputPanel(studio)
        self.theory = TheoryView(studio)
        self.own_code = OwnCodeView(studio)
        self.state = StatePanel()
        self._lay_out()
        self.keeper = CourseKeeper(studio, lessons or lessons_dir(), answers_dir(), self)
        self.session = CheckSession(studio, runner or Runner(), self)
        self.lessons = LessonPresenter(self.panel, self.keeper, studio, self)
        self.answers = AnswerPresenter(
            lessons=self.lessons,
            work=self.work,
            output=self.output,
            keeper=self.keeper,
            session=self.session,
            parent=self,
        )
        TheoryPresenter(self.theory, self.lessons, self.keeper, self)
        self._add_own_code(actions, tunes or bundled_tunebook())
        LessonLinkCommands(actions, studio, self)
        self._add_documents(actions, lessons or lessons_dir())
        self._give_commands(actions)
        self._connect()
        studio.closing.connect(self._close)

    @property
    def main_focus(self) -> QWidget:
        """The cell of the open lesson, the question of an open page, else the list."""
        if self.middle.currentWidget() is self.own_code:
            return self.own_code.main_focus
        if self.lessons.page is not None:
            return self.theory.main_focus
        return self.panel.list if self.lessons.lesson is None else self.work.cell

    @property
    def notice_grounds(self) -> tuple[QWidget, ...]:
        """What notices may cover for some seconds."""
        return (self.output.text, self.text)

    def _close(self) -> None:
        """Keep what was typed, and end what runs."""
        self.keeper.close()
        self.session.close()

    def open_own_code(self) -> None:
        """Show where own code trains a network; the page comes to the front."""
        self._studio.page_requested.emit("learn")
        self.lessons.leave()
        self._show_part(self.own_code)
        self.own_training.open()
        self.own_code.main_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self._read()
        self.session.resume()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.session.pause()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep what was typed when another window comes to the front, and look there after it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._was_shown:
            if not self.isActiveWindow():
                self.keeper.write_now()
            elif self.lessons.lesson is not None:
                self.keeper.look_for_another(self.lessons.lesson.name)

    def _lay_out(self) -> None:
        self.desk = QSplitter(Qt.Orientation.Vertical)
        self.desk.addWidget(self.text)
        self.desk.addWidget(self.work)
        self.desk.setStretchFactor(1, 1)
        self.desk.setChildrenCollapsible(False)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.state)
        self.middle.addWidget(self.desk)
        self.middle.addWidget(self.theory)
        self.middle.addWidget(self.own_code)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.panel, self.middle, self.output):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setStretchFactor(2, 1)
        self.panel.setMinimumWidth(31 * GRID)
        self.output.setMinimumWidth(31 * GRID)
        SplitterMemory(self._studio, self.columns, "learn.columns", (256, 720, 304))
        SplitterMemory(self._studio, self.desk, "learn.desk", (250, 410))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.columns)

    def _add_own_code(self, actions: Actions, tunes: Path) -> None:
        self.own_training = OwnCodePresenter(
            self.own_code, self.lessons, self.keeper, tunes, self._studio
        )
        self.panel.own_code.set_command(OwnCodeCommands(actions, self.open_own_code, self).open)

    def _add_documents(self, actions: Actions, lessons: Path) -> None:
        """Register what makes files of the lessons: the report, what is handed in."""
        report = ReportCommands(actions, self._studio, lambda: self.lessons.language, self)
        self.panel.report.set_command(report.report)
        handing_in = HandingInCommands(
            actions,
            self._studio,
            self.keeper,
            lessons=lessons,
            language=lambda: self.lessons.language,
            page=self,
        )
        self.panel.hand_in.set_command(handing_in.hand_in)

    def _give_commands(self, actions: Actions) -> None:
        commands = LearnCommands(actions, self.lessons, self.answers, self.session, self)
        for button, command in (
            (self.work.check, commands.check),
            (self.work.stop, commands.stop),
            (self.work.hint, commands.hint),
            (self.work.anew, commands.anew),
            (self.work.next, commands.next),
        ):
            button.set_command(command)

    def _connect(self) -> None:
        self.session.started.connect(partial(self.work.show_running, True))
        self.session.ended.connect(partial(self.work.show_running, False))
        self.keeper.failed.connect(self._on_reading_failed)
        self.lessons.opened.connect(self._on_opened)
        self.lessons.page_opened.connect(self._on_page_opened)
        self.lessons.fault_opened.connect(self._on_fault)
        self.lessons.language_changed.connect(self._show_text)

    def _read(self) -> None:
        self.state.show_state(self.tr("Reading the lessons…"), "", is_busy=True)
        self.middle.setCurrentWidget(self.state)
        self.keeper.start_reading()

    def _on_reading_failed(self, error: Exception) -> None:
        ways = [(self.tr("Try again"), self._read)]
        self.state.show_state(self.tr("There are no lessons"), error_sentence(error), ways)

    def _on_opened(self, _lesson: object) -> None:
        self._show_part(self.desk)
        self._show_text()
        if self.isVisible():
            self.work.cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_page_opened(self) -> None:
        self._show_part(self.theory)
        if self.isVisible():
            self.theory.take_focus()

    def _show_part(self, part: QWidget) -> None:
        """Show a part in the middle; theory and own code have no output beside them."""
        self.middle.setCurrentWidget(part)
        self.output.setVisible(part not in (self.theory, self.own_code))

    def _on_fault(self, name: str, why: str) -> None:
        """Say why a lesson cannot be used; the others can."""
        title = self.tr("{0} cannot be used").format(name)
        self.state.show_state(title, why, [(self.tr("Try again"), self._read)])
        self._show_part(self.state)

    def _show_text(self) -> None:
        lesson = self.lessons.lesson
        if lesson is not None:
            text = lesson.text(self.lessons.language)
            self.text.show_lesson(text.title, text.text)
