"""The page of training: the settings, the falling curve, the samples and the earlier runs.

A few lines over 400: it only connects these four, and half of it would not make sense alone.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.errors import TrainingError
from abcstudio.learning.config import config_from
from abcstudio.learning.devices import Device
from abcstudio.paths import bundled_tunebook, runs_dir
from abcstudio.recipes.train import TrainingReport, TrainRequest, TrainResult
from abcstudio.runs.history import RunsFound, RunSummary
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.corpus_choice import CorpusChoice
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.deletion_question import DeletionQuestion
from abcstudio.ui.training.loss_plot import LossPlot
from abcstudio.ui.training.runs_panel import FINISHED, RunsPanel
from abcstudio.ui.training.samples_panel import SamplesPanel
from abcstudio.ui.training.shown_run import ShownRun
from abcstudio.ui.training.training_form import TrainingForm
from abcstudio.ui.training.training_memory import (
    recall_form,
    recall_tunes,
    remember_form,
    remember_tunes,
)
from abcstudio.ui.training.training_outcome import (
    closing_kind,
    closing_sentence,
    is_curable,
    last_good_model,
    more_careful,
    stopping_sentence,
    trained_longer,
)
from abcstudio.ui.training.training_progress import TrainingProgress
from abcstudio.ui.training.training_session import TrainingSession
from abcstudio.ui.words.run_words import free_name
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import Job
from abcstudio.workers.runs import RunRead, delete_run, read_run, read_runs
from abcstudio.workers.training import find_device
from abcstudio.workers.tunes import TunesRead, read_source


class TrainingPage(QWidget):
    """Settings left, curve over samples in the middle, runs right; nothing here is modal."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tunes: tuple[Tune, ...] = ()
        self._choice = recall_tunes(studio)
        self._corpus_name = self._source_name()
        self._tunes_job: Job | None = None
        self._starts_when_read = False
        self._resumed: RunSummary | None = None
        self._runs: tuple[RunSummary, ...] = ()
        self._runs_job = LatestJob(studio)
        self._device_job = LatestJob(studio)
        self._offers_ended = False
        self._was_shown = False
        self._knows_device = False
        self._is_closed = False
        self.session = TrainingSession(studio, self)
        self.form = TrainingForm()
        self.start = QPushButton(self.tr("Start training"))
        self.start.setProperty("main", True)
        self.stop = QPushButton(self.tr("Stop"))
        self.main_focus: QWidget = self.start
        self.progress = TrainingProgress()
        self.plot = LossPlot(studio.colors)
        self.samples = SamplesPanel()
        self.shown = ShownRun(self.plot, self.samples)
        self.runs = RunsPanel()
        recall_form(self.form, studio)
        self._lay_out()
        self._add_actions(actions)
        self._connect()
        self._on_colors_changed(studio.colors)
        self._show_tunes()
        self._show_state()
        self.progress.say(self.tr("Press Start: the network reads the tunes and learns to go on."))

    def start_training(self) -> None:
        """Begin a run with the settings of the form; say what is wrong where one is."""
        if not self.session.is_running and (complaint := self.form.first_complaint()):
            self.progress.say(complaint, is_error=True)
            return
        if not self._tunes and not self.session.is_running:
            self._starts_when_read = True
            self.progress.say(self.tr("Reading the tunes…"))
            self._read_tunes()
            return
        self._start_from(None)

    def _start_from(self, model: Path | None) -> None:
        """Begin a run with a model's weights, or with new ones."""
        if self.session.is_running:
            return
        remember_form(self.form, self._studio)
        name = free_name(self.form.config(), (run.name for run in self._runs))
        self.shown.begin(name)
        self.runs.choose_none()
        request = TrainRequest(
            config=self.form.config(),
            tunes=self._tunes,
            corpus_name=self._corpus_name,
            device=self.form.wanted_device(),
            name=name,
            runs=self._runs_folder(),
            start_from=model,
        )
        self._resumed = None
        self.session.start(request)

    def train_on(
        self, tunes: tuple[Tune, ...], name: str, choice: CorpusChoice | None = None
    ) -> None:
        """Take other tunes for the next run; `choice` finds them again at the next start."""
        self._tunes = tunes
        self._corpus_name = name
        self.form.say_of_tunes("")
        if choice is not None:
            self._choice = choice
            remember_tunes(choice, self._studio)
        self._show_tunes()

    def show_device(self, device: Device) -> None:
        """Say what networks compute on, once the network library is loaded."""
        self._knows_device = True
        if self.form.wanted_device() == "auto":
            self.form.show_device(device)
        else:
            self._find_device()

    def close_page(self) -> None:
        """Stop what the page has running; what a run learned is kept."""
        remember_form(self.form, self._studio)
        self._is_closed = True
        self._runs_job.cancel()
        self.session.stop()
        for memory in self._memories:
            memory.close()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self._read_runs()
            self._read_tunes()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        buttons.setSpacing(GRID)
        buttons.addWidget(self.start, 1)
        buttons.addWidget(self.stop)
        left = QWidget()
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 0, 0)
        left_column.setSpacing(0)
        left_column.addWidget(self.form, 1)
        left_column.addLayout(buttons)
        curve = QWidget()
        curve_column = QVBoxLayout(curve)
        curve_column.setContentsMargins(0, 0, 0, 0)
        curve_column.setSpacing(0)
        curve_column.addWidget(self.progress)
        curve_column.addWidget(self.plot, 1)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(curve)
        self.middle.addWidget(self.samples)
        self.middle.setStretchFactor(0, 3)
        self.middle.setStretchFactor(1, 2)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (left, self.middle, self.runs):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setCollapsible(1, False)
        left.setMinimumWidth(36 * GRID)
        self.middle.setMinimumWidth(44 * GRID)
        self.runs.setMinimumWidth(24 * GRID)
        self._memories = (
            SplitterMemory(self._studio, self.columns, "training.columns", (320, 664, 296)),
            SplitterMemory(self._studio, self.middle, "training.middle", (400, 240)),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.columns)

    def _add_actions(self, actions: Actions) -> None:
        self._start_action = actions.add(
            "training.start",
            self.tr("&Start training"),
            self.start_training,
            menu="train",
            keys="Ctrl+R",
            icon_name="player-play",
            tooltip=self.tr("Trains a network with the settings of the form"),
            page="training",
        )
        self._stop_action = actions.add(
            "training.stop",
            self.tr("Sto&p training"),
            self.session.stop,
            menu="train",
            keys="Ctrl+Shift+R",
            icon_name="player-stop",
            tooltip=self.tr("Stops the run; what it learned is kept, and it can be resumed"),
        )

        actions.add(
            "training.whole_curve",
            self.tr("Show the &whole curve"),
            self.plot.show_whole,
            menu="train",
            keys="Ctrl+Shift+G",
            tooltip=self.tr("Shows all steps of the loss curve again"),
            page="training",
        )

    def _connect(self) -> None:
        self.start.clicked.connect(self._start_action.trigger)
        self.stop.clicked.connect(self._stop_action.trigger)
        self.form.tunes_requested.connect(self._on_tunes_requested)
        self.form.device_chosen.connect(self._find_device)
        self.session.started.connect(self._on_started)
        self.session.reported.connect(self._on_reported)
        self.session.finished.connect(self._on_finished)
        self.session.stopped.connect(self._on_stopped)
        self.session.failed.connect(self._on_failed)
        self.session.ended.connect(self._on_ended)
        self.samples.open_requested.connect(self._on_sample_opened)
        self.runs.run_chosen.connect(self._on_run_chosen)
        self.runs.use_requested.connect(self._on_use)
        self.runs.resume_requested.connect(self._on_resume)
        self.runs.deletion_requested.connect(self._on_deletion_requested)
        self._studio.train_requested.connect(self.train_on)
        self._studio.colors_changed.connect(self._on_colors_changed)

    def _runs_folder(self) -> Path:
        chosen = self._studio.settings.runs_folder
        return Path(chosen) if chosen else runs_dir()

    def _show_tunes(self) -> None:
        name, count = self._corpus_name, len(self._tunes)
        if self.session.is_running and self._resumed is not None:
            name, count = self._resumed.corpus_name, 0
        if not count or not self._choice.is_whole:
            sentence = name
        elif count == 1:
            sentence = self.tr("{0}, 1 tune").format(name)
        else:
            sentence = self.tr("{0}, %Ln tunes", "", count).format(name)
        self.form.tunes.setText(sentence)

    def _show_state(self) -> None:
        is_running = self.session.is_running
        self.form.set_editable(not is_running)
        self._start_action.setEnabled(not is_running)
        self._stop_action.setEnabled(is_running and not self.session.is_stopping)
        self.start.setEnabled(not is_running)
        self.stop.setEnabled(self._stop_action.isEnabled())
        busy = self.tr("A run is under way")
        idle = self.tr("No run is under way")
        self.start.setToolTip(busy if is_running else self._start_action.toolTip())
        self.stop.setToolTip(self._stop_action.toolTip() if is_running else idle)

    def _find_device(self) -> None:
        # Before the library is loaded this would load it, which nothing can interrupt.
        if not self._knows_device:
            return
        work = partial(find_device, self.form.wanted_device())
        self._device_job.run(work, self._on_device_found, self._on_trouble)

    def _read_runs(self) -> None:
        if self._is_closed:
            return
        work = partial(read_runs, self._runs_folder())
        self._runs_job.run(work, self._on_runs_read, self._on_trouble)

    def _on_device_found(self, device: Device) -> None:
        self.form.show_device(device)

    def _source_name(self) -> str:
        source = self._choice.source
        return Path(source).name if source else self.tr("Bundled tunebook")

    def _read_tunes(self) -> None:
        """Read the tunes of last time, unless there are others already."""
        if self._tunes or self._tunes_job is not None:
            return
        source = self._choice.source
        job = Job(partial(read_source, Path(source) if source else bundled_tunebook()))
        self._tunes_job = job
        job.finished.connect(self._on_tunes_read)
        job.failed.connect(self._on_tunes_unread)
        self._studio.start(job)

    def _on_tunes_read(self, result: TunesRead) -> None:
        self._tunes_job = None
        starts, self._starts_when_read = self._starts_when_read, False
        if not self._tunes:
            tunes = self._choice.of(result.tunes)
            if not tunes:
                self._take_bundled()
                return
            self.train_on(tunes, self._choice.name(self._source_name(), len(tunes)))
        if starts:
            self.start_training()

    def _on_tunes_unread(self, error: Exception) -> None:
        self._tunes_job = None
        self._starts_when_read = False
        if not self._tunes and self._choice.source:
            self._take_bundled()
        else:
            self._on_trouble(error)

    def _take_bundled(self) -> None:
        """Say that the tunes of last time are gone, and take those that are always there."""
        gone = self._choice.source or self._source_name()
        self._choice = CorpusChoice()
        self._corpus_name = self._source_name()
        self.progress.say(self.tr("Press Start to train on the bundled tunebook."))
        self._read_tunes()
        self.form.say_of_tunes(
            self.tr("The tunes of last time are no longer there: {0}. Choose others.").format(gone)
        )

    def _on_runs_read(self, found: RunsFound) -> None:
        self._runs = found.runs
        self._show_runs()
        self.runs.show_unread(found.unread)
        if self._offers_ended and not self.session.is_running:
            self._offers_ended = False
            if self.runs.run is None and self.session.folder is not None:
                self.runs.choose(self.session.folder)

    def _show_runs(self) -> None:
        runs = self._runs
        self.runs.set_runs(runs, self.session.folder if self.session.is_running else None)

    def _on_tunes_requested(self) -> None:
        self._studio.page_requested.emit("datasets")

    def _on_started(self) -> None:
        self._show_tunes()
        self.progress.begin(self.tr("Preparing the tunes and the network…"))
        self._show_state()
        self._show_runs()

    def _on_reported(self, report: TrainingReport) -> None:
        is_first = not self.plot.point_count
        self.progress.show_report(report)
        if report.step.paused is not None:
            return
        self.shown.report(report)
        if is_first:
            self._knows_device = True
            self.form.show_device(report.device)
        if is_first or report.step.sample is not None:
            self._read_runs()

    def _on_finished(self, result: TrainResult) -> None:
        took = self.progress.duration(result.train_seconds)
        sentence = closing_sentence(result, self.form.config(), took)
        self.progress.say(sentence)
        go_on, tooltip = self.tr("Compose with it"), self.tr("Go to the composer with this network")
        self.progress.offer(go_on, tooltip, partial(self._compose, result.best_model))
        if not self.isVisible():
            # Here the line above says it.
            kind = closing_kind(result)
            self._studio.notify(sentence, kind, go_on, partial(self._compose, result.best_model))

    def _on_stopped(self) -> None:
        self.progress.say(stopping_sentence(self.session.folder))

    def _on_trouble(self, error: Exception) -> None:
        self.progress.say(error_sentence(error), is_error=True)

    def _on_failed(self, error: Exception) -> None:
        self._on_trouble(error)
        if is_curable(error):
            self.progress.offer(
                self.tr("Go on more carefully"),
                self.tr(
                    "Starts a run from the last good network, with a quarter of the learning rate "
                    "and a gradient limit"
                ),
                self._go_on_carefully,
            )

    def _go_on_carefully(self) -> None:
        config = more_careful(self.form.config())
        self.form.set_config(config)
        folder = self.session.folder
        if self._resumed is None or folder is None:
            self._start_from(last_good_model(folder))
            return
        # Its tunes may be others than those of the form.
        changes = {
            "learning_rate": str(config.learning_rate),
            "gradient_clip": str(config.gradient_clip),
        }
        self._resume(folder, changes)

    def _on_ended(self) -> None:
        self.progress.end()
        self._show_state()
        self._show_tunes()
        self._studio.refresh_models()
        # What is said of its end has its buttons beside the list.
        self._offers_ended = True
        self._read_runs()

    def _on_sample_opened(self, text: str, step: int) -> None:
        name = self.tr("Sample of step {0}").format(QLocale().toString(step))
        self._studio.open_in_composer(text, name)

    def _on_run_chosen(self, run: RunSummary | None) -> None:
        if run is None or run.folder == self.session.folder:
            self.shown.show_live()
            return
        job = Job(partial(read_run, run.folder))
        job.finished.connect(self._on_run_read)
        job.failed.connect(self._on_trouble)
        self._studio.start(job)

    def _on_run_read(self, read: RunRead) -> None:
        run = self.runs.run
        if run is None or run.folder != read.folder:
            return
        self.shown.show_earlier(run.name, read)

    def _on_use(self, run: RunSummary) -> None:
        if run.model is not None:
            self._compose(run.model)

    def _compose(self, model: Path) -> None:
        self._studio.choose_model(model)
        self._studio.page_requested.emit("composer")

    def _on_resume(self, run: RunSummary) -> None:
        if self.session.is_running:
            return
        try:
            config = config_from(run.config)
        except TrainingError as error:
            self._on_trouble(error)
            return
        changes: dict[str, str] = {}
        if run.state == FINISHED:
            longer = trained_longer(config, run.step)
            changes = {"steps": str(longer.steps), "patience": str(longer.patience)}
            config = longer
        self.form.set_config(config)
        self._resumed = run
        self._resume(run.folder, changes)

    def _resume(self, folder: Path, changes: Mapping[str, str]) -> None:
        job = Job(partial(read_run, folder))
        job.finished.connect(partial(self._on_read_to_resume, changes))
        job.failed.connect(self._on_trouble)
        self._studio.start(job)

    def _on_read_to_resume(self, changes: Mapping[str, str], read: RunRead) -> None:
        if self.session.is_running:
            return
        run = next((run for run in self._runs if run.folder == read.folder), None)
        self.shown.begin(run.name if run is not None else read.folder.name, read)
        device = self.form.wanted_device()
        steps = int(changes["steps"]) if "steps" in changes else None
        self.session.start(
            TrainRequest(resume_from=read.folder, device=device, changes=changes, steps=steps)
        )

    def _on_deletion_requested(self, run: RunSummary) -> None:
        model = self._studio.model
        composes = model is not None and model.path.parent == run.folder
        question = DeletionQuestion(run.name, self, composes=composes)
        question.agreed.connect(partial(self._delete, run))
        question.open()

    def _delete(self, run: RunSummary) -> None:
        job = Job(partial(delete_run, run.folder))
        job.failed.connect(self._on_trouble)
        job.finished.connect(lambda _: self._on_deleted(run.folder))
        job.ended.connect(self._studio.refresh_models)
        job.ended.connect(self._read_runs)
        self._studio.start(job)

    def _on_deleted(self, folder: Path) -> None:
        if folder == self.session.folder:
            self.shown.forget_live()

    def _on_colors_changed(self, colors: Colors) -> None:
        self.plot.set_colors(colors)
        self.samples.refresh_icons()
        self.runs.refresh_icons()
        self.start.setIcon(tinted_icon("player-play", colors.accent_text, colors.muted))
        self.stop.setIcon(icon("player-stop"))
