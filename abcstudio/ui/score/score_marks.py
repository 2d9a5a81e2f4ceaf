"""What is drawn over a score: what is selected, and where the text is doubtful."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from abcstudio.engraving.drawing.drawing_parts import Box
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.score_index import ScoreIndex
from abcstudio.ui.look.theme import Colors
from abcstudio.ui.score.mark_paths import (
    LOOP_END,
    editable_texts,
    ground_paths,
    loop_ends,
    loop_path,
    rect_of,
    wave_path,
)

_GROUND_MARGIN = 75
_EDGE_PIXELS = 2.0
_SHARED_OPACITY = 0.2
_WAVE_GAP = 130
_WAVE_WIDTH = 30
_LOOP_GAP = 330
_MOST_LINES_OF_WORDS = 5
_GROUND_LEVEL, _WAVE_LEVEL = -2, 1


@dataclass(frozen=True, slots=True)
class ScoreProblem:
    """Something doubtful about some notes.

    Attributes:
        offsets: The first characters of the notes and rests that it is about.
        severity: "error" or "warning".
    """

    offsets: tuple[int, ...]
    severity: str
    sentence: str


class ScoreMarks:
    """The marks of one score in its scene.

    Attributes:
        scene: Where they are drawn.
        engraved: What they mark.
        colors: The scheme that they are drawn in.
        index: Finds notes by their places.
    """

    def __init__(self, scene: QGraphicsScene, engraved: EngravedScore, colors: Colors) -> None:
        self.scene = scene
        self.engraved = engraved
        self.colors = colors
        self.index = ScoreIndex(engraved)
        self._texts: list[tuple[str, QRectF]] | None = None
        self._selected: frozenset[int] = frozenset()
        self._is_tried = False
        self._grounds: list[QGraphicsPathItem] = []
        self._shared: frozenset[int] = frozenset()
        self.shared_items: list[QGraphicsPathItem] = []
        self._problems: tuple[ScoreProblem, ...] = ()
        self.waves: list[QGraphicsPathItem] = []
        self._places: list[tuple[QRectF, str]] = []
        self._looped: frozenset[int] = frozenset()
        self.loop_items: list[QGraphicsPathItem] = []
        # Where its beginning and its end can be taken hold of.
        self._loop_ends: list[tuple[QRectF, bool]] = []

    @property
    def selected(self) -> frozenset[int]:
        """The notes that are marked as selected."""
        return self._selected

    @property
    def shared(self) -> frozenset[int]:
        """The notes that are marked as another tune's, too."""
        return self._shared

    def boxes_of(self, offset: int) -> list[Box]:
        """Return where a note stands; a long one may stand in several places, tied."""
        return self.index.boxes_of(offset)

    def set_colors(self, colors: Colors) -> None:
        """Draw all marks in other colours."""
        self.colors = colors
        self._put_selection()
        self.set_shared(self._shared)
        self.set_problems(self._problems)
        looped, self._looped = self._looped, frozenset()
        self.set_loop(looped)

    def select(self, offsets: Collection[int]) -> None:
        """Put a ground with an edge behind these notes and no others, one behind each measure."""
        wanted = frozenset(offsets)
        if wanted != self._selected:
            self._selected = wanted
            self._put_selection()

    def set_tried(self, *, is_tried: bool) -> None:
        """Let what is selected be only tried out: whole measures have a broken edge, no ground."""
        if is_tried != self._is_tried:
            self._is_tried = is_tried
            self._put_selection()

    def _put_selection(self) -> None:
        colors, items = self.colors, self._grounds
        if not self._is_tried:
            self._put_grounds(items, self._selected, colors.accent_soft, colors.accent)
            return
        _, in_whole_measures = self.index.covered(self._selected)
        self._put_grounds(items, in_whole_measures, "transparent", colors.accent)
        for item in items:
            pen = item.pen()
            pen.setStyle(Qt.PenStyle.DashLine)
            item.setPen(pen)

    def set_shared(self, offsets: Collection[int]) -> None:
        """Put a ground of another colour behind the notes that another tune has, too."""
        self._shared = frozenset(offsets)
        ground = QColor(self.colors.second)
        ground.setAlphaF(_SHARED_OPACITY)
        self._put_grounds(self.shared_items, self._shared, ground, self.colors.second)

    def _put_grounds(
        self,
        items: list[QGraphicsPathItem],
        offsets: frozenset[int],
        color: QColor | str,
        edge: str,
    ) -> None:
        self._remove(items)
        pen = QPen(QColor(edge), _EDGE_PIXELS)
        # Of one width at each size of the music.
        pen.setCosmetic(True)
        for path in ground_paths(self.index, offsets):
            item = QGraphicsPathItem(path)
            item.setPen(pen)
            item.setBrush(QColor(color))
            item.setZValue(_GROUND_LEVEL)
            self.scene.addItem(item)
            items.append(item)

    def set_problems(self, problems: Sequence[ScoreProblem]) -> None:
        """Draw a wave under the notes that each problem is about."""
        self._problems = tuple(problems)
        self._remove(self.waves)
        self._places.clear()
        for problem in problems:
            name = self.colors.error if problem.severity == "error" else self.colors.warning
            boxes = [box for offset in problem.offsets for box in self.boxes_of(offset)]
            for hull in self._hulls(boxes):
                self._add_wave(hull, QColor(name))
                margin = _GROUND_MARGIN
                place = rect_of(hull).adjusted(-margin, -margin, margin, _WAVE_GAP)
                self._places.append((place, problem.sentence))

    def set_loop(self, offsets: Collection[int]) -> None:
        """Draw a bar over the notes that are repeated, one a system, turned down at both ends."""
        wanted = frozenset(offsets)
        if wanted == self._looped:
            return
        self._looped = wanted
        self._remove(self.loop_items)
        self._loop_ends.clear()
        rows: dict[int, Box] = {}
        for offset in wanted:
            for box in self.boxes_of(offset):
                number = self.index.row_number(box)
                known = rows.get(number)
                rows[number] = box if known is None else known.united(box)
        for number in sorted(rows):
            left, right = rows[number].left - _GROUND_MARGIN, rows[number].right + _GROUND_MARGIN
            top = min(self.index.top_of_row(number), rows[number].top) - _LOOP_GAP
            path = loop_path(
                left,
                right,
                self._clear_of_texts(left, right, top),
                is_first=number == min(rows),
                is_last=number == max(rows),
            )
            item = QGraphicsPathItem(path)
            item.setPen(QPen(Qt.PenStyle.NoPen))
            item.setBrush(QColor(self.colors.accent))
            item.setZValue(_WAVE_LEVEL)
            self.scene.addItem(item)
            self.loop_items.append(item)
            self._loop_ends += loop_ends(
                path.boundingRect(),
                is_first=number == min(rows),
                is_last=number == max(rows),
            )

    def loop_end_at(self, point: QPointF) -> bool | None:
        """Return True at the loop's end, False at its beginning, None at neither."""
        return next((is_end for place, is_end in self._loop_ends if place.contains(point)), None)

    def sentence_at(self, point: QPointF) -> str:
        """Return what is said about the problem at a point, "" where there is none."""
        found = [sentence for place, sentence in self._places if place.contains(point)]
        return "\n".join(dict.fromkeys(found))

    def text_at(self, point: QPointF) -> tuple[str, QRectF] | None:
        """Return the id and the place of the words at a point that stand so in the text."""
        return next((text for text in self._all_texts() if text[1].contains(point)), None)

    def place_of_text(self, element_id: str) -> QRectF | None:
        """Return the place of words that stand so in the text."""
        return next((rect for known, rect in self._all_texts() if known == element_id), None)

    def remove(self) -> None:
        """Take all marks away."""
        for items in (self._grounds, self.shared_items, self.waves, self.loop_items):
            self._remove(items)

    def _all_texts(self) -> list[tuple[str, QRectF]]:
        if self._texts is None:
            self._texts = list(editable_texts(self.engraved))
        return self._texts

    def _remove(self, items: list[QGraphicsPathItem]) -> None:
        for item in items:
            self.scene.removeItem(item)
        items.clear()

    def _clear_of_texts(self, left: float, right: float, top: float) -> float:
        """Return the nearest place above at which a loop's bar crosses no words."""
        for _ in range(_MOST_LINES_OF_WORDS):
            band = QRectF(left, top, right - left, LOOP_END)
            crossed = [rect.top() for _, rect in self._all_texts() if rect.intersects(band)]
            if not crossed:
                break
            top = min(crossed) - LOOP_END
        return top

    def _hulls(self, boxes: Sequence[Box]) -> list[Box]:
        """Return one box a system around some notes and down to below their staff."""
        hulls: dict[int, Box] = {}
        for box in boxes:
            staff = self.index.staff_of(box)
            low = max(box.bottom, staff.bottom) if staff is not None else box.bottom
            whole = Box(box.left, box.top, box.right, low + _WAVE_GAP)
            number = self.index.row_number(box)
            hulls[number] = hulls[number].united(whole) if number in hulls else whole
        return list(hulls.values())

    def _add_wave(self, hull: Box, color: QColor) -> None:
        wave = QGraphicsPathItem(wave_path(hull.left - _GROUND_MARGIN, hull.right + _GROUND_MARGIN))
        wave.setPos(0, hull.bottom)
        wave.setPen(QPen(color, _WAVE_WIDTH))
        wave.setZValue(_WAVE_LEVEL)
        self.scene.addItem(wave)
        self.waves.append(wave)
