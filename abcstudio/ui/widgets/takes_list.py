"""The takes of this session: title, kind, problems, and a star to keep."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from abcstudio.ui.document import Document
from abcstudio.ui.icons import tinted_icon
from abcstudio.ui.theme import GRID, Colors, small_font

_NUMBER, _TUNE, _MARK, _STAR = range(4)
_KIND_ROLE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 6 * GRID
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TuneFacts:
    """What the list says about a tune.

    Attributes:
        problems: How many; None while it is not known.
    """

    title: str = ""
    key: str = ""
    rhythm: str = ""
    measures: int = 0
    problems: int | None = None


class TakesModel(QAbstractTableModel):
    """The takes in the order of their making, newest first."""

    def __init__(self, colors: Colors) -> None:
        super().__init__()
        self._colors = colors
        self._rows: list[tuple[Document, TuneFacts]] = []

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self._all_changed()

    def add(self, document: Document, facts: TuneFacts) -> None:
        """Put a new document on top."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, (document, facts))
        self.endInsertRows()
        document.changed.connect(self._all_changed)

    def remove(self, document: Document) -> None:
        """Take a document out, if it is in."""
        row = self.row_of(document)
        if row < 0:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()
        document.changed.disconnect(self._all_changed)

    def set_facts(self, document: Document, facts: TuneFacts) -> None:
        """Say what a document is now."""
        row = self.row_of(document)
        if row >= 0 and self._rows[row][1] != facts:
            self._rows[row] = (document, facts)
            self._all_changed()

    def document_at(self, row: int) -> Document:
        """Return the document of a row."""
        return self._rows[row][0]

    def row_of(self, document: Document) -> int:
        """Return the row of a document, -1 when it is not in the list."""
        return next((i for i, (other, _) in enumerate(self._rows) if other is document), -1)

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
            return self._shown(index.row(), column, document, facts)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == _KIND_ROLE:
            return self._kind(document, facts)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(column, document, facts)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tooltip(column, document, facts)
        return None

    def _shown(self, row: int, column: int, document: Document, facts: TuneFacts) -> str:
        if column == _NUMBER:
            return str(len(self._rows) - row)
        if column == _TUNE:
            name = self._description(document, facts)
            return self.tr("{0} *").format(name) if document.is_modified else name
        return ""

    def _description(self, document: Document, facts: TuneFacts) -> str:
        return document.name if document.path else facts.title or document.name

    def _kind(self, document: Document, facts: TuneFacts) -> str:
        """Return the second line: what kind of tune it is."""
        if document.is_drawing:
            return self.tr("Arriving…")
        kind = " ".join(part for part in (facts.key, facts.rhythm) if part)
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 measure")
        length = one if facts.measures == 1 else self.tr("%Ln measures", "", facts.measures)
        parts = (kind, length if facts.measures else "")
        return self.tr(", ").join(part for part in parts if part) or self.tr("empty")

    def _icon(self, column: int, document: Document, facts: TuneFacts) -> Any:
        if column == _MARK and facts.problems:
            return tinted_icon("alert-triangle", self._colors.warning, self._colors.warning)
        if column == _STAR:
            if document.is_kept:
                return tinted_icon("star-filled", self._colors.accent, self._colors.accent)
            return tinted_icon("star", self._colors.muted, self._colors.muted)
        return None

    def _tooltip(self, column: int, document: Document, facts: TuneFacts) -> str:
        if column == _STAR:
            return self.tr("Kept") if document.is_kept else self.tr("Keep this take (Ctrl+D)")
        if column == _MARK and facts.problems:
            return self.tr("Problems: {0}").format(facts.problems)
        if column == _TUNE:
            lines = (self._description(document, facts), self._kind(document, facts))
            return "\n".join(lines)
        return ""

    def _all_changed(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, _STAR)
            self.dataChanged.emit(self.index(0, 0), last)


class _TwoLines(QStyledItemDelegate):
    """Paints a tune's title over its kind."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        area = option.rect.adjusted(3, GRID // 2, -3, -GRID // 2)
        half = area.height() // 2
        palette = option.palette
        painter.save()
        for font, role, text, top in (
            (option.font, QPalette.ColorRole.Text, index.data(), 0),
            (small_font(), QPalette.ColorRole.PlaceholderText, index.data(_KIND_ROLE), half),
        ):
            painter.setFont(font)
            painter.setPen(palette.color(role))
            words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            line = QRect(area.left(), area.top() + top, area.width(), half)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""


class TakesList(QTableView):
    """The list; choosing a row shows its text.

    Signals:
        document_chosen: The person chose a row. Carries its `Document`.
        keep_toggled: The person clicked a star. Carries its `Document`.
    """

    document_chosen = Signal(object)
    keep_toggled = Signal(object)

    def __init__(self, colors: Colors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes = TakesModel(colors)
        self.setModel(self.takes)
        self.setItemDelegateForColumn(_TUNE, _TwoLines(self))
        self.setAccessibleName(self.tr("Takes"))
        self.setToolTip(self.tr("The tunes of this session; a star keeps one"))
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

    def show_current(self, document: Document) -> None:
        """Select the row of a document; none for a text that is no take."""
        row = self.takes.row_of(document)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row():
            self.selectRow(row)

    @override
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
            self.document_chosen.emit(self.takes.document_at(current.row()))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _STAR:
            self.keep_toggled.emit(self.takes.document_at(index.row()))
