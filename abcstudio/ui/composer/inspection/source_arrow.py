"""The arrow from where a character was copied to where it stands."""

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

_WIDTH = 2.0
_HEAD = 8.0
_SPREAD = 0.45


def draw_arrow(painter: QPainter, source: QRect, target: QRect, color: QColor) -> None:
    """Draw an arc from one character to another, with a frame round the first.

    Args:
        painter: Of the view; both rectangles are in its coordinates.
        source: Of the character that was copied.
        target: Of the one that was written.
        color: Of the arrow.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, _WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(source, 2, 2)
    start, end = _ends(source, target)
    bend = _bend(start, end)
    path = QPainterPath(start)
    path.quadTo(bend, end)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(_head(bend, end))


def _ends(source: QRect, target: QRect) -> tuple[QPointF, QPointF]:
    """Return where the arc begins and ends: above on one line, else at the right."""
    if source.top() == target.top():
        return (
            QPointF(source.center().x(), source.top()),
            QPointF(target.center().x(), target.top()),
        )
    return (
        QPointF(source.right() + 1, source.center().y()),
        QPointF(target.right() + 1, target.center().y()),
    )


def _bend(start: QPointF, end: QPointF) -> QPointF:
    """Return the point that the arc bends to: beside its middle, so that it covers little text."""
    across, down = end.x() - start.x(), end.y() - start.y()
    apart = max(1.0, math.hypot(across, down))
    out = max(2 * _HEAD, 0.3 * apart) / apart
    # Above what stands side by side, to the right of what stands below.
    side = 1.0 if across > 0 or (across == 0 and down > 0) else -1.0
    middle = (start + end) / 2
    return QPointF(middle.x() + side * out * down, middle.y() - side * out * across)


def _head(tail: QPointF, tip: QPointF) -> QPolygonF:
    """Return the triangle of an arrow that comes from a point."""
    angle = math.atan2(tip.y() - tail.y(), tip.x() - tail.x())
    sides = (
        QPointF(tip.x() - _HEAD * math.cos(turned), tip.y() - _HEAD * math.sin(turned))
        for turned in (angle - _SPREAD, angle + _SPREAD)
    )
    return QPolygonF([tip, *sides])
