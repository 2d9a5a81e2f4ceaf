"""A run's curve as a picture made of lines, which can be made larger and edited: SVG."""

import math
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from abcstudio.recipes.curves.drawn_curve import CurveWords, DrawnCurve

_WIDTH, _HEIGHT = 960, 540
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 72, 64, 56
_INK, _MUTED, _GRID = "#1c1b19", "#5f5b55", "#e4e0d8"
_TRAINING, _VALIDATION, _MUSIC = "#00696b", "#b4540a", "#1c1b19"
_TICKS = 6
_UNSHOWN = dict.fromkeys(range(32), "�")


class _Axis(NamedTuple):
    """An axis: its least and greatest values, and the pixels at which they stand."""

    low: float
    high: float
    start: float
    end: float
    is_log: bool = False

    def at(self, value: float) -> float:
        """Return the pixel of a value."""
        low, high, here = (self._scaled(one) for one in (self.low, self.high, value))
        return self.start + (here - low) / ((high - low) or 1.0) * (self.end - self.start)

    def ticks(self) -> Iterator[float]:
        """Yield some round values of it."""
        if self.is_log:
            for decade in range(math.floor(math.log10(self.low)), 8):
                for digit in (1, 2, 5):
                    if self.low <= digit * 10.0**decade <= self.high:
                        yield digit * 10.0**decade
            return
        rough = (self.high - self.low) / _TICKS or 1.0
        power = 10.0 ** math.floor(math.log10(rough))
        width = next(power * digit for digit in (1, 2, 5, 10) if power * digit >= rough)
        for number in range(math.ceil(self.low / width), math.floor(self.high / width) + 1):
            yield number * width

    def _scaled(self, value: float) -> float:
        return math.log10(max(value, 1e-9)) if self.is_log else value


def curve_svg(curve: DrawnCurve, words: CurveWords) -> str:
    """Return the picture, ink on paper."""
    steps, losses = _axes(curve)
    percent = _Axis(0.0, 100.0, _HEIGHT - _BOTTOM, _TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text(_LEFT, 28, curve.name, size=16),
        *_grid(steps, losses, words),
        *_places(curve, steps, losses, words),
        _line(zip(*curve.smoothed, strict=True), steps, losses, _TRAINING),
        _line(curve.val, steps, losses, _VALIDATION, dash="2 4"),
        *(_dot(steps.at(step), losses.at(loss), _VALIDATION) for step, loss in curve.val),
        *_music(curve, steps, percent, words),
        *_legend(curve, words),
        "</svg>\n",
    ]
    return "\n".join(part for part in parts if part)


def _axes(curve: DrawnCurve) -> tuple[_Axis, _Axis]:
    _, smoothed = curve.smoothed
    known = [*smoothed, *(loss for _, loss in curve.val)] or [1.0]
    last = max(2.0, float(len(curve.losses)), *(step for step, _ in curve.val))
    first = 1.0 if curve.is_log_steps else 0.0
    low, high = min(known), max(*known, curve.chance or 0.0)
    low = low if curve.is_log_losses else min(low, 0.9 * low)
    steps = _Axis(first, last, _LEFT, _WIDTH - _RIGHT, curve.is_log_steps)
    return steps, _Axis(low, high, _HEIGHT - _BOTTOM, _TOP, curve.is_log_losses)


def _grid(steps: _Axis, losses: _Axis, words: CurveWords) -> Iterator[str]:
    for value in losses.ticks():
        y = losses.at(value)
        yield _rule(_LEFT, y, _WIDTH - _RIGHT, y, _GRID)
        yield _text(_LEFT - 8, y + 4, f"{value:g}", color=_MUTED, anchor="end")
    for value in steps.ticks():
        x = steps.at(value)
        yield _rule(x, _HEIGHT - _BOTTOM, x, _HEIGHT - _BOTTOM + 5, _MUTED)
        yield _text(x, _HEIGHT - _BOTTOM + 20, f"{value:.0f}", color=_MUTED, anchor="middle")
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    yield _text(middle, _HEIGHT - 12, words.steps, color=_MUTED, anchor="middle")
    yield _text(_LEFT, _TOP - 10, words.losses, color=_MUTED)


def _places(curve: DrawnCurve, steps: _Axis, losses: _Axis, words: CurveWords) -> Iterator[str]:
    if curve.chance is not None:
        y = losses.at(curve.chance)
        yield _rule(_LEFT, y, _WIDTH - _RIGHT, y, _MUTED, dash="6 4")
        yield _text(_WIDTH - _RIGHT, y - 4, words.chance, color=_MUTED, anchor="end")
    if curve.rise is not None:
        x = steps.at(max(1.0, curve.rise))
        yield _rule(x, _TOP, x, _HEIGHT - _BOTTOM, _VALIDATION, dash="6 4")
        yield _text(x + 6, _HEIGHT - _BOTTOM - 8, words.rise, color=_VALIDATION)


def _music(curve: DrawnCurve, steps: _Axis, percent: _Axis, words: CurveWords) -> Iterator[str]:
    right = [
        (one.step, 100 * one.right_share) for one in curve.heard if one.right_share is not None
    ]
    newness = [(one.step, 100 * one.newness) for one in curve.heard if one.newness is not None]
    if not right and not newness:
        return
    yield _line(right, steps, percent, _MUSIC)
    yield _line(newness, steps, percent, _MUSIC, dash="2 4")
    for points in (right, newness):
        for step, share in points:
            yield _dot(steps.at(step), percent.at(share), _MUSIC)
    for value in percent.ticks():
        yield _text(_WIDTH - _RIGHT + 8, percent.at(value) + 4, f"{value:g}", color=_MUTED)
    yield _text(_WIDTH - _RIGHT, _TOP - 10, words.music, color=_MUTED, anchor="end")


def _legend(curve: DrawnCurve, words: CurveWords) -> Iterator[str]:
    entries = [(words.training, _TRAINING, ""), (words.validation, _VALIDATION, "2 4")]
    if curve.heard:
        entries += [(words.right, _MUSIC, ""), (words.newness, _MUSIC, "2 4")]
    x = float(_WIDTH - _RIGHT - 160 * len(entries))
    for name, color, dash in entries:
        yield _rule(x, 24, x + 24, 24, color, dash=dash, width=2)
        yield _text(x + 30, 28, name)
        x += 160


def _line(
    points: Iterable[tuple[float, float]], xs: _Axis, ys: _Axis, color: str, dash: str = ""
) -> str:
    placed = " ".join(f"{xs.at(x):.1f},{ys.at(y):.1f}" for x, y in points)
    style = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{placed}" fill="none" stroke="{color}"{style}/>' if placed else ""


def _rule(
    x1: float, y1: float, x2: float, y2: float, color: str, dash: str = "", width: int = 1
) -> str:
    style = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}"'
        f' stroke-width="{width}"{style}/>'
    )


def _dot(x: float, y: float, color: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>'


def _text(
    x: float, y: float, words: str, *, color: str = _INK, size: int = 12, anchor: str = "start"
) -> str:
    shown = escape(words.translate(_UNSHOWN))
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{color}"'
        f' text-anchor="{anchor}">{shown}</text>'
    )
