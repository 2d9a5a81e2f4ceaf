"""Curves of losses, of one run or of several."""

import math
from collections.abc import Sequence
from pathlib import Path

from abcstudio.reports.drawing.axes import Axes, Reach, Row
from abcstudio.reports.drawing.drawing import (
    ACCENT,
    COLORS,
    DASHES,
    FAINT,
    INK,
    WARM,
    Point,
    PrintDrawing,
    thinned,
)
from abcstudio.reports.figures_in_words import Numbers
from abcstudio.reports.template import Template
from abcstudio.runs.curve import Curve

_WIDTH, _HEIGHT = 460.0, 270.0
_MOST_POINTS = 900
_MEAN_OF = 10


def loss_curve(curve: Curve, characters: int, words: Template, fonts: Path) -> PrintDrawing:
    """Draw what the loss of a run did, with ln V where its vocabulary is known (else 0)."""
    numbers = Numbers(words.language)
    steps = _points(curve.losses)
    uniform = math.log(characters) if characters > 1 else None
    heights = [y for _, y in steps] + [y for _, y in curve.val]
    drawing = PrintDrawing(_WIDTH, _HEIGHT, fonts)
    axes = Axes(
        drawing,
        Reach(0.0, max([1.0, *(x for x, _ in steps)])),
        _up(heights, uniform),
        (words.word("axis_step"), words.word("axis_loss")),
        numbers,
    )
    axes.curve(thinned(steps, _MOST_POINTS), FAINT, 0.6)
    axes.curve(thinned(_means(steps), _MOST_POINTS), ACCENT, 1.3)
    rows: list[Row] = [(words.word("line_mean"), ACCENT, ()), (words.word("line_step"), FAINT, ())]
    if curve.val:
        axes.curve(curve.val, WARM, 1.5, dash=(6, 2))
        for x, y in curve.val:
            drawing.circle(axes.place(x, y), 1.8, fill=WARM, color=WARM)
        rows.append((words.word("line_val"), WARM, (6, 2)))
    if uniform is not None:
        axes.level(uniform, f"ln {characters} = {numbers.real(uniform)}", INK)
    axes.legend(rows, below=uniform)
    return drawing


def compared_curves(
    curves: Sequence[tuple[str, Curve]], words: Template, fonts: Path
) -> PrintDrawing:
    """Draw the losses of several runs beside each other: on validation where there are any."""
    lines = [(name, _compared(curve)) for name, curve in curves]
    heights = [y for _, line in lines for _, y in line]
    drawing = PrintDrawing(_WIDTH, _HEIGHT, fonts)
    axes = Axes(
        drawing,
        Reach(0.0, max([1.0, *(x for _, line in lines for x, _ in line)])),
        _up(heights, None),
        (words.word("axis_step"), words.word("axis_loss")),
        Numbers(words.language),
    )
    rows = []
    for number, (name, line) in enumerate(lines):
        color, dash = COLORS[number % len(COLORS)], DASHES[number % len(DASHES)]
        axes.curve(thinned(line, _MOST_POINTS), color, 1.4, dash=dash)
        for x, y in line if len(line) < 60 else ():
            drawing.circle(axes.place(x, y), 1.6, fill=color, color=color)
        rows.append((name, color, dash))
    axes.legend(rows)
    return drawing


def _compared(curve: Curve) -> list[Point]:
    return list(curve.val) if len(curve.val) > 1 else _means(_points(curve.losses))


def _points(losses: Sequence[float]) -> list[Point]:
    return [(float(step), loss) for step, loss in enumerate(losses, start=1)]


def _means(points: Sequence[Point]) -> list[Point]:
    """Return the mean of the latest ten losses at each step."""
    found, total = [], 0.0
    for place, (step, loss) in enumerate(points):
        total += loss
        if place >= _MEAN_OF:
            total -= points[place - _MEAN_OF][1]
        found.append((step, total / min(place + 1, _MEAN_OF)))
    return found


def _up(heights: Sequence[float], uniform: float | None) -> Reach:
    """Return from where to where losses are drawn: a single wild one is cut off."""
    if not heights:
        return Reach(0.0, 1.0)
    ordered = sorted(heights)
    high = ordered[min(len(ordered) - 1, int(0.995 * len(ordered)))]
    high = max(high, uniform or 0.0)
    low = ordered[0]
    room = max(0.1, high - low)
    return Reach(max(0.0, low - 0.08 * room), high + 0.1 * room)
