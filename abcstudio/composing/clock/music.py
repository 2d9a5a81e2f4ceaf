"""The music in the clock: what is between two signs, and which sign a character begins."""

from collections.abc import Callable

from abcstudio.composing.clock.durations import keeps_triplet_apart
from abcstudio.composing.clock.sections import has_time, may_end_tune
from abcstudio.composing.clock.signs import LETTERS, ORNAMENTS, PLAIN_ORNAMENTS
from abcstudio.composing.clock.states import (
    GRACE_NOTES,
    LINE_START,
    NO_PREFIX,
    ORNAMENT,
    SYMBOL,
    WITHIN_LINE,
    Body,
    End,
)
from abcstudio.composing.clock.tokens import bar_begun, longer, settled
from abcstudio.composing.clock.wishes import Language

_FIELDS = "KLM"
_ROLL = "~"


def music_step(body: Body, character: str, language: Language) -> Body | End | None:
    """Return the state after one more character; None where it must not come.

    As for the reader, a sign goes on as long as it can (`|:` is one bar line, `A2` one note).
    """
    written_on = longer(body, character, language)
    if written_on is not None:
        return written_on
    if body.token == "bar" and character in "|:":
        return None
    between = settled(body, language)
    return None if between is None else _begun(between, character, language, body.token)


def _begun(body: Body, character: str, language: Language, before: str) -> Body | End | None:
    if character == "\n":
        return _line_end(body, language)
    if body.line == LINE_START and character in _FIELDS and language.may_change(character):
        return body._replace(token="line", text=character) if _is_idle(body) else None
    if character == " ":
        return _space(body, before, language)
    begin = _BEGIN.get(character)
    return begin(body, character, language) if begin is not None else None


def _line_end(body: Body, language: Language) -> Body | End | None:
    measure = body.measure
    if measure.prefix or measure.tuplet or measure.broken:
        return None
    if body.line == LINE_START:
        is_whole = _is_idle(body) and not measure.slurs
        is_home = measure.is_home or not language.wishes.ends_on_tonic
        ends = (
            is_whole
            and is_home
            and may_end_tune(body.part, language.wishes, careful=language.careful)
        )
        return End() if ends else None
    if language.careful and measure.need != measure.full:
        return None
    return body._replace(token="", line=LINE_START)


def _is_idle(body: Body) -> bool:
    """Return whether nothing has come in the measure yet, and nothing waits."""
    measure = body.measure
    waits = measure.prefix or measure.tuplet or measure.broken or measure.tie
    return not waits and measure.need == measure.full


def _space(body: Body, before: str, language: Language) -> Body | None:
    measure = body.measure
    is_odd = body.line == LINE_START or before in (" ", "tuplet") or measure.prefix != NO_PREFIX
    if is_odd or (language.careful and measure.broken):
        return None
    return body._replace(token=" ", line=WITHIN_LINE)


def _note(body: Body, letter: str, language: Language) -> Body | None:
    tie = body.measure.tie
    if not has_time(body.measure, body.part, language.wishes) or (tie and tie[0] != letter):
        return None
    return note_begun(body, letter, language)


def note_begun(body: Body, letter: str, language: Language) -> Body | None:
    """Return the state within a note; None where its letter lies out of range."""
    if not language.has_room(letter):
        return None
    text = "A|" if letter.isupper() else "a|"
    return body._replace(token="note", text=text, pitch=letter)


def _accidental(body: Body, sign: str, language: Language) -> Body | None:
    is_free = language.wishes.has_accidentals and not body.measure.tie
    return _begin_if(body, language, is_free, "accidental", sign)


def _rest(body: Body, letter: str, language: Language) -> Body | None:
    measure = body.measure
    is_free = (
        not measure.tie
        and measure.prefix in (NO_PREFIX, SYMBOL)
        and not (language.careful and letter == "x")
        and keeps_triplet_apart(measure, language)
    )
    return _begin_if(body, language, is_free, "rest", "")


