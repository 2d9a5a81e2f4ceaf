"""Signs in the clock that have begun: what may belong to them, and what they do."""

from collections.abc import Callable
from functools import lru_cache

from abcstudio.composing.clock.durations import keeps_triplet_apart, with_tuplet
from abcstudio.composing.clock.fields import field_longer, line_end, word_longer
from abcstudio.composing.clock.notes import (
    accidental_longer,
    broken_longer,
    note_end,
    over_bar,
    rest_end,
    tie_over_bar,
    timed_longer,
    with_accidental,
)
from abcstudio.composing.clock.sections import after_bar, has_time
from abcstudio.composing.clock.signs import BARS, LETTERS
from abcstudio.composing.clock.states import GRACE_NOTES, SYMBOL, WITHIN_LINE, Body
from abcstudio.composing.clock.wishes import Language

_MOST_GRACE_NOTES = 3
_MOST_CHORD_NOTES = 4


def grace_longer(body: Body, character: str, language: Language) -> Body | None:
    """Return the state with one character more between `{` and `}`."""
    if character == "}":
        if body.text[0] == "0" or body.text[1] == "^" or not language.holds(body.pitch):
            return None
        return body._replace(token="", text="", measure=body.measure._replace(prefix=GRACE_NOTES))
    if character == "/" and body.text[1] in "Aa,'" and not language.careful:
        return body._replace(text=f"{body.text[0]}/")
    return _note_longer(body, character, language, _MOST_GRACE_NOTES)


def chord_longer(body: Body, character: str, language: Language) -> Body | None:
    """Return the state with one character more between `[` and `]`.

    Its notes have no lengths of their own: programs differ in what they mean by them.
    """
    if character == "]":
        if body.text[0] < "2" or body.text[1] == "^" or not language.holds(body.pitch):
            return None
        return body._replace(token="chord end", text="", pitch="")
    return _note_longer(body, character, language, _MOST_CHORD_NOTES)


def _note_longer(body: Body, character: str, language: Language, most: int) -> Body | None:
    """Take a character of a note; the text is how many have begun, and what came last."""
    count, last = int(body.text[0]), body.text[1]
    if character in ",'":
        is_fit = (last == "A" and character == ",") or (last == "a" and character == "'")
        is_fit = is_fit and language.holds(body.pitch + character)
        return body._replace(text=f"{count},", pitch=body.pitch + character) if is_fit else None
    # The note before is whole now, and must lie in the range without a mark too.
    if last in "Aa" and not language.holds(body.pitch):
        return None
    if character in LETTERS:
        if count >= most or not language.has_room(character):
            return None
        kind = "A" if character.isupper() else "a"
        measure = body.measure
        if last == "^":
            measure = with_accidental(measure, character, language)
        return body._replace(text=f"{count + 1}{kind}", pitch=character, measure=measure)
    is_accidental = character in ("^", "_", "=") and last != "^" and count < most
    if is_accidental and language.wishes.has_accidentals:
        return body._replace(text=f"{count}^")
    return None


_LONGEST_TUPLET = 5
MOST_SLURS = 2


def longer(body: Body, character: str, language: Language) -> Body | None:
    """Return the state with a character as one more of the sign that has begun; None if it is none.

    Signs that follow a note at once and change it (`-`, `>`) count as more of it.
    """
    lengthen = _LONGER.get(body.token)
    return lengthen(body, character, language) if lengthen is not None else None


# All characters that are tried in one state ask for the same.
@lru_cache(maxsize=64)
def settled(body: Body, language: Language) -> Body | None:
    """Return the state behind the sign that has begun; None if it is not whole."""
    settle = _SETTLE.get(body.token)
    return settle(body, language) if settle is not None else None


# Tuplets and slurs


def _parenthesis_longer(body: Body, character: str, _language: Language) -> Body | None:
    is_tuplet = character in "23456789" and not body.measure.tuplet
    return body._replace(token="tuplet", text=character) if is_tuplet else None


def _tuplet_longer(body: Body, character: str, language: Language) -> Body | None:
    text = body.text
    if language.careful or len(text) >= _LONGEST_TUPLET:
        return None
    is_number = character in "23456789" and text[-1] == ":"
    is_colon = character == ":" and text.count(":") < 2
    return body._replace(text=text + character) if is_number or is_colon else None


def _tuplet_end(body: Body, language: Language) -> Body | None:
    measure = with_tuplet(body.measure, body.text, careful=language.careful)
    return measure and body._replace(token="", text="", measure=measure)


def _slur_begun(body: Body, language: Language) -> Body | None:
    measure = body.measure
    if measure.slurs >= MOST_SLURS or not language.has_slurs:
        return None
    measure = measure._replace(slurs=measure.slurs + 1, prefix=measure.prefix or SYMBOL)
    return body._replace(token="", text="", measure=measure)


# Bar lines


def bar_begun(body: Body, text: str, language: Language) -> Body | None:
    """Return the state within a bar line; None where no bar line that begins so may stand."""
    is_possible = any(
        word.startswith(text) and after_bar(word, body.measure, body.part, language)
        for word in BARS
    )
    return body._replace(token="bar", text=text) if is_possible else None


def _bar_longer(body: Body, character: str, language: Language) -> Body | None:
    return bar_begun(body, body.text + character, language)


def _bar_end(body: Body, language: Language) -> Body | None:
    measure, word = body.measure, body.text
    if word not in BARS or (measure.tie and word != "|"):
        return None
    part = after_bar(word, measure, body.part, language)
    if part is None:
        return None
    after = over_bar(measure)._replace(
        need=measure.full, tie=tie_over_bar(measure.tie), is_off_swing=False
    )
    return body._replace(token="", text="", line=WITHIN_LINE, part=part, measure=after)


# Brackets


def _bracket_longer(body: Body, character: str, language: Language) -> Body | None:
    measure = body.measure
    if character in "KLM":
        waits = measure.prefix or measure.tuplet or measure.broken or measure.tie
        is_free = language.may_change(character) and not waits
        return body._replace(token="field", text=character, line=WITHIN_LINE) if is_free else None
    if character not in LETTERS and character not in "^_=":
        return None
    if measure.tie or not has_time(measure, body.part, language.wishes):
        return None
    if not keeps_triplet_apart(measure, language):
        return None
    return chord_longer(
        body._replace(token="chord", text="0[", line=WITHIN_LINE), character, language
    )


def _whole(body: Body, _language: Language) -> Body:
    return body._replace(token="", text="")


_Longer = Callable[[Body, str, Language], Body | None]
_Settle = Callable[[Body, Language], Body | None]

_LONGER: dict[str, _Longer] = {
    "note": timed_longer,
    "rest": timed_longer,
    "chord end": timed_longer,
    "broken": broken_longer,
    "accidental": accidental_longer,
    "grace": grace_longer,
    "chord": chord_longer,
    "[": _bracket_longer,
    "(": _parenthesis_longer,
    "tuplet": _tuplet_longer,
    "bar": _bar_longer,
    "field": field_longer,
    "line": field_longer,
    '"': word_longer,
    "!": word_longer,
}
_SETTLE: dict[str, _Settle] = {
    "": _whole,
    " ": _whole,
    "ornament": _whole,
    "broken": _whole,
    "note": note_end,
    "rest": rest_end,
    "chord end": rest_end,
    "(": _slur_begun,
    "tuplet": _tuplet_end,
    "bar": _bar_end,
    "line": line_end,
}
