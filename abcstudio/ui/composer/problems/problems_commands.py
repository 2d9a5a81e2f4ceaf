"""The commands of problems: go to one, fix one, alike ones or all, list them."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.problems.problems_presenter import ProblemsPresenter
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_FIX_COMMANDS = (
    CommandSpec(
        id="tune.fix_problem",
        words=QT_TRANSLATE_NOOP("ProblemsCommands", "&Fix the problem"),
        tooltip=QT_TRANSLATE_NOOP(
            "ProblemsCommands", "Change the text as the line under the editor suggests"
        ),
        keys="Ctrl+.",
        icon="wand",
        section="problems",
    ),
    CommandSpec(
        id="tune.fix_alike",
        words=QT_TRANSLATE_NOOP("ProblemsCommands", "Fix all li&ke this problem"),
        tooltip=QT_TRANSLATE_NOOP(
            "ProblemsCommands", "Fix all problems of the same kind, as one step to undo"
        ),
        keys="Ctrl+Shift+F8",
        icon="wand",
        section="problems",
    ),
    CommandSpec(
        id="tune.fix_all",
        words=QT_TRANSLATE_NOOP("ProblemsCommands", "Fix all &problems"),
        tooltip=QT_TRANSLATE_NOOP(
            "ProblemsCommands", "Fix all problems that have a known fix, as one step to undo"
        ),
        keys="Alt+Shift+F8",
        icon="wand",
        section="problems",
    ),
)

_GO_COMMANDS = (
    CommandSpec(
        id="tune.next_problem",
        words=QT_TRANSLATE_NOOP("ProblemsCommands", "Ne&xt problem"),
        tooltip=QT_TRANSLATE_NOOP("ProblemsCommands", "Go to the next problem"),
        keys="F8",
        icon="alert-triangle",
        section="problems",
    ),
    CommandSpec(
        id="tune.previous_problem",
        words=QT_TRANSLATE_NOOP("ProblemsCommands", "Pre&vious problem"),
        tooltip=QT_TRANSLATE_NOOP("ProblemsCommands", "Go to the problem before"),
        keys="Shift+F8",
        section="problems",
    ),
)

_VIEW_COMMANDS = (
    CommandSpec(
        id="view.problems",
        words=QT_TRANSLATE_NOOP("ProblemsCommands", "&Problems"),
        tooltip=QT_TRANSLATE_NOOP(
            "ProblemsCommands", "List all problems of the tune, or of the whole text"
        ),
        keys="Ctrl+Shift+K",
        icon="alert-triangle",
        section="panels",
    ),
)


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
            _GO_COMMANDS,
            {"tune.next_problem": self._go_to_next, "tune.previous_problem": self._go_to_previous},
        )
        fixing = CommandGroup(actions, self, menu="tune", page=page)
        for spec, fix, why_not in zip(
            _FIX_COMMANDS,
            (strip.request_fix, presenter.fix_alike, presenter.fix_all),
            (self._why_not_shown, self._why_not_alike, self._why_not_all),
            strict=True,
        ):
            fixing.add(spec, fix, why_not)
        views = CommandGroup(actions, self, menu="view", page=page)
        views.add_all(_VIEW_COMMANDS, {"view.problems": presenter.show_panel})
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
