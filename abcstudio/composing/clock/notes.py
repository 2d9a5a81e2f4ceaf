"""Notes, rests and chords in the clock, with what follows them at once: lengths, ties, `>`."""

from abcstudio.composing.clock.durations import after_time, behind_chord, behind_note, with_broken
from abcstudio.composing.clock.sections import has_room
from abcstudio.composing.clock.signs import LENGTH_PREFIXES, LENGTHS_FROM, LETTERS
from abcstudio.composing.clock.states import LINE_START, ONE_LETTER, WITHIN_LINE, Body, MeasureState
from abcstudio.composing.clock.wishes import Language

_ACCIDENTALS = ("^^", "__")
_OVER_BAR = "|"


def with_accidental(measure: MeasureState, letter: str, language: Language) -> MeasureState:
    """Return the measure after an accidental before a note letter; it holds until the bar line."""
    is_home = language.wishes.ends_on_tonic and letter.upper() == measure.tonic
    return measure._replace(is_home_altered=True) if is_home else measure


def with_tonic(measure: MeasureState, tonic: str, language: Language) -> MeasureState:
    """Return the measure in another key; what its letter has had in this measure is not known."""
    is_begun = language.wishes.ends_on_tonic and measure.need != measure.full
    return measure._replace(tonic=tonic, is_home_altered=measure.is_home_altered or is_begun)


def over_bar(measure: MeasureState) -> MeasureState:
    """Return a measure that a bar line has ended; a tie takes an accidental with it."""
    return measure._replace(is_home_altered=measure.is_home_altered and bool(measure.tie))


def timed_longer(body: Body, character: str, language: Language) -> Body | None:
    """Return the state with one more character of a note, rest or chord."""
    head, _, length = body.text.rpartition("|")
    if character in ",'":
        return _octave_longer(body, character, language)
    if length + character in LENGTH_PREFIXES:
        if not _may_last(body.measure, length + character, careful=language.careful):
            return None
        return body._replace(text=f"{head}|{length}{character}" if head else length + character)
    if character == "-":
        return _tied(body, language)
    return _broken(body, character, length, language) if character in "<>" else None


def _may_last(measure: MeasureState, begun: str, *, careful: bool) -> bool:
    """Return whether the measure has room for a length that begins so."""
    return any(
        after_time(measure, length, careful=careful) is not None for length in LENGTHS_FROM[begun]
    )


def _octave_longer(body: Body, mark: str, language: Language) -> Body | None:
    text, pitch = body.text, body.pitch + mark
    if body.token != "note" or text not in ("A|", "a|") or (mark == ",") != text.startswith("A"):
        return None
    if body.measure.tie.rstrip(_OVER_BAR) not in ("", pitch):
        return None
    return body._replace(text=f"{text[0]}{mark}|", pitch=pitch, line=WITHIN_LINE)


def _tied(body: Body, language: Language) -> Body | None:
    after = _timed_end(body, language)
    if after is None or body.token != "note" or not _may_tie(body.measure, after.measure):
        return None
    if language.careful and (body.measure.broken or body.measure.prefix):
        return None
    return after._replace(
        token="", line=WITHIN_LINE, measure=after.measure._replace(tie=body.pitch)
    )


def _may_tie(before: MeasureState, after: MeasureState) -> bool:
    """Return whether a note may be tied to one of its letter.

    An accidental that a tie carries over a bar line holds for no further note of the measure.
    """
    return not before.tie.endswith(_OVER_BAR) or after.need == 0


def _broken(body: Body, sign: str, length: str, language: Language) -> Body | None:
    after = _timed_end(body, language)
    if after is None or (language.careful and body.token != "note"):
        return None
    measure = with_broken(body.measure, after.measure, length, sign, careful=language.careful)
    return measure and after._replace(token="broken", text=sign, line=WITHIN_LINE, measure=measure)


def broken_longer(body: Body, sign: str, language: Language) -> Body | None:
    """Take a second sign of the same kind."""
    is_more = sign == body.text and not language.careful and body.measure.broken % 4 == 0
    return body._replace(text=sign * 2) if is_more else None


def note_end(body: Body, language: Language) -> Body | None:
    """Return the state behind a note; None if it must not be so long, or not this one."""
    measure = body.measure
    out_of_range = not language.holds(body.pitch)
    if out_of_range or measure.tie.rstrip(_OVER_BAR) not in ("", body.pitch):
        return None
    after = after_time(measure, body.text.rpartition("|")[2], careful=language.careful)
    if after is None or not has_room(after, body.part):
        return None
    if language.wishes.ends_on_tonic:
        is_home = body.pitch[:1].upper() == measure.tonic and not measure.is_home_altered
        if is_home != after.is_home:
            after = after._replace(is_home=is_home)
    after = behind_note(measure, after, language)
    is_bare = body.line == LINE_START and body.text in ("A|", "a|")
    return body._replace(
        token="", text="", line=ONE_LETTER if is_bare else WITHIN_LINE, measure=after
    )


def rest_end(body: Body, language: Language) -> Body | None:
    """Return the state behind a rest or a chord; None if it must not be so long."""
    length = body.text.rpartition("|")[2]
    after = after_time(body.measure, length, careful=language.careful)
    if after is None or not has_room(after, body.part):
        return None
    if body.token == "chord end":
        after = behind_chord(body.measure, after, length, language)
    return body._replace(
        token="", text="", pitch="", line=WITHIN_LINE, measure=after._replace(is_home=False)
    )


def accidental_longer(body: Body, character: str, language: Language) -> Body | None:
    """Return the state with a second sign, or within the note that the first belongs to."""
    if body.text + character in _ACCIDENTALS:
        return body._replace(text=body.text + character)
    if character not in LETTERS or not language.has_room(character):
        return None
    text = "A|" if character.isupper() else "a|"
    measure = with_accidental(body.measure, character, language)
    return body._replace(
        token="note", text=text, pitch=character, line=WITHIN_LINE, measure=measure
    )


def _timed_end(body: Body, language: Language) -> Body | None:
    return note_end(body, language) if body.token == "note" else rest_end(body, language)


def tie_over_bar(tie: str) -> str:
    """Return a tie that waits as one that a bar line has come after."""
    return tie.rstrip(_OVER_BAR) + _OVER_BAR if tie else ""
