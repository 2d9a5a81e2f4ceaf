"""Keeps the progress line, the curve and the samples in step with the run under way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.recipes.train import TrainingReport, TrainResult
from abcstudio.runs.history import RunSummary
from abcstudio.ui.services.edition import why_no_torch
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.training_outcome import (
    closing_kind,
    closing_sentence,
    has_kept_none,
    is_curable,
    is_short_of_memory,
    standing_sentence,
    stopping_sentence,
)
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.run_words import shown_name
from abcstudio.ui.words.translation import error_sentence, message


class ProgressPresenter(QObject):
    """Says how the shown run stands and how it ended, and offers what to do then.

    Signals:
        show_requested: The run of a notice should be shown. Carries its folder.
    """

    show_requested = Signal(object)

    def __init__(self, parts: TrainingParts) -> None:
        """Follow the session; what is said of a run out of sight is a notice too.

        It is out of sight while the page is, or while another run is shown.
        """
        super().__init__(parts.progress)
        progress = self._progress = parts.progress
        session = self._session = parts.session
        starter = self._starter = parts.rooms[RunStarter]
        corpus, catalog = parts.corpus, parts.catalog
        self._catalog = catalog
        self._shown = parts.shown
        devices = self._devices = parts.devices
        form = self._form = parts.form
        self._studio = parts.studio
        self._page = parts.page
        self._reached: TrainingReport | None = None
        self._other: RunSummary | None = None
        self._is_refused = False
        # What stands over the curve too as soon as the last run is in sight.
        self._notices: list[Notice] = []
        self._say_of_last: Callable[[], object] = self._invite
        session.started.connect(self._on_started)
        session.reported.connect(self._on_reported)
        session.finished.connect(self._on_finished)
        session.stopped.connect(self._on_stopped)
        session.failed.connect(self._on_failed)
        session.ended.connect(progress.end)
        session.paused_changed.connect(self._on_paused_changed)
        catalog.changes.deleted.connect(self._on_deleted)
        starter.waiting.connect(self._on_waiting)
        starter.refused.connect(self._on_refused)
        form.config_form.complaint_changed.connect(self._on_complaint_changed)
        corpus.chosen.connect(self._take_refusal_back)
        corpus.lost.connect(self._on_tunes_lost)
        for failed in (starter.failed, corpus.failed, catalog.failed, devices.failed):
            failed.connect(self.say_error)
        self._invite()

    def _invite(self) -> None:
        self._progress.empty()
        self._progress.name("")
        self._progress.say(
            why_no_torch()
            or self.tr("Press Start training: the network reads the tunes and learns to go on.")
        )

    def come_into_sight(self) -> None:
        """Take away the notices of what the line over the curve says now."""
        if self._other is None:
            for notice in self._notices:
                self._studio.notice_withdrawn.emit(notice)
            self._notices.clear()

    def reached(self) -> TrainingReport | None:
        """Return what the run under way said last, with the figures that were known before."""
        return None if self._reached is None else self._progress.completed(self._reached)

    def take_up(self, reached: TrainingReport) -> None:
        """Say how a run stands that another window had begun."""
        self._reached = reached
        self._progress.take_in(reached)
        self._devices.show_used(reached.device)
        self._say_of_live()

    def show_run(self, run: RunSummary | None) -> None:
        """Say how a chosen run stands; None stands for the one under way, or the last one."""
        self._is_refused = False
        is_last = run is None or run.folder == self._session.folder
        other = self._other = None if is_last else run
        if other is None:
            self._say_of_last()
            if self._page.isVisible():
                self.come_into_sight()
            return
        self._progress.name(shown_name(other))
        self._progress.show_place(other.step, other.steps)
        self._progress.show_losses(other.train_loss, other.best_val_loss)
        self._progress.say(standing_sentence(other))

    def _on_deleted(self, folder: object) -> None:
        """Say nothing more of a run that is gone, nor offer what it left."""
        if folder == self._session.folder and not self._session.is_running:
            self._say_of_last = self._invite
            self._invite()

    def say_error(self, error: Exception) -> None:
        """Say what went wrong."""
        self._say_of_none(error_sentence(error), is_error=True)

    def _say_of_none(self, sentence: str, *, is_error: bool = False) -> None:
        """Say what is about no run that came to anything."""
        self._is_refused = False
        if not self._session.is_running:
            self._progress.name("")
        self._progress.say(sentence, is_error=is_error)

    def _on_refused(self, sentence: str) -> None:
        self._say_of_none(sentence, is_error=True)
        self._is_refused = True

    def _on_complaint_changed(self, sentence: str) -> None:
        """Take back what was said of the settings as soon as every one is right."""
        if self._is_refused and sentence:
            self._progress.say(sentence, is_error=True)
        else:
            self._take_refusal_back()

    def _take_refusal_back(self) -> None:
        """Say again what was said before a setting was refused."""
        if self._is_refused:
            self.show_run(self._other)

    def _on_waiting(self) -> None:
        self._say_of_none(self.tr("Reading the tunes…"))

    def _on_tunes_lost(self) -> None:
        self._say_of_none(self.tr("Press Start training to use the bundled tunebook."))

    def _on_started(self) -> None:
        self._notices.clear()
        self._reached = self._other = None
        self._is_refused = False
        self._say_of_last = self._say_of_live
        self._progress.begin()
        self._say_of_live()

    def _say_of_live(self) -> None:
        is_paused = self._session.is_paused
        words = self.tr("{0}, paused") if is_paused else self.tr("{0}, training now")
        self._progress.name(words.format(self._starter.name))
        if self._reached is None:
            self._progress.wait(self.tr("Preparing the tunes and the network…"))
        else:
            self._progress.show_report(self._reached)
        if is_paused:
            self._progress.say(
                self.tr("Paused: the machine is free for other work, and nothing is lost.")
            )
            go_on, tooltip = self.tr("Go on"), self.tr("Trains on from this step")
            self._progress.offer(go_on, tooltip, self._session.pause)

    def _on_paused_changed(self) -> None:
        if self._other is None:
            self._say_of_live()

    def _on_reported(self, report: TrainingReport) -> None:
        is_first = not self._shown.has_points
        was_paused = self._reached is not None and self._reached.progress.paused is not None
        self._reached = report
        self._progress.take_in(report)
        if self._other is None and self._session.is_paused:
            # What was on its way when the person paused.
            self._say_of_live()
        elif self._other is None:
            self._progress.show_report(report)
        if (paused := report.progress.paused) is not None:
            if not was_paused:
                self._tell_if_unseen(message(paused.message_id, paused.parameters), "error")
            return
        self._shown.report(report)
        if is_first:
            self._devices.show_used(report.device)
            self._catalog.follow()

    def _on_finished(self, result: TrainResult) -> None:
        took = self._progress.duration(result.reached.train_seconds)
        sentence = closing_sentence(result, self._form.config(), took)
        go_on, tooltip = self.tr("Compose with it"), self.tr("Go to the composer with this network")
        compose = partial(self._studio.compose_with, result.best_model)

        def say() -> None:
            self._progress.say(sentence)
            self._progress.offer(go_on, tooltip, compose)

        self._conclude(say)
        if self._page.isVisible():
            self._tell_if_unseen(sentence, closing_kind(result))
        else:
            kind = closing_kind(result)
            self._notices.append(self._studio.notify(sentence, kind, go_on, compose))

    def _on_stopped(self) -> None:
        self._conclude(partial(self._progress.say, stopping_sentence(self._session.folder)))

    def _on_failed(self, error: Exception) -> None:
        self._conclude(partial(self._say_of_failure, error))
        self._tell_if_unseen(error_sentence(error), "error")

    def _tell_if_unseen(self, sentence: str, kind: str) -> None:
        """Say in a notice what is about the last run, where the line over the curve does not."""
        if self._other is not None or not self._page.isVisible():
            words = self.tr("{0}: {1}").format(self._starter.name, sentence)
            show = partial(self._show, self._session.folder)
            notice = self._studio.notify(words, kind, self.tr("Show it"), show)
            self._notices.append(notice)

    def _show(self, folder: object) -> None:
        self._studio.page_requested.emit("training")
        self.show_requested.emit(folder)

    def _conclude(self, say: Callable[[], object]) -> None:
        """Say how the run ended, and again whenever it is shown after another one."""
        name, reached = self._starter.name, self._reached

        def conclude() -> None:
            self._progress.name(name)
            if reached is not None:
                self._progress.show_place(reached.progress.step, reached.progress.steps)
                self._progress.show_reached(reached)
            say()

        self._shown.end()
        self._say_of_last = conclude
        if self._other is None:
            conclude()

    def _say_of_failure(self, error: Exception) -> None:
        self._progress.say(error_sentence(error), is_error=True)
        starter = self._starter
        if is_short_of_memory(error) and starter.can_start_smaller():
            self._progress.offer(
                self.tr("Start with half the hidden units"),
                self.tr("Starts a new run whose network needs less memory"),
                starter.start_smaller,
            )
        elif has_kept_none(error):
            self._progress.offer(
                self.tr("Start again more carefully"),
                self.tr(
                    "Starts a new run with a quarter of the learning rate and a gradient limit"
                ),
                starter.go_on_carefully,
            )
        elif is_curable(error):
            self._progress.offer(
                self.tr("Go on more carefully"),
                self.tr(
                    "Starts a run from the last good network, with a quarter of the learning rate "
                    "and a gradient limit"
                ),
                starter.go_on_carefully,
            )
