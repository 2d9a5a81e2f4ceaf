"""The header in the clock: its fields, each in a line, `K:` the last."""

from abcstudio.composing.clock.signs import KEYS, METERS, UNITS, VALUES, default_unit, full_measure
from abcstudio.composing.clock.states import LINE_START, Body, Header, MeasureState, Part
from abcstudio.composing.clock.wishes import Wishes

FREE_TEXTS = frozenset("TCOSNZABDFGH")
"""The fields of which what they say does not matter."""
_AGAIN = frozenset("TCNZSBDFGHA")
_LONGEST = 80
# Some programs play these with swing.
_SWUNG = ("hornpipe",)
NEVER_IN_TEXT = frozenset("%\\\r\n")


def header_step(header: Header, character: str, wishes: Wishes) -> Header | Body | None:
    """Return the state after one more character; None where it must not come."""
    line = header.line
    if character == "\n":
        return _end_line(header, wishes) if len(line) > 2 else None
    if not line:
        return header._replace(line=character) if _may_begin(header, character, wishes) else None
    if len(line) == 1:
        return header._replace(line=line + character) if character == ":" else None
    return _value_step(header, character, wishes)


def _may_begin(header: Header, letter: str, wishes: Wishes) -> bool:
    if letter == "X":
        return not header.seen
    if letter in header.seen and letter not in _AGAIN:
        return False
    if letter == "K":
        missing = [one for one in wishes.fields if one not in "K" + header.seen]
        return header.full > 0 and not missing
    return letter in FREE_TEXTS or letter in "RML"


def _value_step(header: Header, character: str, wishes: Wishes) -> Header | None:
    letter, value = header.line[0], header.line[2:] + character
    longer = header._replace(line=header.line + character)
    if wished := wishes.fields.get(letter):
        return longer if wished.startswith(value) else None
    if letter == "X":
        return longer if value.isdecimal() and len(value) <= 6 and value[0] != "0" else None
    if letter in VALUES:
        return longer if character in VALUES[letter].after(value[:-1]) else None
    is_text = character not in NEVER_IN_TEXT and len(value) <= _LONGEST and value != " "
    return longer if is_text else None


def _end_line(header: Header, wishes: Wishes) -> Header | Body | None:
    letter, value = header.line[0], header.line[2:]
    if value != wishes.fields.get(letter, value) or (
        letter in VALUES and value not in VALUES[letter]
    ):
        return None
    after = header._replace(line="", seen=header.seen + letter)
    if letter == "R":
        return after._replace(swing=any(word in value for word in _SWUNG))
    if letter == "M":
        meter = METERS[value]
        return after._replace(
            full=full_measure(meter),
            unit=header.unit or default_unit(meter),
            is_compound=meter.is_compound,
        )
    if letter == "L":
        return after._replace(unit=UNITS[value])
    return _body(after._replace(tonic=KEYS[value])) if letter == "K" else after


def _body(header: Header) -> Body:
    measure = MeasureState(
        full=header.full, unit=header.unit, need=header.full,
        swing=header.swing, tonic=header.tonic, is_compound=header.is_compound,
    )  # fmt: skip
    return Body(token="", text="", line=LINE_START, pitch="", measure=measure, part=Part())
