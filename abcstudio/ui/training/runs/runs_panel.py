"""Earlier training runs: how good they became, and what to do with them."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio.runs.history import FINISHED, RunSummary
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.controls.rows.deletable_list import DeletableList
from abcstudio.ui.controls.rows.row_menu import add_button, offer_row_menu
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, in_lines
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.runs.run_row import run_row, varied_settings
from abcstudio.ui.training.runs.run_rows import ROW_ROLE, RunRows
from abcstudio.ui.training.runs.unread_runs import UnreadRuns
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.run_words import run_details, run_facts

_RUN = Qt.ItemDataRole.UserRole
KILLED = "running"
"""How a run stands that had no time to say so; without a checkpoint it begins again."""
RESUMABLE = ("stopped", "failed", FINISHED, KILLED)


class RunsPanel(QWidget):
    """The list of runs, the newest first.

    Signals:
        run_chosen: Carries the `RunSummary`, or None when none is chosen.
        use_requested: Compose with this run's network. Carries the `RunSummary`.
        resume_requested: Go on with this run. Carries the `RunSummary`.
        deletion_requested: Carries the `RunSummary`.
    """

    run_chosen = Signal(object)
    use_requested = Signal(object)
    resume_requested = Signal(object)
    deletion_requested = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live: Path | None = None
        title = Label(self.tr("Training runs"))
        title.setProperty("muted", True)
        self.delete = QToolButton()
        self.delete.setAccessibleName(self.tr("Delete run"))
        self.delete.setToolTip(
            self.tr("Deletes the run with its network and takes ({0})").format(key_words("Del"))
        )
        self.list = DeletableList()
        self.list.setAccessibleName(self.tr("Training runs"))
        self.list.setToolTip(self.tr("Choose a run to see its curve and its samples"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(RunRows(self.list))
        self.list.setUniformItemSizes(True)
        title.setBuddy(self.list)
        self._empty = Label(
            self.tr("Your training runs are kept here, with their curves and networks.")
        )
        self._empty.setWordWrap(True)
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.facts = Label()
        self.facts.setFont(small_font())
        self.facts.setProperty("muted", True)
        self.facts.setWordWrap(True)
        self.facts.setAccessibleName(self.tr("Settings and date of the chosen run"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self.unread = UnreadRuns()
        self.use = QPushButton(self.tr("Use in Composer"))
        self.use.setToolTip(self.tr("Composes with this run's network from now on"))
        self.resume = QPushButton()
        self._lay_out(title)
        self._connect()
        studio.colors_changed.connect(self._show_icons)
        self._show_icons()
        self.set_runs(())

    @property
    def run(self) -> RunSummary | None:
        """The chosen run."""
        item = self.list.currentItem()
        run: RunSummary | None = item.data(_RUN) if item is not None else None
        return run

    def choose_none(self) -> None:
        """Choose no run."""
        self.list.setCurrentRow(-1)

    def choose(self, folder: Path) -> None:
        """Choose the run of a folder, where there is one."""
        rows = range(self.list.count())
        row = next((row for row in rows if self.list.item(row).data(_RUN).folder == folder), -1)
        self.list.setCurrentRow(row)

    def set_runs(self, runs: Sequence[RunSummary], live: Path | None = None) -> None:
        """Show these runs; `live` is the folder of the one that trains now."""
        chosen, row = self.run, self.list.currentRow()
        self._live = live
        with QSignalBlocker(self.list):
            self.list.clear()
            varied = varied_settings(runs)
            for run in runs:
                item = self._item(run, varied)
                self.list.addItem(item)
                if chosen is not None and run.folder == chosen.folder:
                    self.list.setCurrentItem(item)
            is_gone = chosen is not None and self.run is None
            if is_gone:
                # The next one takes the place of a run that was deleted.
                self.list.setCurrentRow(min(row, len(runs) - 1))
        self._stack.setCurrentIndex(1 if runs else 0)
        self._show_choice()
        if is_gone:
            self.run_chosen.emit(self.run)

    def show_unread(self, folders: Sequence[Path]) -> None:
        """Say quietly how many runs are there but cannot be read, and where they are."""
        self.unread.set_folders(folders)

    def state_words(self, run: RunSummary) -> str:
        """Return how a run stands."""
        if run.folder == self._live:
            return self.tr("Training now")
        return {
            "finished": self.tr("Finished"),
            "stopped": self.tr("Stopped"),
            "failed": self.tr("Failed"),
        }.get(run.state, self.tr("Interrupted"))

    def _show_icons(self) -> None:
        self.delete.setIcon(icon("trash"))
        self.use.setIcon(icon("sparkles"))
        self.resume.setIcon(icon("player-play"))

    def _lay_out(self, title: Label) -> None:
        heading = QHBoxLayout()
        heading.addWidget(title, 1)
        heading.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(heading)
        column.addWidget(self._stack, 1)
        column.addWidget(self.facts)
        column.addWidget(self.unread)
        column.addWidget(self.use)
        column.addWidget(self.resume)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.delete_pressed.connect(self._on_delete)
        offer_row_menu(self.list, self._fill_menu)
        self.list.itemActivated.connect(self._on_use)
        self.delete.clicked.connect(self._on_delete)
        self.use.clicked.connect(self._on_use)
        self.resume.clicked.connect(self._on_resume)

    def _item(self, run: RunSummary, varied: Collection[str]) -> QListWidgetItem:
        """Return a row: four lines in sight, everything for screen readers and in the tooltip."""
        state = self.state_words(run)
        details = run_details(run, state, self._unvalidated_words(run))
        item = QListWidgetItem("\n".join(details))
        item.setData(_RUN, run)
        item.setData(ROW_ROLE, run_row(run, state, run.folder == self._live, varied))
        item.setToolTip(in_lines(*details, str(run.folder)))
        return item

    def _unvalidated_words(self, run: RunSummary) -> str:
        """Return why a run has no validation loss."""
        if run.validation_share == 0:
            return self.tr("No validation: the held-out share is 0")
        is_over = run.state in ("finished", "failed") and run.folder != self._live
        return self.tr("No validation") if is_over else self.tr("No validation yet")

    def _show_choice(self) -> None:
        run = self.run
        is_idle = run is not None and run.folder != self._live
        self.use.setEnabled(run is not None and run.model is not None)
        self.delete.setEnabled(is_idle)
        self._show_resume(run)
        self.facts.setVisible(run is not None)
        self.facts.setText("\n".join(run_facts(run)) if run is not None else "")
        self.resume.setEnabled(
            run is not None
            and self._live is None
            and run.state in RESUMABLE
            and (run.state == KILLED or RunFolder(run.folder).has_checkpoint)
        )

    def _show_resume(self, run: RunSummary | None) -> None:
        """Name the way on: a run that came to its end can only be trained longer."""
        if run is not None and run.state == FINISHED:
            self.resume.setText(self.tr("Train longer"))
            self.resume.setToolTip(
                self.tr("Patience ended this run: goes on without it for as many steps again")
                if run.ended_by_patience
                else self.tr(
                    "Goes on with this run for as many steps again; you can stop it earlier"
                )
            )
        else:
            self.resume.setText(self.tr("Resume"))
            self.resume.setToolTip(self.tr("Goes on where this run stopped"))

    def _on_current_changed(self) -> None:
        self._show_choice()
        self.run_chosen.emit(self.run)

    def _on_use(self) -> None:
        if self.run is not None and self.run.model is not None:
            self.use_requested.emit(self.run)

    def _on_resume(self) -> None:
        if self.run is not None:
            self.resume_requested.emit(self.run)

    def _fill_menu(self, menu: QMenu) -> None:
        add_button(menu, self.use)
        add_button(menu, self.resume)
        menu.addSeparator()
        add_button(menu, self.delete, self.tr("Delete run"))

    def _on_delete(self) -> None:
        if self.run is not None and self.run.folder != self._live:
            # Where the next run stands then, or this one if it is kept.
            self.list.setFocus()
            self.deletion_requested.emit(self.run)
