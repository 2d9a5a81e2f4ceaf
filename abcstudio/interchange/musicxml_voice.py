"""One voice as MusicXML, measure by measure."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from xml.etree.ElementTree import Element as XmlElement

from abcstudio.interchange.musicxml_attributes import add_attributes
from abcstudio.interchange.musicxml_beside import OtherLength
from abcstudio.interchange.musicxml_durations import Clock, WrittenDuration, WrittenPart, written
from abcstudio.interchange.musicxml_harmony import add_harmony
from abcstudio.interchange.musicxml_marks import (
    add_annotation,
    add_directions_after,
    add_directions_before,
    add_note_marks,
    add_part_label,
    add_tempo,
    add_words,
)
from abcstudio.interchange.musicxml_note import (
    add_accidental,
    add_move,
    add_note,
    add_pitch,
    add_value,
)
from abcstudio.interchange.musicxml_spans import (
    beams,
    slur_ends,
    tie_stops,
    tuplet_ends,
)
from abcstudio.interchange.xml_text import add
from abcstudio.notation.measures.held_syllables import held_syllables
from abcstudio.notation.score import (
    Chord,
    ClefChange,
    Element,
    GraceNotes,
    KeyChange,
    MeterChange,
    PartLabel,
    Rest,
    Syllable,
    TempoChange,
    TimedElement,
    TransposeChange,
    Voice,
)
from abcstudio.stopping import stoppable

_ZERO = Fraction(0)
_HALVES = {"whole": "half", "breve": "whole"}


class VoiceWriter:
    """Writes one voice; ties, slurs and hyphens go on from measure to measure.

    Attributes:
        place: How far the measure that is being written has come, in whole notes.
        other_lengths: Notes of the measure's chords that do not fit beside their neighbours.
    """

    def __init__(self, voice: Voice, number: int, clock: Clock) -> None:
        self.number = number
        self.place = _ZERO
        self.other_lengths: list[OtherLength] = []
        self._clock = clock
        self._is_overlay = voice.overlay_of is not None
        self._tie_stops = tie_stops(voice)
        self._slurs = slur_ends(voice)
        held = held_syllables(voice)
        self._extended = {id(each.syllable): each.after is not None for each in held}
        self._extension_ends: dict[int, list[int]] = {}
        for each in held:
            if each.after is not None:
                self._extension_ends.setdefault(id(each.last), []).append(each.syllable.verse)
        self._hyphens: dict[int, bool] = {}
        self._tuplets: dict[int, tuple[str, ...]] = {}
        self._beams: dict[int, tuple[str, ...]] = {}

    def write(self, measure: XmlElement, music: Sequence[Element], fills_measure: bool) -> None:
        """Add the notes of one measure; with `fills_measure` a lone rest is a measure's rest."""
        self.place = _ZERO
        self.other_lengths = []
        self._tuplets = tuplet_ends(music)
        self._beams = beams(stoppable(music))
        timed = [element for element in music if isinstance(element, Chord | Rest)]
        is_alone = len(timed) == 1
        for element in stoppable(music):
            if isinstance(element, Chord):
                self._chord(measure, element)
            elif isinstance(element, Rest):
                fills = is_alone and fills_measure
                self._rest(measure, element, _rest_written(element, is_alone, fills), fills)
            else:
                add_change(measure, element)

    def _rest(
        self, measure: XmlElement, rest: Rest, value: WrittenDuration, is_measure_rest: bool
    ) -> None:
        if self._is_overlay and not rest.visible:
            add_move(measure, self._clock, self.place, self.place + rest.duration)
            self.place += rest.duration
            return
        self._before(measure, rest)
        parts = value.parts
        for index, part in enumerate(parts):
            ticks = self._advance(part.duration)
            if not ticks:
                continue
            note = add(measure, "note", print_object=None if rest.visible else "no")
            add(note, "rest", measure="yes" if is_measure_rest else None)
            add(note, "duration", ticks)
            add(note, "voice", self.number)
            add_value(note, value, part)
            self._notations(note, rest, index == 0, index == len(parts) - 1)
        add_directions_after(measure, rest.decorations)

    def _advance(self, duration: Fraction) -> int:
        """Go on by a duration and return it in divisions."""
        before = self._clock.place(self.place)
        self.place += duration
        return self._clock.place(self.place) - before

    def _chord(self, measure: XmlElement, chord: Chord) -> None:
        together = [note for note in chord.notes if note.duration == chord.duration]
        for note in chord.notes:
            if note.duration != chord.duration:
                is_held = id(note) in self._tie_stops
                self.other_lengths.append(OtherLength.of(note, chord, self.place, is_held))
        self._before(measure, chord)
        if chord.grace_notes is not None:
            self._grace(measure, chord.grace_notes)
        value = written(chord.duration, chord)
        last = len(value.parts) - 1
        for index, part in enumerate(value.parts):
            ticks = self._advance(part.duration)
            for head, note in enumerate(together if ticks else ()):
                ties = [
                    *(["stop"] if index > 0 or id(note) in self._tie_stops else []),
                    *(["start"] if index < last or note.tied else []),
                ]
                element = add_note(
                    measure,
                    note.pitch,
                    ticks=ticks,
                    voice=self.number,
                    ties=ties,
                    is_chord_member=head > 0,
                )
                add_value(element, value, part, note if index == 0 else None, chord.decorations)
                if head == 0:
                    for level, beam in enumerate(self._beams.get(id(chord), ()), start=1):
                        add(element, "beam", beam, number=level)
                is_first, is_last = index == 0 and head == 0, index == last and head == 0
                self._notations(element, chord, is_first, is_last, ties)
                if is_first:
                    self._lyrics(element, chord)
        add_directions_after(measure, chord.decorations)

    def _before(self, measure: XmlElement, element: TimedElement) -> None:
        """Add what stands before a note and is no part of it."""
        for symbol in element.chord_symbols:
            if not add_harmony(measure, symbol.text):
                add_words(measure, symbol.text)
        for annotation in element.annotations:
            add_annotation(measure, annotation)
        add_directions_before(measure, element.decorations)

    def _grace(self, measure: XmlElement, grace: GraceNotes) -> None:
        sizes = grace.chord_sizes or (1,) * len(grace.notes)
        notes = iter(grace.notes)
        for index, size in enumerate(sizes):
            for place, note in enumerate(islice(notes, size)):
                element = add(measure, "note")
                add(element, "grace", slash="yes" if grace.slashed else None)
                if place:
                    add(element, "chord")
                add_pitch(element, note.pitch)
                add(element, "voice", self.number)
                add(element, "type", "16th" if len(sizes) > 1 else "eighth")
                add_accidental(element, note, {})
                if len(sizes) > 1 and not place:
                    is_last = index == len(sizes) - 1
                    value = "end" if is_last else "continue" if index else "begin"
                    add(element, "beam", value, number=1)
                    add(element, "beam", value, number=2)

    def _notations(
        self,
        element: XmlElement,
        timed: TimedElement,
        is_first: bool,
        is_last: bool,
        ties: Sequence[str] = (),
    ) -> None:
        """Add the notations of one of the notes that an element is written with."""
        notations = add(element, "notations")
        for kind in ties:
            add(notations, "tied", type=kind)
        slurs = self._slurs.get(id(timed))
        ends = self._tuplets.get(id(timed), ())
        if slurs is not None and is_last:
            for number in slurs.stops:
                add(notations, "slur", type="stop", number=number)
        if slurs is not None and is_first:
            for number in slurs.starts:
                add(notations, "slur", type="start", number=number)
        if is_first and "start" in ends:
            add(notations, "tuplet", type="start", number=1)
        if is_last and "stop" in ends:
            add(notations, "tuplet", type="stop", number=1)
        if is_first:
            add_note_marks(notations, timed.decorations)
        if not len(notations):
            element.remove(notations)

    def _lyrics(self, element: XmlElement, chord: Chord) -> None:
        for syllable in sorted(chord.syllables, key=lambda syllable: syllable.verse):
            if syllable.text.strip() and not syllable.extender:
                self._lyric(element, syllable)
        for verse in self._extension_ends.get(id(chord), ()):
            add(add(element, "lyric", number=verse), "extend", type="stop")

    def _lyric(self, element: XmlElement, syllable: Syllable) -> None:
        after_hyphen = self._hyphens.get(syllable.verse, False)
        self._hyphens[syllable.verse] = syllable.hyphen
        kinds = {(False, True): "begin", (True, True): "middle", (True, False): "end"}
        lyric = add(element, "lyric", number=syllable.verse)
        add(lyric, "syllabic", kinds.get((after_hyphen, syllable.hyphen), "single"))
        add(lyric, "text", syllable.text)
        if id(syllable) in self._extended:
            # Without its end a line goes on to the next syllable or the end of the voice.
            has_end = self._extended[id(syllable)]
            add(lyric, "extend", type="start" if has_end else None)


