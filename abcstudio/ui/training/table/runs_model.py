"""Training runs as rows: marks, date, corpus, the settings that differ, what each reached."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.recipes.comparing.run_filter import differing_settings, run_filter
from abcstudio.runs.history import RunSummary
from abcstudio.runs.run_marks import MAX_NAME, MAX_NOTE, tags_of
from abcstudio.ui.controls.rows.rows_model import RIGHT, Index, RowsModel, TableColumn
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.training.live.standing import Standing, state_words
from abcstudio.ui.words.run_words import (
    cell_name,
    loss_digits,
    share_digits,
    shown_name,
    speed_digits,
    value_words,
)
from abcstudio.ui.words.translation import message

STAR, NAME, DATE, LOSS, STATE, TAGS, NOTE = (
    "star", "name", "date", "loss", "state", "tags", "note"
)  # fmt: skip
_MOST_SETTINGS = 8

_Column = TableColumn[RunSummary]


class RunsModel(RowsModel[RunSummary]):
    """One run a row; a click on a heading sorts.

    Signals:
        marked: A mark was edited. Carries the `RunSummary` and the new `RunMarks`.
    """

    marked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RunSummary, ...] = ()
        self._filter = ""
        self._sort: tuple[str, bool] = (DATE, True)
        self._standing = Standing()
        self.columns = (*self._before(), *self._after())

    @property
    def count(self) -> int:
        """How many runs there are, listed or not."""
        return len(self._all)

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """List other runs."""
        self._all = tuple(runs)
        settings = map(_setting_column, differing_settings(runs)[:_MOST_SETTINGS])
        self.set_rows(self._chosen(), (*self._before(), *settings, *self._after()))

    def set_standing(self, standing: Standing) -> None:
        """Say which run trains now, and whether it waits."""
        self._standing = standing
        self.show_changes()

    def set_filter(self, text: str) -> None:
        """List those that pass a typed text."""
        self._filter = text
        self.set_rows(self._chosen())

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns):
            self._sort = (self.columns[column].name, order == Qt.SortOrder.DescendingOrder)
            self.set_rows(self._chosen())

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        run, edited = self.rows[index.row()], self.columns[index.column()].edited
        if edited is None or index.data(role) == str(value):
            return False
        self.marked.emit(run, edited(run, str(value)))
        return True

    def _before(self) -> tuple[_Column, ...]:
        """Return the columns before those of the settings."""
        return (
            TableColumn(
                name=STAR,
                title="★",
                words=lambda run: "★" if run.marks.starred else "",
                spoken=self._star_words,
                key=lambda run: run.marks.starred,
                width=4 * GRID,
            ),
            TableColumn(
                name=NAME,
                title=self.tr("Name"),
                # The settings of one of a sweep have columns of their own.
                words=lambda run: cell_name(run)[0],
                tip=shown_name,
                key=lambda run: run.name,
                edited=lambda run, text: replace(run.marks, name=" ".join(text.split())[:MAX_NAME]),
                width=20 * GRID,
            ),
            TableColumn(
                name=DATE,
                title=self.tr("Date"),
                words=_date_words,
                key=lambda run: run.created,
                width=16 * GRID,
            ),
            TableColumn(
                name="corpus",
                title=self.tr("Tunes"),
                words=lambda run: run.corpus_name,
                key=lambda run: run.corpus_name,
            ),
        )

    def _after(self) -> tuple[_Column, ...]:
        """Return the columns behind those of the settings."""
        figures = (
            _figure(LOSS, self.tr("Validation loss"), lambda run: run.best_val_loss, loss_digits),
            _figure(
                "right", self.tr("Right measures"), lambda run: run.right_measures, share_digits
            ),
            _figure("newness", self.tr("Newness"), lambda run: run.newness, share_digits),
            _figure(
                "speed",
                self.tr("Characters/s"),
                lambda run: run.chars_per_second,
                speed_digits,
                12 * GRID,
            ),
        )
        return (*figures, *self._notes())

    def _notes(self) -> tuple[_Column, ...]:
        return (
            TableColumn(
                name=STATE,
                title=self.tr("State"),
                words=lambda run: state_words(run, self._standing),
                key=lambda run: run.state,
                width=11 * GRID,
            ),
            TableColumn(
                name=TAGS,
                title=self.tr("Tags"),
                words=_tags,
                key=_tags,
                edited=lambda run, text: replace(run.marks, tags=tags_of(text)),
            ),
            TableColumn(
                name=NOTE,
                title=self.tr("Note"),
                words=lambda run: run.marks.note,
                key=lambda run: run.marks.note,
                edited=lambda run, text: replace(run.marks, note=text.strip()[:MAX_NOTE]),
            ),
        )

    def _star_words(self, run: RunSummary) -> str:
        return self.tr("Starred") if run.marks.starred else self.tr("Not starred")

    def _chosen(self) -> list[RunSummary]:
        name, is_falling = self._sort
        columns = {column.name: column for column in self.columns}
        # Which settings have a column changes with the runs.
        key = (columns.get(name) or _setting_column(name)).key or str
        passes = run_filter(self._filter)
        runs = [run for run in self._all if passes(run)]
        known = [run for run in runs if key(run) is not None]
        unknown = [run for run in runs if key(run) is None]
        known.sort(key=lambda run: _comparable(key(run)), reverse=is_falling)
        # What is not known stands last, whichever way the others are sorted.
        return [*known, *unknown]


def _figure(
    name: str,
    title: str,
    value: Callable[[RunSummary], float | None],
    digits: Callable[[float | None], str],
    width: int = 0,
) -> _Column:
    """Return a column of one figure of each run."""
    return TableColumn(
        name=name,
        title=title,
        words=lambda run: digits(value(run)),
        key=value,
        side=RIGHT,
        width=width,
    )


def _setting_column(name: str) -> _Column:
    return TableColumn(
        name=name,
        title=message(f"hyperparameter.{name}"),
        words=lambda run: value_words(run.config.get(name, "")),
        key=lambda run: run.config.get(name),
        side=RIGHT,
    )


def _date_words(run: RunSummary) -> str:
    date = QDateTime.fromString(run.created, Qt.DateFormat.ISODate)
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def _tags(run: RunSummary) -> str:
    return ", ".join(run.marks.tags)


def _comparable(value: Any) -> tuple[bool, float, str]:
    """Return a key by which numbers stand before words."""
    is_number = isinstance(value, int | float)
    return (not is_number, float(value) if is_number else 0.0, str(value).casefold())
