"""The cells of a sweep as rows: values, how each stands, what it reached."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from abcstudio.recipes.sweeps.outcome import SweepRow
from abcstudio.runs.history import RunSummary
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.ui.controls.rows.rows_model import RIGHT, RowsModel, TableColumn, no_tip
from abcstudio.ui.words.run_words import loss_digits, share_digits, speed_digits, value_words
from abcstudio.ui.words.translation import message


class CellsModel(RowsModel[SweepRow]):
    """One cell a row, in the order in which they are begun."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states = {
            CellState.WAITING: self.tr("Waiting"),
            CellState.RUNNING: self.tr("Training"),
            CellState.DONE: self.tr("Trained"),
            CellState.FAILED: self.tr("Failed"),
        }
        self.columns = self._columns(())

    def show_cells(self, rows: Sequence[SweepRow], varied: Sequence[str]) -> None:
        """List the cells of a sweep, or what is newly known of them."""
        columns = self._columns(varied)
        numbers = [row.cell.number for row in self.rows]
        is_same = numbers == [row.cell.number for row in rows]
        if is_same and self.names == tuple(column.name for column in columns):
            self.rows = tuple(rows)
            self.show_changes()
        else:
            self.set_rows(tuple(rows), columns)

    def _columns(self, varied: Sequence[str]) -> tuple[TableColumn[SweepRow], ...]:
        return (
            TableColumn(
                name="number",
                title=self.tr("No."),
                words=lambda row: QLocale().toString(row.cell.number),
                tip=no_tip,
                side=RIGHT,
            ),
            *map(_value_column, varied),
            TableColumn(name="state", title=self.tr("State"), words=self._state_words, tip=no_tip),
            _run_column(
                "loss", self.tr("Validation loss"), lambda run: loss_digits(run.best_val_loss)
            ),
            _run_column(
                "right", self.tr("Right measures"), lambda run: share_digits(run.right_measures)
            ),
            _run_column(
                "speed", self.tr("Characters/s"), lambda run: speed_digits(run.chars_per_second)
            ),
        )

    def _state_words(self, row: SweepRow) -> str:
        words = self._states[row.cell.state]
        if row.run is None or row.cell.state in (CellState.DONE, CellState.FAILED):
            return words
        locale = QLocale()
        return self.tr("{0}, step {1} of {2}").format(
            words, locale.toString(row.run.step), locale.toString(row.run.steps)
        )


def _value_column(setting: str) -> TableColumn[SweepRow]:
    return TableColumn(
        name=setting,
        title=message(f"hyperparameter.{setting}"),
        words=lambda row: value_words(row.cell.values[setting]),
        tip=no_tip,
        side=RIGHT,
    )


def _run_column(name: str, title: str, words: Callable[[RunSummary], str]) -> TableColumn[SweepRow]:
    """Return a column of what the run of a cell reached."""
    return TableColumn(
        name=name,
        title=title,
        words=lambda row: "" if row.run is None else words(row.run),
        tip=no_tip,
        side=RIGHT,
    )
