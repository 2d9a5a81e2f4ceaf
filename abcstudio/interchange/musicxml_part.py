"""One staff as a MusicXML part: its voice, the overlays over it, and its bar lines."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from xml.etree.ElementTree import Element as XmlElement

from abcstudio.interchange.musicxml_attributes import add_attributes
from abcstudio.interchange.musicxml_beside import OtherLength, lanes, write_lane
from abcstudio.interchange.musicxml_durations import Clock
from abcstudio.interchange.musicxml_marks import add_tempo
from abcstudio.interchange.musicxml_note import add_move
from abcstudio.interchange.musicxml_repeats import RepeatPlaces
from abcstudio.interchange.musicxml_staves import PartStaff
from abcstudio.interchange.musicxml_voice import VoiceWriter, add_change
from abcstudio.interchange.xml_text import add
from abcstudio.notation.measures.columns import Cell, Column
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.score import (
    BarLine,
    Chord,
    ClefChange,
    Element,
    KeyChange,
    MeterChange,
    PartLabel,
    Rest,
    Score,
    TempoChange,
    TransposeChange,
    VariantEnding,
    Voice,
)
from abcstudio.stopping import stoppable

_ZERO = Fraction(0)
_STYLES = {
    "double": "light-light", "thin-thick": "light-heavy", "thick-thin": "heavy-light",
    "dotted": "dotted", "invisible": "none",
}  # fmt: skip
_MAX_PASSES = 32


class PartWriter:
    """Writes one part column by column."""

    def __init__(
        self,
        part: XmlElement,
        score: Score,
        staff: PartStaff,
        first_row: int,
        repeats: RepeatPlaces,
    ) -> None:
        self._part = part
        self._score = score
        self._staff = staff
        self._voice = staff.voices[0]
        self._first_row = first_row
        self._repeats = repeats
        every = [*staff.voices, *(voice for over in staff.overlays for voice in over)]
        elements = (element for voice in every for element in voice.elements)
        self._clock = Clock(stoppable(elements))
        self._writers = [
            VoiceWriter(voice, number, self._clock)
            for number, voice in enumerate(staff.voices, start=1)
        ]
        number = len(self._writers)
        self._overlays: list[list[tuple[VoiceWriter, dict[Fraction, tuple[Element, ...]]]]] = []
        for voice, over in zip(staff.voices, staff.overlays, strict=True):
            self._overlays.append([])
            for overlay in over:
                number += 1
                music = _overlay_music(overlay, voice, score)
                self._overlays[-1].append((VoiceWriter(overlay, number, self._clock), music))
        self._voice_count = number
        self._going_on: list[OtherLength] = []

    def write(self, column: Column, number: str, is_implicit: bool) -> None:
        """Add a column as a measure."""
        is_first = len(self._part) == 0
        implicit = "yes" if is_implicit else None
        measure = add(self._part, "measure", number=number, implicit=implicit)
        if column.breaks_before and self._first_row == 0:
            add(measure, "print", new_system="yes")
        onset, stop = _bounds(column)
        _add_left(measure, column, is_first, onset in self._repeats.begins)
        cells = self._cells(column)
        self._changes(measure, cells[0], is_first)
        self._music(measure, cells, duration_of(column))
        _add_right(measure, column, stop in self._repeats.leads_on)

    def has_music(self, column: Column) -> bool:
        """Return whether a voice of this part has not ended before a column."""
        return any(cell is not None for cell in self._cells(column))

    def _cells(self, column: Column) -> list[Cell | None]:
        rows = range(self._first_row, self._first_row + len(self._writers))
        return [column.cells[row] if column.cells else None for row in rows]

    def _changes(self, measure: XmlElement, cell: Cell | None, is_first: bool) -> None:
        """Add what holds from a measure's start on: attributes in one element, then directions."""
        key = self._score.key if is_first else None
        meter = self._score.meter if is_first else None
        clef = self._voice.clef if is_first else None
        transpose = (self._voice.transpose or None) if is_first else None
        directions: list[Element] = []
        for change in cell.changes if cell is not None else ():
            if isinstance(change, KeyChange):
                key = change.key
            elif isinstance(change, MeterChange):
                meter = change.meter
            elif isinstance(change, ClefChange):
                clef = change.clef
            elif isinstance(change, TransposeChange):
                transpose = change.semitones
            elif isinstance(change, TempoChange | PartLabel) and self._first_row == 0:
                directions.append(change)
        add_attributes(
            measure,
            divisions=self._clock.divisions if is_first else 0,
            key=key,
            meter=meter,
            clef=clef,
            transpose=transpose,
            lines=self._voice.staff_lines if is_first else 0,
            is_shown=self._staff.is_shown or not is_first,
        )
        if is_first and self._first_row == 0 and self._score.tempo is not None:
            add_tempo(measure, self._score.tempo)
        for change in directions:
            add_change(measure, change)

    def _music(self, measure: XmlElement, cells: Sequence[Cell | None], length: Fraction) -> None:
        """Add the voices one after another, each from the start of the measure.

        Notes of chords on their own come last; what is shorter than the rest is filled up.
        """
        place, longest = _ZERO, _ZERO
        others = list(self._going_on)
        for writer, cell, overlays in zip(self._writers, cells, self._overlays, strict=True):
            if cell is None:
                continue
            fills = cell.is_full and cell.measure.duration == cell.measure.expected
            voices = [(writer, cell.music, fills)]
            for over, music in overlays:
                if cell.measure.onset in music:
                    voices.append((over, music[cell.measure.onset], False))
            for voice, elements, is_full in voices:
                add_move(measure, self._clock, place, _ZERO)
                voice.write(measure, elements, is_full)
                place = voice.place
                longest = max(longest, place)
                others.extend(voice.other_lengths)
        longest = longest or length
        cut = [other.at_measure_end(longest) for other in others]
        self._going_on = [later for _, later in cut if later is not None]
        rows = lanes(now for now, _ in cut if now.duration)
        for number, row in enumerate(rows, start=self._voice_count + 1):
            place = write_lane(measure, row, number, self._clock, place)
        add_move(measure, self._clock, place, max(place, longest))


