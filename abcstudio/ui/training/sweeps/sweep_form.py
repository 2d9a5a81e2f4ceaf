"""What a new sweep is to be: its settings and values, and how long it will take."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from abcstudio.errors import TrainingError
from abcstudio.recipes.sweeps.grid import SweepPlan
from abcstudio.recipes.sweeps.lasting import SweepLength, measure_sweep
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.form.training_form import TrainingForm
from abcstudio.ui.training.sweeps.sweep_session import SweepSession
from abcstudio.ui.training.sweeps.variant_rows import VariantRows
from abcstudio.ui.training.training_corpus import TrainingCorpus
from abcstudio.ui.words.run_words import duration_words, settings_words
from abcstudio.ui.words.translation import error_sentence

# After the last key: a measurement takes some seconds of all cores.
_QUIET_MS = 900


class SweepForm(QWidget):
    """Asks for the variants; all else is as in the form of the page.

    Signals:
        start_requested: Carries the `SweepPlan`.
    """

    start_requested = Signal(object)

    def __init__(
        self,
        studio: Studio,
        form: TrainingForm,
        corpus: TrainingCorpus,
        session: SweepSession,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._form = form
        self._corpus = corpus
        self._session = session
        self._job = LatestJob(studio)
        self._length: SweepLength | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._measure)
        self.shared = _sentence()
        self.shared.setProperty("muted", True)
        self.rows = VariantRows()
        self.count = _sentence()
        self.time = _sentence()
        self.start = QPushButton(self.tr("&Train them all"))
        self.start.setProperty("main", True)
        self.start.clicked.connect(self._on_start)
        self.rows.changed.connect(self.refresh)
        studio.colors_changed.connect(self._show_icons)
        self._show_icons()
        self._lay_out()

    @property
    def length(self) -> SweepLength | None:
        """How long it will take, None before that was measured."""
        return self._length

    def refresh(self) -> None:
        """Show what the rows come to, and measure it once nothing is typed for a moment."""
        self._length = None
        self._job.cancel()
        words = self.tr("All else is as in the form: {0}. Tunes: {1}.")
        config = self._form.own_config()
        self.shared.setText(words.format(settings_words(config), one_line(self._corpus.name)))
        plan = self._plan()
        busy = self._session.why_not()
        self.start.setEnabled(plan is not None and not busy)
        self.start.setToolTip(busy)
        self.time.setText("")
        if plan is None:
            self._quiet.stop()
            return
        self.count.setProperty("error", False)
        self.count.setText(self.tr("%Ln networks, one after another", "", len(plan.cells)))
        self._repolish()
        if busy:
            self.time.setText(busy)
            return
        self.time.setText(self.tr("How long they take is being measured…"))
        self._quiet.start()

    def close_form(self) -> None:
        """Measure nothing any more."""
        self._quiet.stop()
        self._job.cancel()

    def _plan(self) -> SweepPlan | None:
        """Return the plan; say what is wrong with it, and return None, where it is none."""
        try:
            return self.rows.plan(self._form.own_config())
        except TrainingError as error:
            self.count.setProperty("error", True)
            self.count.setText(error_sentence(error))
            self._repolish()
            return None

    def _measure(self) -> None:
        plan = self._plan()
        if plan is None or self._session.why_not():
            return
        work = partial(measure_sweep, plan, self._form.wanted_device(), 0)
        self._job.run(work, self._on_measured, self._on_failed, self._on_progress)

    def _on_progress(self, length: SweepLength) -> None:
        known = sum(each is not None for each in length.cells)
        words = self.tr("How long they take is being measured: {0} of {1}…")
        self.time.setText(words.format(known, len(length.cells)))

    def _on_measured(self, length: SweepLength) -> None:
        self._length = length
        if length.seconds is not None:
            words = self.tr("About {0} on this machine, as measured just now")
            self.time.setText(words.format(duration_words(length.seconds)))

    def _on_failed(self, error: Exception) -> None:
        self.time.setText(error_sentence(error))

    def _on_start(self) -> None:
        plan = self._plan()
        if plan is not None:
            self._quiet.stop()
            self._job.cancel()
            self.start_requested.emit(plan)

    def _repolish(self) -> None:
        self.count.style().unpolish(self.count)
        self.count.style().polish(self.count)

    def _show_icons(self) -> None:
        colors = self._studio.colors
        self.start.setIcon(tinted_icon("player-play", colors.accent_text, colors.muted))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GROUP_GAP)
        column.addWidget(self.shared)
        column.addWidget(self.rows)
        told = QVBoxLayout()
        told.setSpacing(GRID)
        told.addWidget(self.count)
        told.addWidget(self.time)
        column.addLayout(told)
        column.addStretch(1)
        column.addLayout(row)


def _sentence() -> Label:
    label = Label()
    label.setWordWrap(True)
    return label
