"""One voice while it is being read: what is in force, what waits, what came before.

The file is longer than most because a sign may touch all three at once, and because a checkpoint
(`abcstudio.notation.rereading.resume_point`) takes the state of a voice from this one place.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import cast

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.limits import MAX_CHORD_NOTES, MAX_MARKS, MAX_MEASURES_OF_REST, MAX_TUPLET
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.broken_rhythm import written_out
from abcstudio.notation.reader.drafts import NoteDraft, TimedDraft
from abcstudio.notation.reader.ending_ties import EndingTies
from abcstudio.notation.reader.known_notes import known_notes
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.score import (
    Annotation,
    BarLine,
    Chord,
    ChordSymbol,
    Clef,
    Decoration,
    Element,
    GraceNotes,
    LineBreak,
    Rest,
    TransposeChange,
    Tuplet,
    VariantEnding,
    Voice,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.values.chord_kinds import read_chord_name
from abcstudio.notation.values.lengths import fraction, product, total

Item = TimedDraft | Element
ZERO = Fraction(0)
_LONGEST_FIX = 200
_FERMATAS = frozenset(("fermata", "invertedfermata", "halffermata"))


class VoiceBuilder:
    """Takes the signs of one voice in order and gives the finished `Voice`.

    Attributes:
        open_slurs: Where the slurs stand that have not closed yet.
        items: What has been read; drafts where later signs may still change something.
        finished: How many of `items` an earlier reading has finished; they are elements.
        measure_starts: Indices into `items` of the first item after each bar line.
        known: What notes mean in the key, clef, octave and unit note length in force.
    """

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
        self._too_many_marks = False
        self._ties: list[NoteDraft] = []
        self._tie_passed_bar = False
        self._tie_passed_repeat = False
        self._ending_ties = EndingTies()
        self._broken: tuple[str, int, int] | None = None
        self._tuplet: Tuplet | None = None
        self._tuplet_left = 0
        self._slur_starts = 0
        self.open_slurs: list[tuple[int, int]] = []
        self._decorations: list[Decoration] = []
        self._chord_symbols: list[ChordSymbol] = []
        self._annotations: list[Annotation] = []
        self._grace_notes: GraceNotes | None = None
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
        return not (
            self._ties
            or self._ending_ties
            or self._broken
            or self._tuplet_left
            or self._decorations
            or self._chord_symbols
            or self._annotations
            or self._grace_notes
        )

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
        """What `L:` says for this voice."""
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
        return not self._altered and not self._ties

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
        return self._tied_pitch(step, octave) or self.known.pitch_of(letter, marks)

    def grace_pitch_of(self, letter: str, marks: str, alter: Fraction | None) -> Pitch:
        """Return the pitch of a grace note; its accidental holds for no other note."""
        if alter is None:
            return self.pitch_of(letter, marks, None)
        natural = self.pitch_of(letter, marks, None)
        return Pitch(natural.step, alter, natural.octave)

    def _tied_pitch(self, step: str, octave: int) -> Pitch | None:
        """Return the pitch that a tie over a bar line carries into the new measure."""
        if not self._tie_passed_bar:
            return None
        for note in self._ties:
            if note.pitch.step == step and note.pitch.octave == octave:
                return note.pitch
        return None

    # What waits for the next note

    def add_decoration(self, decoration: Decoration) -> None:
        """Keep a decoration for the next chord or rest."""
        if self._has_room(len(self._decorations), decoration.span):
            self._decorations.append(decoration)

    def take_fermatas(self) -> tuple[Decoration, ...]:
        """Return the fermatas that wait for what follows: a bar line takes them."""
        if not self._decorations:
            return ()
        taken = tuple(mark for mark in self._decorations if mark.name in _FERMATAS)
        self._decorations = [mark for mark in self._decorations if mark.name not in _FERMATAS]
        return taken

    def add_chord_symbol(self, symbol: ChordSymbol) -> None:
        """Keep a chord symbol for the next chord or rest."""
        if self._has_room(len(self._chord_symbols), symbol.span):
            self._chord_symbols.append(symbol)

    def add_annotation(self, annotation: Annotation) -> None:
        """Keep an annotation for the next chord or rest."""
        if self._has_room(len(self._annotations), annotation.span):
            self._annotations.append(annotation)

    def _has_room(self, count: int, span: Span) -> bool:
        """Whether a note with `count` marks of one kind may have one more; report it if not."""
        if count < MAX_MARKS:
            return True
        if not self._too_many_marks:
            self._too_many_marks = True
            self._log.error("limit-marks", span.start, span.end, limit=MAX_MARKS)
        return False

    def add_grace_notes(self, grace_notes: GraceNotes) -> None:
        """Keep grace notes for the next chord."""
        self._grace_notes = grace_notes

    def start_slur(self, start: int, end: int) -> None:
        """Open a slur before the next note."""
        self._slur_starts += 1
        self.open_slurs.append((start, end))

    def start_tuplet(self, tuplet: Tuplet) -> None:
        """Let the next `r` notes be a tuplet."""
        if self._tuplet_left:
            self._log.warn("tuplet-nested", tuplet.span.start, tuplet.span.end)
        self._tuplet = tuplet
        self._tuplet_left = min(tuplet.r, MAX_TUPLET)

    def space(self) -> None:
        """Break the beam."""
        self._spaced = True

    # What came before

    def end_slur(self, start: int, end: int) -> None:
        """Close a slur after the latest note."""
        if not self.open_slurs or (self._last is None and not self._slur_starts):
            self._log.warn("slur-not-opened", start, end, removal(self._text, start, end))
            return
        self.open_slurs.pop()
        if self._slur_starts:
            self._slur_starts -= 1
            return
        assert self._last is not None
        self._last.slur_ends += 1

    def tie(self, start: int, end: int) -> None:
        """Tie every note of the latest chord to what comes next."""
        last = self._last
        if last is None or not last.notes or not self._is_near(last):
            self._log.warn("tie-without-note", start, end, removal(self._text, start, end))
            return
        for note in last.notes:
            self.tie_note(note, start, end)

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
                self._tie_passed_bar = True
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

    def tie_note(self, note: NoteDraft, start: int, end: int) -> None:
        """Tie one note to the next of its pitch."""
        if note not in self._ties[-MAX_CHORD_NOTES:]:
            self._ties.append(note)
        note.tied = True
        note.tie_span = (start, end)

    def _report_broken(self, start: int, end: int) -> None:
        """Report a broken rhythm that is not between two notes and so does nothing."""
        self._log.error("broken-rhythm-alone", start, end, removal(self._text, start, end))

    def break_rhythm(self, signs: str, start: int, end: int) -> None:
        """Lengthen the latest note and shorten the next (`>`), or the other way round (`<`)."""
        if self._last is None or self._broken is not None or not self._last_in_measure:
            self._report_broken(start, end)
            return
        self._broken = (signs[:6], start, end)

    def add_timed(self, draft: TimedDraft) -> None:
        """Add a chord or rest and give it everything that waited for it."""
        last = self._last
        if self._ties:
            self._join_ties(draft)
        if self._decorations:
            draft.decorations = tuple(self._decorations)
            self._decorations.clear()
        if self._chord_symbols:
            draft.chord_symbols = tuple(self._chord_symbols)
            self._chord_symbols.clear()
        if self._annotations:
            draft.annotations = tuple(self._annotations)
            self._annotations.clear()
        if self._grace_notes is not None:
            draft.grace_notes = self._grace_notes
            self._grace_notes = None
        if self._slur_starts:
            draft.slur_starts = self._slur_starts
            self._slur_starts = 0
        if self._tuplet_left and self._tuplet is not None:
            if last is not None and last.tuplet is self._tuplet and not self._last_in_measure:
                span = self._tuplet.span
                self._log.warn("tuplet-over-bar", span.start, span.end)
            draft.tuplet = self._tuplet
            draft.scale = fraction(self._tuplet.q, self._tuplet.p)
            self._tuplet_left -= 1
        if self._broken is not None and last is not None:
            self._apply_broken_rhythm(last, draft)
        if last is not None and not self._spaced:
            last.beam_continues = True
        self._spaced = False
        self._last = draft
        self._last_in_measure = True
        self.items.append(draft)

    def _apply_broken_rhythm(self, left: TimedDraft, right: TimedDraft) -> None:
        assert self._broken is not None
        signs, start, end = self._broken
        self._broken = None
        shorter = fraction(1, 2 ** len(signs))
        first, second = 2 - shorter, shorter
        if signs[0] == "<":
            first, second = second, first
        code = ""
        if left.length != right.length:
            code = "broken-rhythm-unequal"
        elif not self._last_in_measure:
            code = "broken-rhythm-over-bar"
        if code:
            fix = written_out(
                self._text, left, right, Span(start, end), (first, second), self._unit_note_length
            )
            self._log.warn(code, start, end, fix)
        left.broken = product(left.broken, first)
        right.broken = product(right.broken, second)

    def _join_ties(self, draft: TimedDraft) -> None:
        """Keep the ties that find their pitch in `draft`; the others are no ties."""
        pitches = [note.pitch for note in draft.notes]
        # One sign may tie several notes of a chord, and must stay where it ties some.
        needed = {note.tie_span for note in self._ties if note.pitch in pitches}
        for note in self._ties:
            if note.pitch in pitches:
                self._ending_ties.find(note)
            elif not self._tie_passed_repeat and not self._ending_ties.awaits(note):
                note.tied = False
                self._warn_tie(note, draft, is_needed=note.tie_span in needed)
        self._ties.clear()
        self._tie_passed_bar = self._tie_passed_repeat = False

    def _warn_tie(
        self, note: NoteDraft, follower: TimedDraft | None, *, is_needed: bool = False
    ) -> None:
        start, end = note.tie_span or (note.start, note.end)
        fix, text = None, self._text
        if is_needed:
            pass
        elif follower is None or not follower.notes:
            if text[start:end].endswith("-"):
                fix = removal(text, start, end)
        elif self._last is not None:
            first = self._last
            # A length behind the sign would be taken for the note's.
            rest = text[end : follower.end].lstrip("0123456789/")
            slur = f"({text[first.start : start]}{rest})"
            if len(slur) < _LONGEST_FIX:
                fix = Fix("notation.fix-slur", Span(first.start, follower.end), slur)
        self._log.warn("tie-without-partner", start, end, fix)

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
        if 1 in ending.passes:
            self._settle_ending_ties()
        if tied := self._ending_ties.begin(ending.passes, self._ties):
            self._ties += tied
            self._tie_passed_bar = True
        self.add(ending)

    def _settle_ending_ties(self) -> None:
        for note in self._ending_ties.settle():
            note.tied = False
            self._warn_tie(note, None)

    def add(self, element: Element) -> None:
        """Add what takes no time."""
        self.items.append(element)
        self._spaced = True

    def add_bar_line(self, bar_line: BarLine) -> None:
        """End the measure: accidentals do not reach over the bar line.

        Broken rhythm and tuplets do, but not over a repeat, where other notes may follow.
        """
        if bar_line.closes_repeat or bar_line.opens_repeat:
            if self._broken is not None:
                self._report_broken(self._broken[1], self._broken[2])
                self._broken = None
            self._end_tuplet()
        self._last_in_measure = False
        if self._altered:
            self._altered.clear()
        if self._ties:
            self._tie_passed_bar = True
            if bar_line.closes_repeat or bar_line.opens_repeat:
                self._tie_passed_repeat = True
        self.items.append(bar_line)
        self.measure_starts.append(len(self.items))
        self._spaced = True

    def _end_tuplet(self) -> None:
        """Report a tuplet that still waits for notes where none can follow."""
        if self._tuplet_left and self._tuplet is not None:
            tuplet = self._tuplet
            count = min(tuplet.r, MAX_TUPLET) - self._tuplet_left
            fix = _counted(self._text, tuplet, count)
            self._log.warn("tuplet-short", tuplet.span.start, tuplet.span.end, fix)
            self._tuplet_left = 0

    def measures_of_rest(self, count: int) -> Fraction:
        """Return how long `count` measures are in the meter in force."""
        length = self.meter.measure_duration or Fraction(1)
        return length * min(count, MAX_MEASURES_OF_REST)

    def decorate_last(self, decoration: Decoration) -> bool:
        """Give a decoration to the latest chord or rest; False when there is none."""
        if self._last is None:
            return False
        if self._has_room(len(self._last.decorations), decoration.span):
            self._last.decorations += (decoration,)
        return True

    def _leave_text(self) -> None:
        """Give the last note the texts behind it, such as "D.C."; a chord has no time there."""
        if self._last is not None:
            texts = (text for text in self._chord_symbols if read_chord_name(text.text) is None)
            self._last.chord_symbols += tuple(texts)
            self._last.annotations += tuple(self._annotations)

    def finish(self) -> Voice:
        """Return the voice as read."""
        self.settle()
        return self.voice(self.elements())

    def settle(self) -> None:
        """Let go of what still waits for music that does not come."""
        if self._broken is not None:
            self._report_broken(self._broken[1], self._broken[2])
        self._end_tuplet()
        for start, end in self.open_slurs:
            fix = Fix("notation.fix-remove", Span(start, end), "")
            self._log.warn("slur-not-closed", start, end, fix)
        self._settle_ending_ties()
        for note in self._ties:
            if note.tied and not self._tie_passed_repeat:
                note.tied = False
                self._warn_tie(note, None)
        for decoration in self._decorations:
            self.decorate_last(decoration)
        self._leave_text()

    def elements(self) -> list[Element]:
        """Return the items as elements, each at its onset."""
        elements = cast(list[Element], self.items[: self.finished])
        # The onset is onset / parts, summed without making fractions.
        onset, parts = end_of(elements).as_integer_ratio()
        for item in self.items[self.finished :]:
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
            self.voice_id,
            tuple(elements),
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


def _counted(text: str, tuplet: Tuplet, count: int) -> Fix | None:
    """Return the fix that says how many notes a tuplet has; one without any can go."""
    span = tuplet.span
    if not count:
        return removal(text, span.start, span.end)
    return Fix("notation.fix-count-notes", span, f"({tuplet.p}:{tuplet.q}:{count}")
