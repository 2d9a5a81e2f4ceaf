"""The functions that a network is trained with, each with its lesson and whether that is passed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import one_line, tooltip
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_ROWS = (
    f"QListView {{ padding: {GRID // 2}px {GRID}px; background: palette(base); }}"
    f"QListView::item {{ padding: {GRID // 2}px 0; }}"
)
_LESSON = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRow:
    """A function of a lesson.

    Attributes:
        function: Its name.
        lesson: The name of its lesson.
        title: What that is called.
        is_passed: Whether the answer to it has passed.
        is_broken: Whether the answer has stopped the last training.
    """

    function: str
    lesson: str
    title: str
    is_passed: bool
    is_broken: bool = False


class FunctionList(QListWidget):
    """The arrow keys go from row to row; Return or a click opens the lesson.

    Signals:
        lesson_chosen: Carries the name of a lesson.
    """

    lesson_chosen = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._rows: tuple[FunctionRow, ...] = ()
        self.setStyleSheet(_ROWS)
        self.setAccessibleName(self.tr("Your functions"))
        self.setWordWrap(True)
        self.setIconSize(QSize(2 * GRID, 2 * GRID))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemActivated.connect(self._on_chosen)
        self.itemClicked.connect(self._on_chosen)
        studio.colors_changed.connect(self._draw_signs)

    @property
    def rows(self) -> tuple[FunctionRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[FunctionRow]) -> None:
        """Show functions."""
        if tuple(rows) == self._rows:
            return
        place = max(0, self.currentRow())
        self._rows = tuple(rows)
        self.clear()
        for row in rows:
            words = self._words(row)
            item = QListWidgetItem(words)
            item.setData(_LESSON, row.lesson)
            item.setToolTip(tooltip(words))
            self.addItem(item)
        self._draw_signs()
        self.setCurrentRow(min(place, self.count() - 1))
        self._fit()

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def _fit(self) -> None:
        """Be as high as all rows are: the six are seen at once."""
        self.doItemsLayout()
        rows = sum(self.sizeHintForRow(place) for place in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth() + 3 * GRID)

    def _words(self, row: FunctionRow) -> str:
        if row.is_broken:
            words = self.tr("{0} – stopped the last run: {1}")
        elif row.is_passed:
            words = self.tr("{0} – passed: {1}")
        else:
            words = self.tr("{0} – not passed yet: {1}")
        return one_line(words.format(row.function, row.title))

    def _draw_signs(self) -> None:
        colors = self._studio.colors
        for place, row in enumerate(self._rows):
            sign, tone = "circle", colors.muted
            if row.is_broken:
                sign, tone = "alert-triangle", colors.warning
            elif row.is_passed:
                sign, tone = "circle-check", colors.success
            self.item(place).setIcon(tinted_icon(sign, tone, tone))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.lesson_chosen.emit(str(item.data(_LESSON)))
