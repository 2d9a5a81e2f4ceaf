"""The header in the clock: its fields, each in a line, `K:` the last."""

from abcstudio.composing.clock.signs import (
    KEYS,
    METERS,
    SWING_METERS,
    UNITS,
    VALUES,
    default_unit,
    full_measure,
)
from abcstudio.composing.clock.states import LINE_START, Body, Header, MeasureState, Part
from abcstudio.composing.clock.wishes import Language, Wishes

FREE_TEXTS = frozenset("TCOSNZABDFGH")
"""The fields of which what they say does not matter; nothing can be wished of them."""
_AGAIN = frozenset("TCNZSBDFGHA")
_LONGEST = 80
_ANY_VALUE = "."
# Some programs play these with swing.
_SWUNG = ("hornpipe",)
NEVER_IN_TEXT = frozenset("%\\\r\n")


def header_step(header: Header, character: str, language: Language) -> Header | Body | None:
    """Return the state after one more character; None where it must not come."""
    line, wishes = header.line, language.wishes
    if character == "\n":
        return _end_line(header, language) if len(line) > 2 else None
    if not line:
        return header._replace(line=character) if _may_begin(header, character, wishes) else None
    if len(line) == 1:
        return header._replace(line=line + character) if character == ":" else None
    longer = _value_step(header, character, wishes)
    if longer is None or not (header.is_odd and language.refuses_odd_swing):
        return longer
    is_rhythm = longer.line[0] == "R"
    return None if is_rhythm and swings(longer.line) else longer


def any_text(header: Header) -> Header:
    """Return the state with other words of the same length where what they say does not matter."""
    letter, value = header.line[:1], header.line[2:]
    if not value or letter not in FREE_TEXTS:
        return header
    return header._replace(line=f"{letter}:" + _ANY_VALUE * len(value))


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


def _end_line(header: Header, language: Language) -> Header | Body | None:
    letter, value, wishes = header.line[0], header.line[2:], language.wishes
    if value != wishes.fields.get(letter, value) or (
        letter in VALUES and value not in VALUES[letter]
    ):
        return None
    after = header._replace(line="", seen=header.seen + letter)
    if letter == "R":
        return after._replace(swing=swings(value))
    if letter == "M":
        meter, is_odd = METERS[value], value not in SWING_METERS
        if is_odd and header.swing and language.refuses_odd_swing:
            return None
        return after._replace(
            full=full_measure(meter),
            unit=header.unit or default_unit(meter),
            is_compound=meter.is_compound,
            is_odd=is_odd,
        )
    if letter == "L":
        return after._replace(unit=UNITS[value])
    return _body(after._replace(tonic=KEYS[value])) if letter == "K" else after


def swings(rhythm: str) -> bool:
    """Return whether some programs play a rhythm with swing."""
    return any(word in rhythm for word in _SWUNG)


def _body(header: Header) -> Body:
    measure = MeasureState(
        full=header.full, unit=header.unit, need=header.full,
        swing=header.swing, tonic=header.tonic, is_compound=header.is_compound,
    )  # fmt: skip
    return Body(token="", text="", line=LINE_START, pitch="", measure=measure, part=Part())
