"""The measures that all parts share, and the bar lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from abcstudio.interchange.musicxml_reading.records import ReadBar, ReadMeasure, ReadPart

_STYLES = {
    "light-light": "||", "light-heavy": "|]", "heavy-heavy": "|]", "heavy": "|]",
    "heavy-light": "[|", "dotted": ".|", "dashed": ".|", "short": ".|", "tick": ".|",
    "none": "[|]",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One measure as all parts have it.

    Attributes:
        length: That of the longest voice.
        is_implicit: The file does not count it: a pickup, or the rest of a measure that was cut.
    """

    number: str
    is_implicit: bool
    length: Fraction
    begins_line: bool
    left: ReadBar
    right: ReadBar


@dataclass(frozen=True, slots=True)
class BarText:
    """What stands between two measures: the bar line, then what belongs to the next measure.

    Attributes:
        begins: A repeat that opens after a double bar; the ending that begins.
    """

    line: str
    begins: str = ""


def frames_of(parts: Sequence[ReadPart]) -> list[Frame]:
    """Return the measures of a file; a sign in one part holds for all.

    A part that is silent in a measure does not say how long it lasts, where others have notes.
    """
    rows = zip_longest(*(part.measures for part in parts))
    return [_frame([measure for measure in row if measure is not None]) for row in rows]


def _frame(measures: Sequence[ReadMeasure]) -> Frame:
    first = measures[0]
    lengths = [measure.length for measure in measures if not measure.is_silent]
    return Frame(
        number=first.number,
        is_implicit=first.is_implicit,
        length=max(lengths or [measure.length for measure in measures])
        or max(measure.room for measure in measures),
        begins_line=first.begins_line,
        left=_merged([measure.left for measure in measures]),
        right=_merged([measure.right for measure in measures]),
    )


def _merged(bars: Sequence[ReadBar]) -> ReadBar:
    return ReadBar(
        style=next((bar.style for bar in bars if bar.style), ""),
        repeats=max(bar.repeats for bar in bars),
        ending=next((bar.ending for bar in bars if bar.ending), ""),
        ends_ending=any(bar.ends_ending for bar in bars),
        has_fermata=any(bar.has_fermata for bar in bars),
    )


def bar_between(before: Frame | None, after: Frame | None) -> BarText:
    """Return what stands between two measures, or before the first, or after the last."""
    ending = f"[{after.left.ending}" if after is not None and after.left.ending else ""
    if before is None:
        return BarText(_opening(after), ending)
    right = before.right
    if right.style == "none" and not right.repeats and (after is None or _goes_on(after)):
        return BarText("", ending)
    fermata = "!fermata!" if right.has_fermata else ""
    opens = after.left.repeats if after is not None else 0
    if right.repeats:
        return BarText(fermata + _closing(right.repeats, opens), ending)
    core = _STYLES.get(right.style, "|")
    if core == "|" and after is not None:
        core = {"light-light": "||"}.get(after.left.style, "|")
    if opens:
        if core in ("||", "|]", ".|"):
            return BarText(fermata + core, f"|: {ending}".strip())
        return BarText(fermata + "|:", ending)
    if core in ("|", ".|", "[|]") and right.ends_ending and not ending and after is not None:
        core = "||"
    return BarText(fermata + core, ending)


def _goes_on(frame: Frame) -> bool:
    """Return whether a measure is the rest of the one before it."""
    return frame.is_implicit and not frame.left.repeats


def _opening(first: Frame | None) -> str:
    if first is None:
        return ""
    if first.left.repeats:
        return "|:"
    return {"light-light": "||", "heavy-light": "[|"}.get(first.left.style, "")


def _closing(closes: int, opens: int) -> str:
    if not opens:
        return ":" * closes + "|"
    return "::" if (closes, opens) == (1, 1) else ":" * closes + "|" + ":" * opens
