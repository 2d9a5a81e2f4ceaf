"""Health of the tunes: view, presenter and commands."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.corpus.health.fixes import fixed_at_once
from abcstudio.recipes.health.cleaned_file import write_cleaned
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.health.fix_history import FixHistory
from abcstudio.ui.datasets.health.health_presenter import HealthPresenter
from abcstudio.ui.datasets.health.health_view import HealthView
from abcstudio.ui.datasets.source_dialogs import tunes_folder
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.datasets.tune_views import TuneViews
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import saving_work


class CleanedExport(QObject):
    """Asks where to, writes, and offers the file as a source."""

    def __init__(
        self, presenter: HealthPresenter, sources: TuneSources, studio: Studio, window: QWidget
    ) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._sources = sources
        self._studio = studio
        self._window = window
        self._job = LatestJob(studio)

    def ask(self) -> None:
        """Ask for the file, and write it."""
        stem = Path(self._sources.current).stem
        start = Path(tunes_folder(self._studio)) / self.tr("{0}, cleaned.abc").format(stem)
        title = self.tr("Export cleaned tunebook")
        target = ask_target(self._window, title, start, {"abc": self.tr("Tunes (*.abc)")})
        if target is not None:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the tunes as they are now."""
        self._studio.will_write_into(target.parent)
        source = self._sources.current
        encoding = self._studio.settings.source_encodings.get(str(source), "")
        work = saving_work(write_cleaned, self._presenter.book, source, target, encoding)
        self._job.run(work, partial(self._on_written, target), self._on_failed)

    def _on_written(self, target: Path, count: int) -> None:
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 tune is written to {0}.")
        more = self.tr("%Ln tunes are written to {0}.", "", count)
        self._studio.notify(
            (one if count == 1 else more).format(target.name),
            "success",
            self.tr("Show its tunes"),
            partial(self._sources.add, target),
        )

    def _on_failed(self, error: Exception) -> None:
        words = error_sentence(error)
        self._studio.notify(words, "error", self.tr("Save elsewhere…"), self.ask)


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
        group = CommandGroup(actions, self, menu="train", submenu="health", page="datasets")
        _health, _duplicates, *of_view = group.add_all(
            CommandSpec("datasets.health", "&Look for problems",
                "Lists what is wrong with the tunes of the source, by kind",
                do=self._show, keys="Alt+Shift+Q", icon="search"),
            CommandSpec("datasets.duplicates", "Find &duplicates",
                "Lists the tunes of the source that are there more than once, in any key",
                do=self._show_duplicates, icon="search"),
            CommandSpec("datasets.fix", "&Fix this tune",
                "Makes the fix that is shown; nothing on disk is changed",
                do=presenter.fix, why_not=self._why_no_fix, keys="Alt+Shift+X", icon="wand"),
            CommandSpec("datasets.fix_kind", "Fix &all of this kind",
                "Fixes every problem of the chosen kind; nothing on disk is changed",
                do=presenter.fix_kind, why_not=self._why_no_kind, keys="Alt+Shift+C", icon="wand"),
            CommandSpec("datasets.fix_all", "Fi&x all problems",
                "Fixes the problems of all kinds in one step, then lists the changed tunes; "
                "nothing on disk is changed",
                do=presenter.fix_all, why_not=self._why_not_all, icon="wand"),
            CommandSpec("datasets.leave_out", "Leave th&is tune out",
                "The cleaned tunebook does not have the tune of this problem",
                do=presenter.leave_out, why_not=self._why_no_tune, icon="eraser"),
        )  # fmt: skip
        buttons = (view.fix, view.fix_kind, view.fix_all, view.leave_out)
        for button, action in zip(buttons, of_view, strict=True):
            button.set_command(action)
        files = CommandGroup(actions, self, menu="file", submenu="datasets", page="datasets")
        view.export.set_command(files.add(
            CommandSpec("datasets.export_cleaned", "Export &cleaned tunebook…",
                "Writes the tunes of the source with all fixes into a file",
                do=export.ask, why_not=self._why_no_export, icon="file-export")
        ))  # fmt: skip
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


class HealthRoom(QObject):
    """Lists and fixes what is wrong with the tunes of the page.

    While its view is in sight, the preview shows the tune of the chosen problem.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.views)
        self._browser = parts.browser
        self._preview = parts.preview
        studio, sources, views = parts.studio, parts.sources, parts.views
        self.view = HealthView(studio)
        views.add_view(self.view, self.tr("Health"), lambda: self.view.main_focus)
        self.presenter = HealthPresenter(self.view, sources, studio)
        self.export = CleanedExport(self.presenter, sources, studio, views)
        HealthCommands(
            view=self.view,
            views=views,
            presenter=self.presenter,
            export=self.export,
            studio=studio,
            actions=parts.actions,
        )
        self.presenter.listed.connect(self._show_tune)
        self.view.installEventFilter(self)

    @property
    def history(self) -> FixHistory:
        """The fixes, each of which can be undone."""
        return self.presenter.history

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.presenter.come_into_sight()
            self._show_tune()
        elif event.type() == QEvent.Type.Hide:
            self.history.changed.emit()
            self._preview.set_tune(self._browser.table.tune)
        return super().eventFilter(watched, event)

    def _show_tune(self) -> None:
        problem = self.presenter.chosen
        if self.view.isVisible() and problem is not None and not problem.concerns_file:
            tune = self.presenter.book.tune(problem.place)
            if self._preview.tune is None or self._preview.tune.text != tune.text:
                self._preview.set_tune(tune)
