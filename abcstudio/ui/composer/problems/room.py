"""Problems of the text: marks in the editor, the strip below it, the side panel."""

from functools import partial

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.problems.problems_panel import ProblemsPanel
from abcstudio.ui.composer.problems.problems_presenter import ProblemsPresenter
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.editor_marks import ProblemMark
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.words.key_words import KeyTip

_NEXT_PROBLEM = "tune.next_problem"
_PREVIOUS_PROBLEM = "tune.previous_problem"
_FIX_PROBLEM = "tune.fix_problem"


class ProblemsCommands(QObject):
    """Registers the commands."""

    def __init__(
        self,
        desk: TuneDesk,
        strip: ProblemsStrip,
        presenter: ProblemsPresenter,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._strip = strip
        self._presenter = presenter
        page = "composer"
        going = CommandGroup(actions, self, menu="tune", page=page, why_not=self._why_nowhere)
        going.add_all(
            CommandSpec(_NEXT_PROBLEM, "Ne&xt problem", "Go to the next problem",
                do=self._go_to_next, keys="F8", icon="alert-triangle", section="problems"),
            CommandSpec(_PREVIOUS_PROBLEM, "Pre&vious problem", "Go to the problem before",
                do=self._go_to_previous, keys="Shift+F8", section="problems"),
        )  # fmt: skip
        fixing = CommandGroup(actions, self, menu="tune", page=page)
        fixing.add_all(
            CommandSpec(_FIX_PROBLEM, "&Fix the problem",
                "Change the text as the line under the editor suggests",
                do=strip.request_fix, why_not=self._why_not_shown, keys="Ctrl+.", icon="wand",
                section="problems"),
            CommandSpec("tune.fix_alike", "Fix all li&ke this problem",
                "Fix all problems of the same kind, as one step to undo",
                do=presenter.fix_alike, why_not=self._why_not_alike, keys="Ctrl+Shift+F8",
                icon="wand", section="problems"),
            CommandSpec("tune.fix_all", "Fix all &problems",
                "Fix all problems that have a known fix, as one step to undo",
                do=presenter.fix_all, why_not=self._why_not_all, keys="Alt+Shift+F8", icon="wand",
                section="problems"),
        )  # fmt: skip
        CommandGroup(actions, self, menu="view", page=page).add(
            CommandSpec("view.problems", "&Problems",
                "List all problems of the tune, or of the whole text",
                do=presenter.show_panel, keys="Ctrl+Shift+K", icon="alert-triangle",
                section="panels")
        )  # fmt: skip
        for group in (going, fixing):
            group.follow(desk.changed, strip.shown_changed, presenter.listed)

    def _go_to_next(self) -> None:
        self._strip.go_after(self._editor.caret())

    def _go_to_previous(self) -> None:
        self._strip.go_before(self._editor.selection().start)

    def _why_nowhere(self) -> str:
        none = self.tr("Nothing is doubtful in this tune.")
        return self._desk.why_no_writing() or ("" if self._strip.problems else none)

    def _why_not_shown(self) -> str:
        no_fix = self.tr("No fix is known for the problem at the caret.")
        return self._desk.why_no_writing() or ("" if self._strip.shown_fix else no_fix)

    def _why_not_alike(self) -> str:
        shown = self._strip.shown
        return self._why_unfixable(shown is not None and shown.has_sure_fix)

    def _why_not_all(self) -> str:
        return self._why_unfixable(self._presenter.has_fix)

    def _why_unfixable(self, has_fix: bool) -> str:
        no_fix = self.tr("No fix is known for a problem here.")
        return self._desk.why_no_writing() or ("" if has_fix else no_fix)


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
            (self.strip.fix_button, _FIX_PROBLEM),
            (self.strip.next_button, _NEXT_PROBLEM),
            (self.strip.previous_button, _PREVIOUS_PROBLEM),
        ):
            KeyTip(button, partial(parts.actions.action, command))
        self._show(desk.watch.view)

    def _show(self, view: TuneView | None) -> None:
        self.shown.show_view(None if self._desk.document.is_composing else view)

    def _follow_caret(self, caret: int) -> None:
        self.strip.set_caret(caret)
        self.strip.set_place(*self._desk.editor.place())
