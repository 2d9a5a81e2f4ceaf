"""The element at a place of a tune in words, as a screen reader speaks it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from abcstudio.messages import Phrase
from abcstudio.notation.explaining.pitch_words import tonic_words
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.measures.measure_at import Located, MeasurePlaces, measure_head
from abcstudio.notation.note_values import NoteValue, note_values
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import (
    BarLine,
    Chord,
    ClefChange,
    Decoration,
    Element,
    GraceNotes,
    KeyChange,
    MeterChange,
    Note,
    PartLabel,
    Rest,
    TempoChange,
    TransposeChange,
    Tuplet,
    VariantEnding,
)

_ALTERS = {
    Fraction(1): "reading.sharp", Fraction(-1): "reading.flat",
    Fraction(2): "reading.double-sharp", Fraction(-2): "reading.double-flat",
}  # fmt: skip
_KINDS: dict[tuple[Fraction | int, ...], str] = {
    (0, 4, 7): "major", (0, 3, 7): "minor", (0, 3, 6): "diminished", (0, 4, 8): "augmented",
    (0, 4, 7, 10): "seventh", (0, 4, 10): "seventh", (0, 4, 7, 11): "major-seventh",
    (0, 3, 7, 10): "minor-seventh", (0, 3, 6, 10): "half-diminished",
    (0, 3, 6, 9): "diminished-seventh",
}  # fmt: skip
# Another note of these makes another chord of them, so only the lowest can be the root.
_KINDS_ON_BASS: dict[tuple[Fraction | int, ...], str] = {
    (0, 7): "fifth", (0, 2, 7): "suspended-second", (0, 5, 7): "suspended-fourth"
}  # fmt: skip


def spoken_pitch(pitch: Pitch) -> Phrase:
    """Return a pitch without its octave: "F sharp"."""
    step = Phrase(f"reading.step-{pitch.step}")
    alter = pitch.alter
    if alter == 0:
        return step
    if alter in _ALTERS:
        return Phrase(_ALTERS[alter], {"step": step})
    way = "reading.raised" if alter > 0 else "reading.lowered"
    return Phrase(way, {"step": step, "amount": abs(alter)})


def chord_name(pitches: Sequence[Pitch]) -> Phrase | None:
    """Return the name of a chord whose notes rise; None where it has none.

    The lowest note is the root where that makes a chord, else another note over it.
    """
    bass = pitches[0]
    for root in pitches:
        sounding = _semitones_above(root, pitches)
        kind = _KINDS.get(sounding)
        if kind is None and root is bass:
            kind = _KINDS_ON_BASS.get(sounding)
        if kind is not None:
            name = Phrase(f"reading.chord-{kind}", {"root": spoken_pitch(root)})
            if (root.step, root.alter) == (bass.step, bass.alter):
                return name
            return Phrase("reading.chord-over", {"name": name, "bass": spoken_pitch(bass)})
    return None


def _semitones_above(root: Pitch, pitches: Sequence[Pitch]) -> tuple[Fraction, ...]:
    return tuple(sorted({(pitch.midi_number - root.midi_number) % 12 for pitch in pitches}))


_LONGEST, _SHORTEST = 8, 128
_DOTS = ("", "reading.dotted", "reading.double-dotted", "reading.triple-dotted")
_BAR_LINES = {
    "single": "reading.bar-line", "double": "reading.bar-line-double",
    "thin-thick": "reading.bar-line-final", "thick-thin": "reading.bar-line-heavy",
    "dotted": "reading.bar-line-dotted", "invisible": "reading.bar-line-invisible",
}  # fmt: skip
_DECORATIONS = {
    "crescendo(": "crescendo-begins", "crescendo)": "crescendo-ends",
    "diminuendo(": "diminuendo-begins", "diminuendo)": "diminuendo-ends",
    "invertedfermata": "fermata", "irishroll": "roll",
    **{
        name: name
        for name in (
            "trill", "roll", "turn", "staccato", "tenuto", "accent", "marcato", "fermata", "upbow",
            "downbow", "lowermordent", "uppermordent", "arpeggio", "slide", "breath", "segno",
            "coda", "fine",
        )
    },
}  # fmt: skip


def reading_at(places: MeasurePlaces, offset: int) -> tuple[Phrase, ...]:
    """Return the element at a place of the text in words, part by part.

    First comes where it is, as in "measure 3, beat 2", then what: "G, eighth". Where nothing
    stands that could be read, one part says so.
    """
    located = places.element_at(offset)
    if located is None:
        return (Phrase("reading.nothing"),)
    element = located.element
    if isinstance(element, BarLine):
        return (*_bar_line(element), *_after(places, located))
    return (*_where(places, located), *_words(element, located))


def _where(places: MeasurePlaces, located: Located) -> tuple[Phrase, ...]:
    place = places.measure_of(located)
    if place is None:
        return ()
    # How many measures there are is no news from note to note.
    return tuple(
        Phrase("place.measure", {"number": part.parameters["number"]})
        if part.message_id == "place.measure-of"
        else part
        for part in measure_head(place)
    )


def _after(places: MeasurePlaces, located: Located) -> tuple[Phrase, ...]:
    place = places.measure_of(located)
    if place is None:
        return ()
    if place.number == 0:
        return (Phrase("reading.after-pickup"),)
    return (Phrase("reading.after-measure", {"number": place.last_number}),)


def _words(element: Element, located: Located) -> Iterator[Phrase]:
    if isinstance(element, (Chord, Rest)):
        yield from _timed(element, located)
    elif isinstance(element, KeyChange):
        yield _key(element.key)
    elif isinstance(element, MeterChange):
        yield _meter(element)
    elif isinstance(element, PartLabel):
        yield Phrase("reading.part", {"label": element.label})
    elif isinstance(element, TempoChange):
        yield Phrase("reading.tempo")
    elif isinstance(element, ClefChange):
        yield Phrase("reading.clef")
    elif isinstance(element, TransposeChange):
        yield Phrase("reading.transposed")
    elif not isinstance(element, VariantEnding):
        # An ending is part of where it is.
        yield Phrase("reading.directive")


def _timed(element: Chord | Rest, located: Located) -> Iterator[Phrase]:
    """Yield what is before the note, the note, and what is on it, in the order of playing."""
    if element.grace_notes is not None:
        yield _grace_notes(element.grace_notes)
    if isinstance(element, Chord):
        yield _notes(element.notes)
        yield _length(element.notated_duration)
    else:
        yield from _rest(element)
    if element.tuplet is not None and located.is_tuplet_start:
        yield _tuplet(element.tuplet)
    if isinstance(element, Chord) and any(note.tied for note in element.notes):
        yield Phrase("reading.tied")
    if element.slur_starts:
        yield Phrase("reading.slur-begins")
    if element.slur_ends:
        yield Phrase("reading.slur-ends")
    yield from map(_decoration, element.decorations)
    for symbol in element.chord_symbols:
        yield Phrase("reading.chord-symbol", {"text": symbol.text})
    for annotation in element.annotations:
        yield Phrase("reading.annotation", {"text": annotation.text})
    sung = " ".join(syllable.text for syllable in element.syllables if syllable.text)
    if sung:
        yield Phrase("reading.sung", {"text": sung})


def _notes(notes: Sequence[Note]) -> Phrase:
    if len(notes) == 1:
        return spoken_pitch(notes[0].pitch)
    pitches = sorted({note.pitch for note in notes}, key=lambda pitch: pitch.midi_number)
    words = _joined([spoken_pitch(pitch) for pitch in pitches], "reading.list")
    name = chord_name(pitches)
    if name is None:
        return Phrase("reading.chord", {"notes": words})
    return Phrase("reading.chord-named", {"name": name, "notes": words})


def _rest(rest: Rest) -> Iterator[Phrase]:
    if rest.measures == 1:
        yield Phrase("reading.rest-measure")
    elif rest.measures:
        yield Phrase("reading.rest-measures", {"count": rest.measures})
    else:
        yield Phrase("reading.rest" if rest.visible else "reading.hidden-rest")
        yield _length(rest.notated_duration)


def _length(length: Fraction) -> Phrase:
    """Return a length as note values: "dotted quarter", "half and eighth"."""
    values = note_values(length.numerator, length.denominator, _LONGEST, _SHORTEST)
    if not values or sum(value.duration for value in values) != length:
        return Phrase("reading.length-other", {"length": length})
    return _joined([_value(value) for value in values], "reading.length-sum")


def _value(value: NoteValue) -> Phrase:
    word = Phrase(f"reading.length-{value.base}")
    return Phrase(_DOTS[value.dots], {"length": word}) if value.dots else word


def _joined(parts: Sequence[Phrase], message_id: str) -> Phrase:
    """Return several phrases as one; the reader's limits keep them few."""
    joined = parts[-1]
    for part in reversed(parts[:-1]):
        joined = Phrase(message_id, {"first": part, "rest": joined})
    return joined


