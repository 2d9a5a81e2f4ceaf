"""Earlier training runs: how good they became, and what to do with them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.runs.history import RunSummary
from abcstudio.ui.controls.action_button import CommandButton, CommandIcon
from abcstudio.ui.controls.rows.deletable_list import DeletableList
from abcstudio.ui.controls.rows.row_menu import add_button, offer_row_menu
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, in_lines, tooltip
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.live.standing import Standing, state_words
from abcstudio.ui.training.runs.run_row import run_row, varied_settings
from abcstudio.ui.training.runs.run_rows import ROW_ROLE, RunRows
from abcstudio.ui.words.key_words import modifier_words
from abcstudio.ui.words.run_words import run_details, run_facts

_MOST_FOLDERS = 10


class UnreadRuns(QPushButton):
    """A sentence that opens the folder when it is pressed; hidden while every run can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self.setProperty("sentence", True)
        self.setFont(small_font())
        self.clicked.connect(self._on_clicked)
        self.hide()

    def set_folders(self, folders: Sequence[Path]) -> None:
        """Name the folders of the runs that cannot be read."""
        count = len(folders)
        self.setVisible(count > 0)
        if not count:
            return
        self._folder = folders[0] if count == 1 else folders[0].parent
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 run cannot be read")
        self.setText(one if count == 1 else self.tr("%Ln runs cannot be read", "", count))
        shown = [str(folder) for folder in folders[:_MOST_FOLDERS]]
        why = self.tr(
            "The file run.json there is damaged, or another version of the program wrote it. "
            "It is left as it is. A click shows the folder."
        )
        self.setToolTip("\n".join((in_lines(why), *map(tooltip, shown))))
        self.setAccessibleDescription(" ".join((why, *shown)))

    def _on_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


class RunsList(DeletableList):
    """Chooses one run; a click with Ctrl on a row leaves the choice as it is.

    Signals:
        compare_clicked: The person clicked a row with Ctrl. Carries the row.
    """

    compare_clicked = Signal(int)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        is_with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.button() == Qt.MouseButton.LeftButton and is_with_ctrl and row >= 0:
            self.compare_clicked.emit(row)
            event.accept()
            return
        super().mousePressEvent(event)


RUN_ROLE = Qt.ItemDataRole.UserRole
"""Under which a row keeps its `RunSummary`."""


def run_item(run: RunSummary, standing: Standing, varied: Collection[str]) -> QListWidgetItem:
    """Return the row of a run; `varied` are the settings that tell the runs apart."""
    is_live = run.is_elsewhere or run.folder == standing.live
    is_compared = run.folder == standing.compared
    state = state_words(run, standing)
    details = [*run_details(run, state, _unvalidated_words(run, is_live))]
    if is_compared:
        details.append(QCoreApplication.translate("RunsPanel", "Others are compared with it"))
    item = QListWidgetItem("\n".join(details))
    item.setData(RUN_ROLE, run)
    item.setData(ROW_ROLE, run_row(run, state, is_live, varied, is_compared=is_compared))
    item.setToolTip(in_lines(*details, str(run.folder)))
    return item


def _unvalidated_words(run: RunSummary, is_live: bool) -> str:
    """Return why a run has no validation loss."""
    translate = QCoreApplication.translate
    if run.validation_share == 0:
        return translate("RunsPanel", "No validation: the held-out share is 0")
    is_over = run.held_out == 0 or (run.state in ("finished", "failed") and not is_live)
    return (
        translate("RunsPanel", "No validation")
        if is_over
        else translate("RunsPanel", "No validation yet")
    )


