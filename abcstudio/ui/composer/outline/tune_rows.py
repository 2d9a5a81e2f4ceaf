"""The tunes of one text as rows: what they say, which are shown, where they are dropped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.notation.values.alphabets import folded
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import cut, fitted, tooltip
from abcstudio.ui.look.theme import GRID, Colors, small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.rhythm_names import rhythm_name

KIND_ROLE = Qt.ItemDataRole.UserRole
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 1
_FORMAT = "application/x-abcstudio-tune-number"
_ROW_HEIGHT = 6 * GRID
_NUMBER_WIDTH = 5 * GRID
_ICON = 16
_Index = QModelIndex | QPersistentModelIndex
ProblemCount = Callable[[Tune], int | None]


@dataclass(frozen=True, slots=True)
class _Row:
    """What is shown of a tune; equal rows need not be drawn again."""

    index: int
    number: str
    title: str
    kind: str
    problems: int | None


class TuneRows(QAbstractListModel):
    """The tunes that a filter shows, in the order of the text.

    Signals:
        move_requested: A tune was dropped elsewhere. Carries its place among all tunes and the
            place that it is to have, both from 0.
    """

    move_requested = Signal(int, int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._tunes: tuple[Tune, ...] = ()
        self._words: tuple[str, ...] = ()
        self._rows: list[_Row] = []
        self._count: ProblemCount = lambda _tune: None
        self._may_move = True
        studio.colors_changed.connect(self.set_colors)

    @property
    def is_filtered(self) -> bool:
        """Whether some tunes may be hidden."""
        return bool(self._words)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self._redraw()

    def set_movable(self, may_move: bool) -> None:
        """Let tunes be dragged to another place, or not."""
        self._may_move = may_move

    def set_tunes(self, tunes: Sequence[Tune], count: ProblemCount) -> None:
        """Show other tunes; `count` says how many problems one has, None where it is not known."""
        self._tunes, self._count = tuple(tunes), count
        self._rebuild()

    def set_filter(self, typed: str) -> None:
        """Show the tunes that have every word in their number, title or kind."""
        self._words = tuple(folded(typed).split())
        self._rebuild()

    def tune_index(self, row: int) -> int:
        """Return the place of a row's tune among all tunes, from 0."""
        return self._rows[row].index

    def row_of(self, tune_index: int) -> int:
        """Return the row that shows a tune, -1 when none does."""
        return next((r for r, row in enumerate(self._rows) if row.index == tune_index), -1)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cut(row.title)
        if role == KIND_ROLE:
            return cut(row.kind)
        if role == NUMBER_ROLE:
            return row.number
        if role == Qt.ItemDataRole.DecorationRole and row.problems:
            return tinted_icon("alert-triangle", self._colors.warning, self._colors.warning)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._whole(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cut(self._whole(row))
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        may_move = self._may_move and not self.is_filtered
        if not index.isValid():
            # Between two rows, never on one.
            return Qt.ItemFlag.ItemIsDropEnabled if may_move else Qt.ItemFlag.NoItemFlags
        return flags | Qt.ItemFlag.ItemIsDragEnabled if may_move else flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_FORMAT]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_FORMAT, str(self.tune_index(indexes[0].row())).encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if not data.hasFormat(_FORMAT) or self.is_filtered:
            return False
        index = int(bytes(data.data(_FORMAT).data()))
        # Below the last row there is none.
        row = len(self._rows) if row < 0 else row
        to = row - 1 if row > index else row
        if to != index:
            self.move_requested.emit(index, to)
        # False, so that the view does not take the row away: the text decides what is listed.
        return False

    def _rebuild(self) -> None:
        rows = [
            row for row in map(self._row, range(len(self._tunes)), self._tunes) if self._shows(row)
        ]
        if len(rows) == len(self._rows):
            changed = [r for r, row in enumerate(rows) if row != self._rows[r]]
            self._rows = rows
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _row(self, index: int, tune: Tune) -> _Row:
        parts = (tune.key, rhythm_name(tune.rhythm) or tune.meter)
        kind = self.tr(", ").join(part for part in parts if part)
        title = tune.title or self.tr("No title")
        return _Row(index, tune.reference_number, title, kind, self._count(tune))

    def _shows(self, row: _Row) -> bool:
        if not self._words:
            return True
        text = folded(f"{row.number} {row.title} {row.kind}")
        return all(word in text for word in self._words)

    def _whole(self, row: _Row) -> str:
        lines = [self.tr("{0}. {1}").format(row.number, row.title) if row.number else row.title]
        if row.kind:
            lines.append(row.kind)
        if row.problems:
            lines.append(self.tr("Problems: {0}").format(row.problems))
        return "\n".join(lines)

    def _redraw(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


class TuneRowPainter(QStyledItemDelegate):
    """Paints a tune's number, its title over its kind, and a mark where something is doubtful."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._view.viewport().width(), _ROW_HEIGHT)

    @override
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        area = option.rect.adjusted(GRID // 2, GRID // 2, -GRID, -GRID // 2)
        half = area.height() // 2
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setFont(small_font())
        painter.setPen(muted)
        number = QRect(area.left(), area.top(), _NUMBER_WIDTH, half)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, right, str(index.data(NUMBER_ROLE)))
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        end = area.right()
        if icon is not None:
            end -= _ICON + GRID // 2
            icon.paint(painter, end + GRID // 2, area.top() + (half - _ICON) // 2, _ICON, _ICON)
        left = number.right() + GRID
        for font, color, text, top, right_end in (
            (option.font, option.palette.color(QPalette.ColorRole.Text), index.data(), 0, end),
            (small_font(), muted, index.data(KIND_ROLE), half, area.right()),
        ):
            line = QRect(left, area.top() + top, right_end - left, half)
            painter.setFont(font)
            painter.setPen(color)
            shown = fitted(QFontMetrics(font), str(text), line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""
        option.icon = QIcon()
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.state &= ~QStyle.StateFlag.State_HasFocus
