"""The three columns of the composer: the compose form, the score over the text, the side panels."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_INSPECTION_WIDTH = 48 * GRID
_SIDE_WIDTH = 34 * GRID
"""What the words of its tabs need, whichever panel is in front."""


class ComposerColumns(QSplitter):
    """Divides the page, remembers how, and makes room for the panel that needs more."""

    def __init__(self, form: QWidget, side: SideTabs, studio: Studio) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._side = side
        self._studio = studio
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.setChildrenCollapsible(False)
        self._middle.setMinimumWidth(48 * GRID)
        self._above = QVBoxLayout()
        middle = _column(self._above, self._middle)
        side.setMinimumWidth(_SIDE_WIDTH)
        for part in (form, middle, side):
            self.addWidget(part)
        # A wide window has room for whole rows of takes, too; the score gets the most of it.
        self.setStretchFactor(1, 5)
        self.setStretchFactor(2, 1)
        self.setCollapsible(1, False)
        self._sizes_without_inspection: list[int] = []
        SplitterMemory(studio, self, "composer.columns", (272, 720, 288))
        side.panel_changed.connect(self._on_side_changed)

    def fill_middle(self, *above: QWidget, score: QWidget, editor: QWidget, text: QWidget) -> None:
        """Fill the middle column.

        Args:
            above: What stands above score and text, from top to bottom.
            score: The score.
            editor: The editor, which keeps some lines whatever is dragged.
            text: What holds the editor with all that belongs to it.
        """
        for widget in above:
            self._above.addWidget(widget)
        self._middle.addWidget(score)
        self._middle.addWidget(text)
        score.setMinimumHeight(12 * GRID)
        editor.setMinimumHeight(10 * GRID)
        SplitterMemory(self._studio, self._middle, "composer.middle", (380, 260))

    def pair(self, upper: QWidget, lower: QWidget) -> QSplitter:
        """Return one panel of the side over another, divided as the person left it."""
        pair = QSplitter(Qt.Orientation.Vertical)
        pair.addWidget(upper)
        pair.addWidget(lower)
        # What a high window has more is shared: all of it for the list left it empty at its end.
        pair.setStretchFactor(0, 2)
        pair.setStretchFactor(1, 1)
        SplitterMemory(self._studio, pair, "composer.right", (440, 220))
        return pair

    def _on_side_changed(self, panel: str) -> None:
        """Make room for the model's reading, and give it back."""
        if panel == "inspection":
            left, middle, right = self._sizes_without_inspection = self.sizes()
            more = max(0, _INSPECTION_WIDTH - right)
            self.setSizes([left, middle - more, right + more])
        elif self._sizes_without_inspection:
            self.setSizes(self._sizes_without_inspection)
            self._sizes_without_inspection = []


def text_column(*widgets: QWidget, stretched: QWidget) -> QWidget:
    """Return widgets one under the other without gaps; one of them takes the room that is left."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is stretched else 0)
    return holder


def _column(above: QVBoxLayout, below: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    for layout in (column, above):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
    column.addLayout(above)
    column.addWidget(below, 1)
    return holder
