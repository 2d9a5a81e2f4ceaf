"""About how many characters a tune still needs: where the search for its end looks first.

An estimate that is nearly right keeps the search on one way, however many measures a form has.
"""

from functools import lru_cache

from abcstudio.composing.clock.signs import (
    LENGTHS,
    METERS,
    UNITS,
    WORDS,
    default_unit,
    full_measure,
    scaled,
)
from abcstudio.composing.clock.states import LINE_START, TUNE_CLOSED, Body, Header, Part, State
from abcstudio.composing.clock.wishes import Wishes

_FAR = 1000
_CLOSING = 4
_WITH_LENGTH = ("note", "rest", "chord end")
_LEAST_MEASURE = len("A8|")
_LEAST_HEADER = {"M": "C", "K": "C"}
_REPEAT, _DOUBLE_BAR, _SECOND_ENDING = len("|::"), len("|"), len(":2")
_WHOLE = sorted({int(length) for length in LENGTHS if length.isdecimal()}, reverse=True)


def characters_needed(state: State, wishes: Wishes) -> int:
    """Return an estimate of the characters that a tune needs from a state to its end."""
    if isinstance(state, Header):
        return _to_body(state, wishes) + (len(wishes.pattern) or _of_form(state, wishes))
    if isinstance(state, Body) and wishes.pattern:
        return len(wishes.pattern) + 1 - state.place
    return _of_body(state, wishes) if isinstance(state, Body) else 0


# The header


def _to_body(header: Header, wishes: Wishes) -> int:
    values = _LEAST_HEADER | wishes.fields
    missing = {letter: value for letter, value in values.items() if letter not in header.seen}
    needed = sum(len(_line(letter, value)) for letter, value in missing.items())
    letter, begun = header.line[:1], len(header.line)
    if letter in missing:
        return needed - min(begun, len(_line(letter, missing[letter])) - 1)
    return needed + (max(1, len(_line(letter, "C")) - begun) if letter else 0)


def _line(letter: str, value: str) -> str:
    return f"{letter}:{value}\n"


def _of_form(header: Header, wishes: Wishes) -> int:
    if not wishes.form:
        return _LEAST_MEASURE + _CLOSING
    full, unit = header.full, header.unit
    if header.line[:1] == "L":
        unit = UNITS.get(header.line[2:], unit)
    if wishes.meter:
        meter = METERS[wishes.meter]
        full, unit = full_measure(meter), unit or default_unit(meter)
    a_measure = 1 + _notes(full, unit) if full and unit else _LEAST_MEASURE
    return a_measure * _measures_left(Part(), wishes) + _signs_left(Part(), wishes) + _CLOSING


# The music


def _of_body(body: Body, wishes: Wishes) -> int:
    measure, part = body.measure, body.part
    is_idle = measure.need == measure.full and part.closed == TUNE_CLOSED and not body.token
    waits = 2 * measure.tuplet + 2 * bool(measure.prefix) + measure.slurs + 3 * bool(measure.tie)
    if body.token in WORDS:
        waits += 2 + WORDS[body.token].left(body.text)
    if body.token == "bar":
        waits -= len(body.text)
    if is_idle and part.number == len(wishes.form):
        return 2 - (body.line == LINE_START) + waits
    return waits + _to_last_measure(body, wishes) + _CLOSING + 2 * part.opened


def _to_last_measure(body: Body, wishes: Wishes) -> int:
    """Return what fills the measure, and those after it."""
    measure, part = body.measure, body.part
    begun = body.text.rpartition("|")[2] if body.token in _WITH_LENGTH else None
    elapsed = measure.full - measure.need
    more = _behind_measure(body, wishes)
    if part.fresh and part.owed > 0:
        return _filled(part.owed - elapsed, measure.unit, begun) + 3 + more
    ending = measure.need - part.pickup
    if more > 0 or ending < 0:
        return _filled(measure.need, measure.unit, begun) + max(3, more)
    return min(_filled(ending, measure.unit, begun), _filled(measure.need, measure.unit, begun) + 3)


def _behind_measure(body: Body, wishes: Wishes) -> int:
    """Return what the form, or a first ending, asks for behind the measure."""
    measure, part = body.measure, body.part
    a_measure = 1 + _notes(measure.full, measure.unit)
    if not wishes.form:
        return a_measure if part.ending == 1 else 0
    more = a_measure * (_measures_left(part, wishes) - 1) + _signs_left(part, wishes)
    if part.ending == 1:
        measures = wishes.form[part.number].measures - part.ending_from
        more += a_measure * measures + _SECOND_ENDING
    return max(0, more)


def _measures_left(part: Part, wishes: Wishes) -> int:
    return sum(section.measures for section in wishes.form[part.number :]) - part.done


def _signs_left(part: Part, wishes: Wishes) -> int:
    """Return what bar lines between and around sections take beyond one sign a measure."""
    sections = wishes.form[part.number :]
    needed = sum(_REPEAT if section.repeated else _DOUBLE_BAR for section in sections)
    return needed - (_REPEAT if part.opened else _DOUBLE_BAR) if sections else 0


@lru_cache(maxsize=1 << 15)
def _filled(need: int, unit: int, begun: str | None) -> int:
    """Return how many characters fill a stretch with notes; the first one's length has begun."""
    if begun is None:
        return _notes(need, unit)
    return min(
        (
            len(written) - len(begun) + _notes(need - ticks, unit)
            for written in LENGTHS
            if written.startswith(begun) and (ticks := scaled(unit, written)) is not None
        ),
        default=_FAR,
    )


@lru_cache(maxsize=1 << 15)
def _notes(need: int, unit: int) -> int:
    """Return how many characters the notes have that fill a stretch."""
    if need <= 0:
        return 0 if need == 0 else _FAR
    whole, rest = divmod(need, unit)
    return _whole_notes(whole) + (3 if rest else 0)


@lru_cache(maxsize=1 << 12)
def _whole_notes(units: int) -> int:
    if units < 2:
        return units
    return min(
        1 + len(str(length)) + _whole_notes(units - length) for length in _WHOLE if length <= units
    )
