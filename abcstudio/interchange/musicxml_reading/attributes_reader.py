"""Keys, meters, clefs and transpositions of MusicXML's `attributes`."""

from fractions import Fraction
from math import lcm
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.interchange.musicxml_reading.values import (
    child_integer,
    child_words,
    decimal_of,
    integer,
    words_of,
)
from abcstudio.notation.key_signature import KeySignature, fifths_of
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import STEPS
from abcstudio.notation.score import Clef
from abcstudio.notation.values.spelling import step_at_fifths, step_name

_MODES = ("major", "minor", "dorian", "phrygian", "lydian", "mixolydian", "locrian")
_SAME_MODES = {"ionian": "major", "aeolian": "minor"}
_MOST_FIFTHS = 7
_SYMBOLS = {("common", "4/4"): "C", ("cut", "2/2"): "C|"}
_BEAT_UNITS = (1, 2, 4, 8, 16, 32, 64)
_MOST_BEATS = 64
_USUAL_LINES = {"G": 2, "F": 4, "C": 3}
_SHAPES = {"percussion": Clef("perc", 3), "none": Clef("none", 2)}
_MOST_SEMITONES = 48


def key_of(element: Element, remarks: Remarks) -> KeySignature | None:
    """Return the key of a `key` element; None where it says none that ABC has."""
    steps = [child for child in element if child.tag in ("key-step", "key-alter")]
    if steps:
        return _by_steps(steps, remarks)
    fifths = child_integer(element, "fifths")
    if abs(fifths) > _MOST_FIFTHS:
        remarks.note("key")
        return None
    mode = child_words(element, "mode").lower()
    mode = _SAME_MODES.get(mode, mode)
    mode = mode if mode in _MODES else "major"
    place = 1 + fifths - fifths_of("C", mode)
    tonic = step_name(*step_at_fifths(place))
    is_pipes = element.get("print-object") == "no" and (tonic, mode) == ("A", "mixolydian")
    return KeySignature(tonic, mode, fifths, (), "HP" if is_pipes else "")


def _by_steps(children: list[Element], remarks: Remarks) -> KeySignature | None:
    alters: dict[str, Fraction] = {}
    step = ""
    for child in children:
        if child.tag == "key-step":
            step = words_of(child.text).upper()
            continue
        alter = decimal_of(child.text)
        if step not in STEPS or not step or alter is None or abs(alter) > 2:
            remarks.note("key")
            return None
        alters[step] = alter.limit_denominator(4)
    return KeySignature(explicit=tuple(sorted(alters.items())))


def meter_of(element: Element, remarks: Remarks) -> Meter | None:
    """Return the meter of a `time` element; None where it says none that ABC has."""
    if element.find("senza-misura") is not None:
        return Meter((), 1)
    beats = [words_of(child.text) for child in element if child.tag == "beats"]
    units = [integer(child.text) for child in element if child.tag == "beat-type"]
    terms = [_term(text) for text in beats]
    is_good = bool(beats) and len(beats) == len(units) and all(terms)
    if not is_good or any(unit not in _BEAT_UNITS for unit in units):
        remarks.note("meter")
        return None
    unit = lcm(*units)
    all_beats = tuple(
        beat * unit // each for group, each in zip(terms, units, strict=True) for beat in group
    )
    if sum(all_beats) > _MOST_BEATS:
        remarks.note("meter")
        return None
    if len(all_beats) > 1 and len(set(units)) > 1:
        remarks.note("meter")
    symbol = _SYMBOLS.get((element.get("symbol", ""), f"{beats[0]}/{units[0]}"), "")
    return Meter(all_beats, unit, symbol if len(all_beats) == 1 else "")


def _term(text: str) -> tuple[int, ...]:
    numbers = tuple(integer(part) for part in text.split("+"))
    return numbers if all(0 < number <= _MOST_BEATS for number in numbers) else ()


def clef_of(element: Element, remarks: Remarks) -> Clef | None:
    """Return the clef of a `clef` element; None where ABC has no such clef."""
    sign = child_words(element, "sign")
    if sign in _SHAPES:
        return _SHAPES[sign]
    if sign not in _USUAL_LINES:
        remarks.note("tablature")
        return None
    line = child_integer(element, "line", _USUAL_LINES[sign])
    octaves = child_integer(element, "clef-octave-change")
    if line not in range(1, 6):
        line = _USUAL_LINES[sign]
    return Clef(sign, line, max(-3, min(octaves, 3)))


def semitones_of(element: Element) -> int:
    """Return how many semitones higher than written all sounds, by a `transpose` element."""
    semitones = child_integer(element, "chromatic") + 12 * child_integer(element, "octave-change")
    return semitones if abs(semitones) <= _MOST_SEMITONES else 0
