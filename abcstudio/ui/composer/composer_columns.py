"""The three columns of the composer: the compose form, the score over the text, the side panels."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from abcstudio.ui.controls.areas import dividing_line
from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_INSPECTION_WIDTH = 48 * GRID
_SIDE_WIDTH = 34 * GRID
"""What the words of its tabs need, whichever panel is in front."""


class PagePlace(Enum):
    """The places of the page beside its side panels, in the order of reading and of the Tab key."""

    FORM = auto()
    TABS = auto()
    OPENING = auto()
    SCORE = auto()
    FIND = auto()
    REWRITING = auto()
    EDITOR = auto()
    AUTHORS = auto()
    LINE = auto()
    EXPLANATION = auto()
    ENTRY = auto()
    ENCODING = auto()
    PROBLEMS = auto()


_ABOVE = (PagePlace.TABS, PagePlace.OPENING)
_TEXT = tuple(place for place in PagePlace if place.value > PagePlace.SCORE.value)


class ComposerColumns(QSplitter):
    """Divides the page, remembers how, and makes room for the panel that needs more."""

    def __init__(self, side: SideTabs, studio: Studio) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._side = side
        self._studio = studio
        self._sizes_without_inspection: list[int] = []
        # Never shown: a widget that is made visible before it has its place is no window so.
        self._waiting = QWidget()
        self._widgets: dict[PagePlace, QWidget] = {PagePlace.LINE: dividing_line()}

    def put(self, place: PagePlace, widget: QWidget) -> None:
        """Give a place its widget; it is laid out when all have theirs."""
        widget.setParent(self._waiting)
        self._widgets[place] = widget

    def lay_out(self) -> None:
        """Lay out all places, from left to right and from top to bottom."""
        for part in (self._widgets[PagePlace.FORM], self._middle_column(), self._side):
            self.addWidget(part)
        self._side.setMinimumWidth(_SIDE_WIDTH)
        # A wide window has room for whole rows of takes, too; the score gets the most of it.
        self.setStretchFactor(1, 5)
        self.setStretchFactor(2, 1)
        self.setCollapsible(1, False)
        SplitterMemory(self._studio, self, "composer.columns", (272, 720, 288))
        self._side.panel_changed.connect(self._on_side_changed)
        self._waiting.deleteLater()

    def _middle_column(self) -> QWidget:
        score, editor = self._widgets[PagePlace.SCORE], self._widgets[PagePlace.EDITOR]
        text = _column([self._widgets[place] for place in _TEXT], editor)
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.setChildrenCollapsible(False)
        middle.addWidget(score)
        middle.addWidget(text)
        score.setMinimumHeight(12 * GRID)
        # Some lines are kept whatever is dragged.
        editor.setMinimumHeight(10 * GRID)
        SplitterMemory(self._studio, middle, "composer.middle", (380, 260))
        column = _column([*(self._widgets[place] for place in _ABOVE), middle], middle)
        column.setMinimumWidth(48 * GRID)
        return column

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


def _column(widgets: list[QWidget], stretched: QWidget) -> QWidget:
    """Return widgets one under the other without gaps; one of them takes the room that is left."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is stretched else 0)
    return holder
