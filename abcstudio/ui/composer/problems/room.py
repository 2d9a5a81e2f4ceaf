"""Problems of the text: marks in the editor, the strip below it, the side panel."""

from functools import partial

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.problems.problems_commands import ProblemsCommands
from abcstudio.ui.composer.problems.problems_panel import ProblemsPanel
from abcstudio.ui.composer.problems.problems_presenter import ProblemsPresenter
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.editor_marks import ProblemMark
from abcstudio.ui.words.key_words import KeyTip


class ShownProblems(QObject):
    """Marks problems in the text and hands them to the strip.

    While notes are entered, the last measure of the tune is short until it is full: that is no
    problem as long as the caret stands in it.
    """

    def __init__(self, editor: AbcEditor, strip: ProblemsStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._strip = strip
        self._view: TuneView | None = None
        self._problems: tuple[ProblemMark, ...] = ()
        self._is_entering = False
        editor.caret_moved.connect(self._on_caret_moved)

    def show_view(self, view: TuneView | None) -> None:
        """Show what is doubtful in a tune; without one there is nothing that could be."""
        self._view = view
        self._problems = view.problems() if view is not None else ()
        self._show()

    def set_entering(self, is_entering: bool) -> None:
        """Notes are entered from now on, or no longer."""
        self._is_entering = is_entering
        self._show()

    def _on_caret_moved(self) -> None:
        if self._is_entering and self._strip.problems != self._shown():
            self._show()

    def _show(self) -> None:
        shown = self._shown()
        self._editor.marks.set_problems(shown)
        self._strip.set_problems(shown, self._editor.caret(), has_tune=self._view is not None)

    def _shown(self) -> tuple[ProblemMark, ...]:
        return tuple(one for one in self._problems if not self._is_being_written(one))

    def _is_being_written(self, problem: ProblemMark) -> bool:
        view = self._view
        if not self._is_entering or view is None or problem.code != "measure-short":
            return False
        is_last = not view.text[problem.span.end - view.offset :].strip()
        return is_last and self._editor.caret() >= problem.span.start


class ProblemsRoom(QObject):
    """Shows problems below the text and at the side, and fixes them."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, rooms = parts.desk, parts.rooms
        self._desk = desk
        self.strip = ProblemsStrip(parts.studio)
        self.panel = ProblemsPanel(parts.studio)
        doubtful = self.tr("What is doubtful in this tune, or in the whole text")
        parts.side.add("problems", self.tr("Problems"), doubtful, self.panel, "alert-triangle")
        self.shown = ShownProblems(desk.editor, self.strip, self)
        self.presenter = ProblemsPresenter(desk, self.strip, parts.side, self.panel, parts.check)
        self.presenter.side_requested.connect(parts.side.bring)
        self.presenter.strip_left.connect(rooms[TextsRoom].work_focus.give_back)
        ProblemsCommands(desk, self.strip, self.presenter, parts.actions)
        parts.columns.put(PagePlace.PROBLEMS, self.strip)
        desk.watch.tune_changed.connect(self._show)
        desk.editor.caret_moved.connect(self._follow_caret)
        for button, command in (
            (self.strip.fix_button, "tune.fix_problem"),
            (self.strip.next_button, "tune.next_problem"),
            (self.strip.previous_button, "tune.previous_problem"),
        ):
            KeyTip(button, partial(parts.actions.action, command))
        self._show(desk.watch.view)

    def _show(self, view: TuneView | None) -> None:
        self.shown.show_view(None if self._desk.document.is_composing else view)

    def _follow_caret(self, caret: int) -> None:
        self.strip.set_caret(caret)
        self.strip.set_place(*self._desk.editor.place())
