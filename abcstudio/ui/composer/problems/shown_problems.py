"""Which problems text and strip show: all but the measure that is being entered."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.editor_marks import ProblemMark


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
