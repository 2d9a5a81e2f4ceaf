"""The takes of all sessions as rows: title, kind, facts, problems, and a star to keep."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer
from PySide6.QtGui import QIcon
from typing_extensions import override

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.history.take_orders import NEWEST, order_key
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.takes.jury_words import looking_words
from abcstudio.ui.composer.takes.take_cells import (
    DAY_ROLE,
    FACTS_ROLE,
    KIND_ROLE,
    NEWER_ROLE,
    SOURCE_ROLE,
    UNSAVED_ROLE,
    SmallSource,
)
from abcstudio.ui.composer.takes.take_words import (
    day_words,
    days_of,
    fact_lines,
    fact_sentences,
    score_sentence,
)
from abcstudio.ui.controls.rows.rows_model import RIGHT, Index, RowsModel, TableColumn, no_tip
from abcstudio.ui.documents.document import Document
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.theme import Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.rhythm_names import rhythm_name

NUMBER, TUNE, WARNING, STAR = "number", "tune", "warning", "star"

ListedTake = Document | RememberedTake
"""An open take, or one of an earlier session that has not been opened."""


@dataclass(slots=True)
class _Row:
    """One take.

    Attributes:
        facts: What its text is now.
        record: What the history keeps of it; None before it is kept.
        edited: Its text and what was found out about that, where it is not as it was composed.
    """

    take: ListedTake
    facts: TuneFacts
    record: RememberedTake | None = None
    edited: tuple[str, TakeFacts] | None = None

    @property
    def number(self) -> int:
        return _number(self.take)

    @property
    def found(self) -> TakeFacts | None:
        """What was found out about it; of an edited one, as it was last read."""
        if self.edited is not None:
            return self.edited[1]
        return self.record.facts if self.record is not None else None

    def key(self, order: str) -> tuple[float, ...]:
        """Return what the rows of an order rise by."""
        return order_key(order, self.number, self.found)

    def is_listed(self, *, starred: bool) -> bool:
        """Return whether it is in the list, where that may be one of takes with a star."""
        is_new = isinstance(self.take, Document) and self.take.is_composing
        return not starred or self.take.is_kept or is_new

    def description(self) -> str:
        """Return what the take is called."""
        if isinstance(self.take, Document):
            return self.take.title or self.take.name
        number = QCoreApplication.translate("TakesModel", "Take {0}").format(self.take.number)
        return self.facts.title or number


class TakesModel(RowsModel[_Row]):
    """The takes in the order of their making, newest first; those of earlier sessions below.

    Attributes:
        days: The rows over which the heading of a day stands, each with its day.
        sounding: The key of the text that sounds; None where none does.
    """

    def __init__(self, studio: Studio, keep_keys: Callable[[], str] = str) -> None:
        super().__init__()
        self._colors = studio.colors
        self._keep_keys = keep_keys
        self._all: list[_Row] = []
        self.rows: list[_Row] = []
        self.columns = self._made_columns()
        self._order, self._starred = NEWEST, False
        self.days: dict[int, str] = {}
        self.sounding: int | None = None
        self._looking: set[Document] = set()
        # However much happens to takes in one turn of the event loop, their rows are shown once.
        self._changes = QTimer(self, interval=0, singleShot=True)
        self._changes.timeout.connect(self.show_changes)
        studio.colors_changed.connect(self.set_colors)

    @property
    def hidden(self) -> int:
        """How many takes are not listed because they have no star."""
        return len(self._all) - len(self.rows)

    def arrange(self, order: str, *, starred: bool) -> None:
        """List takes in one of `ORDERS`, all or those with a star."""
        self.beginResetModel()
        self._order, self._starred = order, starred
        shown = [row for row in self._all if row.is_listed(starred=starred)]
        self.rows = sorted(shown, key=lambda row: row.key(order))
        self._find_days()
        self.endResetModel()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self._changes.start()

    def add(self, document: Document, facts: TuneFacts) -> None:
        """Put a new take to its place among the others; one of an earlier session has its own."""
        row = self._with_key(document.provenance.history_key)
        if row is None:
            row = _Row(document, facts)
            self._all.append(row)
            self._insert(row)
        else:
            row.take, row.facts = document, facts
            self._changes.start()
        document.changed.connect(self._changes.start)

    def set_earlier(self, takes: Sequence[RememberedTake]) -> None:
        """List the takes of earlier sessions, newest first."""
        rows = [_Row(take, facts_of_earlier(take), take) for take in takes]
        self._all += rows
        shown = [row for row in rows if row.is_listed(starred=self._starred)]
        if shown and self._order == NEWEST:
            for place in range(len(self.rows), -1, -1):
                # Those between a row and the next one together: most often all are of one place.
                above = self.rows[place - 1].key(NEWEST) if place else (-math.inf,)
                self._insert(*(row for row in shown if row.key(NEWEST) >= above), place=place)
                shown = [row for row in shown if row.key(NEWEST) < above]
        elif shown:
            self.arrange(self._order, starred=self._starred)

    def add_earlier(self, take: RememberedTake) -> None:
        """Put a take that is not open to its place among the others."""
        row = _Row(take, facts_of_earlier(take), take)
        self._all.append(row)
        self._insert(row)

    def change_earlier(self, take: RememberedTake) -> None:
        """Show a take that is not open as it is now."""
        row = self._with_key(take.key)
        if row is not None:
            row.take, row.facts, row.record = take, facts_of_earlier(take), take
            self._changes.start()

    def set_record(self, take: RememberedTake) -> None:
        """Show what the history keeps of a take, open or not."""
        for row in self._all:
            if key_of(row.take) == take.key:
                row.record = take
                self._find_days()
                self._changes.start()

    def remove(self, take: ListedTake) -> None:
        """Take a take out, if it is in."""
        if self._row_with(take) is None:
            return
        self._all = [row for row in self._all if row.take is not take]
        place = self.row_of(take)
        if place >= 0:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self.rows[place]
            self._find_days()
            self.endRemoveRows()
        if isinstance(take, Document):
            take.changed.disconnect(self._changes.start)

    def set_facts(self, document: Document, facts: TuneFacts) -> None:
        """Say what a document is now."""
        row = self._row_with(document)
        if row is not None and row.facts != facts:
            row.facts = facts
            self._changes.start()

    def set_found(self, document: Document, text: str, found: TakeFacts) -> None:
        """Say what was found out about the text that a take has now."""
        row = self._row_with(document)
        if row is None or row.record is None:
            return
        edited = (text, found) if text != row.record.text else None
        if edited != row.edited:
            row.edited = edited
            self._changes.start()

    def found_of(self, take: ListedTake) -> TakeFacts | None:
        """Return what was found out about a take; None where that is not known yet."""
        row = self._row_with(take)
        return row.found if row is not None else None

    def set_looking(self, document: Document, is_looking: bool) -> None:
        """Say of a take without notes that a tune is looked for which fits the wishes."""
        if is_looking:
            self._looking.add(document)
        else:
            self._looking.discard(document)
        self._changes.start()

    def show_sounding(self, key: int | None) -> None:
        """Say which take sounds, by the key of its text; None where none does."""
        if key != self.sounding:
            self.sounding = key
            self._changes.start()

    def is_looking(self, document: Document) -> bool:
        """Whether a take is said to have no notes yet that fit the wishes."""
        return document in self._looking

    def facts_of(self, document: Document) -> TuneFacts | None:
        """Return what the list says about a document; None where it is not listed."""
        row = self._row_with(document)
        return row.facts if row is not None else None

    def take_at(self, row: int) -> ListedTake:
        """Return the take of a row."""
        return self.rows[row].take

    def take_with(self, key: str) -> ListedTake | None:
        """Return the take of a key, as it is listed now; None where it is not."""
        return next((row.take for row in self.rows if key_of(row.take) == key), None)

    def sentences_of(self, take: ListedTake) -> list[str]:
        """Return what was found out about a take."""
        row = self._row_with(take)
        return fact_sentences(row.record, row.found) if row is not None else []

    def is_about_star(self, index: QModelIndex) -> bool:
        """Whether a place is the star or the empty ground beside it."""
        facts = self.rows[index.row()].facts
        name = self.columns[index.column()].name
        return name == STAR or (name == WARNING and not facts.problems)

    def row_of(self, take: ListedTake) -> int:
        """Return the row of a take, -1 when it is not in the list."""
        return next((i for i, row in enumerate(self.rows) if row.take is take), -1)

    def _row_with(self, take: ListedTake) -> _Row | None:
        return next((row for row in self._all if row.take is take), None)

    def _with_key(self, key: str) -> _Row | None:
        """Return the row of a take of an earlier session that is not open."""
        return next(
            (
                row
                for row in self._all
                if key and isinstance(row.take, RememberedTake) and row.take.key == key
            ),
            None,
        )

    def _insert(self, *rows: _Row, place: int | None = None) -> None:
        """List rows at a place; without one, where the first of them belongs."""
        rows = tuple(row for row in rows if row.is_listed(starred=self._starred))
        if not rows:
            return
        if place is None:
            order, key = self._order, rows[0].key(self._order)
            places = (place for place, r in enumerate(self.rows) if r.key(order) > key)
            place = next(places, len(self.rows))
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self.rows[place:place] = rows
        self._find_days()
        self.endInsertRows()

    def _find_days(self) -> None:
        made = [row.record.made if row.record else None for row in self.rows]
        self.days = days_of(made) if self._order == NEWEST else {}

    def _made_columns(self) -> tuple[TableColumn[_Row], ...]:
        return (
            TableColumn(
                name=NUMBER,
                title=self.tr("No."),
                words=lambda row: str(row.number),
                tip=no_tip,
                side=RIGHT,
            ),
            TableColumn(
                name=TUNE,
                title=self.tr("Tune"),
                words=_Row.description,
                tip=self._tune_tip,
                spoken=self._tune_tip,
                stretches=True,
            ),
            TableColumn(
                name=WARNING,
                title="",
                words=lambda _row: "",
                tip=self._problems_tip,
                spoken=self._problems_tip,
                icon=self._problems_icon,
                width=32,
            ),
            TableColumn(
                name=STAR,
                title="",
                words=lambda _row: "",
                tip=self._star_tip,
                spoken=self._star_tip,
                icon=self._star_icon,
                width=32,
            ),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role >= Qt.ItemDataRole.UserRole:
            return self._own(self.rows[index.row()], index.row(), role)
        return super().data(index, role)

    def _own(self, row: _Row, place: int, role: int) -> Any:
        if role == KIND_ROLE:
            return self._kind(row.take, row.facts)
        if role == UNSAVED_ROLE:
            return _is_unsaved(row.take)
        if role == DAY_ROLE:
            return day_words(self.days[place]) if place in self.days else ""
        if role == FACTS_ROLE:
            return fact_lines(row.record, row.found, self._order)
        if role == SOURCE_ROLE:
            return _source(row)
        if role == NEWER_ROLE:
            return row.found.newer if row.found is not None else -1
        return None

    def _kind(self, take: ListedTake, facts: TuneFacts) -> str:
        """Return the second line: what kind of tune it is."""
        if isinstance(take, Document) and take.is_composing:
            return looking_words(take) if self.is_looking(take) else self.tr("Arriving…")
        kind = " ".join(part for part in (facts.key, rhythm_name(facts.rhythm)) if part)
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 measure")
        length = one if facts.measures == 1 else self.tr("%Ln measures", "", facts.measures)
        parts = (kind, length if facts.measures else "")
        return self.tr(", ").join(part for part in parts if part) or self.tr("Empty")

    def _problems_icon(self, row: _Row) -> QIcon | None:
        color = self._colors.warning
        return tinted_icon("alert-triangle", color, color) if row.facts.problems else None

    def _problems_tip(self, row: _Row) -> str:
        count = row.facts.problems
        return self.tr("Problems: {0}").format(count) if count else ""

    def _star_icon(self, row: _Row) -> QIcon:
        name = "star-filled" if row.take.is_kept else "star"
        color = self._colors.accent if row.take.is_kept else self._colors.muted
        return tinted_icon(name, color, color)

    def _star_tip(self, row: _Row) -> str:
        return self.tr("Kept") if row.take.is_kept else _keep_words(self._keep_keys())

    def _tune_tip(self, row: _Row) -> str:
        take, facts = row.take, row.facts
        lines = [row.description(), self._kind(take, facts)]
        if isinstance(take, Document) and take.key == self.sounding:
            lines.insert(1, self.tr("Sounds now"))
        lines += fact_sentences(row.record, row.found)
        if row.found is not None:
            lines.append(score_sentence(row.found))
        if _is_unsaved(take):
            lines.append(self.tr("Not saved"))
        if isinstance(take, Document) and take.path is not None:
            lines.append(str(take.path))
        return "\n".join(lines)


def _number(take: ListedTake) -> int:
    return take.number if isinstance(take, RememberedTake) else take.provenance.take_number


def key_of(take: ListedTake) -> str:
    """Return the key of a take in the history; "" before it is kept."""
    return take.key if isinstance(take, RememberedTake) else take.provenance.history_key


def _keep_words(keys: str) -> str:
    translate = QCoreApplication.translate
    words = translate("TakesModel", "Keep this take")
    return translate("TakesModel", "{0} ({1})").format(words, keys) if keys else words


def _source(row: _Row) -> SmallSource | None:
    """Return what the small score of a row is drawn of; None where there is nothing to draw."""
    if row.record is None or row.found is None:
        return None
    key = row.record.key
    if row.edited is not None:
        return SmallSource(f"{key} {hash(row.edited[0])}", row.edited[0], key)
    return SmallSource(key, row.record.text, key)


def _is_unsaved(take: ListedTake) -> bool:
    """Return whether closing would ask about a take."""
    return isinstance(take, Document) and take.needs_saving


def facts_of_earlier(take: RememberedTake) -> TuneFacts:
    """Return what the list says about a take of an earlier session."""
    problems = take.problems if take.problems >= 0 else None
    return TuneFacts(take.title, take.tune_key, take.rhythm, take.measures, problems)
