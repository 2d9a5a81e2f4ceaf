"""The lessons, part by part, each with a tick once it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import one_line, tooltip
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio

# At the sides no room in the row itself: Qt breaks the lines as if there were none.
_ROWS = (
    f"QListView {{ padding: 0 {GRID}px; background: palette(base); }}"
    f"QListView::item {{ padding: {GRID // 2}px 0; }}"
)
_NAME = Qt.ItemDataRole.UserRole
_NOT_YET, _BEGUN, _DONE, _BROKEN = "circle", "pencil", "circle-check", "alert-triangle"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRow:
    """A row of the list.

    Attributes:
        name: Of the lesson; "" for the title of a part.
        fault: Why the lesson cannot be used, "" where it can.
    """

    name: str
    words: str
    is_begun: bool = False
    is_done: bool = False
    fault: str = ""


class LessonList(QListWidget):
    """The arrow keys go from row to row; Return or a click opens the lesson.

    Signals:
        lesson_chosen: Carries the name of a lesson.
    """

    lesson_chosen = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._rows: tuple[LessonRow, ...] = ()
        self.setStyleSheet(_ROWS)
        self.setAccessibleName(self.tr("Lessons"))
        self.setWordWrap(True)
        self.setIconSize(QSize(2 * GRID, 2 * GRID))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._on_chosen)
        self.itemClicked.connect(self._on_chosen)
        studio.colors_changed.connect(self._draw_signs)

    def show_rows(self, rows: Sequence[LessonRow], current: str) -> None:
        """Show rows, that of the open lesson as the current one."""
        self._rows = tuple(rows)
        self.clear()
        for row in rows:
            self.addItem(self._item(row))
        self._draw_signs()
        self.show_current(current)

    def show_current(self, name: str) -> None:
        """Make the row of a lesson the current one; "" for none."""
        if not name:
            self.setCurrentRow(-1)
        for place, row in enumerate(self._rows):
            if name and row.name == name:
                self.setCurrentRow(place)
                self.scrollToItem(self.item(place))

    def _item(self, row: LessonRow) -> QListWidgetItem:
        item = QListWidgetItem(one_line(row.words))
        item.setData(_NAME, row.name)
        if not row.name:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(small_font())
            return item
        item.setToolTip(tooltip(row.fault or row.words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(row))
        return item

    def _spoken(self, row: LessonRow) -> str:
        if row.fault:
            return self.tr("{0}, cannot be used").format(row.words)
        if row.is_done:
            return self.tr("{0}, done").format(row.words)
        return self.tr("{0}, begun").format(row.words) if row.is_begun else row.words

    def _draw_signs(self) -> None:
        colors = self._studio.colors
        signs = {
            _NOT_YET: colors.muted,
            _BEGUN: colors.muted,
            _DONE: colors.success,
            _BROKEN: colors.warning,
        }
        for place, row in enumerate(self._rows):
            if row.name:
                sign = _sign(row)
                self.item(place).setIcon(tinted_icon(sign, signs[sign], colors.muted))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        if name := str(item.data(_NAME)):
            self.lesson_chosen.emit(name)


def _sign(row: LessonRow) -> str:
    if row.fault:
        return _BROKEN
    if row.is_done:
        return _DONE
    return _BEGUN if row.is_begun else _NOT_YET
