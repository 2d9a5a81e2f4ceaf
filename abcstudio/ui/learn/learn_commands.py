"""The commands of the page of lessons."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from abcstudio.ui.learn.answer_presenter import AnswerPresenter
from abcstudio.ui.learn.check_session import CheckSession
from abcstudio.ui.learn.lesson_presenter import LessonPresenter
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.edition import why_no_torch
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_CHECK = CommandSpec(
    id="learn.check",
    words=QT_TRANSLATE_NOOP("LearnCommands", "&Check the answer"),
    tooltip=QT_TRANSLATE_NOOP("LearnCommands", "Runs your code and says whether it is right"),
    keys="Ctrl+Return",
    icon="check",
)
_STOP = CommandSpec(
    id="learn.stop",
    words=QT_TRANSLATE_NOOP("LearnCommands", "&Stop the check"),
    tooltip=QT_TRANSLATE_NOOP("LearnCommands", "Stops your code where it is"),
    keys="Ctrl+Shift+Return",
    icon="player-stop",
)
_HINT = CommandSpec(
    id="learn.hint",
    words=QT_TRANSLATE_NOOP("LearnCommands", "&Hint"),
    tooltip=QT_TRANSLATE_NOOP("LearnCommands", "Shows the next hint; the last one is the answer"),
    keys="Ctrl+H",
    icon="help",
)
_ANEW = CommandSpec(
    id="learn.anew",
    words=QT_TRANSLATE_NOOP("LearnCommands", "Start &anew"),
    tooltip=QT_TRANSLATE_NOOP("LearnCommands", "Brings the cell back as it was; Undo brings yours"),
    icon="eraser",
)
_SOLUTION = CommandSpec(
    id="learn.solution",
    words=QT_TRANSLATE_NOOP("LearnCommands", "C&ompare with a solution"),
    tooltip=QT_TRANSLATE_NOOP(
        "LearnCommands", "Shows a solution beside your own, once yours is right"
    ),
    icon="eye",
)
_NEXT = CommandSpec(
    id="learn.next",
    words=QT_TRANSLATE_NOOP("LearnCommands", "&Next lesson"),
    tooltip=QT_TRANSLATE_NOOP("LearnCommands", "Opens the lesson after this one"),
    keys="Ctrl+PgDown",
    icon="chevron-right",
    section="lessons",
)
_PREVIOUS = CommandSpec(
    id="learn.previous",
    words=QT_TRANSLATE_NOOP("LearnCommands", "&Previous lesson"),
    tooltip=QT_TRANSLATE_NOOP("LearnCommands", "Opens the lesson before this one"),
    keys="Ctrl+PgUp",
    icon="chevron-left",
    section="lessons",
)


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
        self.check: QAction = group.add(_CHECK, answers.check, self._why_no_check)
        self.stop: QAction = group.add(_STOP, session.stop, self._why_no_stop)
        self.hint: QAction = group.add(_HINT, answers.give_hint, self._why_no_hint)
        self.anew: QAction = group.add(_ANEW, answers.start_anew)
        group.add(_SOLUTION, answers.show_solution, self._why_no_solution)
        self.next: QAction = group.add(_NEXT, partial(lessons.open_neighbour, 1), self._why_no_next)
        group.add(_PREVIOUS, partial(lessons.open_neighbour, -1), self._why_no_previous)
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
