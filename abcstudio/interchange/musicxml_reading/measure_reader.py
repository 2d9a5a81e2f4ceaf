"""One measure of a MusicXML part: its notes by voice, and what stands between them."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element

from abcstudio.errors import MusicXmlError
from abcstudio.interchange.musicxml_reading.attributes_reader import (
    clef_of,
    key_of,
    meter_of,
    semitones_of,
)
from abcstudio.interchange.musicxml_reading.direction_reader import (
    DirectionReader,
    ReadMark,
    tempo_value,
)
from abcstudio.interchange.musicxml_reading.harmony_reader import chord_symbol
from abcstudio.interchange.musicxml_reading.mark_placing import PlacedMark, place_marks
from abcstudio.interchange.musicxml_reading.note_signs import NoteSigns, head_of
from abcstudio.interchange.musicxml_reading.records import (
    Grace,
    Moment,
    ReadBar,
    ReadChange,
    ReadMeasure,
)
from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.interchange.musicxml_reading.values import (
    child_integer,
    child_words,
    decimal_of,
    integer,
    ratio_of,
    value_of,
    words_of,
)
from abcstudio.notation.limits import MAX_PASSES, MAX_REPEATS

_NUMBER = re.compile(r"\d{1,3}", re.ASCII)


def read_bar_line(element: Element, measure: ReadMeasure, remarks: Remarks) -> None:
    """Take a bar line at the left or right of a measure."""
    location = element.get("location", "right")
    if location not in ("left", "right"):
        remarks.note("other_sign")
        return
    bar = measure.left if location == "left" else measure.right
    bar.style = child_words(element, "bar-style") or bar.style
    bar.has_fermata |= element.find("fermata") is not None
    repeat, ending = element.find("repeat"), element.find("ending")
    if repeat is not None:
        _take_repeat(repeat, measure)
    if ending is not None:
        _take_ending(ending, bar, remarks)


def _take_repeat(repeat: Element, measure: ReadMeasure) -> None:
    if repeat.get("direction") == "backward":
        times = integer(repeat.get("times"), 2)
        measure.right.repeats = max(1, min(times - 1, MAX_REPEATS))
    elif repeat.get("direction") == "forward":
        measure.left.repeats = 1


def _take_ending(ending: Element, bar: ReadBar, remarks: Remarks) -> None:
    if ending.get("type") != "start":
        bar.ends_ending = True
        return
    numbers = [int(number) for number in _NUMBER.findall(ending.get("number", ""))]
    passes = sorted({number for number in numbers if 0 < number <= MAX_PASSES})
    bar.ending = ",".join(map(str, passes))
    if not passes:
        remarks.note("ending")


MAX_MEASURE = 64
"""Whole notes of one measure."""

_MAX_DIVISIONS = 1_000_000
_MAX_STAVES = 8

Key = tuple[int, str]
"""A staff and a voice of a part."""


class _Waiting(NamedTuple):
    """A mark that waits for the next note, which tells its voice."""

    mark: ReadMark
    onset: Fraction
    staff: int
    voice: str


class MeasureReader:
    """Reads the measures of one part, one after the other.

    Attributes:
        grace: Grace notes that wait for their note, by staff and voice.
    """

    def __init__(self, remarks: Remarks, *, is_ours: bool) -> None:
        self._is_hidden = self._is_shown = False
        self.grace: dict[Key, Grace] = {}
        self._remarks = remarks
        self._signs = NoteSigns(remarks, is_ours=is_ours)
        self._directions = DirectionReader(remarks)
        self._tick = Fraction(1, 4)
        self._measure = ReadMeasure(number="")
        self._place = self._longest = Fraction(0)
        self._last: Moment | None = None
        self._last_key: Key | None = None
        self._waiting: list[_Waiting] = []
        self._marks: list[PlacedMark] = []
        self._grace_slurs: dict[Key, list[int]] = {}
        self._takers: dict[str, Callable[[Element], None]] = {
            "note": self._note,
            "backup": self._move,
            "forward": self._move,
            "attributes": self._attributes,
            "direction": self._direction,
            "harmony": self._harmony,
            "barline": self._bar_line,
            "print": self._print,
            "sound": self._sound,
            "figured-bass": self._figured_bass,
        }

    @property
    def is_hidden(self) -> bool:
        """Whether the part is hidden for good, and not only where it is silent."""
        return self._is_hidden and not self._is_shown

    def read(self, element: Element, number: str) -> ReadMeasure:
        """Return one measure.

        Raises:
            MusicXmlError: It lasts longer than any measure.
        """
        is_implicit = element.get("implicit") == "yes"
        self._measure = ReadMeasure(number=number, is_implicit=is_implicit)
        self._place = self._longest = Fraction(0)
        self._last = self._last_key = None
        self._marks = []
        for child in element:
            self._take(child)
        self._give_waiting(self._last_key)
        self._give_rest()
        self._measure.room = self._longest
        place_marks(self._marks, self._measure, self._remarks)
        return self._measure

    def _take(self, child: Element) -> None:
        take = self._takers.get(child.tag)
        if take is not None:
            take(child)

    def _bar_line(self, element: Element) -> None:
        read_bar_line(element, self._measure, self._remarks)

    def _print(self, element: Element) -> None:
        is_break = "yes" in (element.get("new-system"), element.get("new-page"))
        self._measure.begins_line |= is_break

    def _sound(self, element: Element) -> None:
        tempo = tempo_value((), element, [])
        if tempo:
            self._change(0, "tempo", tempo)

    def _figured_bass(self, _element: Element) -> None:
        self._remarks.note("figured_bass")

    def _direction(self, element: Element) -> None:
        for mark in self._directions.marks(element):
            self._mark(mark, element)

    def _note(self, note: Element) -> None:
        staff = max(1, min(child_integer(note, "staff", 1), _MAX_STAVES))
        key = (staff, child_words(note, "voice") or "1")
        if note.find("grace") is not None:
            self._grace_note(note, key)
            return
        length = self._duration(note)
        if note.find("cue") is not None:
            self._remarks.note("cue")
            self._go_on(Fraction(0) if note.find("chord") is not None else length)
            return
        head = head_of(note, self._remarks)
        if note.find("chord") is not None and self._last is not None:
            if head is not None and self._last.heads:
                self._last.heads.append(head)
                self._signs.take(note, self._last)
            return
        if length <= 0:
            return
        self._give_waiting(key)
        moment = self._moment(note, length)
        if head is not None:
            moment.heads.append(head)
            moment.grace = self.grace.pop(key, None)
            moment.slurs["grace"] = self._grace_slurs.pop(key, [])
        self._signs.take(note, moment)
        self._measure.voices.setdefault(key, []).append(moment)
        self._measure.length = max(self._measure.length, moment.end)
        self._last, self._last_key = moment, key
        self._go_on(length)

    def _moment(self, note: Element, length: Fraction) -> Moment:
        """Return the moment of a note; where divisions are too coarse, its value says how long."""
        ratio, value = ratio_of(note), value_of(note)
        exact = length
        if value is not None:
            named = value * ratio[1] / ratio[0]
            exact = named if abs(named - length) < self._tick else length
        rest = note.find("rest")
        return Moment(
            onset=self._place,
            taken=length,
            length=exact,
            ratio=ratio,
            is_visible=note.get("print-object") != "no",
            fills_measure=rest is not None and rest.get("measure") == "yes",
        )

    def _grace_note(self, note: Element, key: Key) -> None:
        head = head_of(note, self._remarks)
        if head is None:
            return
        grace = self.grace.setdefault(key, Grace())
        if note.find("chord") is not None and grace.chords:
            grace.chords[-1].append(head)
        else:
            grace.chords.append([head])
        sign = note.find("grace")
        grace.is_slashed |= sign is not None and sign.get("slash") == "yes"
        signs = Moment(onset=self._place, taken=Fraction(0), length=Fraction(0), heads=[head])
        self._signs.take(note, signs)
        self._grace_slurs.setdefault(key, []).extend(signs.slurs.get("start", ()))

    def _duration(self, element: Element) -> Fraction:
        """Return a duration in whole notes; nothing for one that is no number."""
        duration = decimal_of(element.findtext("duration"))
        return max(Fraction(0), duration * self._tick) if duration is not None else Fraction(0)

    def _move(self, element: Element) -> None:
        if element.tag == "backup":
            self._give_waiting(self._last_key)
            self._place = max(Fraction(0), self._place - self._duration(element))
            self._last = None
        else:
            self._go_on(self._duration(element))

    def _go_on(self, length: Fraction) -> None:
        self._place += length
        self._longest = max(self._longest, self._place)
        if self._longest > MAX_MEASURE:
            number = self._measure.number
            raise MusicXmlError("musicxml.long_measure", number=number, limit=MAX_MEASURE)

    def _attributes(self, element: Element) -> None:
        divisions = integer(element.findtext("divisions"))
        if 0 < divisions <= _MAX_DIVISIONS:
            self._tick = Fraction(1, 4 * divisions)
        for child in element:
            staff = integer(child.get("number"))
            if child.tag == "key":
                self._change(staff, "key", key_of(child, self._remarks))
            elif child.tag == "time":
                self._change(staff, "meter", meter_of(child, self._remarks))
            elif child.tag == "clef":
                self._change(max(1, staff), "clef", clef_of(child, self._remarks))
            elif child.tag == "transpose":
                self._change(staff, "transpose", semitones_of(child))
            elif child.tag == "staff-details":
                self._is_hidden |= child.get("print-object") == "no"
                self._is_shown |= child.get("print-object") == "yes"

    def _change(self, staff: int, kind: str, value: object) -> None:
        if value is not None:
            self._measure.changes.setdefault(staff, []).append(ReadChange(self._place, value, kind))

    def _harmony(self, element: Element) -> None:
        text = chord_symbol(element)
        if element.find("frame") is not None:
            self._remarks.note("fretboard")
        if text:
            self._mark(ReadMark("chord", text), element)
        else:
            self._remarks.note("harmony")

    def _mark(self, mark: ReadMark, element: Element) -> None:
        onset = self._place
        offset = decimal_of(element.findtext("offset"))
        if offset is not None:
            onset = max(Fraction(0), onset + offset * self._tick)
        if mark.kind in ("tempo", "part"):
            change = ReadChange(onset, mark.text, mark.kind)
            self._measure.changes.setdefault(0, []).append(change)
            return
        staff = child_integer(element, "staff")
        self._waiting.append(_Waiting(mark, onset, staff, words_of(element.findtext("voice"))))

    def _give_rest(self) -> None:
        """Give marks whose staff had no note after them to a voice there; else they wait on."""
        for waiting in self._waiting:
            voices = list(self._measure.voices)
            key = next((key for key in voices if key[0] == waiting.staff), None)
            key = key or next(iter(voices), None)
            if key is not None:
                self._marks.append(PlacedMark(waiting.mark, waiting.onset, key))
        if self._measure.voices:
            self._waiting = []
        self._waiting = [waiting._replace(onset=Fraction(0)) for waiting in self._waiting]

    def _give_waiting(self, key: Key | None) -> None:
        """Give marks that wait the voice of the next note, or of the one before."""
        kept = []
        for waiting in self._waiting:
            staff, voice = waiting.staff, waiting.voice
            if key is None or (staff and staff != key[0]) or (voice and voice != key[1]):
                kept.append(waiting)
            else:
                self._marks.append(PlacedMark(waiting.mark, waiting.onset, key))
        self._waiting = kept
