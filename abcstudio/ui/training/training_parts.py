"""The parts of the page of training that all its rooms share."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.learning.devices import Device, cards, choose_device
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.rooms import Rooms
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.curve.loss_plot import LossPlot
from abcstudio.ui.training.form.training_form import TrainingForm
from abcstudio.ui.training.milestones.takes_area import TakesArea
from abcstudio.ui.training.models.training_base import TrainingBase
from abcstudio.ui.training.runs.run_catalog import RunCatalog
from abcstudio.ui.training.runs.runs_panel import RunsPanel
from abcstudio.ui.training.shown_run import ShownRun
from abcstudio.ui.training.training_corpus import TrainingCorpus
from abcstudio.ui.training.training_memory import recall_form
from abcstudio.ui.training.training_progress import TrainingProgress
from abcstudio.ui.training.training_session import TrainingSession
from abcstudio.workers.job import plain_work


class DeviceFinder(QObject):
    """Shows in the form what the wanted device comes down to.

    Signals:
        failed: Carries the exception.
    """

    failed = Signal(object)

    def __init__(self, form: TrainingForm, studio: Studio) -> None:
        super().__init__(form)
        self._form = form
        self._job = LatestJob(studio)
        self._cards_job = LatestJob(studio)
        self._is_library_loaded = False
        form.device_chosen.connect(self._find)

    def show_loaded(self, device: Device) -> None:
        """Take the device that was found when the network library was loaded."""
        self._is_library_loaded = True
        self._cards_job.run(plain_work(cards), self._form.show_cards, self.failed.emit)
        if self._form.wanted_device() == "auto":
            self._form.show_device(device)
        else:
            self._find()

    def show_used(self, device: Device) -> None:
        """Take the device that a run computes on."""
        self._is_library_loaded = True
        self._form.show_device(device)

    def _find(self) -> None:
        # Before the library is loaded this would load it, which nothing can interrupt.
        if self._is_library_loaded:
            work = plain_work(choose_device, self._form.wanted_device())
            self._job.run(work, self._form.show_device, self.failed.emit)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingParts:
    """The constructor argument of every room of the page of training.

    Attributes:
        page: The page, to which dialogs belong.
        form: The settings of the next run.
        cost: The lines below the form with the cost of a run.
        progress: The progress of the shown run.
        plot: Its loss curve.
        takes: The takes along the curve.
        runs: The list of runs.
        session: The run under way.
        corpus: The tunes of the next run.
        catalog: The runs on disk.
        devices: Finds the devices for training.
        shown: Keeps curve and samples together.
        base: The model that the next runs go on from.
        rooms: The rooms made so far.
    """

    page: QWidget
    studio: Studio
    actions: Actions
    form: TrainingForm
    cost: Label
    progress: TrainingProgress
    plot: LossPlot
    takes: TakesArea
    runs: RunsPanel
    session: TrainingSession
    corpus: TrainingCorpus
    catalog: RunCatalog
    devices: DeviceFinder
    shown: ShownRun
    base: TrainingBase
    rooms: Rooms = field(default_factory=Rooms)


def make_parts(page: QWidget, studio: Studio, actions: Actions) -> TrainingParts:
    """Make the parts of a page, with the settings of last time in the form."""
    form, cost, progress = TrainingForm(), _cost_lines(), TrainingProgress()
    plot, takes, runs = LossPlot(studio), TakesArea(studio), RunsPanel(studio)
    recall_form(form, studio)
    session = TrainingSession(studio, page)
    corpus = TrainingCorpus(studio, page)
    return TrainingParts(
        page=page,
        studio=studio,
        actions=actions,
        form=form,
        cost=cost,
        progress=progress,
        plot=plot,
        takes=takes,
        runs=runs,
        session=session,
        corpus=corpus,
        catalog=RunCatalog(studio, page),
        devices=DeviceFinder(form, studio),
        shown=ShownRun(plot, takes.samples),
        base=TrainingBase(form, corpus, studio),
    )


def _cost_lines() -> Label:
    cost = Label()
    cost.setFont(small_font())
    cost.setProperty("muted", True)
    cost.setWordWrap(True)
    cost.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
    # Three lines high from the start, so that the button does not move.
    cost.setMinimumHeight(3 * cost.fontMetrics().lineSpacing() + GRID)
    cost.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return cost
