"""What stands at the start of a score: titles, staves, clefs, keys, meters, tempo."""

from fractions import Fraction
from textwrap import wrap
from typing import NamedTuple

from abcstudio.engraving.mei.mei_text import attributes, lines_above, lines_below, plain, tag
from abcstudio.engraving.note_values import written_values
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import (
    Clef,
    InformationField,
    Score,
    Tempo,
    Voice,
)
from abcstudio.notation.staff_layout import StaffLayout

_SHARPS, _FLATS = "FCGDAEB", "BEADGCF"
_ALTER_SIGNS = {-2: "ff", -1: "f", 0: "n", 1: "s", 2: "x"}
_KEY_OCTAVES = {"sharp": dict(zip("FCGDAEB", (5, 5, 5, 5, 4, 5, 4), strict=True)),
                "flat": dict(zip("BEADGCF", (4, 5, 4, 5, 4, 5, 4), strict=True))}  # fmt: skip
_BEAT_GLYPHS = {
    "breve": "\ue1d0", "1": "\ue1d2", "2": "\ue1d3", "4": "\ue1d5", "8": "\ue1d7", "16": "\ue1d9",
    "32": "\ue1db",
}  # fmt: skip
_BEAT_DOT = "\ue1e7"
_LONGEST_TITLE_LINE, _SHORTEST_TITLE_LINE = 56, 12
_BETWEEN_SIDES = 2
# The average letter of a title, in tenths of a drawing unit.
_TITLE_LETTER = {"x-large": 28, "medium": 19}


class StaffNames(NamedTuple):
    """What stands before a staff: names before its first system, short ones before the others."""

    names: tuple[str, ...]
    short_names: tuple[str, ...]


def score_head(score: Score, score_width: int) -> str:
    """Return what stands above the music of a score of a width in tenths of a drawing unit.

    In the middle titles and lines of text, on the right composer and origin, on the left the order
    of the parts and the rhythm.
    """
    titles = [
        _title(field, "x-large" if index == 0 else "medium", score_width)
        for index, field in enumerate(_fields(score, "T"))
    ]
    titles += [tag("rend", {"fontsize": "medium"}, plain(line)) for line in lines_above(score)]
    left = (*_fields(score, "P"), *_fields(score, "R"))
    right = (*_fields(score, "C"), *_fields(score, "O"))
    left_room, right_room = _side_rooms(left, right, score_width)
    rhythms = [_field(field, left_room) for field in left]
    credits = [_field(field, right_room) for field in right]
    if titles and _reaches_over_the_sides(score, score_width):
        titles.append(tag("rend", {"fontsize": "xx-small"}, "\u00a0"))
    blocks = (("center", "top", titles), ("left", "bottom", rhythms), ("right", "bottom", credits))
    rends = [
        tag("rend", {"halign": halign, "valign": valign}, "<lb/>".join(lines))
        for halign, valign, lines in blocks
        if lines
    ]
    return tag("pgHead", {}, "".join(rends)) if rends else ""


def score_foot(score: Score) -> str:
    """Return the words (`W:`) and the lines of text that stand under the music."""
    words = [*score.words, *lines_below(score)]
    if not any(line.strip() for line in words):
        return ""
    lines = [plain(line) or "\u00a0" for line in words]
    return tag("pgFoot", {}, tag("rend", {"halign": "left"}, "<lb/>".join(lines)))


def staff_definitions(
    voices: list[Voice],
    names: list[StaffNames],
    key: KeySignature,
    layout: StaffLayout | None = None,
) -> str:
    """Return one staff a voice, from top to bottom, in groups as the layout says."""
    staves = [
        _staff_definition(voice, n, key, name)
        for n, (voice, name) in enumerate(zip(voices, names, strict=True), start=1)
    ]
    if layout is None:
        return tag("staffGrp", {}, "".join(staves))
    return _grouped(staves, layout)


