"""The notes of chosen measures as their contour needs them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from abcstudio.composing.clock.wishes import step_of
from abcstudio.composing.rewriting.kept import Kept
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.lexing.lexer import MUSIC
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.score import Chord, KeyChange, Note, Rest, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class MelodyNote:
    """A note, or the highest one of a chord.

    Attributes:
        place: Where its pitch stands in the tune's text.
        written: Its letter and marks.
        height: How high it is by these, key and accidentals, in semitones.
        heard: How high it sounds: clef and `octave=` applied too.
        key: The key at its place.
        altered: The letters, in capitals, that accidentals stand before, in the whole chord.
        is_kept: Its pitch stays.
        is_written: It is written anew.
    """

    place: int
    written: str
    height: Fraction
    heard: Fraction
    key: KeySignature
    altered: frozenset[str]
    is_kept: bool
    is_written: bool


def written_pitch(text: str, note: Note) -> str:
    """Return the letter and marks of a note, "" for one that a macro wrote."""
    match = MUSIC.match(text, note.span.start)
    return match["letter"] + match["marks"] if match and match["letter"] else ""


def height_of(written: str, alter: Fraction) -> Fraction:
    """Return how high a letter with its marks is, in semitones."""
    octave, step = divmod(step_of(written[0], written[1:]), len(STEPS))
    return Pitch(STEPS[step], alter, octave).midi_number


def melody_of(
    score: Score, timed: Sequence[Chord | Rest], free: Sequence[Chord | Rest], kept: Kept
) -> tuple[MelodyNote, ...]:
    """Return the melody of some elements of a tune.

    Args:
        score: The tune.
        timed: The elements; one may stand before them that is tied to the first.
        free: Those that may change.
        kept: What stays of them: with the rhythm, ties and chords do.
    """
    reader = _MelodyReader(score, [id(one) for one in free], kept)
    return tuple(note for one in timed for note in reader.notes(one))


def is_tied(chord: Chord) -> bool:
    """Return whether a tie leads from a chord to the next one."""
    return any(note.tied for note in chord.notes)


class _MelodyReader:
    def __init__(self, score: Score, free: Sequence[int], kept: Kept) -> None:
        self._score, self._free, self._kept = score, free, kept
        chords = [one for voice in score.voices for one in voice.elements if isinstance(one, Chord)]
        self._continued = {id(two) for one, two in pairwise(chords) if is_tied(one)}
        self._has_begun = False

    def notes(self, one: Chord | Rest) -> Iterator[MelodyNote]:
        """Yield the note of an element, if it has one of its own."""
        if not isinstance(one, Chord):
            return
        goes_on = id(one) in self._continued
        is_first, self._has_begun = not self._has_begun, True
        if goes_on and self._kept.rhythm and not is_first:
            return
        written = [(note, written_pitch(self._score.text, note)) for note in one.notes]
        note, pitch = max(written, key=lambda pair: pair[0].pitch.midi_number)
        if not pitch:
            return
        is_last = id(one) == self._free[-1]
        stays = len(written) > 1 or goes_on or (is_last and is_tied(one))
        is_written = id(one) in self._free and not (self._kept.rhythm and stays)
        yield MelodyNote(
            place=note.span.start,
            written=pitch,
            height=height_of(pitch, note.pitch.alter),
            heard=note.pitch.midi_number,
            key=key_at(self._score, note.span.start),
            altered=frozenset(text[0].upper() for each, text in written if each.accidental),
            is_kept=not is_written or (goes_on and is_first),
            is_written=is_written,
        )


def key_at(score: Score, place: int) -> KeySignature:
    """Return the key in force at a place of a tune's text."""
    changes = [
        one.key
        for voice in score.voices
        for one in voice.elements
        if isinstance(one, KeyChange) and one.span.start < place
    ]
    return changes[-1] if changes else score.key
