"""How each written note, chord or rest of a voice is played, whatever stands around it."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import Chord, Decoration, GraceNotes, Rest, Voice
from abcstudio.notation.spans import Span
from abcstudio.playback.beats import length_in_parts
from abcstudio.playback.interpretation import Interpretation

GRACE = -1
"""The head of a stroke that plays a grace note."""

_GRACES_IN_BEAT = 8
_HIGHEST_PITCH = 127


class Stroke(NamedTuple):
    """One sound of a gesture.

    Attributes:
        offset: Parts of a beat after the gesture's start.
        length: In parts of a beat.
        pitch: A MIDI note number; a fraction for a microtone.
        span: The written note's characters.
        head: Which note of the chord it plays, from 0; `GRACE` for a grace note.
        tied: The pitch under which a tie leads on from it.
    """

    offset: int
    length: int
    pitch: Fraction
    velocity: int
    span: Span
    head: int
    tied: Pitch | None


class Gesture(NamedTuple):
    """What one written note, chord or rest becomes.

    Attributes:
        length: In parts of a beat, until the next gesture.
        strokes: What sounds meanwhile; none for a rest.
        is_tied: A tie leads on from one of them.
    """

    length: int
    strokes: tuple[Stroke, ...]
    is_tied: bool = False


class Gestures:
    """The gestures of one voice; each is made once, however often it is played."""

    def __init__(self, voice: Voice, parts: int, interpretation: Interpretation) -> None:
        self._transpose = voice.transpose
        self._parts = parts
        self._interpretation = interpretation

    def of(self, element: Chord | Rest, velocity: int, after_tie: bool = False) -> Gesture:
        """Return how an element is played; `after_tie` leaves out what would part it from a tie."""
        duration = element.duration
        length = length_in_parts(duration, self._parts)
        if isinstance(element, Rest):
            return Gesture(length, ())
        strokes: list[Stroke] = []
        if element.grace_notes is not None and not after_tie:
            strokes = self._grace_notes(element.grace_notes, length, velocity)
        delay = sum(stroke.length for stroke in strokes) if strokes else 0
        shortened = bool(element.decorations) and self._is_staccato(element.decorations)
        is_tied = False
        for head, note in enumerate(element.notes):
            own = length
            if note.duration is not duration:
                own = length_in_parts(note.duration, self._parts)
            tied = None
            if note.tied:
                is_tied, tied = True, note.pitch
            number = self._number(note.pitch)
            if own > delay and number is not None:
                sounding = own - delay
                if shortened and tied is None:
                    sounding //= 2
                strokes.append(Stroke(delay, sounding, number, velocity, note.span, head, tied))
        return Gesture(length, tuple(strokes), is_tied)

    def _number(self, pitch: Pitch) -> Fraction | None:
        alter = pitch.alter
        return _midi_number(
            pitch.step, pitch.octave, alter.numerator, alter.denominator, self._transpose
        )

    def _grace_notes(self, graces: GraceNotes, length: int, velocity: int) -> list[Stroke]:
        """Return grace notes, which take their time from the chord after them."""
        if not graces.notes or not self._interpretation.grace_notes:
            return []
        each = min(self._parts // _GRACES_IN_BEAT, length // (2 * len(graces.notes)))
        if each <= 0:
            return []
        return [
            Stroke(place * each, each, number, velocity, note.span, GRACE, None)
            for place, note in enumerate(graces.notes)
            if (number := self._number(note.pitch)) is not None
        ]

    def _is_staccato(self, decorations: Sequence[Decoration]) -> bool:
        return self._interpretation.staccato and any(
            decoration.name == "staccato" for decoration in decorations
        )


@lru_cache(maxsize=4096)
def _midi_number(
    step: str, octave: int, alter_numerator: int, alter_denominator: int, transpose: int
) -> Fraction | None:
    """Return the MIDI note number of a pitch; None when MIDI has no such pitch."""
    pitch = Pitch(step, Fraction(alter_numerator, alter_denominator), octave)
    number = pitch.midi_number + transpose
    return number if 0 <= number <= _HIGHEST_PITCH else None
