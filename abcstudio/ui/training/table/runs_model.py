"""Training runs as rows: marks, date, corpus, the settings that differ, what each reached."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.recipes.comparing.run_filter import differing_settings, run_filter
from abcstudio.runs.history import RunSummary
from abcstudio.runs.marks.run_marks import MAX_NAME, MAX_NOTE, RunMarks, tags_of
from abcstudio.ui.look.plain_text import one_line, tooltip
from abcstudio.ui.training.live.standing import Standing, state_words
from abcstudio.ui.words.run_words import cell_name, shown_name, value_words
from abcstudio.ui.words.translation import message

Index = QModelIndex | QPersistentModelIndex

STAR, NAME, DATE, CORPUS, LOSS, RIGHT, NEW, SPEED, STATE, TAGS, NOTE = (
    "star", "name", "date", "corpus", "loss", "right", "newness", "speed", "state", "tags", "note"
)  # fmt: skip
_BEFORE = (STAR, NAME, DATE, CORPUS)
_AFTER = (LOSS, RIGHT, NEW, SPEED, STATE, TAGS, NOTE)
_EDITABLE = (NAME, TAGS, NOTE)
_MOST_SETTINGS = 8
_NO_PARENT: Final = QModelIndex()
_RIGHT_SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT_SIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RunsModel(QAbstractTableModel):
    """One run a row; a click on a heading sorts.

    Signals:
        marked: A mark was edited. Carries the `RunSummary` and the new `RunMarks`.
    """

    marked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RunSummary, ...] = ()
        self._runs: list[RunSummary] = []
        self._columns: tuple[str, ...] = (*_BEFORE, *_AFTER)
        self._filter = ""
        self._sort: tuple[str, bool] = (DATE, True)
        self._titles = {
            STAR: "★",
            NAME: self.tr("Name"),
            DATE: self.tr("Date"),
            CORPUS: self.tr("Tunes"),
            LOSS: self.tr("Validation loss"),
            RIGHT: self.tr("Right measures"),
            NEW: self.tr("Newness"),
            SPEED: self.tr("Characters/s"),
            STATE: self.tr("State"),
            TAGS: self.tr("Tags"),
            NOTE: self.tr("Note"),
        }
        self._standing = Standing()

    @property
    def runs(self) -> Sequence[RunSummary]:
        """What is listed, in the order of the rows."""
        return self._runs

    @property
    def count(self) -> int:
        """How many runs there are, listed or not."""
        return len(self._all)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; those of settings are their names."""
        return self._columns

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """List other runs."""
        self._all = tuple(runs)
        settings = differing_settings(runs)[:_MOST_SETTINGS]
        self.beginResetModel()
        self._columns = (*_BEFORE, *settings, *_AFTER)
        self._runs = self._chosen()
        self.endResetModel()

    def set_standing(self, standing: Standing) -> None:
        """Say which run trains now, and whether it waits."""
        self._standing = standing
        column = self._columns.index(STATE)
        last = self.index(len(self._runs) - 1, column)
        if last.isValid():
            self.dataChanged.emit(self.index(0, column), last)

    def set_filter(self, text: str) -> None:
        """List those that pass a typed text."""
        self._filter = text
        self.beginResetModel()
        self._runs = self._chosen()
        self.endResetModel()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns):
            return
        self._sort = (self._columns[column], order == Qt.SortOrder.DescendingOrder)
        self.beginResetModel()
        self._runs = self._chosen()
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._runs)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._columns[index.column()] in _EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        run, column = self._runs[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            # The settings of one of a sweep have columns of their own.
            words = cell_name(run)[0] if column == NAME else self._words(run, column)
            return one_line(words)
        if role == Qt.ItemDataRole.EditRole:
            return self._words(run, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(shown_name(run) if column == NAME else self._words(run, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == STAR:
            return self.tr("Starred") if run.marks.starred else self.tr("Not starred")
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        run, column = self._runs[index.row()], self._columns[index.column()]
        marks = _edited(run.marks, column, str(value))
        if marks is None or self._words(run, column) == str(value):
            return False
        self.marked.emit(run, marks)
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles.get(column) or message(f"hyperparameter.{column}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        return None

    def _side(self, column: str) -> Qt.AlignmentFlag:
        is_text = column in (*_BEFORE, STATE, TAGS, NOTE)
        return _LEFT_SIDE if is_text else _RIGHT_SIDE

    def _chosen(self) -> list[RunSummary]:
        column, is_falling = self._sort
        passes = run_filter(self._filter)
        runs = [run for run in self._all if passes(run)]
        known = [run for run in runs if _key(run, column) is not None]
        unknown = [run for run in runs if _key(run, column) is None]
        known.sort(key=lambda run: _comparable(_key(run, column)), reverse=is_falling)
        # What is not known stands last, whichever way the others are sorted.
        return [*known, *unknown]

    def _words(self, run: RunSummary, column: str) -> str:
        locale = QLocale()
        if column == STAR:
            return "★" if run.marks.starred else ""
        if column == DATE:
            date = QDateTime.fromString(run.created, Qt.DateFormat.ISODate)
            return locale.toString(date, QLocale.FormatType.ShortFormat)
        if column == STATE:
            return state_words(run, self._standing)
        if column in (RIGHT, NEW):
            share = run.right_measures if column == RIGHT else run.newness
            return "" if share is None else self.tr("{0} %").format(round(100 * share))
        if column == LOSS:
            loss = run.best_val_loss
            return "" if loss is None else locale.toString(loss, "f", 3)
        if column == SPEED:
            speed = run.chars_per_second
            return "" if speed is None else locale.toString(round(speed))
        text = {
            NAME: run.name, CORPUS: run.corpus_name, NOTE: run.marks.note,
            TAGS: ", ".join(run.marks.tags),
        }  # fmt: skip
        return text[column] if column in text else value_words(run.config.get(column, ""))


def _edited(marks: RunMarks, column: str, text: str) -> RunMarks | None:
    if column == NAME:
        return replace(marks, name=" ".join(text.split())[:MAX_NAME])
    if column == TAGS:
        return replace(marks, tags=tags_of(text))
    return replace(marks, note=text.strip()[:MAX_NOTE]) if column == NOTE else None


def _key(run: RunSummary, column: str) -> Any:
    """Return what a column is sorted by, None where it is not known."""
    found = {
        STAR: run.marks.starred, NAME: run.name, DATE: run.created, CORPUS: run.corpus_name,
        LOSS: run.best_val_loss, RIGHT: run.right_measures, NEW: run.newness,
        SPEED: run.chars_per_second, STATE: run.state, TAGS: ", ".join(run.marks.tags),
        NOTE: run.marks.note,
    }  # fmt: skip
    return found[column] if column in found else run.config.get(column)


def _comparable(value: Any) -> tuple[bool, float, str]:
    """Return a key by which numbers stand before words."""
    is_number = isinstance(value, int | float)
    return (not is_number, float(value) if is_number else 0.0, str(value).casefold())
