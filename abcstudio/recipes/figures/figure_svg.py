"""Charts as a picture made of lines, which can be made larger and edited: SVG."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

_WIDTH, _NAME_WIDTH, _NUMBER_WIDTH = 480, 160, 64
_ROW, _BAR, _TITLE, _GAP = 20, 10, 28, 24
_COLUMNS = 2
_INK, _MUTED, _FILL = "#1c1b19", "#5f5b55", "#9a3412"
_UNSHOWN = dict.fromkeys(range(32), "�")


class DrawnChart(NamedTuple):
    """A chart: its title, and each bar's name and count."""

    title: str
    bars: Sequence[tuple[str, int]]

    @property
    def height(self) -> int:
        """How high it is, with the gap below."""
        return _TITLE + _ROW * len(self.bars) + _GAP


def charts_svg(heading: str, charts: Sequence[DrawnChart]) -> str:
    """Return a picture of charts in two columns under a heading, ink on paper."""
    tops = [2 * _GAP + _TITLE] * _COLUMNS
    parts: list[str] = []
    for chart in charts:
        column = tops.index(min(tops))
        parts += _chart(chart, _GAP + column * (_WIDTH + _GAP), tops[column])
        tops[column] += chart.height
    width, height = _COLUMNS * (_WIDTH + _GAP) + _GAP, max(tops)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            _words(_GAP, _GAP + _TITLE / 2, heading, size=18),
            *parts,
            "</svg>\n",
        ]
    )


def _chart(chart: DrawnChart, left: int, top: int) -> list[str]:
    parts = [_words(left, top + _TITLE / 2, chart.title, color=_MUTED, size=13)]
    most = max((count for _, count in chart.bars), default=0) or 1
    room = _WIDTH - _NAME_WIDTH - _NUMBER_WIDTH
    for row, (name, count) in enumerate(chart.bars):
        y = top + _TITLE + row * _ROW
        width = room * count / most
        bar_left = left + _NAME_WIDTH
        parts.append(_words(left, y + _ROW / 2 + 4, _short(name)))
        parts.append(
            f'<rect x="{bar_left}" y="{y + (_ROW - _BAR) / 2}" width="{width:.1f}" '
            f'height="{_BAR}" rx="2" fill="{_FILL}"/>'
        )
        parts.append(_words(bar_left + width + 6, y + _ROW / 2 + 4, str(count), color=_MUTED))
    return parts


def _words(x: float, y: float, words: str, *, color: str = _INK, size: int = 12) -> str:
    shown = escape(words.translate(_UNSHOWN))
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{color}">{shown}</text>'


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"