def duration_of(column: Column) -> Fraction:
    """Return how long the first voice that has notes in a column sounds there."""
    cell = next((cell for cell in column.cells if cell is not None), None)
    timed = [e for e in cell.music if isinstance(e, Chord | Rest)] if cell is not None else []
    return timed[-1].onset + timed[-1].duration - timed[0].onset if timed else _ZERO


def _bounds(column: Column) -> tuple[Fraction | None, Fraction | None]:
    """Return when the first voice's notes in a column begin and end; None where it has none."""
    cell = column.cells[0] if column.cells else None
    timed = [e for e in cell.music if isinstance(e, Chord | Rest)] if cell is not None else []
    if not timed:
        return None, None
    return timed[0].onset, timed[-1].onset + timed[-1].duration


def _overlay_music(
    overlay: Voice, main: Voice, score: Score
) -> dict[Fraction, tuple[Element, ...]]:
    """Return an overlay's measures by the onset of the main voice's; silent ones are left out."""
    mains = [measure.onset for measure in split_measures(main, score.meter)]
    measures = split_measures(overlay, score.meter)
    found: dict[Fraction, tuple[Element, ...]] = {}
    for index, measure in enumerate(measures):
        is_seen = any(
            isinstance(e, Chord) or (isinstance(e, Rest) and e.visible) for e in measure.elements
        )
        if not is_seen or not mains:
            continue
        place = index
        if len(mains) != len(measures):
            place = max(0, bisect_right(mains, measure.onset) - 1)
        music = tuple(e for e in measure.elements if isinstance(e, Chord | Rest))
        found[mains[place]] = found.get(mains[place], ()) + music
    return found


def _add_left(measure: XmlElement, column: Column, is_first: bool, is_repeated_from: bool) -> None:
    left, ending = column.left, column.ending
    opens = is_repeated_from or (left is not None and left.opens_repeat > 0)
    is_drawn = is_first and left is not None and left.style in ("double", "thick-thin")
    if not (opens or is_drawn or ending):
        return
    element = add(measure, "barline", location="left")
    if opens:
        add(element, "bar-style", "heavy-light")
    elif is_drawn and left is not None:
        add(element, "bar-style", _STYLES[left.style])
    if ending is not None:
        _add_ending(element, ending, "start")
    if opens:
        add(element, "repeat", direction="forward")


def _add_right(measure: XmlElement, column: Column, leads_on: bool) -> None:
    right = column.right
    closes = right.closes_repeat if right is not None and not leads_on else 0
    style = "light-heavy" if closes else _right_style(right)
    if not (style or column.closes_ending):
        return
    element = add(measure, "barline", location="right")
    if style:
        add(element, "bar-style", style)
    if column.closed_ending is not None:
        is_closed = style in ("light-heavy", "light-light", "heavy-light")
        _add_ending(element, column.closed_ending, "stop" if is_closed else "discontinue")
    if closes:
        times = min(closes, _MAX_PASSES - 1) + 1
        add(element, "repeat", direction="backward", times=times if times > 2 else None)


def _right_style(right: BarLine | None) -> str:
    if right is None:
        return "none"
    return "" if right.opens_repeat else _STYLES.get(right.style, "")


def _add_ending(element: XmlElement, ending: VariantEnding, kind: str) -> None:
    numbers = ", ".join(str(number) for number in ending.passes if number > 0)
    add(element, "ending", numbers if kind == "start" else None, number=numbers or " ", type=kind)
