"""Signs that stay where other music takes the place of that under them.

These are chord symbols, words beside notes, and the signs of jumps: they belong to the place, the
other signs to the note.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Rest
from abcstudio.notation.spans import Span
from abcstudio.notation.values.decorations import NAVIGATION, ways_of_playing

_LED_TO = frozenset({"segno", "coda"})
_QUOTE = '"'


class StayingSign(NamedTuple):
    """A sign, and when it stands there.

    Attributes:
        text: As it is written.
        time: From the start of the music, in whole notes.
        is_end: It belongs to the end of the music before it.
    """

    text: str
    time: Fraction
    is_end: bool = False


def staying_signs(text: str, timed: Sequence[Chord | Rest], place: Span) -> tuple[StayingSign, ...]:
    """Return the signs within some music that stay, in their order.

    Args:
        text: The tune.
        timed: The notes and rests of the music.
        place: Where in the text it stands.
    """
    found: list[tuple[int, StayingSign]] = []
    for one in timed:
        time = one.onset - timed[0].onset
        spans = [mark.span for mark in one.chord_symbols]
        spans += [mark.span for mark in one.annotations]
        for mark in one.decorations:
            if mark.name in NAVIGATION:
                end = StayingSign(mark.span.of(text), time + one.duration, is_end=True)
                found.append((mark.span.start, end))
            elif _LED_TO.intersection(ways_of_playing((mark,))):
                spans.append(mark.span)
        found += [(span.start, StayingSign(span.of(text), time)) for span in spans]
    inside = [(start, sign) for start, sign in found if place.start <= start < place.end]
    return tuple(sign for _, sign in sorted(inside))


def with_signs(
    music: str, signs: Sequence[StayingSign], unit_note_length: Fraction, *, is_compound: bool
) -> str:
    """Return music with signs at their times; what has words in quotes keeps its own.

    Where no note begins at that time, a sign stands over the next one; behind the start of the last
    one it stands over that, or behind it where it belongs to an end.

    Args:
        music: Notes and rests without a bar line, such as `A2 (3Bcd`.
        signs: What is to stand there.
        unit_note_length: How long `A` is.
        is_compound: Whether the meter is; tuplets depend on it.
    """
    missing = [one for one in signs if not _has(music, one)]
    if not missing:
        return music
    meter = "6/8" if is_compound else "4/4"
    header = f"X:1\nM:{meter}\nL:{unit_note_length}\nK:C\n"
    text = header + music
    timed = [
        one
        for voice in parse(text).voices
        for one in voice.elements
        if isinstance(one, Chord | Rest)
    ]
    pieces, begun = [header], len(header)
    for sign in missing:
        place = max(begun, _place_of(sign, text, timed, len(header)))
        pieces += [text[begun:place], sign.text]
        begun = place
    return "".join([*pieces, text[begun:]])[len(header) :]


def sign_start(text: str, element: Chord | Rest, earliest: int) -> int:
    """Return where a note or rest begins, with the signs before it that belong to it.

    Args:
        text: The tune.
        element: The note or rest.
        earliest: Where what stands before it has ended.
    """
    signs = [element.span, *(one.span for one in element.decorations)]
    signs += [one.span for one in element.chord_symbols]
    signs += [one.span for one in element.annotations]
    if element.grace_notes is not None:
        signs.append(element.grace_notes.span)
    if element.tuplet is not None:
        signs.append(element.tuplet.span)
    place = min(span.start for span in signs if span.start >= earliest)
    while place > earliest and text[place - 1] == "(":
        place -= 1
    return place


def _has(music: str, sign: StayingSign) -> bool:
    return sign.text in music or (_QUOTE in music and sign.text.startswith(_QUOTE))


def _place_of(sign: StayingSign, text: str, timed: Sequence[Chord | Rest], earliest: int) -> int:
    """Return where in the text a sign is to stand."""
    at = next((at for at, one in enumerate(timed) if one.onset >= sign.time), len(timed))
    if at == len(timed) and (sign.is_end or not timed):
        return len(text)
    at = min(at, len(timed) - 1)
    return sign_start(text, timed[at], timed[at - 1].span.end if at else earliest)
