"""Grace notes and chords in the clock: notes within braces or brackets."""

from abcstudio.composing.clock.accidentals import with_accidental
from abcstudio.composing.clock.signs import LETTERS
from abcstudio.composing.clock.states import GRACE_NOTES, Body
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
