"""The pictures of lessons, made of the student's own values, as they go on paper."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from abcstudio.reports.drawing.axes import Axes, Reach
from abcstudio.reports.drawing.drawing import ACCENT, COLORS, DASHES, FAINT, INK, WARM, PrintDrawing
from abcstudio.reports.drawing.graph_drawing import graph_drawing
from abcstudio.reports.figures_in_words import Numbers
from abcstudio.reports.template import Template

_WIDTH = 440.0
_CELL_WIDTH, _CELL_HEIGHT, _SHIFT, _CAPTION = 44.0, 17.0, 9.0, 16.0
_PATHS = (0.01, 0.1, 0.5, 1.0)

Picture = Mapping[str, Any]


def lesson_drawing(picture: Picture, words: Template, fonts: Path) -> PrintDrawing | None:
    """Draw what a lesson's check has made of an answer; None for what has no form on paper."""
    draw = _FORMS.get(str(picture.get("kind")))
    if draw is None:
        return None
    try:
        return draw(picture, words, fonts)
    except (IndexError, KeyError, TypeError, ValueError):
        return None


def _blocks(picture: Picture, words: Template, fonts: Path) -> PrintDrawing:
    blocks = [block for block in picture["blocks"] if "shape" in block]
    if not blocks:
        raise ValueError("no tensors")
    drawing = PrintDrawing(_WIDTH, sum(map(_height, blocks)) + 4, fonts)
    numbers = Numbers(words.language)
    top = 2.0
    for block in blocks:
        shape = ", ".join(str(round(size)) for size in block["shape"])
        caption = words.word("tensor", name=block["name"], axes=len(block["shape"]), shape=shape)
        drawing.words(caption, (2.0, top + 10), 9.5)
        if "values" in block:
            _draw_block(drawing, block, top + _CAPTION, numbers)
        top += _height(block)
    return drawing


def _height(block: Picture) -> float:
    if "values" not in block:
        return _CAPTION + 6
    _, layers, rows, _ = _four(block["shown"])
    return _CAPTION + rows * _CELL_HEIGHT + (layers - 1) * _SHIFT + 12


def _draw_block(drawing: PrintDrawing, block: Picture, top: float, numbers: Numbers) -> None:
    stacks, layers, rows, columns = _four(block["shown"])
    room = (_WIDTH - 24) / stacks - layers * _SHIFT - 8
    width = min(_CELL_WIDTH, room / columns)
    for stack in range(stacks):
        left = 4 + stack * (columns * width + layers * _SHIFT + 8)
        # Of a stack the tables behind come first.
        for layer in reversed(range(layers)):
            x, y = left + layer * _SHIFT, top + (layers - 1 - layer) * _SHIFT
            for row, column in product(range(rows), range(columns)):
                corner = (x + column * width, y + row * _CELL_HEIGHT)
                drawing.box(corner, (width, _CELL_HEIGHT))
                place = ((stack * layers + layer) * rows + row) * columns + column
                words = numbers.setting(_short(block["values"][place]))
                if layer == 0 and drawing.room_of(words, 8.0) < width - 2:
                    middle = (corner[0] + width / 2, corner[1] + _CELL_HEIGHT - 5)
                    drawing.words(words, middle, 8.0, anchor="middle")
    if list(block["shown"]) != list(block["shape"]):
        end = 4 + stacks * (columns * width + layers * _SHIFT + 8)
        drawing.words("…", (end, top + _CELL_HEIGHT), 11.0)


def _four(shown: Sequence[float]) -> tuple[int, int, int, int]:
    """Return how many stacks, tables, rows and columns are drawn."""
    sizes = [1] * (4 - len(shown)) + [round(size) for size in shown]
    return sizes[0], sizes[1], sizes[2], sizes[3]


def _short(value: float | None) -> float:
    return float(f"{0.0 if value is None else value:.4g}")