def _staff_definition(voice: Voice, number: int, key: KeySignature, names: StaffNames) -> str:
    label = _label("label", names.names)
    short = _label("labelAbbr", names.short_names)
    values: dict[str, object] = {
        "n": number, "lines": voice.staff_lines, **clef_attributes(voice.clef),
    }  # fmt: skip
    return tag("staffDef", values, label + short + key_element(key, voice.clef))


def _label(name: str, words: tuple[str, ...]) -> str:
    return tag(name, {}, "<lb/>".join(plain(one) for one in words)) if words else ""


def _grouped(staves: list[str], layout: StaffLayout) -> str:
    """Return staves inside a brace or bracket a group, bar lines through where they go on."""
    pieces = list(staves)
    for group in reversed(layout.groups):
        values: dict[str, object] = {
            "symbol": group.sign, "bar.thru": _goes_through(layout, group.first, group.last),
        }  # fmt: skip
        pieces[group.first] = f"<staffGrp{attributes(values)}>{pieces[group.first]}"
        pieces[group.last] += "</staffGrp>"
    whole: dict[str, object] = {"bar.thru": _goes_through(layout, 0, len(staves) - 1)}
    return tag("staffGrp", whole, "".join(pieces))


def _goes_through(layout: StaffLayout, first: int, last: int) -> str:
    goes_on = all(staff.bar_lines_continue for staff in layout.staves[first:last])
    return "true" if goes_on and last > first else "false"


def clef_attributes(clef: Clef, prefix: str = "clef.") -> dict[str, object]:
    """Return MEI's attributes of a clef; no clef is a treble clef that is not drawn."""
    if clef.shape == "none":
        return {f"{prefix}shape": "G", f"{prefix}line": 2, f"{prefix}visible": "false"}
    values: dict[str, object] = {f"{prefix}shape": clef.shape, f"{prefix}line": clef.line}
    if clef.shape == "perc":
        values[f"{prefix}line"] = 3
    if clef.octave_shift:
        values[f"{prefix}dis"] = 8 if abs(clef.octave_shift) == 1 else 15
        values[f"{prefix}dis.place"] = "above" if clef.octave_shift > 0 else "below"
    return values


def key_element(key: KeySignature, clef: Clef) -> str:
    """Return a key signature; one that is not of the circle of fifths sign by sign."""
    if key.highland_pipes == "HP":
        return tag("keySig", {"sig": "0"})
    if not key.explicit and not key.highland_pipes and abs(key.fifths) <= 7:
        return tag("keySig", {"sig": f"{abs(key.fifths)}{'s' if key.fifths > 0 else 'f'}"
                              if key.fifths else "0"})  # fmt: skip
    signs = [
        tag("keyAccid", {"pname": step.lower(), "oct": octave + _clef_octave(clef), "accid": sign})
        for step, octave, sign in _key_signs(key)
    ]
    return tag("keySig", {"sig": "mixed"}, "".join(signs))


def _key_signs(key: KeySignature) -> list[tuple[str, int, str]]:
    signs = []
    explicit = {step for step, _ in key.explicit}
    for steps, wanted in ((_FLATS, -1), (_SHARPS, 1), (_SHARPS, 0)):
        for step in steps:
            alter = key.alter_of(step)
            whole = round(alter)
            direction = (whole > 0) - (whole < 0)
            if direction != wanted or (wanted == 0 and step not in explicit):
                continue
            octaves = _KEY_OCTAVES["flat" if wanted < 0 else "sharp"]
            signs.append((step, octaves[step], _ALTER_SIGNS[max(-2, min(2, whole))]))
    return signs


def _clef_octave(clef: Clef) -> int:
    return {"F": -2, "C": -1}.get(clef.shape, 0) + clef.octave_shift


