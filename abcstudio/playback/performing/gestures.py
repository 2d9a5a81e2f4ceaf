"""How each written note, chord or rest of a voice is played, whatever stands around it."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.score import Chord, GraceNotes, Note, Rest, TransposeChange, Voice
from abcstudio.notation.spans import Span
from abcstudio.playback.interpretation import Interpretation
from abcstudio.playback.performing.beats import length_in_parts
from abcstudio.playback.performing.context import Context
from abcstudio.playback.performing.dynamics import PLAIN_VELOCITY
from abcstudio.playback.performing.ornaments import Neighbour, ornament

_GAPS_IN_BEAT = 8


def sounding(
    length: int,
    ways: Collection[str],
    beat: int,
    interpretation: Interpretation,
    is_detached: bool = False,
) -> int:
    """Return how long a note is held, at least one part of a beat.

    Args:
        length: Until the next note, in parts of a beat.
        ways: How its decorations are played.
        beat: How many parts a beat has.
        interpretation: Which signs are heeded.
        is_detached: No slur leads on from it, in a voice that has slurs.
    """
    held = length
    if interpretation.slurs and is_detached and "tenuto" not in ways:
        held = length - min(length // 8, beat // _GAPS_IN_BEAT)
    if ways:
        if interpretation.staccato and "staccatissimo" in ways:
            held = length // 4
        elif interpretation.staccato and "staccato" in ways:
            held = length // 2
        if interpretation.breaths and "breath" in ways:
            held = min(held, length - min(length // 4, beat // 2))
        if interpretation.fermatas and "fermata" in ways:
            held = min(held, length - length // 8)
    return max(1, held)


GRACE = -1
"""The head of a stroke that plays a grace note."""

_GRACES_IN_BEAT = 8
_SLASHED_GRACES_IN_BEAT = 12
_SPREADS_IN_BEAT = 16
_HIGHEST_PITCH = 127


class Stroke(NamedTuple):
    """One sound of a gesture.

    Attributes:
        offset: Parts of a beat after the gesture's start; less than 0 before it.
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
    """The gestures of one voice."""

    def __init__(
        self,
        voice: Voice,
        parts: int,
        interpretation: Interpretation,
        contexts: Sequence[Context],
    ) -> None:
        """Remember a voice.

        Args:
            voice: One line of music.
            parts: How many parts a beat has.
            interpretation: What the player adds.
            contexts: Of each of its elements; none to play them as written.
        """
        self._transpose = voice.transpose
        self._transpositions = [(-1, voice.transpose)] + [
            (index, element.semitones)
            for index, element in enumerate(voice.elements)
            if isinstance(element, TransposeChange)
        ]
        self._parts = parts
        self._interpretation = interpretation
        self._contexts = contexts

    def of(
        self, element: Chord | Rest, index: int, after_tie: bool = False, room: int = 0
    ) -> Gesture:
        """Return how an element is played.

        Args:
            element: One of the voice's.
            index: Its place among them.
            after_tie: Leave out the grace notes that would part it from a tie.
            room: How much of the time before it grace notes may take; without any they take the
                element's own.
        """
        if len(self._transpositions) > 1:
            self._transpose = self._transposition_at(index)
        length = length_in_parts(element.duration, self._parts)
        if isinstance(element, Rest):
            return Gesture(length, ())
        if not self._contexts:
            return self._plain(element, length)
        context = self._contexts[index]
        strokes: list[Stroke] = []
        delay = 0
        lengths = [length_in_parts(note.duration, self._parts) for note in element.notes]
        shortest = min([length, *lengths])
        if element.grace_notes is not None and not after_tie:
            strokes, delay = self._grace_notes(element.grace_notes, shortest, room, context)
        heads: Iterable[int] = range(len(element.notes))
        spread = self._spread(element, shortest - delay, context) if context.ways else 0
        if spread:
            heads = _from_the_lowest(element)
        for place, head in enumerate(heads):
            strokes += self._note(element, head, length, delay + place * spread, context)
        return Gesture(length, tuple(strokes), any(note.tied for note in element.notes))

    def _plain(self, chord: Chord, length: int) -> Gesture:
        """Return the notes of a chord as written."""
        strokes = []
        is_tied = False
        for head, note in enumerate(chord.notes):
            own = length
            if note.duration is not chord.duration:
                own = length_in_parts(note.duration, self._parts)
            tied = None
            if note.tied:
                is_tied, tied = True, note.pitch
            number = self._number(note.pitch)
            if own > 0 and number is not None:
                strokes.append(Stroke(0, own, number, PLAIN_VELOCITY, note.span, head, tied))
        return Gesture(length, tuple(strokes), is_tied)

    def _note(
        self, chord: Chord, head: int, length: int, delay: int, context: Context
    ) -> list[Stroke]:
        """Return what one note of a chord becomes after a delay: itself or an ornament."""
        note = chord.notes[head]
        if note.duration is not chord.duration:
            length = length_in_parts(note.duration, self._parts)
        left = length - delay
        number = self._number(note.pitch)
        if left <= 0 or number is None:
            return []
        ways, velocity = context.ways, context.velocity
        # A note may outlast its chord; no ornament does.
        room = min(left, length_in_parts(chord.duration, self._parts) - delay)
        steps = ornament(ways, room, self._parts, self._interpretation) if ways else ()
        strokes = [
            Stroke(delay + step.offset, step.length, pitch, velocity, note.span, head, None)
            for step in steps[:-1]
            if (pitch := self._neighbour(note, number, step.neighbour, context.key)) is not None
        ]
        offset = steps[-1].offset if steps else 0
        held = left - offset
        tied = note.pitch if note.tied else None
        if tied is None and (ways or context.is_detached):
            held = sounding(held, ways, self._parts, self._interpretation, context.is_detached)
        strokes.append(Stroke(delay + offset, held, number, velocity, note.span, head, tied))
        return strokes

    def _neighbour(
        self, note: Note, number: Fraction, neighbour: Neighbour, key: KeySignature
    ) -> Fraction | None:
        if neighbour is Neighbour.MAIN:
            return number
        if neighbour is Neighbour.UNDER:
            return number - 1 if number >= 1 else None
        place = note.pitch.diatonic + (1 if neighbour is Neighbour.ABOVE else -1)
        step = STEPS[place % len(STEPS)]
        return self._number(Pitch(step, key.alter_of(step), place // len(STEPS)))

    def _transposition_at(self, index: int) -> int:
        place = bisect_right(self._transpositions, index, key=itemgetter(0))
        return self._transpositions[place - 1][1]

    def _number(self, pitch: Pitch) -> Fraction | None:
        alter = pitch.alter
        return _midi_number(
            pitch.step, pitch.octave, alter.numerator, alter.denominator, self._transpose
        )

    def _grace_notes(
        self, graces: GraceNotes, length: int, room: int, context: Context
    ) -> tuple[list[Stroke], int]:
        """Return grace notes, and by how much they delay the chord after them."""
        count = len(graces.notes)
        if not count or not self._interpretation.grace_notes:
            return [], 0
        each = context.graces.each(length, count, self._parts)
        if each is None:
            shortest = _SLASHED_GRACES_IN_BEAT if graces.slashed else _GRACES_IN_BEAT
            each = min(self._parts // shortest, length // (2 * count))
        if room:
            each = min(each, room // count)
        if each <= 0:
            return [], 0
        begin = -each * count if room else 0
        strokes = [
            Stroke(begin + place * each, each, number, context.velocity, note.span, GRACE, None)
            for place, note in enumerate(graces.notes)
            if (number := self._number(note.pitch)) is not None
        ]
        return strokes, begin + each * count

    def _spread(self, chord: Chord, length: int, context: Context) -> int:
        """Return how much later each further note of a broken chord enters; 0 when it is not."""
        if "arpeggio" not in context.ways or not self._interpretation.arpeggios:
            return 0
        return max(0, min(self._parts // _SPREADS_IN_BEAT, length // (2 * len(chord.notes))))


def _from_the_lowest(chord: Chord) -> list[int]:
    """Return the places of a chord's notes from the lowest to the highest."""
    return sorted(range(len(chord.notes)), key=lambda head: chord.notes[head].pitch.midi_number)


@lru_cache(maxsize=4096)
def _midi_number(
    step: str, octave: int, alter_numerator: int, alter_denominator: int, transpose: int
) -> Fraction | None:
    """Return the MIDI note number of a pitch; None when MIDI has no such pitch."""
    pitch = Pitch(step, Fraction(alter_numerator, alter_denominator), octave)
    number = pitch.midi_number + transpose
    return number if 0 <= number <= _HIGHEST_PITCH else None
