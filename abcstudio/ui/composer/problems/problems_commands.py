"""The commands of problems: go to one, fix one, alike ones or all, list them."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.problems.problems_presenter import ProblemsPresenter
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


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
            CommandSpec("tune.next_problem", "Ne&xt problem", "Go to the next problem",
                do=self._go_to_next, keys="F8", icon="alert-triangle", section="problems"),
            CommandSpec("tune.previous_problem", "Pre&vious problem", "Go to the problem before",
                do=self._go_to_previous, keys="Shift+F8", section="problems"),
        )  # fmt: skip
        fixing = CommandGroup(actions, self, menu="tune", page=page)
        fixing.add_all(
            CommandSpec("tune.fix_problem", "&Fix the problem",
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
