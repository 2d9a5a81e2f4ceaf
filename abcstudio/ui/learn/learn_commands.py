"""The commands of the page of lessons."""

from functools import partial

from PySide6.QtCore import QObject

from abcstudio.ui.learn.answer_presenter import AnswerPresenter
from abcstudio.ui.learn.check_session import CheckSession
from abcstudio.ui.learn.lesson_presenter import LessonPresenter
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.edition import why_no_torch


class LearnCommands(QObject):
    """Registers the commands; their keys are those of the page alone.

    Attributes:
        check, stop, hint, anew, next: Those that have buttons.
    """

    def __init__(
        self,
        actions: Actions,
        lessons: LessonPresenter,
        answers: AnswerPresenter,
        session: CheckSession,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._lessons = lessons
        self._answers = answers
        self._session = session
        group = CommandGroup(actions, self, menu="learn", page="learn", why_not=self._why_closed)
        self.check, self.stop, self.hint, self.anew, _, self.next, _ = group.add_all(
            CommandSpec("learn.check", "&Check the answer",
                "Runs your code and says whether it is right",
                do=answers.check, why_not=self._why_no_check, keys="Ctrl+Return", icon="check"),
            CommandSpec("learn.stop", "&Stop the check", "Stops your code where it is",
                do=session.stop, why_not=self._why_no_stop, keys="Ctrl+Shift+Return",
                icon="player-stop"),
            CommandSpec("learn.hint", "&Hint", "Shows the next hint; the last one is the answer",
                do=answers.give_hint, why_not=self._why_no_hint, keys="Ctrl+H", icon="help"),
            CommandSpec("learn.anew", "Start &anew",
                "Brings the cell back as it was; Undo brings yours",
                do=answers.start_anew, icon="eraser"),
            CommandSpec("learn.solution", "C&ompare with a solution",
                "Shows a solution beside your own, once yours is right",
                do=answers.show_solution, why_not=self._why_no_solution, icon="eye"),
            CommandSpec("learn.next", "&Next lesson", "Opens the lesson after this one",
                do=partial(lessons.open_neighbour, 1), why_not=self._why_no_next,
                keys="Ctrl+PgDown", icon="chevron-right", section="lessons"),
            CommandSpec("learn.previous", "&Previous lesson", "Opens the lesson before this one",
                do=partial(lessons.open_neighbour, -1), why_not=self._why_no_previous,
                keys="Ctrl+PgUp", icon="chevron-left", section="lessons"),
        )  # fmt: skip
        group.follow(answers.changed)

    def _why_closed(self) -> str:
        return "" if self._lessons.lesson is not None else self.tr("No lesson is open.")

    def _why_no_check(self) -> str:
        if self._session.is_running:
            return self.tr("A check is under way.")
        return self._why_closed() or why_no_torch()

    def _why_no_stop(self) -> str:
        return "" if self._session.is_running else self.tr("No check is under way.")

    def _why_no_hint(self) -> str:
        is_over = self._lessons.lesson is not None and not self._answers.has_more_hints
        return self.tr("All hints are shown.") if is_over else self._why_closed()

    def _why_no_solution(self) -> str:
        words = self.tr("A solution is shown once your own answer is right.")
        return "" if self._answers.is_done else words

    def _why_no_next(self) -> str:
        return "" if self._lessons.neighbour(1) else self.tr("No lesson comes after this one.")

    def _why_no_previous(self) -> str:
        return "" if self._lessons.neighbour(-1) else self.tr("No lesson comes before this one.")