def _grace(body: Body, _sign: str, language: Language) -> Body | None:
    is_odd = body.measure.is_behind_triplet and not body.measure.tuplet
    is_free = not is_odd and _may_adorn(body, language, GRACE_NOTES)
    return _begin_if(body, language, is_free, "grace", "0{")


def _ornament(body: Body, sign: str, language: Language) -> Body | None:
    if not has_time(body.measure, body.part, language.wishes) or not _may_adorn(
        body, language, ORNAMENT
    ):
        return None
    if language.careful and (sign not in PLAIN_ORNAMENTS or _is_odd_roll(body, sign)):
        return None
    has_grace = body.measure.prefix == GRACE_NOTES
    measure = body.measure._replace(prefix=GRACE_NOTES if has_grace else ORNAMENT)
    return body._replace(token="ornament", text="", line=WITHIN_LINE, measure=measure)


def _is_odd_roll(body: Body, sign: str) -> bool:
    """Return whether a roll is off the beat with swing, where some programs miscount it."""
    measure = body.measure
    is_off_beat = measure.is_off_swing or measure.need % (2 * measure.unit) != 0
    return sign == _ROLL and measure.swing and is_off_beat


def _may_adorn(body: Body, language: Language, prefix: int) -> bool:
    """Return whether an ornament may come; other programs know no odd places of it.

    `{g}f>e`, `(3{g}fed` and `(3Tfed` abc2midi reads as they are meant, also with swing; a second
    or third note of these with an ornament it does not in general.
    """
    measure = body.measure
    is_odd = measure.broken or measure.need < measure.unit
    if measure.tie or (language.careful and is_odd):
        return False
    if language.careful:
        return measure.prefix == NO_PREFIX
    return prefix != GRACE_NOTES or measure.prefix != GRACE_NOTES


def _quoted(body: Body, sign: str, language: Language) -> Body | None:
    is_free = body.measure.prefix == NO_PREFIX and _may_adorn(body, language, ORNAMENT)
    return _begin_if(body, language, is_free, sign, "")


def _bracket(body: Body, sign: str, language: Language) -> Body | None:
    measure = body.measure
    is_odd = language.careful and (measure.broken or measure.tuplet or measure.prefix)
    return None if measure.tie or is_odd else body._replace(token=sign, text="")


def _parenthesis(body: Body, sign: str, language: Language) -> Body | None:
    measure = body.measure
    is_free = not measure.tie and not measure.broken and not (language.careful and measure.prefix)
    return _begin_if(body, language, is_free, sign, "")


def _slur_end(body: Body, _sign: str, _language: Language) -> Body | None:
    measure = body.measure
    if not measure.slurs or measure.prefix or measure.tie or measure.broken:
        return None
    return body._replace(
        token="", line=WITHIN_LINE, measure=measure._replace(slurs=measure.slurs - 1)
    )


def _bar_line(body: Body, sign: str, language: Language) -> Body | None:
    measure = body.measure
    if measure.prefix or measure.tuplet or measure.broken or (measure.tie and sign == ":"):
        return None
    # Some programs read a line that begins `d:` as a field.
    if sign == ":" and language.careful and body.line != WITHIN_LINE:
        return None
    return bar_begun(body, sign, language)


def _begin_if(body: Body, language: Language, is_free: bool, token: str, text: str) -> Body | None:
    if not is_free or not has_time(body.measure, body.part, language.wishes):
        return None
    return body._replace(token=token, text=text, line=WITHIN_LINE)


_Begin = Callable[[Body, str, Language], Body | None]

_BEGIN: dict[str, _Begin] = {
    **dict.fromkeys(ORNAMENTS, _ornament),
    **dict.fromkeys(LETTERS, _note),
    **dict.fromkeys("^_=", _accidental),
    **dict.fromkeys("zx", _rest),
    **dict.fromkeys('"!', _quoted),
    **dict.fromkeys("|:", _bar_line),
    "{": _grace,
    "[": _bracket,
    "(": _parenthesis,
    ")": _slur_end,
}