def _rest_written(rest: Rest, is_alone: bool, fills_measure: bool) -> WrittenDuration:
    """Return how to write a rest; a measure's rest has no value of its own.

    A whole rest alone in a measure that it does not fill is written as two halves, since readers
    take it for a measure's rest.
    """
    if fills_measure:
        return WrittenDuration((WrittenPart("", 0, rest.duration, 0),), 1, 1)
    value = written(rest.duration, rest)
    first = value.parts[0]
    if is_alone and len(value.parts) == 1 and not first.dots and first.type in _HALVES:
        half = WrittenPart(_HALVES[first.type], 0, first.duration / 2, 0)
        return WrittenDuration((half, half), value.actual, value.normal)
    return value


def add_change(measure: XmlElement, element: Element) -> None:
    """Add what changes from here on; other elements of no length are written elsewhere."""
    if isinstance(element, KeyChange):
        add_attributes(measure, key=element.key)
    elif isinstance(element, MeterChange):
        add_attributes(measure, meter=element.meter)
    elif isinstance(element, ClefChange):
        add_attributes(measure, clef=element.clef)
    elif isinstance(element, TransposeChange):
        add_attributes(measure, transpose=element.semitones)
    elif isinstance(element, TempoChange):
        add_tempo(measure, element.tempo)
    elif isinstance(element, PartLabel):
        add_part_label(measure, element.label)
