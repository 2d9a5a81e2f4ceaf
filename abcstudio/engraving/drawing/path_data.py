"""SVG path data, as far as the engraver uses it: M, L, H, V, C, S, Q, T, Z."""

import re
from collections.abc import Iterator
from functools import lru_cache

from abcstudio.engraving.drawing.drawing_parts import Box, number

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}
_POINT = r"-?[\d.]+ -?[\d.]+ ?"
_STRAIGHT = re.compile(f"(?:M{_POINT}(?:L{_POINT})*Z?)+")
_BLANKS = str.maketrans("MLZ", "   ")
_KAPPA = 0.5522847498

Command = tuple[str, tuple[float, ...]]


def path_commands(data: str) -> tuple[Command, ...]:
    """Return the absolute commands M, L, C (cubic) and Z that draw the path."""
    if _STRAIGHT.fullmatch(data):
        return tuple(_straight_commands(data))
    return _curved_commands(data)


def path_box(data: str) -> Box:
    """Return a box around all points and control points of the path."""
    if _STRAIGHT.fullmatch(data):
        numbers = [float(token) for token in data.translate(_BLANKS).split()]
        xs, ys = numbers[0::2], numbers[1::2]
        return Box(min(xs), min(ys), max(xs), max(ys))
    return _curved_box(data)


def _straight_commands(data: str) -> Iterator[Command]:
    for part in data[1:].split("M"):
        for index, point in enumerate(part.removesuffix("Z").split("L")):
            x, y = point.split()
            yield ("L" if index else "M", (float(x), float(y)))
        if part.endswith("Z"):
            yield ("Z", ())


# Signs and curves; the straight lines of a score are all different, and quickly read.
@lru_cache(maxsize=2048)
def _curved_commands(data: str) -> tuple[Command, ...]:
    return tuple(_Reader(_TOKEN.findall(data)).commands())


@lru_cache(maxsize=2048)
def _curved_box(data: str) -> Box:
    xs: list[float] = []
    ys: list[float] = []
    for _, numbers in path_commands(data):
        xs.extend(numbers[0::2])
        ys.extend(numbers[1::2])
    if not xs:
        return Box(0, 0, 0, 0)
    return Box(min(xs), min(ys), max(xs), max(ys))


def polygon_data(points: list[float], is_closed: bool) -> str:
    """Return path data through points given as x, y, x, y ..."""
    pairs = [f"{number(x)} {number(y)}" for x, y in zip(points[0::2], points[1::2], strict=False)]
    return f"M{'L'.join(pairs)}{'Z' if is_closed else ''}"


def upright_data(outline: str, x: float, y: float, scale: float, hub: tuple[float, float]) -> str:
    """Return path data of a sign turned by a quarter to the left.

    Args:
        outline: Of the sign, with its points counted upwards.
        x: Where it would stand unturned.
        y: The same, downwards.
        scale: How large it is.
        hub: What it is turned about.
    """
    right, down = hub[0] - hub[1] + y, hub[0] + hub[1] - x

    def turned(across: float, up: float) -> str:
        return f"{number(right - up * scale)} {number(down - across * scale)}"

    return "".join(
        letter + " ".join(map(turned, numbers[0::2], numbers[1::2]))
        for letter, numbers in path_commands(outline)
    )


def ellipse_data(x: float, y: float, rx: float, ry: float) -> str:
    """Return path data of an ellipse around a centre, as four curves."""
    k = _KAPPA

    def point(across: float, down: float) -> str:
        return f"{number(x + across * rx)} {number(y + down * ry)}"

    return (
        f"M{point(1, 0)}"
        f"C{point(1, k)} {point(k, 1)} {point(0, 1)}"
        f"C{point(-k, 1)} {point(-1, k)} {point(-1, 0)}"
        f"C{point(-1, -k)} {point(-k, -1)} {point(0, -1)}"
        f"C{point(k, -1)} {point(1, -k)} {point(1, 0)}Z"
    )


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._place = 0
        self._x = self._y = 0.0
        self._start = (0.0, 0.0)
        self._control: tuple[str, float, float] = ("", 0.0, 0.0)

    def commands(self) -> list[Command]:
        found: list[Command] = []
        letter = ""
        while self._place < len(self._tokens):
            if self._tokens[self._place].isalpha():
                letter = self._tokens[self._place]
                self._place += 1
            if letter in "Zz":
                found.append(("Z", ()))
                self._x, self._y = self._start
                letter = ""
                if self._place < len(self._tokens) and not self._tokens[self._place].isalpha():
                    break  # numbers without a command
                continue
            numbers = self._numbers(_ARGUMENTS[letter.upper()])
            if numbers is None:
                break
            found.append(self._command(letter, numbers))
            if letter in "Mm":
                letter = "L" if letter == "M" else "l"
        return found

    def _numbers(self, count: int) -> list[float] | None:
        chosen = self._tokens[self._place : self._place + count]
        if len(chosen) < count or any(token.isalpha() for token in chosen):
            return None
        self._place += count
        return [float(token) for token in chosen]

    def _command(self, letter: str, numbers: list[float]) -> Command:
        upper = letter.upper()
        dx, dy = (self._x, self._y) if letter.islower() else (0.0, 0.0)
        if upper == "H":
            points = [numbers[0] + dx, self._y]
        elif upper == "V":
            points = [self._x, numbers[0] + dy]
        else:
            points = [n + (dy if i % 2 else dx) for i, n in enumerate(numbers)]
        command = self._curve(upper, points) if upper in "CSQT" else self._line(upper, points)
        self._x, self._y = command[1][-2], command[1][-1]
        return command

    def _line(self, upper: str, points: list[float]) -> Command:
        self._control = ("", 0.0, 0.0)
        if upper == "M":
            self._start = (points[0], points[1])
        return ("M" if upper == "M" else "L", (points[0], points[1]))

    def _curve(self, upper: str, points: list[float]) -> Command:
        kind, mirror_x, mirror_y = self._control
        if upper in "ST":
            if kind != ("C" if upper == "S" else "Q"):
                mirror_x, mirror_y = self._x, self._y
            points = [2 * self._x - mirror_x, 2 * self._y - mirror_y, *points]
        if upper in "CS":
            self._control = ("C", points[2], points[3])
            return ("C", tuple(points))
        qx, qy, x, y = points
        self._control = ("Q", qx, qy)
        first = (self._x + (qx - self._x) * 2 / 3, self._y + (qy - self._y) * 2 / 3)
        return ("C", (*first, x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3, x, y))
