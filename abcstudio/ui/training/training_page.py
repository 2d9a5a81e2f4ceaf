"""The page of training: the settings, the falling curve, the samples and the earlier runs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.learning.devices import Device
from abcstudio.ui.controls.action_button import CommandButton, CommandIcon
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors, small_font
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.corpus_choice import CorpusChoice
from abcstudio.ui.services.plots_ahead import PlotsAhead
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.cost.cost_presenter import CostPresenter
from abcstudio.ui.training.cost.network_planner import NetworkPlanner
from abcstudio.ui.training.curve.loss_plot import LossPlot
from abcstudio.ui.training.device_finder import DeviceFinder
from abcstudio.ui.training.form_presenter import FormPresenter
from abcstudio.ui.training.live.handed_run import HandedRun
from abcstudio.ui.training.logs.log_remarks import LogRemarks
from abcstudio.ui.training.milestones.hearing_presenter import HearingPresenter
from abcstudio.ui.training.milestones.takes_area import TakesArea
from abcstudio.ui.training.models.training_base import TrainingBase
from abcstudio.ui.training.presets.own_presets import OwnPresets
from abcstudio.ui.training.presets.preset_commands import PresetCommands
from abcstudio.ui.training.progress_presenter import ProgressPresenter
from abcstudio.ui.training.run_commands import RunCommands
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.runs.run_catalog import RunCatalog
from abcstudio.ui.training.runs.run_comparison import RunComparison
from abcstudio.ui.training.runs.runs_panel import RunsPanel
from abcstudio.ui.training.runs.runs_presenter import RunsPresenter
from abcstudio.ui.training.shown_run import ShownRun
from abcstudio.ui.training.stopping_question import StoppingQuestion, what_quitting_stops
from abcstudio.ui.training.sweeps.sweeps import Sweeps
from abcstudio.ui.training.table.runs_table import RunsTable
from abcstudio.ui.training.training_commands import TrainingCommands
from abcstudio.ui.training.training_corpus import TrainingCorpus
from abcstudio.ui.training.training_form import TrainingForm
from abcstudio.ui.training.training_memory import recall_form, remember_form
from abcstudio.ui.training.training_progress import TrainingProgress
from abcstudio.ui.training.training_session import TrainingSession
from abcstudio.ui.words.run_words import sample_name


class TrainingPage(QWidget):
    """Settings left, curve over samples in the middle, runs right; nothing here is modal."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._was_shown = False
        self._make_widgets(studio)
        self._lay_out()
        recall_form(self.form, studio)
        self.session = TrainingSession(studio, self)
        self.corpus = TrainingCorpus(studio, self)
        self.catalog = RunCatalog(studio, self)
        self._devices = DeviceFinder(self.form, studio)
        self._plots_ahead = PlotsAhead(parent=self)
        shown = self._shown = ShownRun(self.plot, self.samples)
        self.base = TrainingBase(self.form, self.corpus, studio)
        self._starter = RunStarter(
            session=self.session,
            form=self.form,
            corpus=self.corpus,
            shown=shown,
            catalog=self.catalog,
            base=self.base,
            studio=studio,
        )
        commands = TrainingCommands(
            actions=actions,
            starter=self._starter,
            session=self.session,
            plot=self.plot,
            studio=studio,
            parent=self,
        )
        self._follow(commands)
        FormPresenter(self.form, self.corpus, self.session, self._starter, studio)
        self._standing = ProgressPresenter(
            progress=self.progress,
            session=self.session,
            starter=self._starter,
            corpus=self.corpus,
            catalog=self.catalog,
            shown=shown,
            devices=self._devices,
            form=self.form,
            studio=studio,
            page=self,
        )
        self._make_dialogs(studio, actions)
        self._connect_runs(actions, shown, self._standing)
        self._make_presenters(studio)
        PresetCommands(self.form.own_presets, self.own_presets, self.session, actions)
        self._connect()

    def _follow(self, commands: TrainingCommands) -> None:
        self.start.set_command(commands.start)
        self.pause.set_command(commands.pause)
        self.stop.set_command(commands.stop)

    def _make_dialogs(self, studio: Studio, actions: Actions) -> None:
        self.sweeps = Sweeps(
            actions=actions,
            studio=studio,
            form=self.form,
            corpus=self.corpus,
            training=self.session,
            page=self,
        )
        self.table = RunsTable(
            actions=actions,
            studio=studio,
            catalog=self.catalog,
            session=self.session,
            form=self.form,
            page=self,
        )

    def _make_presenters(self, studio: Studio) -> None:
        """Make what keeps own presets, takes along the curve and the cost in step with the rest."""
        self.own_presets = OwnPresets(
            self.form.own_presets, self.form.config_form, self.form.set_config, studio
        )
        self._hearing = HearingPresenter(self.hearing, self.plot, self.session, self.runs, studio)
        LogRemarks(self.session, self.sweeps.session, studio)
        planner = NetworkPlanner(self.form, self.corpus, self.base, studio)
        self._cost = CostPresenter(self.cost, self.form, planner, self.session, studio)
        self.catalog.changes.deleted.connect(self._on_run_deleted)

    def start_training(self) -> None:
        """Begin a run with the settings of the form; say what is wrong where one is."""
        self._starter.start()

    def train_on(
        self, tunes: tuple[Tune, ...], name: str, choice: CorpusChoice | None = None
    ) -> None:
        """Take other tunes for the next run; `choice` finds them again at the next start."""
        self.corpus.choose(tunes, name, choice)

    def hand_over(self) -> HandedRun | None:
        """Leave the run under way to the page of another window; None where there is none."""
        work = self.session.hand_over()
        if work is None:
            return None
        return HandedRun(
            work=work,
            start=self._starter.hand_over(),
            live=self._shown.live(work.folder or Path()),
            reached=self._standing.reached(),
        )

    def take_up(self, run: HandedRun) -> None:
        """Go on with a run that another window had begun."""
        self._starter.take_up(run.start, run.live)
        self.session.take_up(run.work)
        if run.reached is not None:
            self._standing.take_up(run.reached)

    def show_device(self, device: Device) -> None:
        """Say what networks compute on, once the network library is loaded."""
        self._devices.show_loaded(device)

    def may_close(self) -> bool:
        """Ask where a network trains; return whether the window may close."""
        return not self._trains or StoppingQuestion(self.window()).is_agreed()

    def stopped_by_closing(self) -> str:
        """Return what is to be said of the run that closing stops, "" where none trains."""
        return what_quitting_stops() if self._trains else ""

    @property
    def _trains(self) -> bool:
        return self.session.is_running or self.sweeps.session.is_running

    def _close(self) -> None:
        """Stop what the page has running; what a run learned is kept."""
        self._starter.give_settings_back()
        remember_form(self.form, self._studio)
        self.session.stop()
        self.sweeps.close()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._standing.come_into_sight()
        if not self._was_shown:
            self._was_shown = True
            self._plots_ahead.start()
            self.catalog.refresh()
            self.corpus.read_tunes()

    def _make_widgets(self, studio: Studio) -> None:
        self.form = TrainingForm()
        self.cost = Label()
        self.cost.setFont(small_font())
        self.cost.setProperty("muted", True)
        self.cost.setWordWrap(True)
        self.cost.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        # Three lines high from the start, so that the button does not move.
        self.cost.setMinimumHeight(3 * self.cost.fontMetrics().lineSpacing() + GRID)
        self.cost.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.start = CommandButton(self.tr("Start training"))
        self.start.setProperty("main", True)
        self.pause = CommandIcon()
        self.pause.setAccessibleName(self.tr("Pause training"))
        self.stop = CommandButton(self.tr("Stop"))
        self.main_focus: QWidget = self.start
        self.progress = TrainingProgress()
        self.plot = LossPlot(studio)
        self.notice_grounds: tuple[QWidget, ...] = (self.plot,)
        self.takes = TakesArea(studio)
        self.samples, self.hearing = self.takes.samples, self.takes.hearing
        self.runs = RunsPanel(studio)

    def _lay_out(self) -> None:
        left, curve = self._left_column(), self._curve_column()
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(curve)
        self.middle.addWidget(self.takes)
        self.middle.setStretchFactor(0, 3)
        self.middle.setStretchFactor(1, 2)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (left, self.middle, self.runs):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setCollapsible(1, False)
        self.middle.setMinimumWidth(44 * GRID)
        self.runs.setMinimumWidth(24 * GRID)
        SplitterMemory(self._studio, self.columns, "training.columns", (320, 664, 296))
        SplitterMemory(self._studio, self.middle, "training.middle", (400, 240))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.columns)

    def _left_column(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        buttons.setSpacing(GRID)
        buttons.addWidget(self.start, 1)
        # Stop is the neighbour of Start, which gives it the focus.
        buttons.addWidget(self.stop)
        buttons.addWidget(self.pause)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStrut(36 * GRID)
        column.addWidget(self.form, 1)
        column.addWidget(self.cost)
        column.addLayout(buttons)
        return left

    def _curve_column(self) -> QWidget:
        curve = QWidget()
        column = QVBoxLayout(curve)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addWidget(self.plot, 1)
        return curve

    def _connect(self) -> None:
        self._studio.closing.connect(self._close)
        self._starter.renewed.connect(self.runs.choose_none)
        self.sweeps.live_changed.connect(self.catalog.set_live_cell)
        self.sweeps.changed.connect(self.catalog.follow)
        for wished in (self.sweeps.run_requested, self.table.run_requested):
            wished.connect(self.runs.choose)
        self.samples.open_requested.connect(self._on_sample_opened)
        self.hearing.open_requested.connect(self._on_sample_opened)
        self._studio.train_requested.connect(self.train_on)
        self._studio.colors_changed.connect(self._set_colors)
        self._set_colors(self._studio.colors)

    def _connect_runs(self, actions: Actions, shown: ShownRun, progress: ProgressPresenter) -> None:
        presenter = RunsPresenter(
            panel=self.runs,
            catalog=self.catalog,
            session=self.session,
            shown=shown,
            studio=self._studio,
        )
        comparison = RunComparison(self.runs, self.catalog, self.session, shown, self._studio)
        RunCommands(
            actions=actions,
            panel=self.runs,
            presenter=presenter,
            comparison=comparison,
            starter=self._starter,
            session=self.session,
            studio=self._studio,
        )
        for failed in (presenter.failed, comparison.failed):
            failed.connect(progress.say_error)
        self.runs.run_chosen.connect(progress.show_run)
        progress.show_requested.connect(self.runs.choose)

    def _on_run_deleted(self, folder: object) -> None:
        if folder == self.session.folder:
            self._hearing.forget()
        # Last of all who hear of it: they tell by its folder whether the last run is meant.
        self.session.forget(folder)

    def _on_sample_opened(self, text: str, step: int) -> None:
        self._studio.open_in_composer(text, sample_name(step))

    def _set_colors(self, colors: Colors) -> None:
        self.start.setIcon(tinted_icon("player-play", colors.accent_text, colors.muted))
        self.pause.setIcon(icon("player-pause"))
        self.stop.setIcon(icon("player-stop"))
