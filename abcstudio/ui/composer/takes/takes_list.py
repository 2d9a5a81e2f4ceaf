"""The takes of all sessions: title, kind, problems, and a star to keep."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QWidget,
)
from typing_extensions import override

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.takes.jury_words import looking_words
from abcstudio.ui.composer.takes.take_cells import (
    KIND_ROLE,
    UNSAVED_ROLE,
    TwoLineCell,
    UnframedCell,
)
from abcstudio.ui.controls.rows.row_menu import offer_row_menu
from abcstudio.ui.controls.rows.row_table import RowTable
from abcstudio.ui.documents.document import Document
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import cut, tooltip
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

_NUMBER, _TUNE, _MARK, _STAR = range(4)
_ROW_HEIGHT = 6 * GRID
_Index = QModelIndex | QPersistentModelIndex

ListedTake = Document | RememberedTake
"""An open take, or one of an earlier session that has not been opened."""


class TakesModel(QAbstractTableModel):
    """The takes in the order of their making, newest first; those of earlier sessions below."""

    def __init__(self, studio: Studio, keep_keys: Callable[[], str] = str) -> None:
        super().__init__()
        self._colors = studio.colors
        self._keep_keys = keep_keys
        self._rows: list[tuple[ListedTake, TuneFacts]] = []
        self._looking: set[Document] = set()
        studio.colors_changed.connect(self.set_colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self._all_changed()

    def add(self, document: Document, facts: TuneFacts) -> None:
        """Put a new take to its place among the others; one of an earlier session has its own."""
        row = self._row_of_key(document.provenance.history_key)
        if row < 0:
            self._insert(self._place_of(document.provenance.take_number), document, facts)
        else:
            self._rows[row] = (document, facts)
            self._all_changed()
        document.changed.connect(self._all_changed)

    def set_earlier(self, takes: Sequence[RememberedTake]) -> None:
        """List the takes of earlier sessions, newest first."""
        if takes:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(takes) - 1)
            self._rows += [(take, facts_of_earlier(take)) for take in takes]
            self.endInsertRows()

    def add_earlier(self, take: RememberedTake) -> None:
        """Put a take that is not open to its place among the others."""
        self._insert(self._place_of(take.number), take, facts_of_earlier(take))

    def change_earlier(self, take: RememberedTake) -> None:
        """Show a take that is not open as it is now."""
        row = self._row_of_key(take.key)
        if row >= 0:
            self._rows[row] = (take, facts_of_earlier(take))
            self._all_changed()

    def remove(self, take: ListedTake) -> None:
        """Take a take out, if it is in."""
        row = self.row_of(take)
        if row < 0:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()
        if isinstance(take, Document):
            take.changed.disconnect(self._all_changed)

    def set_facts(self, document: Document, facts: TuneFacts) -> None:
        """Say what a document is now."""
        row = self.row_of(document)
        if row >= 0 and self._rows[row][1] != facts:
            self._rows[row] = (document, facts)
            self._all_changed()

    def set_looking(self, document: Document, is_looking: bool) -> None:
        """Say of a take without notes that a tune is looked for which fits the wishes."""
        if is_looking:
            self._looking.add(document)
        else:
            self._looking.discard(document)
        self._all_changed()

    def is_looking(self, document: Document) -> bool:
        """Whether a take is said to have no notes yet that fit the wishes."""
        return document in self._looking

    def facts_of(self, document: Document) -> TuneFacts | None:
        """Return what the list says about a document; None where it is not listed."""
        row = self.row_of(document)
        return self._rows[row][1] if row >= 0 else None

    def take_at(self, row: int) -> ListedTake:
        """Return the take of a row."""
        return self._rows[row][0]

    def is_about_star(self, index: QModelIndex) -> bool:
        """Whether a place is the star or the empty ground beside it."""
        facts = self._rows[index.row()][1]
        return index.column() == _STAR or (index.column() == _MARK and not facts.problems)

    def row_of(self, take: ListedTake) -> int:
        """Return the row of a take, -1 when it is not in the list."""
        return next((i for i, (other, _) in enumerate(self._rows) if other is take), -1)

    def _row_of_key(self, key: str) -> int:
        """Return the row of a take of an earlier session that is not open; -1 for none."""
        takes = (take for take, _ in self._rows)
        keys = [take.key if isinstance(take, RememberedTake) else "" for take in takes]
        return keys.index(key) if key and key in keys else -1

    def _place_of(self, number: int) -> int:
        """Return the row of a take that comes to the list: the newest has the highest number."""
        rows = range(len(self._rows))
        return next((i for i in rows if _number(self._rows[i][0]) < number), len(self._rows))

    def _insert(self, row: int, take: ListedTake, facts: TuneFacts) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, (take, facts))
        self.endInsertRows()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("No."), self.tr("Tune"), "", "")[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == _TUNE else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        document, facts = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(column, document, facts)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == KIND_ROLE:
            return self._kind(document, facts)
        if role == UNSAVED_ROLE:
            return _is_unsaved(document)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(column, document, facts)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._tooltip(column, document, facts))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cut(self._tooltip(column, document, facts))
        return None

    def _shown(self, column: int, take: ListedTake, facts: TuneFacts) -> str:
        if column == _NUMBER:
            return str(_number(take))
        if column == _TUNE:
            return cut(self._description(take, facts))
        return ""

    def _description(self, take: ListedTake, facts: TuneFacts) -> str:
        if isinstance(take, Document):
            return take.title or take.name
        return facts.title or self.tr("Take {0}").format(take.number)

    def _kind(self, take: ListedTake, facts: TuneFacts) -> str:
        """Return the second line: what kind of tune it is."""
        if isinstance(take, Document) and take.is_composing:
            return looking_words(take) if self.is_looking(take) else self.tr("Arriving…")
        kind = " ".join(part for part in (facts.key, facts.rhythm) if part)
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 measure")
        length = one if facts.measures == 1 else self.tr("%Ln measures", "", facts.measures)
        parts = (kind, length if facts.measures else "")
        return self.tr(", ").join(part for part in parts if part) or self.tr("Empty")

    def _icon(self, column: int, document: ListedTake, facts: TuneFacts) -> Any:
        if column == _MARK and facts.problems:
            return tinted_icon("alert-triangle", self._colors.warning, self._colors.warning)
        if column == _STAR:
            if document.is_kept:
                return tinted_icon("star-filled", self._colors.accent, self._colors.accent)
            return tinted_icon("star", self._colors.muted, self._colors.muted)
        return None

    def _tooltip(self, column: int, document: ListedTake, facts: TuneFacts) -> str:
        if column == _STAR:
            return self.tr("Kept") if document.is_kept else self._keep_words()
        if column == _MARK and facts.problems:
            return self.tr("Problems: {0}").format(facts.problems)
        if column == _TUNE:
            lines = [self._description(document, facts), self._kind(document, facts)]
            if _is_unsaved(document):
                lines.append(self.tr("Not saved"))
            if isinstance(document, Document) and document.path is not None:
                lines.append(str(document.path))
            return "\n".join(lines)
        return ""

    def _keep_words(self) -> str:
        keys = self._keep_keys()
        words = self.tr("Keep this take")
        return self.tr("{0} ({1})").format(words, keys) if keys else words

    def _all_changed(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, _STAR)
            self.dataChanged.emit(self.index(0, 0), last)


def _number(take: ListedTake) -> int:
    return take.number if isinstance(take, RememberedTake) else take.provenance.take_number


def _is_unsaved(take: ListedTake) -> bool:
    """Return whether closing would ask about a take."""
    return isinstance(take, Document) and take.needs_saving


def facts_of_earlier(take: RememberedTake) -> TuneFacts:
    """Return what the list says about a take of an earlier session."""
    problems = take.problems if take.problems >= 0 else None
    return TuneFacts(take.title, take.tune_key, take.rhythm, take.measures, problems)


class TakesList(RowTable):
    """The list; choosing a row shows its text.

    Signals:
        take_chosen: The person chose a row. Carries its `ListedTake`, as the others do.
        keep_toggled: The person clicked a star.
        removal_requested: The person pressed Delete on a row.
        focus_changed: The list has got the focus, or lost it.
    """

    take_chosen = Signal(object)
    keep_toggled = Signal(object)
    removal_requested = Signal(object)
    focus_changed = Signal()

    def __init__(
        self,
        studio: Studio,
        parent: QWidget | None = None,
        *,
        keep_keys: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self.takes = TakesModel(studio, keep_keys)
        self._begins_at_top = False
        self.setModel(self.takes)
        self.setItemDelegate(UnframedCell(self))
        self.setItemDelegateForColumn(_TUNE, TwoLineCell(self))
        self.setAccessibleName(self.tr("Takes"))
        self.setToolTip(self.tr("What was composed, the latest 500; a star keeps one for good"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(16, 16))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(28)
        mode = QHeaderView.ResizeMode
        for column, resize in enumerate(
            (mode.ResizeToContents, mode.Stretch, mode.Fixed, mode.Fixed)
        ):
            self.horizontalHeader().setSectionResizeMode(column, resize)
        for column in (_MARK, _STAR):
            self.setColumnWidth(column, 32)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.clicked.connect(self._on_clicked)
        offer_row_menu(self, self._fill_menu)

    def show_current(self, document: Document) -> None:
        """Select the row of a document; none for a text that is no take."""
        row = self.takes.row_of(document)
        if row == self.currentIndex().row():
            return
        self._begins_at_top = False
        # The person did not choose it in the list.
        with QSignalBlocker(self):
            if row < 0:
                self.setCurrentIndex(QModelIndex())
            else:
                self.selectRow(row)

    def show_newest(self) -> None:
        """Bring the first rows into sight; where the list is hidden, when it is shown."""
        self._begins_at_top = not self.isVisible()
        self.scrollToTop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Qt has just gone to the current row, by the size that the list had when it was hidden.
        super().showEvent(event)
        if self._begins_at_top:
            self.show_newest()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removal_requested.emit(self.takes.take_at(self.currentIndex().row()))
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.takes.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        area = self.viewport().rect().adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        words = self.tr("Press Compose: what the network writes is listed here.")
        painter.drawText(area, int(flags | Qt.TextFlag.TextWordWrap), words)
        painter.end()

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.take_chosen.emit(self.takes.take_at(current.row()))

    def _fill_menu(self, menu: QMenu) -> None:
        take = self.takes.take_at(self.currentIndex().row())
        star = menu.addAction(self.tr("&Keep for good"), lambda: self.keep_toggled.emit(take))
        star.setCheckable(True)
        star.setChecked(take.is_kept)
        menu.addSeparator()
        menu.addAction(
            icon("trash"), self.tr("&Remove from list"), lambda: self.removal_requested.emit(take)
        )

    def _on_clicked(self, index: QModelIndex) -> None:
        take = self.takes.take_at(index.row())
        (self.keep_toggled if self.takes.is_about_star(index) else self.take_chosen).emit(take)
