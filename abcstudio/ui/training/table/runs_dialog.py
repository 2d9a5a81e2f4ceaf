"""The dialog with the table of training runs, and the chosen ones compared below it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from abcstudio.recipes.comparing.run_filter import differing_settings
from abcstudio.runs.history import RunSummary
from abcstudio.ui.controls.rows.row_table import LineTable, RowTableWidget
from abcstudio.ui.controls.search_line import SearchLine
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.table.best_line import BestLine
from abcstudio.ui.training.table.curves_plot import CurvesPlot
from abcstudio.ui.training.table.parallel_plot import ParallelPlot
from abcstudio.ui.training.table.runs_model import NAME, STAR, RunsModel
from abcstudio.ui.training.table.takes_columns import TakesColumns
from abcstudio.ui.words.run_words import shown_name, value_words
from abcstudio.ui.words.translation import message


class NoRuns(StatePanel):
    """A sentence and a button.

    Signals:
        whole_list_requested: The filter should be taken away.
        form_requested: The person goes back to the form, to train a first network.
    """

    whole_list_requested = Signal()
    form_requested = Signal()

    def show_why(self, *, has_runs: bool) -> None:
        """Say that nothing fits the filter, or that there is no run yet."""
        if has_runs:
            self.show_state(
                self.tr("No run fits the filter"),
                self.tr("Fewer words find more."),
                [(self.tr("Show all runs"), self.whole_list_requested.emit)],
            )
            return
        self.show_state(
            self.tr("No network has been trained yet"),
            self.tr(
                "Every run stands here with its settings, its loss and its music, to be sorted, "
                "marked and compared. Choose a preset on the page and press Start training."
            ),
            [(self.tr("Go to the settings"), self.form_requested.emit)],
        )


_WIDTH = 13 * GRID
_FILTER_HINT = 'is:starred  tag:slow  loss:<1.2  right:>90  hidden_size:512  "{0}"'


class RunsDialog(QDialog):
    """Stands beside the window.

    Signals:
        chosen: Other runs are chosen. Carries them.
        star_requested, delete_requested: Of the chosen runs.
        settings_requested, folder_requested, shown_requested: Of the current run.
        undo_requested, redo_requested, export_requested: Of the whole table.
    """

    chosen = Signal(object)
    star_requested = Signal()
    delete_requested = Signal()
    settings_requested = Signal()
    folder_requested = Signal()
    shown_requested = Signal()
    export_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Training runs"))
        self.setProperty("help_topic", "training")
        self.filter = SearchLine()
        self.filter.setPlaceholderText(_FILTER_HINT.format(self.tr("a word")))
        self.filter.setAccessibleName(self.tr("Filter of the runs"))
        self.count = Label()
        self.best = BestLine()
        self.model = RunsModel(self)
        self._fitted: tuple[str, ...] = ()
        self.table = LineTable()
        self.nothing = NoRuns()
        self._shown = QStackedWidget()
        self._make_buttons()
        self.tabs = QTabWidget()
        self.curves = CurvesPlot(studio)
        self.differences = RowTableWidget()
        self.takes = TakesColumns(studio)
        self.parallel = ParallelPlot(studio)
        self._set_up_table()
        self._lay_out()
        self._connect()
        studio.colors_changed.connect(self._show_icons)
        self._show_icons()
        self.resize(124 * GRID, 80 * GRID)

    def _make_buttons(self) -> None:
        self.star = QPushButton(self.tr("&Star"))
        self.rename = QPushButton(self.tr("&Rename"))
        self.settings = QPushButton(self.tr("&Use its settings"))
        self.settings.setToolTip(self.tr("Puts the settings of the run into the form of the page"))
        self.folder = QPushButton(self.tr("Show the &folder"))
        self.show_run = QPushButton(self.tr("Show on the &page"))
        self.export = QPushButton(self.tr("&Export…"))
        self.delete = QPushButton(self.tr("&Delete"))
        self.undo = QPushButton(self.tr("U&ndo"))

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """The chosen runs, in the order of the rows."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return tuple(self.model.rows[row] for row in rows)

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """List runs; those that were chosen stay chosen."""
        chosen = {run.folder for run in self.runs}
        self.model.set_runs(runs)
        if self.model.names != self._fitted:
            self._fitted = self.model.names
            for at, column in enumerate(self.model.columns):
                # Headings are longer in some languages.
                heading = self.table.horizontalHeader().sectionSizeHint(at)
                self.table.setColumnWidth(at, max(column.width or _WIDTH, heading))
        self.choose(chosen)
        self._show_filtered()

    def choose(self, folders: set[Path]) -> None:
        """Choose the rows of some runs."""
        selection, last = QItemSelection(), self.model.columnCount() - 1
        for row, run in enumerate(self.model.rows):
            if run.folder in folders:
                selection.select(self.model.index(row, 0), self.model.index(row, last))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        if selection.count():
            place = self.model.index(selection.at(0).top(), self.model.place_of(NAME))
            self.table.selectionModel().setCurrentIndex(place, flags.NoUpdate)
        self._on_chosen()

    def show_undo(self, *, can_undo: bool) -> None:
        """Let the last change be taken back, or not."""
        self.undo.setEnabled(can_undo)
        self.undo.setToolTip(
            self.tr("Takes the last change of names, tags, notes and stars, or a deletion, back")
            if can_undo
            else self.tr("Nothing has been changed that could be taken back")
        )

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Training runs"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.differences.setEditTriggers(triggers.NoEditTriggers)
        self.differences.setAccessibleName(self.tr("Settings that differ"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.filter, 1)
        head.addWidget(self.count)
        # What concerns the whole table: beside the others, it made the dialog wider than a small
        # screen in languages with longer words.
        head.addWidget(self.undo)
        head.addWidget(self.export)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self.star, self.rename, self.settings, self.show_run, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.delete)
        for button in self._buttons():
            button.setAutoDefault(False)
        self.tabs.addTab(self.curves, self.tr("Curves"))
        self.tabs.addTab(self.differences, self.tr("Settings"))
        self.tabs.addTab(self.takes, self.tr("Takes"))
        self.tabs.addTab(self.parallel, self.tr("Parallel axes"))
        self.tabs.setCornerWidget(self.takes.switches)
        self.takes.switches.hide()
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.table, self.nothing):
            self._shown.addWidget(widget)
        column.addWidget(self._shown, 1)
        column.addLayout(buttons)
        column.addWidget(self.best)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(upper)
        parts.addWidget(self.tabs)
        for place in range(2):
            parts.setStretchFactor(place, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        whole.setSpacing(GRID)
        whole.addLayout(head)
        whole.addWidget(parts, 1)

    def _buttons(self) -> tuple[QPushButton, ...]:
        of_runs = (self.star, self.rename, self.settings, self.show_run, self.folder, self.delete)
        return (*of_runs, self.undo, self.export)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self.model.modelReset.connect(self._on_chosen)
        self.star.clicked.connect(self.star_requested)
        self.rename.clicked.connect(self._on_rename)
        self.settings.clicked.connect(self.settings_requested)
        self.folder.clicked.connect(self.folder_requested)
        self.show_run.clicked.connect(self.shown_requested)
        self.export.clicked.connect(self.export_requested)
        self.delete.clicked.connect(self.delete_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.tabs.currentChanged.connect(self._on_tab_chosen)
        self.parallel.brushed.connect(self._on_brushed)
        self.best.both_requested.connect(self.choose)
        self.nothing.whole_list_requested.connect(self.filter.clear)
        self.nothing.form_requested.connect(self.close)
        self.table.clicked.connect(self._on_clicked)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo_requested.emit)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.redo_requested.emit)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete.click)

    def _on_filter(self, text: str) -> None:
        chosen = {run.folder for run in self.runs}
        self.model.set_filter(text)
        self.choose(chosen)
        self._show_filtered()

    def _show_filtered(self) -> None:
        listed = self.model.rows
        words = self.tr("{0} of %Ln runs", "", self.model.count)
        self.count.setText(words.format(len(listed)))
        self._shown.setCurrentWidget(self.table if listed else self.nothing)
        if not listed:
            self.nothing.show_why(has_runs=bool(self.model.count))
        self.export.setEnabled(bool(listed))
        self.export.setToolTip(
            self.tr("Writes the chosen runs, or all that are listed, as a table")
            if listed
            else self.tr("There is no run in the table")
        )
        self.parallel.set_runs(listed)
        self.best.show_runs(listed)

    def _on_chosen(self) -> None:
        runs = self.runs
        for button in (self.star, self.delete):
            button.setEnabled(bool(runs))
        for button in (self.rename, self.settings, self.folder, self.show_run):
            button.setEnabled(len(runs) == 1)
        self._show_differences(runs)
        self.chosen.emit(runs)

    def _show_differences(self, runs: Sequence[RunSummary]) -> None:
        """Show a row a setting that differs, a column a run."""
        names = differing_settings(runs) if len(runs) > 1 else ()
        table = self.differences
        table.setColumnCount(len(runs) if names else 0)
        table.setRowCount(len(names))
        table.setHorizontalHeaderLabels([one_line(shown_name(run)) for run in runs])
        table.setVerticalHeaderLabels([message(f"hyperparameter.{name}") for name in names])
        for row, name in enumerate(names):
            for column, run in enumerate(runs):
                table.setItem(row, column, QTableWidgetItem(value_words(run.config.get(name, ""))))
        table.resizeColumnsToContents()

    def _on_brushed(self, folders: Sequence[Path] | None) -> None:
        self.choose(set(folders or ()))

    def _on_tab_chosen(self) -> None:
        self.takes.switches.setVisible(self.tabs.currentWidget() is self.takes)

    def _on_clicked(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.model.columns[index.column()].name == STAR:
            self.star_requested.emit()

    def _on_rename(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            index = self.model.index(rows[0].row(), self.model.place_of(NAME))
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def _show_icons(self) -> None:
        self.star.setIcon(icon("star"))
        self.rename.setIcon(icon("pencil"))
        self.folder.setIcon(icon("folder-open"))
        self.export.setIcon(icon("file-export"))
        self.delete.setIcon(icon("trash"))
        self.undo.setIcon(icon("arrow-back-up"))
