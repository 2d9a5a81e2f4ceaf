"""Notes of a chord that last longer or shorter than it does, written as voices of their own.

A MusicXML chord has one duration. ABC 2.1, 4.17 lets each note of a chord have its own, and then
the chord lasts as its first note.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_durations import Clock, written
from abcstudio.interchange.musicxml_note import add_move, add_note, add_value
from abcstudio.interchange.xml_text import add
from abcstudio.notation.score import Chord, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLength:
    """What is still to be written of such a note, from `onset` in the measure on.

    Attributes:
        is_held: A tie leads to it.
        is_tied: A tie leads on from it.
        is_cut: Its beginning stands in the measure before.
    """

    onset: Fraction
    duration: Fraction
    note: Note
    chord: Chord
    is_held: bool
    is_tied: bool
    is_cut: bool = False

    @staticmethod
    def of(note: Note, chord: Chord, onset: Fraction, is_held: bool) -> "OtherLength":
        """Return the whole of a note."""
        return OtherLength(
            onset=onset,
            duration=note.duration,
            note=note,
            chord=chord,
            is_held=is_held,
            is_tied=note.tied,
        )

    def at_measure_end(self, length: Fraction) -> tuple["OtherLength", "OtherLength | None"]:
        """Return what sounds in a measure of this length, and what goes on in the next."""
        room = length - self.onset
        if self.duration <= room:
            return self, None
        if room <= 0:
            return replace(self, duration=Fraction(0)), replace(self, onset=Fraction(0))
        rest = replace(
            self, onset=Fraction(0), duration=self.duration - room, is_held=True, is_cut=True
        )
        return replace(self, duration=room, is_tied=True), rest


def lanes(notes: Iterable[OtherLength]) -> list[list[OtherLength]]:
    """Return notes in as few rows as can be in which none overlaps another."""
    rows: list[list[OtherLength]] = []
    for note in sorted(notes, key=lambda note: note.onset):
        for row in rows:
            if row[-1].onset + row[-1].duration <= note.onset:
                row.append(note)
                break
        else:
            rows.append([note])
    return rows


def write_lane(
    measure: Element, lane: Iterable[OtherLength], voice: int, clock: Clock, place: Fraction
) -> Fraction:
    """Add a row of notes as a voice; return the place in the measure where it ends."""
    for other in lane:
        add_move(measure, clock, place, other.onset)
        place = other.onset
        value = written(other.duration, other.chord)
        last = len(value.parts) - 1
        for index, part in enumerate(value.parts):
            ticks = clock.place(place + part.duration) - clock.place(place)
            place += part.duration
            if not ticks:
                continue
            ties = [
                *(["stop"] if index > 0 or other.is_held else []),
                *(["start"] if index < last or other.is_tied else []),
            ]
            element = add_note(
                measure,
                other.note.pitch,
                ticks=ticks,
                voice=voice,
                ties=ties,
                is_chord_member=False,
            )
            is_first = index == 0 and not other.is_cut
            add_value(element, value, part, other.note if is_first else None)
            if ties:
                notations = add(element, "notations")
                for kind in ties:
                    add(notations, "tied", type=kind)
    return place
