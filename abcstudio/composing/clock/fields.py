"""Fields and words within the music: key, meter, unit note length; chord symbols, decorations."""

from abcstudio.composing.clock.notes import with_tonic
from abcstudio.composing.clock.sections import has_time
from abcstudio.composing.clock.signs import (
    KEYS,
    METERS,
    ORNAMENTS,
    PLAIN_ORNAMENTS,
    SWING_METERS,
    UNITS,
    full_measure,
    word_ways,
)
from abcstudio.composing.clock.states import (
    LINE_START,
    NOT_CLOSED,
    ORNAMENT,
    SYMBOL,
    WITHIN_LINE,
    Body,
    Part,
)
from abcstudio.composing.clock.wishes import Language


def field_longer(body: Body, character: str, language: Language) -> Body | None:
    """Take a character of a field, in brackets or in a line of its own."""
    letter, value = body.text[0], body.text[2:]
    if character not in (word_ways(body.token, body.text) or ""):
        return None
    if character not in "]\n":
        return body._replace(text=body.text + character)
    changed = _changed(body, letter, value, language)
    return changed and changed._replace(line=LINE_START if character == "\n" else WITHIN_LINE)


def line_end(body: Body, language: Language) -> Body | None:
    """Take a letter at the start of a line for an ornament, as no colon has come."""
    measure = body.measure
    ornaments = PLAIN_ORNAMENTS if language.careful else ORNAMENTS
    if body.text not in ornaments or not has_time(measure, body.part, language.wishes):
        return None
    return body._replace(
        token="", text="", line=WITHIN_LINE, measure=measure._replace(prefix=ORNAMENT)
    )


def _changed(body: Body, letter: str, value: str, language: Language) -> Body | None:
    """Return the state with another key, meter or unit note length in force."""
    measure, part = body.measure, body.part
    if letter == "K":
        measure = with_tonic(measure, KEYS[value], language)
    elif letter == "L":
        measure = measure._replace(unit=UNITS[value])
    elif (
        measure.need != measure.full
        or (language.careful and not _may_change_meter(part))
        or (measure.swing and value not in SWING_METERS and language.refuses_odd_swing)
    ):
        return None
    else:
        meter = METERS[value]
        full = full_measure(meter)
        measure = measure._replace(full=full, need=full, is_compound=meter.is_compound)
    # A tune does not end behind it.
    return body._replace(token="", text="", measure=measure, part=part._replace(closed=NOT_CLOSED))


def _may_change_meter(part: Part) -> bool:
    """Return whether other programs do not lose the meter where a repeat goes back."""
    return part.closed != NOT_CLOSED and part.owed <= 0


def word_longer(body: Body, character: str, _language: Language) -> Body | None:
    """Return the state with one more character between quotes or exclamation marks."""
    if character not in (word_ways(body.token, body.text) or ""):
        return None
    if character != body.token:
        return body._replace(text=body.text + character)
    measure = body.measure._replace(prefix=ORNAMENT if character == "!" else SYMBOL)
    return body._replace(token="", text="", measure=measure)
