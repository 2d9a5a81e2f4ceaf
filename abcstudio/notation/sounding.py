"""What a score plays, apart from how it is written: for proving that an edit kept the music."""

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
            tuple(
                played
                for element in voice.elements
                if (played := _played(element, stretch)) is not None
            ),
        )
        for voice in score.voices
    )
    return (_tempo(score.tempo, stretch), score.part_order, voices)


def _played(element: Element, stretch: Fraction) -> Sound | None:
    if isinstance(element, Chord):
        grace = element.grace_notes
        return (
            element.onset * stretch,
            element.duration * stretch,
            tuple(_note(note, stretch) for note in element.notes),
            tuple(note.pitch.midi_number for note in grace.notes) if grace else (),
        )
    if isinstance(element, Rest):
        return (element.onset * stretch, element.duration * stretch, element.visible)
    if isinstance(element, BarLine) and (element.closes_repeat or element.opens_repeat):
        return ("repeat", element.closes_repeat, element.opens_repeat)
    if isinstance(element, VariantEnding):
        return ("ending", element.passes)
    if isinstance(element, PartLabel):
        return ("part", element.label)
    if isinstance(element, TempoChange):
        return ("tempo", _tempo(element.tempo, stretch))
    return None


def _note(note: Note, stretch: Fraction) -> Sound:
    return (note.pitch.midi_number, note.duration * stretch, note.tied)


def _tempo(tempo: Tempo | None, stretch: Fraction) -> Sound | None:
    if tempo is None:
        return None
    rate = tempo.beats_per_minute
    quarters = None if rate is None else rate * tempo.beat_duration * 4 * stretch
    return (quarters, tempo.text)