def _graph(picture: Picture, words: Template, fonts: Path) -> PrintDrawing:
    nodes, result = picture["nodes"], round(picture["result"])
    return graph_drawing(nodes, result, Numbers(words.language), fonts)


def _curve(picture: Picture, words: Template, fonts: Path) -> PrintDrawing:
    return (_paths if "paths" in picture else _slope)(picture, words, fonts)


def _slope(picture: Picture, words: Template, fonts: Path) -> PrintDrawing:
    choices = picture["choices"]
    numbers = Numbers(words.language)
    drawing = PrintDrawing(_WIDTH, 230.0, fonts)
    axes = Axes(drawing, Reach(-4.0, 4.0), Reach(-2.0, 14.0), ("x", "y = x²"), numbers)
    axes.curve([(x / 20, (x / 20) ** 2) for x in range(-80, 81)], INK, 1.2)
    rows = []
    for number, x in enumerate((-2.0, 1.0, 3.0)):
        slope = picture["slopes"][list(choices).index(x)]
        if slope is None:
            continue
        color, dash = COLORS[number], DASHES[number]
        ends = [(x - 1.5, x * x - 1.5 * slope), (x + 1.5, x * x + 1.5 * slope)]
        axes.curve(ends, color, 1.3, dash=dash)
        drawing.circle(axes.place(x, x * x), 2.4, fill=color, color=color)
        said = words.word("slope", x=numbers.setting(x), slope=numbers.setting(_short(slope)))
        rows.append((said, color, dash))
    axes.legend(rows, is_central=True)
    return drawing


def _paths(picture: Picture, words: Template, fonts: Path) -> PrintDrawing:
    goal = float(picture["goal"])
    numbers = Numbers(words.language)
    drawing = PrintDrawing(_WIDTH, 230.0, fonts)
    names = (words.word("axis_step"), "x")
    axes = Axes(drawing, Reach(0.0, 20.0), Reach(-3.0, 17.0), names, numbers)
    axes.level(goal, words.word("goal", goal=numbers.setting(goal)), INK)
    rows = []
    for number, rate in enumerate(_PATHS):
        path = picture["paths"][list(picture["choices"]).index(rate)]
        color, dash = COLORS[number], DASHES[number]
        points = [(float(step), x) for step, x in enumerate(path) if x is not None]
        axes.curve(points, color, 1.3, dash=dash)
        rows.append((words.word("rate", rate=numbers.setting(rate)), color, dash))
    axes.legend(rows)
    return drawing


def _odds(picture: Picture, words: Template, fonts: Path) -> PrintDrawing:
    """Draw what was sampled at three temperatures, a group of bars for each number."""
    choices = list(picture["choices"])
    temperatures = [each for each in (0.5, 1.0, 2.0) if each in choices]
    numbers = Numbers(words.language)
    count = len(picture["logits"])
    drawing = PrintDrawing(_WIDTH, 200.0, fonts)
    names = (words.word("axis_character"), words.word("axis_share"))
    axes = Axes(drawing, Reach(-0.6, count - 0.4), Reach(0.0, 1.0), names, numbers)
    fills = (ACCENT, FAINT, WARM)
    for number, temperature in enumerate(temperatures):
        shares = picture["drawn"][choices.index(temperature)]
        for character, share in enumerate(shares):
            x = character + 0.26 * (number - 1)
            left, top = axes.place(x - 0.12, share)
            right, bottom = axes.place(x + 0.12, 0.0)
            drawing.box((left, top), (right - left, bottom - top), fill=fills[number], color=INK)
    axes.legend(
        [
            (words.word("temperature", value=numbers.setting(each)), fills[number], ())
            for number, each in enumerate(temperatures)
        ]
    )
    return drawing


_FORMS: Mapping[str, Callable[[Picture, Template, Path], PrintDrawing]] = {
    "blocks": _blocks,
    "graph": _graph,
    "curve": _curve,
    "odds": _odds,
}
