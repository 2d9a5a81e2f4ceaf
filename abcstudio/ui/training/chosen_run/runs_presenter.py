"""Keeps the list of training runs in step with the runs on disk and the one under way."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.recipes.models import ModelInfo
from abcstudio.recipes.train import TrainingReport
from abcstudio.runs.history import RunsFound, RunSummary
from abcstudio.runs.run_folder import unread_losses
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.training.progress_presenter import ProgressPresenter
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.run_words import shown_name
from abcstudio.workers.job import plain_work
from abcstudio.workers.runs import RunRead, read_run


class RunsPresenter(QObject):
    """Keeps the list in step, and shows the curve and the samples of the chosen run.

    Signals:
        failed: A run cannot be read. Carries the exception.
    """

    failed = Signal(object)

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.runs)
        panel = self._panel = parts.runs
        catalog = self._catalog = parts.catalog
        session = self._session = parts.session
        self._shown = parts.shown
        studio = self._studio = parts.studio
        self._reading = LatestJob(studio)
        self._offers_ended = self._awaits_end = False
        self._notice: Notice | None = None
        self._wanted: Path | None = None
        panel.run_chosen.connect(self._on_run_chosen)
        catalog.read.connect(self._on_catalog_read)
        catalog.changes.deleted.connect(self._on_deleted)
        catalog.changes.changed.connect(self._withdraw_notice)
        session.started.connect(self._on_started)
        session.paused_changed.connect(self._show_runs)
        session.reported.connect(self._on_reported)
        session.stopped.connect(panel.choose_none)
        session.ended.connect(self._on_ended)
        studio.run_requested.connect(self.show_run)
        parts.rooms[RunStarter].renewed.connect(panel.choose_none)
        progress = parts.rooms[ProgressPresenter]
        self.failed.connect(progress.say_error)
        panel.run_chosen.connect(progress.show_run)
        progress.show_requested.connect(panel.choose)

    def show_run(self, folder: Path) -> None:
        """Choose a run that may not be listed yet."""
        self._wanted = folder
        self._catalog.refresh()

    def use_chosen(self) -> None:
        """Compose with the chosen run's network."""
        run = self._panel.run
        if run is not None and run.model is not None:
            self._studio.compose_with(run.model)

    def show_card(self) -> None:
        """Show what there is to know of the chosen run's network."""
        run = self._panel.run
        if run is not None and run.model is not None:
            self._studio.card_requested.emit(run.model)

    def delete_chosen(self) -> None:
        """Delete the chosen run, until that is undone."""
        run = self._panel.run
        if run is None:
            return
        # Where the next run stands then.
        self._panel.list.setFocus()
        model = self._studio.model
        composed = model if model is not None and model.path.parent == run.folder else None
        if composed is not None:
            # So that one notice says all of it.
            self._studio.choose_model(self._studio.models[0].path)
        if not self._catalog.changes.delete([run.folder]):
            if composed is not None:
                self._studio.choose_model(composed.path)
            return
        words = self.tr("{0} is deleted.").format(one_line(shown_name(run)))
        if composed and (now := self._studio.model) is not None:
            others = self.tr("{0} composes now.").format(one_line(now.name))
            words = f"{words} {others}"
        undo = partial(self._bring_back, run.folder, composed)
        self._notice = self._studio.notify(words, "info", self.tr("Undo"), undo)

    def _bring_back(self, folder: Path, composed: ModelInfo | None) -> None:
        """Take the deletion back, and stand and compose as before it."""
        self._wanted = folder
        self._catalog.changes.undo()
        if composed is not None:
            self._studio.choose_model(composed.path)

    def _withdraw_notice(self) -> None:
        """Offer to take back only what was changed last."""
        if self._notice is not None:
            self._studio.notice_withdrawn.emit(self._notice)
            self._notice = None

    def _show_runs(self) -> None:
        standing = self._session.standing(self._catalog.live_cell)
        if self._awaits_end and standing.live is None:
            # What was read while it trained would call it interrupted.
            standing = replace(standing, live=self._session.folder)
        self._panel.set_runs(self._catalog.runs, standing)

    def _on_catalog_read(self, found: RunsFound) -> None:
        is_end_read = self._offers_ended and not self._session.is_running
        if is_end_read:
            self._offers_ended = self._awaits_end = False
        self._show_runs()
        self._panel.show_unread(found.unread)
        if self._wanted is not None:
            self._panel.choose(self._wanted)
            self._wanted = None
        if is_end_read:
            self._choose_ended()

    def _on_started(self) -> None:
        self._awaits_end = True
        self._reading.cancel()
        self._show_runs()
        if self._session.folder is not None:
            # Another one may have been chosen while the one that goes on was read.
            self._panel.choose(self._session.folder)

    def _on_reported(self, report: TrainingReport) -> None:
        if report.progress.sample is not None:
            self._catalog.follow()

    def _on_ended(self) -> None:
        # What is said of its end has its buttons beside the list.
        self._offers_ended = True
        self._choose_ended()
        self._studio.refresh_models()
        self._catalog.refresh()

    def _choose_ended(self) -> None:
        """Choose the run that ended, as far as it is listed, unless another one is looked at."""
        self._session.find_folder(self._catalog.runs)
        if self._panel.run is None and self._session.folder is not None:
            self._panel.choose(self._session.folder)

    def _on_run_chosen(self, run: RunSummary | None) -> None:
        self._reading.cancel()
        if run is None or run.folder == self._session.folder:
            self._shown.show_live()
        else:
            self._reading.run(plain_work(read_run, run.folder), self._on_run_read, self.failed.emit)

    def _on_run_read(self, read: RunRead) -> None:
        self._shown.show_earlier(self._catalog.name_of(read.folder), read)
        if read.unread is not None:
            self.failed.emit(unread_losses("training.curve_unreadable", read.unread))

    def _on_deleted(self, folder: object) -> None:
        if folder == self._session.folder:
            self._shown.forget_live()
