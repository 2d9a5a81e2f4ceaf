"""Opens the dialog of sweeps, makes them and keeps it in step with the one under way."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.recipes.sweeps.grid import SweepPlan
from abcstudio.recipes.sweeps.making import SweepRequest, make_sweep
from abcstudio.recipes.sweeps.outcome import (
    FoundSweep,
    SweepOutcome,
    sweep_outcome,
    sweeps_in,
)
from abcstudio.recipes.sweeps.running import SweepReport
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.runs.sweeps.sweep_folder import SweepFolder
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.training.sweeps.sweep_dialog import SweepDialog
from abcstudio.ui.training.sweeps.sweep_form import SweepForm
from abcstudio.ui.training.sweeps.sweep_session import SweepSession
from abcstudio.ui.training.sweeps.sweep_view import SweepView
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work


class Sweeps(QObject):
    """Everything of the window that concerns sweeps.

    Signals:
        changed: There is another run, or more is known of one.
        live_changed: Another cell's run trains now. Carries its folder, None where none does.
        run_requested: Show a run. Carries its folder.
    """

    changed = Signal()
    live_changed = Signal(object)
    run_requested = Signal(object)

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.page)
        actions, training = parts.actions, parts.session
        studio = self._studio = parts.studio
        self._form = parts.form
        corpus = self._corpus = parts.corpus
        self._page = parts.page
        self.session = SweepSession(studio, training, self)
        self._dialog: SweepDialog | None = None
        self._listing, self._reading = LatestJob(studio), LatestJob(studio)
        self._making = LatestJob(studio)
        self._is_closed = False
        group = CommandGroup(actions, self, menu="train", submenu="sweeps")
        group.add_all(
            CommandSpec("training.sweep", "Train &variants…",
                "Trains the network of the form in several variants and puts them side by side",
                do=self.open, keys="Alt+Shift+V", icon="adjustments", section="sweep"),
            CommandSpec("training.pause_sweep", "Pause the s&weep",
                "Stops after the present step; what was learned is kept, and it can go on later",
                do=self.session.stop, why_not=self._why_no_pause, icon="player-pause",
                section="sweep"),
        )  # fmt: skip
        group.follow(self.session.started, self.session.ended)
        self.session.reported.connect(self._on_reported)
        self.session.finished.connect(self._on_finished)
        self.session.failed.connect(self._on_failed)
        self.session.started.connect(self._refresh)
        self.session.ended.connect(self._on_ended)
        training.started.connect(self._show_whether_possible)
        training.ended.connect(self._show_whether_possible)
        corpus.changed.connect(self._show_whether_possible)
        self.live_changed.connect(parts.catalog.set_live_cell)
        self.changed.connect(parts.catalog.follow)
        self.run_requested.connect(parts.runs.choose)
        studio.closing.connect(self._close)

    @property
    def dialog(self) -> SweepDialog | None:
        """The dialog, None before it was asked for."""
        return self._dialog

    def open(self) -> None:
        """Show the dialog: of the sweep under way, else of the one that was shown last."""
        dialog = self._made()
        self._corpus.read_tunes()
        self._list(self.session.folder or dialog.shown)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _close(self) -> None:
        """Stop what is under way; cells go on at another time from what they have kept."""
        self._is_closed = True
        self.session.stop()
        if self._dialog is not None:
            self._dialog.form.close_form()

    def _made(self) -> SweepDialog:
        if self._dialog is None:
            form = SweepForm(self._studio, self._form, self._corpus, self.session)
            view = SweepView(self._studio)
            dialog = self._dialog = SweepDialog(form, view, self._page.window())
            form.start_requested.connect(self._start)
            dialog.sweep_chosen.connect(self._on_sweep_chosen)
            dialog.finished.connect(form.close_form)
            view.go_on_requested.connect(self._go_on)
            view.pause_requested.connect(self.session.stop)
            view.retry_requested.connect(self._retry)
            view.move_requested.connect(self._move)
            view.run_requested.connect(self.run_requested)
        return self._dialog

    def _start(self, plan: SweepPlan) -> None:
        """Make the sweep's folder, then train its cells."""
        if self._making.is_running:
            # A second click: it would leave a sweep behind that nobody wanted.
            return
        if not self._corpus.tunes:
            self._say(self.tr("The tunes are still being read. Try again in a moment."))
            return
        request = SweepRequest(
            plan=plan,
            tunes=self._corpus.tunes,
            held_out=self._corpus.held_out,
            corpus_name=self._corpus.name,
            name=self.tr("Variants"),
            runs=self._studio.runs_folder,
            device=self._form.wanted_device(),
            logs=self._studio.settings.training_logs,
        )
        self._making.run(plain_work(make_sweep, request), self._on_made, self._on_failed)

    def _on_made(self, sweep: SweepFolder) -> None:
        self.session.start(sweep)
        self._list(sweep.path)

    def _go_on(self) -> None:
        if (sweep := self._shown()) is not None:
            if reason := self.session.why_not():
                self._say(reason)
                return
            self.session.start(sweep)

    def _retry(self) -> None:
        if (sweep := self._shown()) is not None:
            try:
                sweep.cells.retry_failed()
            except OSError as error:
                self._on_failed(error)
                return
            self._go_on()

    def _move(self, number: int, by: int) -> None:
        """Let a waiting cell change places with its neighbour."""
        if (sweep := self._shown()) is None:
            return
        order = sweep.cells.waiting()
        if number not in order:
            return
        place = order.index(number)
        other = place + by
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
            try:
                sweep.cells.reorder(order)
            except OSError as error:
                self._on_failed(error)
            self._read(sweep.path)

    def _shown(self) -> SweepFolder | None:
        folder = self._dialog.shown if self._dialog is not None else None
        return None if folder is None else SweepFolder(folder)

    def _list(self, shown: Path | None) -> None:
        if not self._is_closed:
            work = plain_work(sweeps_in, self._studio.runs_folder)
            self._listing.run(work, partial(self._on_listed, shown), self._on_failed)

    def _on_listed(self, shown: Path | None, found: tuple[FoundSweep, ...]) -> None:
        if self._dialog is not None:
            words = self.tr("{0}: {1} of {2} networks trained")
            rows = [(each.folder, words.format(each.name, each.done, each.cells)) for each in found]
            self._dialog.set_sweeps(rows, shown)

    def _on_sweep_chosen(self, folder: Path | None) -> None:
        if self._dialog is None:
            return
        if folder is None:
            self._dialog.form.refresh()
        else:
            self._read(folder)

    def _read(self, folder: Path) -> None:
        if not self._is_closed:
            work = plain_work(_read_outcome, folder)
            self._reading.run(work, partial(self._on_read, folder), self._on_failed)

    def _on_read(self, folder: Path, read: tuple[SweepOutcome, list[int]]) -> None:
        if self._dialog is not None and self._dialog.shown == folder:
            outcome, order = read
            is_running = folder == self.session.folder
            self._dialog.view.show_outcome(outcome, order, is_running=is_running)

    def _on_reported(self, report: SweepReport) -> None:
        training, folder = report.training, self.session.folder
        if training is None and folder is not None:
            is_begun = report.cell.state is CellState.RUNNING
            run = SweepFolder(folder).run_of(report.cell).path if is_begun else None
            self.live_changed.emit(run)
        if training is None or training.progress.sample is not None:
            self._refresh()
            self.changed.emit()
        dialog = self._dialog
        if dialog is not None and dialog.shown == folder:
            dialog.view.show_progress(report)

    def _refresh(self) -> None:
        if (sweep := self._shown()) is not None:
            self._read(sweep.path)

    def _on_failed(self, error: Exception) -> None:
        self._say(error_sentence(error))

    def _on_finished(self) -> None:
        if self._dialog is None or not self._dialog.isVisible():
            words = self.tr("The sweep has come to its end.")
            self._studio.notify(words, "success", self.tr("Show the table"), self.open)

    def _on_ended(self) -> None:
        self.live_changed.emit(None)
        self.changed.emit()
        self._show_whether_possible()
        if self._dialog is not None and not self._is_closed:
            self._list(self._dialog.shown)

    def _show_whether_possible(self) -> None:
        dialog = self._dialog
        if dialog is not None and dialog.isVisible() and dialog.shown is None:
            dialog.form.refresh()

    def _say(self, sentence: str) -> None:
        self._studio.notify(sentence)

    def _why_no_pause(self) -> str:
        return "" if self.session.is_running else self.tr("No sweep is under way.")


def _read_outcome(folder: Path) -> tuple[SweepOutcome, list[int]]:
    """Return what has come of a sweep, and the numbers of its waiting cells in their order."""
    sweep = SweepFolder(folder)
    return sweep_outcome(sweep), sweep.cells.waiting()
