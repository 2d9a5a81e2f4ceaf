"""Starting a training run: a new one, or one that goes on."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.errors import TrainingError
from abcstudio.learning.config import TrainingConfig, config_from
from abcstudio.paths import bundled_newness
from abcstudio.recipes.train import TrainRequest
from abcstudio.runs.history import FINISHED, RunSummary
from abcstudio.runs.run_folder import unread_losses
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.training.live.handed_run import HandedStart
from abcstudio.ui.training.training_memory import remember_form
from abcstudio.ui.training.training_outcome import (
    extended,
    last_good_model,
    more_careful,
    smaller,
    trained_longer,
)
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.run_words import free_name, name_going_on, short_name
from abcstudio.workers.job import plain_work
from abcstudio.workers.runs import RunRead, read_run


class RunStarter(QObject):
    """Begins runs with the settings of the form and the tunes of the corpus.

    While a run is resumed the form shows the settings of that; the person's own come back after it.

    Signals:
        renewed: A new run begins, not one that goes on.
        waiting: The run begins once its tunes are read.
        refused: A setting is wrong. Carries the sentence that says so.
        failed: A run cannot be resumed. Carries the exception.
    """

    renewed = Signal()
    waiting = Signal()
    refused = Signal(str)
    failed = Signal(object)

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.session)
        session = self._session = parts.session
        form = self._form = parts.form
        corpus = self._corpus = parts.corpus
        self._shown = parts.shown
        self._catalog = parts.catalog
        self._base = parts.base
        self._studio = parts.studio
        self._reading = LatestJob(parts.studio)
        self._resumed: RunSummary | None = None
        self._given = form.config()
        self._name = ""
        self._starts_when_read = False
        session.ended.connect(self.give_settings_back)
        corpus.read.connect(self._on_tunes_read)
        corpus.lost.connect(self._forget_wish)
        corpus.failed.connect(self._forget_wish)

    @property
    def resumed(self) -> RunSummary | None:
        """The run that the last one went on with, None where it was a new one."""
        return self._resumed

    @property
    def name(self) -> str:
        """The name of the run under way, or of the last one; "" before the first."""
        return self._name

    def hand_over(self) -> HandedStart:
        """Return how the run under way was begun."""
        own = self._form.own_config() if self._form.is_put_aside else None
        return HandedStart(name=self._name, resumed=self._resumed, given=self._given, own=own)

    def take_up(self, start: HandedStart, live: RunRead) -> None:
        """Go on with a run that another window had begun."""
        self._name, self._resumed = start.name, start.resumed
        self._given = start.given
        if start.own is not None:
            self._form.set_config(start.own)
            self._form.put_aside(start.given)
        self._shown.begin(start.name, live)

    def start(self) -> None:
        """Begin a run once there are tunes and every setting is right."""
        if self._session.why_busy():
            return
        if complaint := self._form.first_complaint():
            self.refused.emit(complaint)
        elif self._corpus.tunes:
            self._start_from(self._base.path)
        else:
            self._starts_when_read = True
            self.waiting.emit()
            self._corpus.read_tunes()

    def resume(self, run: RunSummary) -> None:
        """Go on with a run; one that came to its end is trained longer."""
        if self._session.why_busy():
            return
        try:
            config = config_from(run.config)
        except TrainingError as error:
            self.failed.emit(error)
            return
        changes: dict[str, str] = {}
        if run.state == FINISHED:
            config = trained_longer(config, run)
            changes = {"steps": str(config.steps), "patience": str(config.patience)}
        self._resume(run, config, changes)

    def extend(self, run: RunSummary, steps: int) -> None:
        """Let a run learn for so many steps more, from where it is."""
        if self._session.is_running:
            return
        try:
            config = extended(config_from(run.config), run, steps)
        except TrainingError as error:
            self.failed.emit(error)
            return
        changes = {"steps": str(config.steps), "patience": str(config.patience)}
        self._resume(run, config, changes)

    def go_on_carefully(self) -> None:
        """Go on from the last good network of the run before, in smaller steps."""
        config = more_careful(self._given)
        if self._resumed is None:
            self._form.set_config(config)
            self._start_from(last_good_model(self._session.folder))
            return
        # Its tunes may be others than those of the form.
        changes = {
            "learning_rate": str(config.learning_rate),
            "gradient_clip": str(config.gradient_clip),
        }
        self._resume(self._resumed, config, changes)

    def can_start_smaller(self) -> bool:
        """Return whether the run before had a network of its own size, which can be halved."""
        is_own = self._resumed is None and self._base.path is None
        return is_own and smaller(self._given) is not None

    def start_smaller(self) -> None:
        """Begin a run as the one before, with half the hidden units."""
        config = smaller(self._given)
        if config is not None:
            self._form.set_config(config)
            self.start()

    def give_settings_back(self) -> None:
        """Show the person's own settings again, where those of a resumed run took their place."""
        self._form.bring_back()

    def _start_from(self, model: Path | None) -> None:
        """Begin a run with a model's weights, or with new ones."""
        if self._session.why_busy():
            return
        self._reading.cancel()
        remember_form(self._form, self._studio)
        self._given = self._form.config()
        name = self._new_name()
        self._name = name
        self._shown.begin(name)
        self.renewed.emit()
        request = TrainRequest(
            config=self._given,
            tunes=self._corpus.tunes,
            validation_tunes=self._corpus.held_out,
            corpus_name=self._corpus.name,
            device=self._form.wanted_device(),
            name=name,
            runs=self._studio.runs_folder,
            start_from=model,
            milestones=self._form.milestones.steps(),
            scale=bundled_newness(),
            logs=self._studio.settings.training_logs,
            sound_font=self._studio.sound_font,
        )
        self._resumed = None
        self._session.start(request)

    def _new_name(self) -> str:
        """Return a name that no run has or had, and keep that it was given."""
        given = self._studio.settings.run_names
        taken = (*given, *(run.name for run in self._catalog.runs))
        name = free_name(self._given, taken)
        words = short_name(name).rpartition(" ")[0]
        others = [each for each in given if each.rpartition(" ")[0] != words]
        self._studio.update_settings(run_names=(*others, short_name(name)))
        return name

    def _resume(self, run: RunSummary, config: TrainingConfig, changes: Mapping[str, str]) -> None:
        go_on = partial(self._on_read_to_resume, run, config, changes)
        self._reading.run(plain_work(read_run, run.folder), go_on, self.failed.emit)

    def _on_read_to_resume(
        self, run: RunSummary, config: TrainingConfig, changes: Mapping[str, str], read: RunRead
    ) -> None:
        if self._session.why_busy():
            # A sweep may have begun while it was read.
            return
        if read.unread is not None:
            self.failed.emit(unread_losses("training.resume_unreadable", read.unread))
            return
        self._resumed = run
        self._given = config
        self._form.put_aside(config)
        known = self._catalog.name_of(read.folder)
        self._name = name_going_on(known, config_from(run.config), config)
        self._shown.begin(self._name, read)
        steps = int(changes["steps"]) if "steps" in changes else None
        self._session.start(
            TrainRequest(
                resume_from=read.folder,
                device=self._form.wanted_device(),
                changes=changes,
                steps=steps,
                new_name=self._name if self._name != known else "",
                scale=bundled_newness(),
                logs=self._studio.settings.training_logs,
                sound_font=self._studio.sound_font,
            )
        )

    def _on_tunes_read(self) -> None:
        starts, self._starts_when_read = self._starts_when_read, False
        if starts:
            self.start()

    def _forget_wish(self) -> None:
        self._starts_when_read = False
