"""Opens the table of training runs and does what it asks for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from abcstudio.errors import TrainingError
from abcstudio.files import atomic_write
from abcstudio.learning.config import config_from
from abcstudio.recipes.comparing.run_data import runs_csv, runs_jsonl
from abcstudio.runs.deleted import clear_deleted
from abcstudio.runs.history import RunSummary
from abcstudio.runs.overlay import OverlaidCurve, overlaid_curves
from abcstudio.runs.run_marks import RunMarks
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.training.table.runs_dialog import RunsDialog
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.run_words import shown_name
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import Job, plain_work, saving_work
from abcstudio.workers.runs import MOST_BESIDE, read_takes


class RunsTable(QObject):
    """The dialog, one for the page.

    Signals:
        run_requested: Show a run on the page. Carries its folder.
        play_requested: The take of a run should be heard. Carries its text and the run's name.
        takes_made: The takes of the dialog are there to be given scores. Carries them.
    """

    run_requested = Signal(object)
    play_requested = Signal(str, str)
    takes_made = Signal(object)

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.page)
        actions = parts.actions
        studio = self._studio = parts.studio
        catalog = self._catalog = parts.catalog
        session = self._session = parts.session
        self._form = parts.form
        self._page = parts.page
        self.run_requested.connect(parts.runs.choose)
        self._dialog: RunsDialog | None = None
        self._reading, self._hearing = LatestJob(studio), LatestJob(studio)
        self.changes = catalog.changes
        self.changes.changed.connect(self._on_changed)
        self.changes.failed.connect(self._on_failed)
        catalog.read.connect(self._show_runs)
        # How a run ended stands on disk: it is read then.
        for change in (session.started, session.paused_changed):
            change.connect(self._show_standing)
        CommandGroup(actions, self, menu="train").add(
            CommandSpec("training.runs", "Ta&ble of runs…",
                "All training runs in a table: filter, sort, mark and compare them",
                do=self.open, keys="Alt+Shift+B", icon="table", section="run")
        )  # fmt: skip

    @property
    def dialog(self) -> RunsDialog | None:
        """The dialog, None before it was asked for."""
        return self._dialog

    def open(self) -> None:
        """Show the table."""
        dialog = self._made()
        self._catalog.refresh()
        self._studio.start(Job(saving_work(clear_deleted, self._studio.runs_folder)))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.filter.setFocus()

    def _made(self) -> RunsDialog:
        if self._dialog is None:
            dialog = self._dialog = RunsDialog(self._studio, self._page.window())
            dialog.chosen.connect(self._on_chosen)
            dialog.star_requested.connect(self._star)
            dialog.delete_requested.connect(self._delete)
            dialog.settings_requested.connect(self._take_settings)
            dialog.folder_requested.connect(self._show_folder)
            dialog.shown_requested.connect(self._show_on_page)
            dialog.export_requested.connect(self._export)
            dialog.undo_requested.connect(self.changes.undo)
            dialog.redo_requested.connect(self.changes.redo)
            dialog.takes.play_requested.connect(self.play_requested)
            dialog.takes.open_requested.connect(self._studio.open_in_composer)
            dialog.model.marked.connect(self._mark)
            dialog.show_undo(can_undo=self.changes.can_undo)
            self.takes_made.emit(dialog.takes)
            self._show_runs()
        return self._dialog

    def _show_runs(self) -> None:
        self._show_standing()
        if self._dialog is not None:
            self._dialog.show_runs(self._catalog.runs)

    def _show_standing(self) -> None:
        if self._dialog is not None:
            self._dialog.model.set_standing(self._session.standing(self._catalog.live_cell))

    def _on_chosen(self, runs: Sequence[RunSummary]) -> None:
        if self._dialog is None:
            return
        if not runs:
            self._reading.cancel()
            self._hearing.cancel()
            self._dialog.curves.set_curves((), {})
            self._dialog.takes.set_takes(())
            return
        names = {run.folder: shown_name(run) for run in runs}
        self._reading.run(
            plain_work(overlaid_curves, [*names]),
            partial(self._show_curves, names),
            self._on_failed,
        )
        beside = [*names.values()][:MOST_BESIDE]
        if beside != [name for name, _text in self._dialog.takes.takes]:
            self._dialog.takes.set_takes([(name, "") for name in beside], is_ready=False)
        work = plain_work(read_takes, [*names], self._live())
        self._hearing.run(work, partial(self._show_takes, names), self._on_failed)

    def _show_curves(self, names: dict[Path, str], curves: tuple[OverlaidCurve, ...]) -> None:
        if self._dialog is not None:
            self._dialog.curves.set_curves(curves, names)

    def _show_takes(self, names: dict[Path, str], takes: Sequence[tuple[Path, str]]) -> None:
        if self._dialog is not None:
            self._dialog.takes.set_takes([(names[path], text) for path, text in takes])

    def _star(self) -> None:
        """Give the chosen runs a star, or take it away where all have one."""
        runs = self._chosen()
        starred = not all(run.marks.starred for run in runs)
        self.changes.mark([(run, replace(run.marks, starred=starred)) for run in runs])

    def _mark(self, run: RunSummary, marks: RunMarks) -> None:
        self.changes.mark([(run, marks)])

    def _delete(self) -> None:
        runs, live = self._chosen(), self._live()
        if any(run.folder in live for run in runs):
            self._studio.notify(self.tr("A chosen run is under way: stop it first."))
        elif runs:
            self.changes.delete([run.folder for run in runs])

    def _live(self) -> frozenset[Path]:
        """Return the folders of the runs that train now."""
        live = self._session.standing(self._catalog.live_cell).live
        return frozenset() if live is None else frozenset((live,))

    def _take_settings(self) -> None:
        for run in self._chosen():
            try:
                config = config_from(run.config)
            except TrainingError as error:
                self._on_failed(error)
                return
            if not self._session.is_running:
                self._form.set_config(config)
                self._studio.page_requested.emit("training")
                self._studio.notify(
                    self.tr("The form has the settings of {0}.").format(shown_name(run))
                )

    def _show_folder(self) -> None:
        for run in self._chosen():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder)))

    def _show_on_page(self) -> None:
        for run in self._chosen():
            self._studio.page_requested.emit("training")
            self.run_requested.emit(run.folder)

    def _export(self) -> None:
        """Write the chosen runs, or all that are listed, as a table."""
        if self._dialog is None:
            return
        runs = self._chosen() or tuple(self._dialog.model.rows)
        kinds = {"csv": self.tr("Table (*.csv)"), "jsonl": self.tr("Lines of JSON (*.jsonl)")}
        start = Path.home() / "runs.csv"
        path = ask_target(self._dialog, self.tr("Export the runs"), start, kinds)
        if path is None:
            return
        write = runs_jsonl if path.suffix.lower() == ".jsonl" else runs_csv
        try:
            atomic_write(path, write(runs).encode("utf-8", "backslashreplace"))
        except OSError as error:
            self._on_failed(error)

    def _chosen(self) -> tuple[RunSummary, ...]:
        return self._dialog.runs if self._dialog is not None else ()

    def _on_changed(self) -> None:
        if self._dialog is not None:
            self._dialog.show_undo(can_undo=self.changes.can_undo)

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")
