"""A sweep as it stands: its cells, how far it is, and what has come of it so far."""

from PySide6.QtCore import QItemSelectionModel, QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from abcstudio.recipes.sweeps.outcome import SweepOutcome, SweepRow
from abcstudio.recipes.sweeps.running import SweepReport
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.ui.controls.rows.row_table import LineTable
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.sweeps.cells_model import CellsModel
from abcstudio.ui.training.sweeps.effect_plot import EffectPlot
from abcstudio.ui.words.run_words import duration_words
from abcstudio.ui.words.translation import message

_ENDED = (CellState.DONE, CellState.FAILED)


class SweepView(QWidget):
    """Shows; what is to be done are signals.

    Signals:
        go_on_requested: Train the cells that have not ended.
        pause_requested: Stop after the present step.
        move_requested: Begin a waiting cell earlier or later. Carries its number, and -1 or 1.
        retry_requested: Let the cells that failed wait again.
        run_requested: Show the run of a cell. Carries its folder.
    """

    go_on_requested = Signal()
    pause_requested = Signal()
    move_requested = Signal(int, int)
    retry_requested = Signal()
    run_requested = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_running = False
        self.standing = Label()
        self.standing.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID)
        self.go_on = QPushButton(self.tr("&Go on"))
        self.pause = QPushButton(self.tr("&Pause"))
        self.retry = QPushButton(self.tr("&Train the failed ones again"))
        self.earlier = QPushButton(self.tr("&Earlier"))
        self.earlier.setToolTip(self.tr("Begins the chosen network before the one above it"))
        self.later = QPushButton(self.tr("&Later"))
        self.later.setToolTip(self.tr("Begins the chosen network after the one below it"))
        self.show_run = QPushButton(self.tr("&Show its run"))
        self.show_run.setToolTip(self.tr("Chooses the run in the list of training runs"))
        self.model = CellsModel(self)
        self.table = LineTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Networks of the sweep"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.effects = EffectPlot(studio)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("Beginning of an analysis"))
        self.copy = QPushButton(self.tr("&Copy the text"))
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        studio.colors_changed.connect(self._show_icons)
        self._show_icons()

    @property
    def chosen(self) -> SweepRow | None:
        """The chosen cell."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def show_outcome(self, outcome: SweepOutcome, order: list[int], *, is_running: bool) -> None:
        """Show how a sweep stands.

        Args:
            outcome: What has come of it.
            order: The numbers of the waiting cells, the next one first.
            is_running: Whether it is under way in this window.
        """
        self._is_running = is_running
        chosen = self.chosen
        place = {number: at for at, number in enumerate(order)}
        rows = sorted(
            outcome.rows,
            key=lambda row: (row.cell.number in place, place.get(row.cell.number, row.cell.number)),
        )
        self.model.show_cells(rows, outcome.facts.varied)
        if chosen is not None:
            self._choose(chosen.cell.number)
        self.effects.set_outcome(outcome)
        sentences = [message(one.message_id, one.parameters) for one in outcome.paragraph]
        if self.words.toPlainText() != (text := " ".join(sentences)):
            self.words.setPlainText(text)
        ended = sum(row.cell.state in _ENDED for row in rows)
        failed = sum(row.cell.state is CellState.FAILED for row in rows)
        self.bar.setRange(0, len(rows))
        self.bar.setValue(ended)
        self.standing.setText(self._standing(ended, len(rows)))
        self.go_on.setVisible(not is_running and ended < len(rows))
        self.pause.setVisible(is_running)
        self.retry.setVisible(not is_running and failed > 0)
        self._show_choice()

    def show_progress(self, report: SweepReport) -> None:
        """Say how far the network under way is."""
        if report.training is None:
            return
        step, locale = report.training.progress, QLocale()
        if step.paused is not None:
            self.standing.setText(message(step.paused.message_id, step.paused.parameters))
            return
        words = self.tr("Network {0} of {1}: step {2} of {3}").format(
            report.cell.number,
            len(report.cells),
            locale.toString(step.step),
            locale.toString(step.steps),
        )
        if step.seconds_left is not None:
            left = duration_words(step.seconds_left)
            words = self.tr("{0}, {1} left for it").format(words, left)
        self.standing.setText(words)

    def _standing(self, ended: int, count: int) -> str:
        if ended == count:
            return self.tr("All networks have ended: %Ln of them", "", count)
        if self._is_running:
            return self.tr("Under way: {0} of {1} networks have ended").format(ended, count)
        return self.tr("Paused: {0} of {1} networks have ended").format(ended, count)

    def _choose(self, number: int) -> None:
        for at, row in enumerate(self.model.rows):
            if row.cell.number == number:
                index = self.model.index(at, 0)
                flags = QItemSelectionModel.SelectionFlag
                self.table.selectionModel().setCurrentIndex(
                    index, flags.ClearAndSelect | flags.Rows
                )

    def _show_choice(self) -> None:
        row = self.chosen
        waits = row is not None and row.cell.state is CellState.WAITING
        waiting = [each for each in self.model.rows if each.cell.state is CellState.WAITING]
        self.earlier.setEnabled(waits and row != waiting[0])
        self.later.setEnabled(waits and row != waiting[-1])
        self.show_run.setEnabled(row is not None and row.run is not None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.standing, 1)
        for button in (self.retry, self.go_on, self.pause):
            head.addWidget(button)
        cells = QWidget()
        column = QVBoxLayout(cells)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        for button in (self.earlier, self.later, self.show_run):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        analysis = QWidget()
        lines = QVBoxLayout(analysis)
        lines.setContentsMargins(GRID, GRID, GRID, GRID)
        lines.addWidget(self.words, 1)
        lines.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.tabs.addTab(cells, self.tr("Networks"))
        self.tabs.addTab(self.effects, self.tr("Effects"))
        self.tabs.addTab(analysis, self.tr("Analysis"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addLayout(head)
        whole.addWidget(self.bar)
        whole.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self.go_on_requested)
        self.pause.clicked.connect(self.pause_requested)
        self.retry.clicked.connect(self.retry_requested)
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.show_run.clicked.connect(self._on_show_run)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.words.toPlainText())
        )
        self.table.selectionModel().currentRowChanged.connect(self._show_choice)
        self.model.modelReset.connect(self._show_choice)

    def _move(self, by: int) -> None:
        if (row := self.chosen) is not None:
            self.move_requested.emit(row.cell.number, by)

    def _on_show_run(self) -> None:
        row = self.chosen
        if row is not None and row.run is not None:
            self.run_requested.emit(row.run.folder)

    def _show_icons(self) -> None:
        self.go_on.setIcon(icon("player-play"))
        self.pause.setIcon(icon("player-pause"))
        self.earlier.setIcon(icon("chevron-up"))
        self.later.setIcon(icon("chevron-down"))
        self.copy.setIcon(icon("copy"))
