"""MusicXML's `barline`: styles, repeats, endings."""

import re
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_reading.records import ReadBar, ReadMeasure
from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.interchange.musicxml_reading.values import child_words, integer
from abcstudio.notation.limits import MAX_PASSES, MAX_REPEATS

_NUMBER = re.compile(r"\d{1,3}", re.ASCII)


def read_bar_line(element: Element, measure: ReadMeasure, remarks: Remarks) -> None:
    """Take a bar line at the left or right of a measure."""
    location = element.get("location", "right")
    if location not in ("left", "right"):
        remarks.note("other_sign")
        return
    bar = measure.left if location == "left" else measure.right
    bar.style = child_words(element, "bar-style") or bar.style
    bar.has_fermata |= element.find("fermata") is not None
    repeat, ending = element.find("repeat"), element.find("ending")
    if repeat is not None:
        _take_repeat(repeat, measure)
    if ending is not None:
        _take_ending(ending, bar, remarks)


def _take_repeat(repeat: Element, measure: ReadMeasure) -> None:
    if repeat.get("direction") == "backward":
        times = integer(repeat.get("times"), 2)
        measure.right.repeats = max(1, min(times - 1, MAX_REPEATS))
    elif repeat.get("direction") == "forward":
        measure.left.repeats = 1


def _take_ending(ending: Element, bar: ReadBar, remarks: Remarks) -> None:
    if ending.get("type") != "start":
        bar.ends_ending = True
        return
    numbers = [int(number) for number in _NUMBER.findall(ending.get("number", ""))]
    passes = sorted({number for number in numbers if 0 < number <= MAX_PASSES})
    bar.ending = ",".join(map(str, passes))
    if not passes:
        remarks.note("ending")
