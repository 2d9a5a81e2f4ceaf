"""Verovio in this process: MEI in, SVG out. It keeps the interpreter's lock while it works."""

import importlib.util
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from statistics import median
from typing import Any

from abcstudio.engraving.limits import check_work
from abcstudio.errors import EngravingError
from abcstudio.files import read_text_file

MAX_SCORE_WIDTH = 100_000
MIN_SCORE_WIDTH = 300
_LINE_START, _LEAST_ADVANCE = 180, 31
_MOST_SHRINKING, _MOST_SHRINKING_FOR_A_MEASURE = 1.5, 3.0
_STRETCH_STEP, _ROOM_KEPT, _MOST_STRETCHING = 0.5, 0.25, 2.5
_FULL_SHARE = 0.75
_SPACING = 0.22
_MAX_HEIGHT = 60_000
_PATH = re.compile(r'<path transform="scale\(1, ?-1\)" d="([^"]*)"')

_TOKEN = re.compile(r'<staff n="(\d+)"|<verse n="(\d+)"|<syl\b[^>]*>([^<]*)')
_LETTER, _GAP = 21, 16


def lyrics_width(line: str) -> int:
    """Return the width that the longest verse of a line of MEI needs, in tenths of a unit."""
    if "<syl" not in line:
        return 0
    widths: dict[tuple[str, str], int] = defaultdict(int)
    staff = verse = ""
    for match in _TOKEN.finditer(line):
        if match[1]:
            staff = match[1]
        elif match[2]:
            verse = match[2]
        elif match[3]:
            widths[staff, verse] += _LETTER * len(match[3]) + _GAP
    return max(widths.values(), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngravingOptions:
    """How a tune is laid out.

    Attributes:
        score_width: In tenths of a drawing unit: a staff is 72 high.
        breaks: "encoded" keeps the text's line breaks, "auto" fills the lines. Where the text's
            lines are too long for the width, the score gets wider (and is shown smaller); where
            that is not enough, the lines are filled. A measure is never broken: for a single one
            that is too long the score gets wider in any case.
        may_shrink: Whether long lines may make the score wider; else they are filled at once.
        stretch: How wide notes stand by nature, so that a short last line is as dense as the full
            ones, which are stretched to the width of the score; 0 where that is still to be found.
        last_is_full: Whether the last line holds about as much as the others, and so is as wide,
            however wide the score.
        has_header: Whether title, composer and rhythm stand above the music.
    """

    score_width: int = 2000
    breaks: str = "encoded"
    has_header: bool = True
    may_shrink: bool = True
    stretch: float = 0.0
    last_is_full: bool = False


def draw(mei: str, options: EngravingOptions | None = None) -> str:
    """Return the SVG of one score that holds the whole tune.

    Raises:
        EngravingError: It cannot be drawn, or only by work without end.
    """
    check_work(mei)
    toolkit = _toolkit()
    toolkit.setOptions(_verovio_options(roomy(mei, options or EngravingOptions())))
    if not toolkit.loadData(mei):
        raise EngravingError("engraving.unreadable")
    svg: str = toolkit.renderToSVG(1)
    if not svg:
        raise EngravingError("engraving.unreadable")
    return svg


def roomy(mei: str, options: EngravingOptions) -> EngravingOptions:
    """Return options that give the text's longest line room: a wider score, or other lines.

    What it returns once it returns again, also for a part of the lines.
    """
    if options.stretch:
        return options
    head, _, music = mei.partition("<section>")
    staves = max(1, head.count("<staffDef "))
    if options.breaks != "encoded":
        return _filled(options, music, staves)
    lines = music.split("<sb/>")
    longest = _longest(lines, staves)
    wanted = _LINE_START + longest
    options = replace(options, last_is_full=_last_is_full(lines))
    if wanted <= options.score_width:
        room = (options.score_width - _LINE_START) / max(1, longest)
        return replace(options, stretch=_stretch(room))
    if options.may_shrink and wanted <= options.score_width * _MOST_SHRINKING:
        return replace(options, score_width=wanted, stretch=1.0)
    return _filled(replace(options, breaks="auto", last_is_full=False), music, staves)


def _filled(options: EngravingOptions, music: str, staves: int) -> EngravingOptions:
    """Return options for lines that are filled: as wide as the longest measure at least."""
    measure = _LINE_START + _longest(music.split("<measure "), staves)
    most = round(options.score_width * _MOST_SHRINKING_FOR_A_MEASURE)
    width = max(options.score_width, min(measure, most))
    return replace(options, score_width=width, stretch=1.0)


def _longest(parts: list[str], staves: int) -> int:
    """Return how wide the longest of some lines or measures is where it is densest."""
    notes = max(part.count(' dur="') for part in parts) / staves
    return max(round(notes * _LEAST_ADVANCE), *(lyrics_width(part) for part in parts))


def _stretch(room: float) -> float:
    """Return how much wider than densest the notes of a tune stand, in few steps.

    In steps, so that a note more or less leaves the other lines as they are.
    """
    steps = int((room - _ROOM_KEPT) / _STRETCH_STEP)
    return max(1.0, min(_MOST_STRETCHING, steps * _STRETCH_STEP))


def _last_is_full(lines: list[str]) -> bool:
    """Say whether the last of several lines holds nearly as many measures or notes as they do."""
    *sisters, last = [line for line in lines if "<measure " in line] or [""]
    return bool(sisters) and any(
        last.count(what) >= _FULL_SHARE * median(line.count(what) for line in sisters)
        for what in ("<measure ", ' dur="')
    )


@lru_cache(maxsize=64)
def glyph_outline(code: str) -> str:
    """Return the path data of a sign of Verovio's music font by its SMuFL code, "" for none."""
    spec = importlib.util.find_spec("verovio")
    if spec is None or not spec.submodule_search_locations or not code.isalnum():
        return ""
    path = Path(spec.submodule_search_locations[0]) / "data" / "Leipzig" / f"{code}.xml"
    try:
        found = _PATH.search(read_text_file(path).text)
    except OSError:
        return ""
    return found[1] if found else ""


@lru_cache(maxsize=1)
def _toolkit() -> Any:
    import verovio

    verovio.enableLog(verovio.LOG_OFF)
    return verovio.toolkit()


def _verovio_options(options: EngravingOptions) -> dict[str, object]:
    return {
        "pageWidth": max(MIN_SCORE_WIDTH, min(options.score_width, MAX_SCORE_WIDTH)),
        "pageHeight": _MAX_HEIGHT,
        "pageMarginLeft": 0,
        "pageMarginRight": 0,
        "pageMarginTop": 0,
        "pageMarginBottom": 0,
        "adjustPageHeight": True,
        "breaks": options.breaks,
        "header": "encoded" if options.has_header else "none",
        "footer": "encoded" if options.has_header else "none",
        # Its timemap and expansion fail on some repeats; playing order is our performance's part.
        "expandNever": True,
        "smuflTextFont": "none",
        "svgFormatRaw": True,
        "svgRemoveXlink": True,
        # Where Verovio breaks the lines, the others are full, and half of one stays short.
        "minLastJustification": 0.0 if options.last_is_full else 0.55,
        "spacingLinear": _SPACING * max(1.0, options.stretch),
        "spacingNonLinear": 0.55,
        "spacingSystem": 4,
        "lyricWordSpace": 2.0,
        "tupletNumHead": True,
        "mnumInterval": 0,
    }
