"""What a score plays, apart from how it is written: for proving that an edit kept the music."""

from collections.abc import Iterator
from fractions import Fraction

from abcstudio.notation.score import (
    BarLine,
    Chord,
    Element,
    Note,
    PartLabel,
    Rest,
    Score,
    Tempo,
    TempoChange,
    TransposeChange,
    VariantEnding,
)

ONE = Fraction(1)
Sound = tuple[object, ...]


def sound_of(score: Score, *, stretch: Fraction = ONE) -> Sound:
    """Return a value that is equal for two scores that play the same notes at the same times.

    It holds every note with grace notes and ties, rests, repeats, endings, parts and tempos, voice
    by voice; not the keys, meters, plain bar lines and line breaks, which are how it is written.

    Args:
        score: Any score.
        stretch: What every written length is multiplied by; with 2, a score equals its copy in
            notes of double length at twice the tempo.
    """
    voices = tuple(
        (
            voice.voice_id,
            voice.transpose,
            tuple(played for element in voice.elements for played in _played(element, stretch)),
        )
        for voice in score.voices
    )
    return (_tempo(score.tempo, stretch), score.part_order, voices)


def _played(element: Element, stretch: Fraction) -> Iterator[Sound]:
    if isinstance(element, Chord):
        grace = element.grace_notes
        yield (
            element.onset * stretch,
            element.duration * stretch,
            tuple(_note(note, stretch) for note in element.notes),
            tuple(note.pitch.midi_number for note in grace.notes) if grace else (),
        )
    elif isinstance(element, Rest):
        yield (element.onset * stretch, element.duration * stretch, element.visible)
    elif isinstance(element, BarLine):
        # `::` is the same as `:|` and `|:`.
        if element.closes_repeat:
            yield ("repeat closed", element.closes_repeat)
        if element.opens_repeat:
            yield ("repeat opened", element.opens_repeat)
    elif isinstance(element, VariantEnding):
        yield ("ending", element.passes)
    elif isinstance(element, PartLabel):
        yield ("part", element.label)
    elif isinstance(element, TransposeChange):
        yield ("transpose", element.semitones)
    elif isinstance(element, TempoChange):
        yield ("tempo", _tempo(element.tempo, stretch))


def _note(note: Note, stretch: Fraction) -> Sound:
    return (note.pitch.midi_number, note.duration * stretch, note.tied)


def _tempo(tempo: Tempo | None, stretch: Fraction) -> Sound | None:
    if tempo is None:
        return None
    rate = tempo.beats_per_minute
    quarters = None if rate is None else rate * tempo.beat_duration * 4 * stretch
    return (quarters, tempo.text)
