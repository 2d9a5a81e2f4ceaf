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
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.corpus_choice import CorpusChoice
from abcstudio.ui.services.plots_ahead import PlotsAhead
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.hearing_presenter import HearingPresenter
from abcstudio.ui.training.live.handed_run import HandedRun
from abcstudio.ui.training.progress_presenter import ProgressPresenter
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.stopping_question import StoppingQuestion, what_quitting_stops
from abcstudio.ui.training.sweeps.sweeps import Sweeps
from abcstudio.ui.training.training_commands import TrainingCommands
from abcstudio.ui.training.training_memory import remember_form
from abcstudio.ui.training.training_parts import make_parts
from abcstudio.ui.training.training_rooms import ROOMS
from abcstudio.ui.words.run_words import sample_name


class TrainingPage(QWidget):
    """Settings left, curve over samples in the middle, runs right; nothing here is modal.

    Attributes:
        parts: What the rooms share.
        session: The run under way.
        rooms: The rooms, by their classes.
    """

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_shown = False
        parts = self.parts = make_parts(self, studio, actions)
        self.session, self.rooms = parts.session, parts.rooms
        self._make_buttons()
        self._lay_out()
        self._plots_ahead = PlotsAhead(parent=self)
        for room in ROOMS:
            self.rooms.add(room(parts))
        self._starter, self._standing = self.rooms[RunStarter], self.rooms[ProgressPresenter]
        commands = self.rooms[TrainingCommands]
        self.start.set_command(commands.start)
        self.pause.set_command(commands.pause)
        self.stop.set_command(commands.stop)
        self._connect()

    def start_training(self) -> None:
        """Begin a run with the settings of the form; say what is wrong where one is."""
        self._starter.start()

    def train_on(
        self, tunes: tuple[Tune, ...], name: str, choice: CorpusChoice | None = None
    ) -> None:
        """Take other tunes for the next run; `choice` finds them again at the next start."""
        self.parts.corpus.choose(tunes, name, choice)

    def hand_over(self) -> HandedRun | None:
        """Leave the run under way to the page of another window; None where there is none."""
        work = self.session.hand_over()
        if work is None:
            return None
        return HandedRun(
            work=work,
            start=self._starter.hand_over(),
            live=self.parts.shown.live(work.folder or Path()),
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
        self.parts.devices.show_loaded(device)

    def may_close(self) -> bool:
        """Ask where a network trains; return whether the window may close."""
        return not self._trains or StoppingQuestion(self.window()).is_agreed()

    def stopped_by_closing(self) -> str:
        """Return what is to be said of the run that closing stops, "" where none trains."""
        return what_quitting_stops() if self._trains else ""

    @property
    def _trains(self) -> bool:
        return self.session.is_running or self.rooms[Sweeps].session.is_running

    def _close(self) -> None:
        """Stop what the page has running; what a run learned is kept."""
        self._starter.give_settings_back()
        remember_form(self.parts.form, self.parts.studio)
        self.session.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._standing.come_into_sight()
        if not self._was_shown:
            self._was_shown = True
            self._plots_ahead.start()
            self.parts.catalog.refresh()
            self.parts.corpus.read_tunes()

    def _make_buttons(self) -> None:
        self.start = CommandButton(self.tr("Start training"))
        self.start.setProperty("main", True)
        self.pause = CommandIcon()
        self.pause.setAccessibleName(self.tr("Pause training"))
        self.stop = CommandButton(self.tr("Stop"))
        self.main_focus: QWidget = self.start
        self.notice_grounds: tuple[QWidget, ...] = (self.parts.plot,)

    def _lay_out(self) -> None:
        left, curve = self._left_column(), self._curve_column()
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(curve)
        self.middle.addWidget(self.parts.takes)
        self.middle.setStretchFactor(0, 3)
        self.middle.setStretchFactor(1, 2)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (left, self.middle, self.parts.runs):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setCollapsible(1, False)
        self.middle.setMinimumWidth(44 * GRID)
        self.parts.runs.setMinimumWidth(24 * GRID)
        SplitterMemory(self.parts.studio, self.columns, "training.columns", (320, 664, 296))
        SplitterMemory(self.parts.studio, self.middle, "training.middle", (400, 240))
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
        column.addWidget(self.parts.form, 1)
        column.addWidget(self.parts.cost)
        column.addLayout(buttons)
        return left

    def _curve_column(self) -> QWidget:
        curve = QWidget()
        column = QVBoxLayout(curve)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.parts.progress)
        column.addWidget(self.parts.plot, 1)
        return curve

    def _connect(self) -> None:
        studio, takes = self.parts.studio, self.parts.takes
        catalog = self.parts.catalog
        catalog.changes.deleted.connect(self._on_run_deleted)
        studio.closing.connect(self._close)
        takes.samples.open_requested.connect(self._on_sample_opened)
        takes.hearing.open_requested.connect(self._on_sample_opened)
        studio.train_requested.connect(self.train_on)
        studio.colors_changed.connect(self._set_colors)
        self._set_colors(studio.colors)

    def _on_run_deleted(self, folder: object) -> None:
        if folder == self.session.folder:
            self.rooms[HearingPresenter].forget()
        # Last of all who hear of it: they tell by its folder whether the last run is meant.
        self.session.forget(folder)

    def _on_sample_opened(self, text: str, step: int) -> None:
        self.parts.studio.open_in_composer(text, sample_name(step))

    def _set_colors(self, colors: Colors) -> None:
        self.start.setIcon(tinted_icon("player-play", colors.accent_text, colors.muted))
        self.pause.setIcon(icon("player-pause"))
        self.stop.setIcon(icon("player-stop"))
