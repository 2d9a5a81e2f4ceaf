"""Graphs on paper: that of a student's function, and the network as it reads a text."""

import operator
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from abcstudio.reports.drawing.drawing import ACCENT, GROUND, INK, MUTED, Point, PrintDrawing
from abcstudio.reports.figures_in_words import Numbers
from abcstudio.reports.template import Template

_SIGNS = {"+": "+", "-": "\N{MINUS SIGN}", "*": "\N{MULTIPLICATION SIGN}", "/": "\N{DIVISION SIGN}"}
_OPERATIONS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_WIDTH, _HEIGHT, _RADIUS = 420.0, 170.0, 15.0

Node = Mapping[str, Any]


def graph_drawing(
    nodes: Sequence[Node], result: int, numbers: Numbers, fonts: Path
) -> PrintDrawing:
    """Draw the graph of a function with the values on its way, the result in colour."""
    drawing = PrintDrawing(_WIDTH, _HEIGHT, fonts)
    places, values = _places(nodes), _values(nodes)
    for place, node in enumerate(nodes):
        for other in node.get("of", ()):
            drawing.line((places[round(other)], places[place]), MUTED, 1.0)
    for place, node in enumerate(nodes):
        x, y = places[place]
        is_made = "sign" in node
        color = ACCENT if place == result else MUTED
        drawing.circle((x, y), _RADIUS, fill=GROUND if is_made else "#ffffff", color=color)
        value = numbers.setting(float(f"{values[place]:.6g}"))
        inside = _SIGNS[str(node["sign"])] if is_made else str(node.get("input", value))
        drawing.words(inside, (x, y + 4), 11.0, anchor="middle")
        if inside != value:
            drawing.words(value, (x, y + _RADIUS + 11), 9.0, anchor="middle", color=ACCENT)
    return drawing


def _values(nodes: Sequence[Node]) -> list[float]:
    values: list[float] = []
    for node in nodes:
        if "sign" in node:
            one, other = (values[round(each)] for each in node["of"])
            values.append(_OPERATIONS[str(node["sign"])](one, other))
        else:
            values.append(float(node["value"]))
    return values


def _places(nodes: Sequence[Node]) -> list[Point]:
    """Return where nodes stand: each to the right of all that it is made of."""
    columns: list[int] = []
    for node in nodes:
        before = [columns[round(each)] for each in node.get("of", ())]
        columns.append(1 + max(before, default=-1))
    seen = [0] * len(columns)
    places = []
    for column in columns:
        across = (column + 0.5) / (max(columns) + 1) * _WIDTH
        down = (seen[column] + 0.5) / columns.count(column) * (_HEIGHT - 16)
        seen[column] += 1
        places.append((across, down))
    return places


def network_drawing(
    sizes: Mapping[str, int], cell: str, words: Template, fonts: Path
) -> PrintDrawing:
    """Draw the network as it reads five characters, with the shapes on its pipes.

    Args:
        sizes: `batch`, `length`, `vocabulary`, `embedding`, `hidden` and `layers`.
        cell: What the recurrent layers are called.
        words: What the drawing says.
        fonts: The folder of the typeface.
    """
    drawing = PrintDrawing(460.0, 250.0, fonts)
    batch, length = sizes["batch"], sizes["length"]
    rows = (
        (218.0, words.word("layer_input"), (batch, length)),
        (162.0, words.word("layer_embedding"), (batch, length, sizes["embedding"])),
        (106.0, f"{cell} × {sizes['layers']}" if sizes["layers"] > 1 else cell,
         (batch, length, sizes["hidden"])),
        (50.0, words.word("layer_output"), (batch, length, sizes["vocabulary"])),
    )  # fmt: skip
    columns = [120.0 + 52.0 * number for number in range(4)]
    for y, name, shape in rows:
        drawing.words(name, (96.0, y + 4), 9.5, anchor="end")
        shown = "(" + ", ".join(map(str, shape)) + ")"
        drawing.words(shown, (332.0, y + 4), 9.5, color=ACCENT)
        for number, x in enumerate(columns):
            is_cell = y == 106.0
            drawing.box((x - 17, y - 13), (34, 26), fill=GROUND if is_cell else "#ffffff")
            below = words.word("time", step=number + 1)
            if y == 218.0:
                drawing.words(below, (x, y + 4), 9.0, anchor="middle")
            if y > 50.0:
                drawing.arrow((x, y - 13), (x, y - 43))
            if is_cell and number + 1 < len(columns):
                drawing.arrow((x + 17, y), (columns[number + 1] - 17, y), INK)
        drawing.words("…", (columns[-1] + 26, y + 4), 11.0)
    drawing.words(words.word("prediction"), (columns[1] + 26, 18.0), 9.5, anchor="middle")
    return drawing