def _grace_notes(grace: GraceNotes) -> Phrase:
    words = _joined([spoken_pitch(note.pitch) for note in grace.notes], "reading.list")
    one = len(grace.notes) == 1
    return Phrase("reading.grace-note" if one else "reading.grace-notes", {"notes": words})


def _tuplet(tuplet: Tuplet) -> Phrase:
    if (tuplet.p, tuplet.q) == (3, 2):
        return Phrase("reading.triplet")
    return Phrase("reading.tuplet", {"p": tuplet.p, "q": tuplet.q})


def _decoration(decoration: Decoration) -> Phrase:
    known = _DECORATIONS.get(decoration.name)
    if known is None:
        return Phrase("reading.decoration", {"name": decoration.name})
    return Phrase(f"reading.decoration-{known}")


def _bar_line(bar_line: BarLine) -> tuple[Phrase, ...]:
    if bar_line.closes_repeat and bar_line.opens_repeat:
        return (Phrase("reading.repeat-ends-and-begins"),)
    if bar_line.closes_repeat:
        return (Phrase("reading.repeat-ends"),)
    if bar_line.opens_repeat:
        return (Phrase("reading.repeat-begins"),)
    return (Phrase(_BAR_LINES[bar_line.style]),)


def _key(key: KeySignature) -> Phrase:
    if not key.tonic or not key.mode:
        return Phrase("reading.no-key")
    mode = Phrase(f"explain.mode.{key.mode}")
    return Phrase("reading.key", {"tonic": tonic_words(key.tonic), "mode": mode})


def _meter(change: MeterChange) -> Phrase:
    meter = change.meter
    if meter.is_free:
        return Phrase("reading.free-meter")
    beats = "+".join(map(str, meter.beats))
    return Phrase("reading.meter", {"meter": f"{beats}/{meter.beat_unit}"})