def meter_element(meter: Meter) -> str:
    """Return a meter as an element; free meter is not drawn."""
    if meter.is_free:
        return tag("meterSig", {"form": "invis", "count": 4, "unit": 4})
    symbol = {"C": "common", "C|": "cut"}.get(meter.symbol)
    count = "+".join(str(beat) for beat in meter.beats)
    return tag("meterSig", {"count": count, "unit": meter.beat_unit, "sym": symbol})


def tempo_element(tempo: Tempo, staff: int = 1) -> str:
    """Return a tempo mark: its text and what a beat is."""
    parts = [plain(tempo.text)] if tempo.text else []
    if tempo.beats_per_minute:
        parts.append(f"{_beat(tempo.beat_duration)} = {_number(tempo.beats_per_minute)}")
    values: dict[str, object] = {
        "xml:id": f"q-{tempo.span.start}", "staff": staff, "tstamp": 1, "place": "above",
    }  # fmt: skip
    return tag("tempo", values, " ".join(parts)) if parts else ""


def _beat(duration: Fraction) -> str:
    name, dots, _ = written_values(duration)[0]
    signs = _BEAT_GLYPHS.get(name, _BEAT_GLYPHS["4"]) + _BEAT_DOT * dots
    return tag("rend", {"fontfam": "smufl"}, signs)


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}"


def _fields(score: Score, letter: str) -> list[InformationField]:
    return [field for field in score.fields if field.letter == letter and field.value.strip()]


def _reaches_over_the_sides(score: Score, score_width: int) -> bool:
    """Return whether the lowest line in the middle stands over one at a side.

    Verovio sets it as close to them as if it ended before they begin.
    """
    titles, size = [field.text for field in _fields(score, "T")], "medium"
    if above := lines_above(score):
        lowest = above[-1]
    else:
        size = "x-large" if len(titles) == 1 else size
        lowest = _title_lines(titles[-1], _title_room(size, score_width))[-1]
    beside = (score_width - len(lowest) * _TITLE_LETTER[size]) // 2
    sides = max(
        (len(field.text) for letter in "COPR" for field in _fields(score, letter)), default=0
    )
    return sides * _TITLE_LETTER["medium"] > beside


def _title_room(size: str, score_width: int) -> int:
    """Return how many letters a line of a title has at most."""
    # Verovio lets a long line run over both ends.
    return max(_SHORTEST_TITLE_LINE, min(_LONGEST_TITLE_LINE, score_width // _TITLE_LETTER[size]))


def _title(field: InformationField, size: str, score_width: int) -> str:
    lines = _title_lines(field.text, _title_room(size, score_width))
    words = "<lb/>".join(plain(line) for line in lines)
    return tag("rend", {"xml:id": f"f-{field.value_span.start}", "fontsize": size}, words)


def _title_lines(title: str, longest: int) -> list[str]:
    """Return a title in lines of about one length, none longer than so many letters."""
    count = len(wrap(title, longest))
    if count < 2:
        return [title]
    widths = range(len(title) // count, longest)
    return next(
        (lines for width in widths if len(lines := wrap(title, width)) == count),
        wrap(title, longest),
    )


def _side_rooms(
    left: tuple[InformationField, ...], right: tuple[InformationField, ...], score_width: int
) -> tuple[int, int]:
    """Return how many letters a line on the left and one on the right have at most."""
    room = score_width // _TITLE_LETTER["medium"] - _BETWEEN_SIDES
    lengths = [max((len(field.text) for field in side), default=0) for side in (left, right)]
    # A side that needs less than half of the width leaves the rest to the other one.
    beside_left, beside_right = (room - min(room // 2, length) for length in lengths)
    return max(_SHORTEST_TITLE_LINE, beside_right), max(_SHORTEST_TITLE_LINE, beside_left)


def _field(field: InformationField, longest: int) -> str:
    words = "<lb/>".join(plain(line) for line in _title_lines(field.text, longest))
    return tag("rend", {"xml:id": f"f-{field.value_span.start}"}, words)
