"""One voice while it is being read: what is in force, what waits, what came before.

A sign may touch all three at once.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import ClassVar, cast

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.carrier import Carrier
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.reader.voice.drafts import TimedDraft
from abcstudio.notation.reader.voice.known_notes import known_notes
from abcstudio.notation.reader.voice.rhythm_signs import RhythmSigns
from abcstudio.notation.reader.voice.ties import Ties
from abcstudio.notation.reader.voice.waiting_marks import WaitingMarks
from abcstudio.notation.score import (
    BarLine,
    Chord,
    Clef,
    Decoration,
    Element,
    LineBreak,
    Rest,
    TransposeChange,
    VariantEnding,
    Voice,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import fraction, total
from abcstudio.stopping import stoppable


class Slurs:
    """The slurs that have begun.

    Attributes:
        open: Where those stand that have not closed yet.
        starts: How many begin at the next chord or rest.
    """

    NOT_CARRIED: ClassVar = frozenset(("_text", "_log", "open"))

    def __init__(self, text: str, log: DiagnosticLog) -> None:
        self._text = text
        self._log = log
        self.open: list[tuple[int, int]] = []
        self.starts = 0

    def start(self, start: int, end: int) -> None:
        """Open a slur before the next note."""
        self.starts += 1
        self.open.append((start, end))

    def end(self, start: int, end: int, last: TimedDraft | None) -> None:
        """Close a slur after the latest note."""
        if not self.open or (last is None and not self.starts):
            self._log.warn("slur-not-opened", start, end, removal(self._text, start, end))
            return
        self.open.pop()
        if self.starts:
            self.starts -= 1
            return
        assert last is not None
        last.slur_ends += 1

    def give_to(self, draft: TimedDraft) -> None:
        """Let the slurs that wait begin at a chord or rest."""
        draft.slur_starts = self.starts
        self.starts = 0

    def settle(self) -> None:
        """Report the slurs that never close."""
        for start, end in stoppable(self.open):
            fix = Fix("notation.fix-remove", Span(start, end), "", removed="(")
            self._log.warn("slur-not-closed", start, end, fix)


Item = TimedDraft | Element
ZERO = Fraction(0)


class VoiceBuilder:
    """Takes the signs of one voice in order and gives the finished `Voice`.

    Attributes:
        waiting: Marks for the next chord or rest.
        ties: Notes that are tied to what comes next.
        rhythm: Tuplets and broken rhythm.
        slurs: Slurs that have not closed yet.
        items: What has been read; drafts where later signs may still change something.
        finished: How many of `items` an earlier reading has finished; they are elements.
        measure_starts: Indices into `items` of the first item after each bar line.
        known: What notes mean in the key, clef, octave and unit note length in force.
    """

    NOT_CARRIED: ClassVar = frozenset(
        (
            "items", "finished", "measure_starts", "waiting", "ties", "rhythm", "slurs",
            "_text", "_log", "_last",
        )
    )  # fmt: skip
    NOT_COMPARED: ClassVar = frozenset(("known",))

    def __init__(
        self,
        voice_id: str,
        key: KeySignature,
        meter: Meter,
        unit_note_length: Fraction,
        text: str,
        log: DiagnosticLog,
    ) -> None:
        self._text = text
        self.voice_id = voice_id
        self.name = ""
        self.transpose = 0
        self.octave = 0
        self.own_transpose = self.key_transpose = 0
        self.short_name = ""
        self.staff_lines = 5
        self.start_clef = Clef()
        self.overlay_of: str | None = None
        self.meter = meter
        self._unit_note_length = unit_note_length
        self.items: list[Item] = []
        self.finished = 0
        self.measure_starts = [0]
        self.propagate = "pitch"
        self._log = log
        self._clef = self.start_clef
        self._key = key
        self._altered: dict[str, Fraction] = {}
        self._last: TimedDraft | None = None
        self._last_in_measure = False
        self._spaced = True
        self.waiting = WaitingMarks(log)
        self.ties = Ties(text, log)
        self.rhythm = RhythmSigns(text, log)
        self.slurs = Slurs(text, log)
        self._recall_notes()

    def go_on(self, elements: Sequence[Element], last: TimedDraft | None, index: int) -> None:
        """Continue an earlier reading.

        Args:
            elements: What it has finished.
            last: The latest chord or rest, which what follows may still change.
            index: Where that stands among the elements.
        """
        self.items = list(elements)
        self.finished = len(elements)
        self._last = last
        if last is not None:
            self.items[index] = last
            self.finished = index

    @property
    def last(self) -> TimedDraft | None:
        """The latest chord or rest."""
        return self._last

    @property
    def is_quiet(self) -> bool:
        """Whether nothing that was read waits for what follows."""
        return self.ties.is_empty and self.rhythm.is_empty and self.waiting.is_empty

    @property
    def parts(self) -> tuple[Carrier, ...]:
        """The parts that carry state from line to line."""
        return self, self.waiting, self.ties, self.rhythm, self.slurs

    # What is in force

    def set_key(self, key: KeySignature) -> None:
        """Let another key hold from here."""
        self._key = key
        self._recall_notes()

    def set_clef(self, clef: Clef) -> None:
        """Let another clef hold from here."""
        self._clef = clef
        self._recall_notes()

    @property
    def clef(self) -> Clef:
        """The clef in force."""
        return self._clef

    def set_octave(self, octave: int) -> None:
        """Shift what follows by so many octaves: of several `octave=` the last one counts."""
        self.octave = octave
        self._recall_notes()

    @property
    def unit_note_length(self) -> Fraction:
        """The unit note length (`L:`) of this voice."""
        return self._unit_note_length

    @unit_note_length.setter
    def unit_note_length(self, unit: Fraction) -> None:
        self._unit_note_length = unit
        self._recall_notes()

    def _recall_notes(self) -> None:
        shift = self.octave + self._clef.octave_shift
        self.known = known_notes(self._key, shift, self._unit_note_length)

    @property
    def follows_key(self) -> bool:
        """Whether no accidental of this measure and no tie decides what a note letter means."""
        return not self._altered and not self.ties.open

    def pitch_of(self, letter: str, marks: str, alter: Fraction | None) -> Pitch:
        """Return the pitch of a note letter: its own alter, else the measure's or key's."""
        if alter is None and self.follows_key:
            return self.known.pitch_of(letter, marks)
        step = letter.upper()
        octave = self.known.octave_of(letter, marks)
        if alter is not None:
            if self.propagate == "pitch":
                self._altered[step] = alter
            elif self.propagate == "octave":
                self._altered[f"{step}{octave}"] = alter
            return Pitch(step, alter, octave)
        kept = self._altered.get(step)
        if kept is None:
            kept = self._altered.get(f"{step}{octave}")
        if kept is not None:
            return Pitch(step, kept, octave)
        return self.ties.carried_pitch(step, octave) or self.known.pitch_of(letter, marks)

    def grace_pitch_of(self, letter: str, marks: str, alter: Fraction | None) -> Pitch:
        """Return the pitch of a grace note; its accidental holds for no other note."""
        if alter is None:
            return self.pitch_of(letter, marks, None)
        natural = self.pitch_of(letter, marks, None)
        return Pitch(natural.step, alter, natural.octave)

    # What waits for the next note

    def space(self) -> None:
        """Break the beam."""
        self._spaced = True

    # What came before

    def tie(self, start: int, end: int) -> None:
        """Tie every note of the latest chord to what comes next."""
        last = self._last
        if last is None or not last.notes or not self._is_near(last):
            self._log.warn("tie-without-note", start, end, removal(self._text, start, end))
            return
        for note in last.notes:
            self.ties.add(note, start, end)

    def _is_near(self, last: TimedDraft) -> bool:
        """Whether a tie belongs to the latest chord, though a bar line or line end part them.

        ABC 2.1, 4.11 calls `c|-c` and `c -c` not legal, but they mean one thing only.
        """
        for item in reversed(self.items):
            if item is last:
                return True
            if isinstance(item, BarLine):
                if item.closes_repeat or item.opens_repeat:
                    return False
                self.ties.passed_bar = True
            elif not isinstance(item, LineBreak):
                return False
        return False

    @property
    def has_music(self) -> bool:
        """Whether it has a note, a rest or a bar line."""
        return any(isinstance(item, (TimedDraft, BarLine)) for item in self.items)

    @property
    def ends_with_bar_line(self) -> bool:
        """Whether nothing but the end of its line came after the latest bar line."""
        items = (item for item in reversed(self.items) if not isinstance(item, LineBreak))
        return isinstance(next(items, None), BarLine)

    def break_rhythm(self, signs: str, start: int, end: int) -> None:
        """Lengthen the latest note and shorten the next (`>`), or the other way round (`<`)."""
        after_note = self._last is not None and self._last_in_measure
        self.rhythm.break_rhythm(signs, start, end, after_note=after_note)

    def add_timed(self, draft: TimedDraft) -> None:
        """Add a chord or rest and give it everything that waited for it."""
        last, rhythm = self._last, self.rhythm
        if self.ties.open:
            self.ties.join(draft, last)
        if self.waiting.has_any:
            self.waiting.give_to(draft)
        if self.slurs.starts:
            self.slurs.give_to(draft)
        if rhythm.notes_left:
            rhythm.take_into_tuplet(draft, last, self._last_in_measure)
        if rhythm.broken is not None and last is not None:
            rhythm.apply_broken(last, draft, self._last_in_measure, self._unit_note_length)
        if last is not None and not self._spaced:
            last.beam_continues = True
        self._spaced = False
        self._last = draft
        self._last_in_measure = True
        self.items.append(draft)

    # Elements

    def set_transpose(self, own: int, of_key: int, at: Span | None) -> None:
        """Let what follows sound so many semitones higher: by `V:` and by `K:`, added up.

        Args:
            own: What the voice says.
            of_key: What the key says.
            at: Where in the body, None in the header.
        """
        before = self.own_transpose + self.key_transpose
        self.own_transpose, self.key_transpose = own, of_key
        if at is None or not self.has_music:
            self.transpose = own + of_key
        elif before != own + of_key:
            self.add(TransposeChange(at, own + of_key))

    def adopt(self, main: "VoiceBuilder") -> None:
        """Let what is in force in the main voice of this overlay hold here too."""
        self.meter, self._unit_note_length = main.meter, main._unit_note_length
        self.octave = main.octave
        self.transpose = main.transpose
        self._clef, self._key = main._clef, main._key
        self._recall_notes()

    def add_silence(self, draft: TimedDraft) -> None:
        """Add an invisible rest that no sign of the text stands for."""
        draft.visible = False
        self.items.append(draft)
        self._spaced = True

    @property
    def has_music_in_measure(self) -> bool:
        """Whether a chord or rest has come since the latest bar line."""
        return self._last_in_measure

    def add_ending(self, ending: VariantEnding) -> None:
        """Begin a variant ending; ties out of the body of the repeat lead into it."""
        self.ties.begin_ending(ending.passes)
        self.add(ending)

    def add(self, element: Element) -> None:
        """Add what takes no time."""
        self.items.append(element)
        self._spaced = True

    def add_bar_line(self, bar_line: BarLine) -> None:
        """End the measure: accidentals do not reach over the bar line.

        Broken rhythm and tuplets do, but not over a repeat, where other notes may follow.
        """
        is_repeat = bool(bar_line.closes_repeat or bar_line.opens_repeat)
        if is_repeat:
            self.rhythm.end()
        self._last_in_measure = False
        if self._altered:
            self._altered.clear()
        if self.ties.open:
            self.ties.pass_bar_line(is_repeat=is_repeat)
        self.items.append(bar_line)
        self.measure_starts.append(len(self.items))
        self._spaced = True

    def decorate_last(self, decoration: Decoration) -> bool:
        """Give a decoration to the latest chord or rest; False when there is none."""
        if self._last is None:
            return False
        if self.waiting.has_room(len(self._last.decorations), decoration.span):
            self._last.decorations += (decoration,)
        return True

    def finish(self) -> Voice:
        """Return the voice as read."""
        self.settle()
        return self.voice(self.elements())

    def settle(self) -> None:
        """Let go of what still waits for music that does not come."""
        self.rhythm.end()
        self.slurs.settle()
        self.ties.settle()
        for decoration in self.waiting.decorations():
            self.decorate_last(decoration)
        if self._last is not None:
            self.waiting.leave_texts(self._last)

    def elements(self) -> list[Element]:
        """Return the items as elements, each at its onset."""
        elements = cast(list[Element], self.items[: self.finished])
        # The onset is onset / parts, summed without making fractions.
        onset, parts = end_of(elements).as_integer_ratio()
        for item in stoppable(self.items[self.finished :]):
            if isinstance(item, TimedDraft):
                element = item.finish(fraction(onset, parts))
                elements.append(element)
                count, size = element.duration.as_integer_ratio()
                if parts % size:
                    onset, parts = onset * (lcm(parts, size) // parts), lcm(parts, size)
                onset += count * (parts // size)
            else:
                elements.append(item)
        return elements

    def voice(self, elements: Sequence[Element]) -> Voice:
        """Return the voice with these elements."""
        return Voice(
            voice_id=self.voice_id,
            elements=tuple(elements),
            name=self.name,
            clef=self.start_clef,
            transpose=self.transpose,
            overlay_of=self.overlay_of,
            short_name=self.short_name,
            staff_lines=self.staff_lines,
        )


def end_of(elements: Sequence[Element]) -> Fraction:
    """Return when the music of a voice's elements ends, in whole notes from their start."""
    for element in reversed(elements):
        if isinstance(element, (Chord, Rest)):
            return total(element.onset, element.duration)
    return ZERO
