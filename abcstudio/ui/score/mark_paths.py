"""Outlines of what is drawn over a score: loops, waves, the places around them and around words."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from abcstudio.engraving.drawing.drawing_parts import Box, Text
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.score_index import ScoreIndex
from abcstudio.ui.score.piece_items import path_of

_WAVE_HEIGHT, _WAVE_LENGTH = 45, 140
_LOOP_HEIGHT = 36
_LOOP_GRIP = 130
_TEXT_MARGIN = 60
_GROUND_MARGIN, _MEASURE_MARGIN = 75, 90
_EDITABLE = ("f-", "q-", "p-", "h-", "a-", "s-")
LOOP_END = 150
"""How far the ends of a loop's bar reach down."""


def loop_path(
    left: float, right: float, top: float, *, is_first: bool, is_last: bool
) -> QPainterPath:
    """Return a bar above some notes, with an end where the loop has one."""
    path = new_path()
    path.addRect(QRectF(left, top, right - left, _LOOP_HEIGHT))
    for x, is_end in ((left, is_first), (right - _LOOP_HEIGHT, is_last)):
        if is_end:
            path.addRect(QRectF(x, top, _LOOP_HEIGHT, LOOP_END))
    return path


def loop_ends(bar: QRectF, *, is_first: bool, is_last: bool) -> list[tuple[QRectF, bool]]:
    """Return the places around the ends that a loop's bar has."""
    ends = []
    for x, is_end, is_there in ((bar.left(), False, is_first), (bar.right(), True, is_last)):
        if is_there:
            around = QRectF(x - _LOOP_GRIP, bar.top() - _LOOP_GRIP, 2 * _LOOP_GRIP, bar.height())
            ends.append((around.adjusted(0, 0, 0, 2 * _LOOP_GRIP), is_end))
    return ends


def wave_path(left: float, right: float) -> QPainterPath:
    """Return a wavy line from one place to another."""
    path = QPainterPath(QPointF(left, 0))
    x, down = left, 1
    while x < right:
        middle = QPointF(x + _WAVE_LENGTH / 2, down * _WAVE_HEIGHT)
        path.quadTo(middle, QPointF(x + _WAVE_LENGTH, 0))
        x, down = x + _WAVE_LENGTH, -down
    return path


def ground_paths(index: ScoreIndex, offsets: frozenset[int]) -> list[QPainterPath]:
    """Return an outline around notes, one a system, so that only those in sight are painted.

    Of more notes than one it goes around whole measures, where all their notes are among them.
    """
    measures: Iterable[Box] = ()
    inside: frozenset[int] = frozenset()
    if len(offsets) > 1:
        measures, inside = index.covered(offsets)
    paths: dict[int, QPainterPath] = {}
    for box in measures:
        rect = rect_of(box).adjusted(0, -_MEASURE_MARGIN, 0, _MEASURE_MARGIN)
        paths.setdefault(index.row_number(box), new_path()).addRect(rect)
    margin = _GROUND_MARGIN
    for offset in offsets - inside:
        for box in index.boxes_of(offset):
            rect = rect_of(box).adjusted(-margin, -margin, margin, margin)
            path = paths.setdefault(index.row_number(box), new_path())
            path.addRoundedRect(rect, margin, margin)
    return list(paths.values())


def new_path() -> QPainterPath:
    """Return an empty path in which what overlaps is filled."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def rect_of(box: Box) -> QRectF:
    """Return a box as a rectangle of Qt."""
    return QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom))


def editable_texts(engraved: EngravedScore) -> Iterator[tuple[str, QRectF]]:
    """Yield the ids and the places of the words that stand so in the text."""
    for item in engraved.items:
        if isinstance(item, Text) and item.element_id.startswith(_EDITABLE):
            margin = _TEXT_MARGIN
            rect = path_of(item, engraved.outlines).boundingRect()
            yield item.element_id, rect.adjusted(-margin, -margin, margin, margin)
