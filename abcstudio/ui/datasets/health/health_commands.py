"""The commands that fix problems of tunes."""

from PySide6.QtCore import QObject

from abcstudio.corpus.health.fixes import fixed_at_once
from abcstudio.ui.datasets.health.cleaned_export import CleanedExport
from abcstudio.ui.datasets.health.health_presenter import HealthPresenter
from abcstudio.ui.datasets.health.health_view import HealthView
from abcstudio.ui.datasets.tune_views import TuneViews
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_HEALTH = CommandSpec(
    id="datasets.health",
    words=QT_TRANSLATE_NOOP("HealthCommands", "&Look for problems"),
    tooltip=QT_TRANSLATE_NOOP(
        "HealthCommands", "Lists what is wrong with the tunes of the source, by kind"
    ),
    keys="Alt+Shift+Q",
    icon="search",
)
_FIX = CommandSpec(
    id="datasets.fix",
    words=QT_TRANSLATE_NOOP("HealthCommands", "&Fix this tune"),
    tooltip=QT_TRANSLATE_NOOP(
        "HealthCommands", "Makes the fix that is shown; nothing on disk is changed"
    ),
    keys="Alt+Shift+X",
    icon="wand",
)
_FIX_KIND = CommandSpec(
    id="datasets.fix_kind",
    words=QT_TRANSLATE_NOOP("HealthCommands", "Fix &all of this kind"),
    tooltip=QT_TRANSLATE_NOOP(
        "HealthCommands", "Fixes every problem of the chosen kind; nothing on disk is changed"
    ),
    keys="Alt+Shift+C",
    icon="wand",
)
_FIX_ALL = CommandSpec(
    id="datasets.fix_all",
    words=QT_TRANSLATE_NOOP("HealthCommands", "Fi&x all problems"),
    tooltip=QT_TRANSLATE_NOOP(
        "HealthCommands",
        "Fixes the problems of all kinds in one step, then lists the changed tunes; "
        "nothing on disk is changed",
    ),
    icon="wand",
)
_DUPLICATES = CommandSpec(
    id="datasets.duplicates",
    words=QT_TRANSLATE_NOOP("HealthCommands", "Find &duplicates"),
    tooltip=QT_TRANSLATE_NOOP(
        "HealthCommands", "Lists the tunes of the source that are there more than once, in any key"
    ),
    icon="search",
)
_LEAVE_OUT = CommandSpec(
    id="datasets.leave_out",
    words=QT_TRANSLATE_NOOP("HealthCommands", "Leave th&is tune out"),
    tooltip=QT_TRANSLATE_NOOP(
        "HealthCommands", "The cleaned tunebook does not have the tune of this problem"
    ),
    icon="eraser",
)
_EXPORT = CommandSpec(
    id="datasets.export_cleaned",
    words=QT_TRANSLATE_NOOP("HealthCommands", "Export &cleaned tunebook…"),
    tooltip=QT_TRANSLATE_NOOP(
        "HealthCommands", "Writes the tunes of the source with all fixes into a file"
    ),
    icon="file-export",
)


class HealthCommands(QObject):
    """Registers the commands."""

    def __init__(
        self,
        view: HealthView,
        views: TuneViews,
        presenter: HealthPresenter,
        export: CleanedExport,
        studio: Studio,
        actions: Actions,
    ) -> None:
        super().__init__(presenter)
        self._view = view
        self._views = views
        self._presenter = presenter
        self._studio = studio
        group = CommandGroup(actions, self, menu="train", page="datasets")
        group.add(_HEALTH, self._show)
        group.add(_DUPLICATES, self._show_duplicates)
        view.fix.set_command(group.add(_FIX, presenter.fix, self._why_no_fix))
        fix_kind = group.add(_FIX_KIND, presenter.fix_kind, self._why_no_kind)
        view.fix_kind.set_command(fix_kind)
        view.fix_all.set_command(group.add(_FIX_ALL, presenter.fix_all, self._why_not_all))
        leave_out = group.add(_LEAVE_OUT, presenter.leave_out, self._why_no_tune)
        view.leave_out.set_command(leave_out)
        files = CommandGroup(actions, self, menu="file", page="datasets")
        view.export.set_command(files.add(_EXPORT, export.ask, self._why_no_export))
        for each in (group, files):
            each.follow(presenter.listed, presenter.history.changed)

    def _show(self) -> None:
        self._studio.page_requested.emit("datasets")
        self._views.show_view(self._view)

    def _show_duplicates(self) -> None:
        self._show()
        self._presenter.show_repeats()

    def _why_not_all(self) -> str:
        if not self._view.shows_problems or not self._view.isVisible():
            return self.tr("“Health” lists the problems of the tunes; none are listed.")
        can_fix = bool(fixed_at_once(self._view.kinds.kinds))
        return "" if can_fix else self.tr("No fix is known for these problems.")

    def _why_no_fix(self) -> str:
        problem = self._presenter.chosen
        if problem is None:
            return self.tr("“Health” lists the problems of the tunes; none is chosen.")
        return "" if problem.can_fix else self.tr("No fix is known for this problem.")

    def _why_no_kind(self) -> str:
        kind = self._presenter.chosen_kind
        if kind is None:
            return self.tr("“Health” lists the problems of the tunes; none is chosen.")
        return "" if kind.fixable else self.tr("No fix is known for this kind of problem.")

    def _why_no_tune(self) -> str:
        problem = self._presenter.chosen
        if problem is None:
            return self.tr("“Health” lists the problems of the tunes; none is chosen.")
        if problem.concerns_file:
            return self.tr("It concerns a file, not a tune.")
        is_left_out = self._presenter.book.texts[problem.place] is None
        return self.tr("This tune is left out already.") if is_left_out else ""

    def _why_no_export(self) -> str:
        return "" if self._presenter.book.kept else self.tr("There are no tunes to write.")
