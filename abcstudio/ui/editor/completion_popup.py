"""The list of what can be written at the caret, each entry with what it means."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted, in_lines
from abcstudio.ui.look.theme import GRID, Colors, editor_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words

MAX_SHOWN = 200
_ROWS = 8
_ROW_HEIGHT = 3 * GRID
_WIDEST, _NARROWEST = 64 * GRID, 20 * GRID
_MEANING = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class CompletionPopup(QFrame):
    """Lies over the window beside the caret; the editor keeps the focus and gives it its keys.

    Signals:
        entry_chosen: An entry was clicked. Carries its row.
    """

    entry_chosen = Signal(int)

    def __init__(self, window: QWidget, studio: Studio) -> None:
        super().__init__(window)
        self.setObjectName("completions")
        self._window = window
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What can be written here"))
        self._model = _Entries(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.accessibleName())
        self.list.setToolTip(
            self.tr("{0} and {1} choose, {2} or a click takes, {3} closes").format(
                *map(key_words, ("Up", "Down", "Tab", "Esc"))
            )
        )
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _TwoColumns(self)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(lambda index: self.entry_chosen.emit(index.row()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.list)
        self._dress(studio.colors)
        studio.colors_changed.connect(self._dress)
        self.hide()

    @property
    def row(self) -> int:
        """The entry that is chosen, -1 for none."""
        return self.list.currentIndex().row()

    def _dress(self, colors: Colors) -> None:
        self.setStyleSheet(
            f"#completions {{ background: {colors.base}; border: 1px solid {colors.frame};"
            f" border-radius: {GRID // 2}px; }}"
            f"#completions QListView {{ border: none; background: {colors.base}; }}"
        )

    def show_entries(self, entries: Sequence[tuple[str, str]], caret: QRect, row: int) -> None:
        """Come up beside the caret.

        Args:
            entries: What each is written as and what it means.
            caret: Where the caret stands, in the window's coordinates.
            row: The entry that is chosen, -1 for none.
        """
        self._model.take(entries[:MAX_SHOWN])
        self._delegate.set_width_of([text for text, _meaning in entries[:MAX_SHOWN]])
        metrics = self.list.fontMetrics()
        widest = max(metrics.horizontalAdvance(meaning) for _text, meaning in entries[:MAX_SHOWN])
        self._place(caret, self._delegate.text_width + widest + 7 * GRID)
        self.choose(row)
        if row < 0:
            self.list.scrollToTop()
        self.show()
        self.raise_()

    def choose(self, row: int) -> None:
        """Choose an entry, none with -1."""
        index = self._model.index(row, 0) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if row >= 0:
            self.list.scrollTo(index)

    def step(self, step: int) -> None:
        """Choose an entry so many rows on; from the last one go to the first."""
        count = self._model.rowCount()
        row = self.row
        if abs(step) > 1:
            self.choose(min(max(row + step, 0), count - 1))
        else:
            self.choose((row + step) % count if row >= 0 else (0 if step > 0 else count - 1))

    def _place(self, caret: QRect, wanted: int) -> None:
        window = self._window
        rows = min(_ROWS, self._model.rowCount())
        width = min(max(wanted, _NARROWEST), _WIDEST, window.width() - 2 * GRID)
        size = QSize(width, rows * _ROW_HEIGHT + 4)
        left = min(caret.left() - GRID, window.width() - size.width() - GRID)
        below = caret.bottom() + 3
        fits_below = below + size.height() <= window.height() - GRID
        top = below if fits_below else caret.top() - size.height() - 3
        self.setGeometry(QRect(QPoint(max(GRID, left), max(GRID, top)), size))


class _Entries(QAbstractListModel):
    """What the list shows; a tooltip is made when it is wanted, not for every entry at each key."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[str, str], ...] = ()

    def take(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show other entries, each with what it means."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        text, meaning = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == _MEANING:
            return meaning
        if role == Qt.ItemDataRole.ToolTipRole:
            return in_lines(meaning)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{text}, {meaning}" if meaning else text
        return None


class _TwoColumns(QStyledItemDelegate):
    """Draws the text in the editor's font and the meaning muted beside it.

    Attributes:
        text_width: How wide the column of the texts is.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = editor_font()
        self.text_width = 0

    def set_width_of(self, texts: Sequence[str]) -> None:
        """Make the first column as wide as these texts."""
        metrics = QFontMetrics(self._font)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        self.text_width = min(widest, 26 * GRID)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.rect.width(), _ROW_HEIGHT)

    @override
    @guarded
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        palette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        left = option.rect.left() + GRID
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        text_area = QRect(option.rect)
        text_area.setLeft(left)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(self._font)
        painter.drawText(text_area, side, str(index.data()))
        area = QRect(option.rect)
        area.setLeft(left + self.text_width + 2 * GRID)
        area.setRight(area.right() - GRID)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(option.font)
        meaning = str(index.data(_MEANING) or "")
        shown = fitted(painter.fontMetrics(), meaning, area.width())
        painter.drawText(area, side, shown)