class RunsPanel(QWidget):
    """The list of runs, the newest first; what can be done with the chosen one are commands.

    Signals:
        run_chosen: Carries the `RunSummary`, or None when none is chosen.
        choice_changed: Another run is chosen, or something else is known of it.
        compare_requested: Compare others with a run, or no longer. Carries the `RunSummary`.
    """

    run_chosen = Signal(object)
    choice_changed = Signal()
    compare_requested = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing()
        title = Label(self.tr("Training runs"))
        title.setProperty("muted", True)
        self.delete = CommandIcon()
        self.delete.setAccessibleName(self.tr("Delete run"))
        self.card = CommandIcon()
        self.card.setAccessibleName(self.tr("About the run's network"))
        self.list = RunsList()
        self.list.setAccessibleName(self.tr("Training runs"))
        words = self.tr(
            "Choose a run to see its curve and its samples; {0} and a click lays that of another "
            "one under it"
        )
        self.list.setToolTip(words.format(modifier_words(Qt.KeyboardModifier.ControlModifier)))
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
        self.use = CommandButton(self.tr("Use in Composer"))
        self.resume = CommandButton(self.tr("Resume"))
        self.compare = CommandButton(self.tr("Compare others with it"))
        self.compare.setProperty("segment", True)
        self._lay_out(title)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.compare_clicked.connect(self._on_compare_clicked)
        offer_row_menu(self.list, self.fill_menu)
        studio.colors_changed.connect(self._show_icons)
        self._show_icons()
        self.set_runs(())

    @property
    def run(self) -> RunSummary | None:
        """The chosen run."""
        item = self.list.currentItem()
        run: RunSummary | None = item.data(RUN_ROLE) if item is not None else None
        return run

    @property
    def compared(self) -> Path | None:
        """The folder of the run that others are compared with."""
        return self._standing.compared

    def choose_none(self) -> None:
        """Choose no run."""
        self.list.setCurrentRow(-1)

    def choose(self, folder: Path) -> None:
        """Choose the run of a folder, where there is one."""
        folders = [run.folder for run in self._runs()]
        self.list.setCurrentRow(folders.index(folder) if folder in folders else -1)

    def set_runs(self, runs: Sequence[RunSummary], standing: Standing | None = None) -> None:
        """Show these runs; the one that others are compared with stays."""
        compared = self._standing.compared
        self._fill(runs, replace(standing or Standing(), compared=compared))

    def set_compared(self, folder: Path | None) -> None:
        """Mark the run that others are compared with."""
        self._fill(self._runs(), replace(self._standing, compared=folder))

    def show_unread(self, folders: Sequence[Path]) -> None:
        """Say quietly how many runs are there but cannot be read, and where they are."""
        self.unread.set_folders(folders)

    def _runs(self) -> list[RunSummary]:
        return [self.list.item(row).data(RUN_ROLE) for row in range(self.list.count())]

    def _fill(self, runs: Sequence[RunSummary], standing: Standing) -> None:
        chosen, row = self.run, self.list.currentRow()
        self._standing = standing
        with QSignalBlocker(self.list):
            self.list.clear()
            varied = varied_settings(runs)
            for run in runs:
                item = run_item(run, standing, varied)
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

    def _show_icons(self) -> None:
        self.delete.setIcon(icon("trash"))
        self.card.setIcon(icon("info-circle"))
        self.use.setIcon(icon("sparkles"))
        self.resume.setIcon(icon("player-play"))
        self.compare.setIcon(icon("chart-line"))

    def _lay_out(self, title: Label) -> None:
        heading = QHBoxLayout()
        heading.addWidget(title, 1)
        heading.addWidget(self.card)
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
        column.addWidget(self.compare)

    def _show_choice(self) -> None:
        run = self.run
        self.facts.setVisible(run is not None)
        self.facts.setText("\n".join(run_facts(run)) if run is not None else "")
        self.choice_changed.emit()

    def _on_current_changed(self) -> None:
        self._show_choice()
        self.run_chosen.emit(self.run)

    def _on_compare_clicked(self, row: int) -> None:
        self.compare_requested.emit(self._runs()[row])

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be done with the chosen run."""
        add_button(menu, self.use)
        add_button(menu, self.resume)
        add_button(menu, self.compare)
        add_button(menu, self.card, self.tr("About its network…"))
        menu.addSeparator()
        add_button(menu, self.delete, self.tr("Delete run"))
