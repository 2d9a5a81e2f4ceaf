"""One tune's lines to a `Score`: header, body fields, voices, lyrics (ABC 2.1, 3 and 7).

Over 400 lines: it is the one place that passes each kind of line to a part of
the reader, and carries what holds from line to line.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.lexing.continued_fields import join_continued
from abcstudio.notation.lexing.lines import (
    FILE_FIELDS,
    HEADER_ONLY,
    INLINE_FIELDS,
    KNOWN_FIELDS,
    Line,
    LineKind,
    field_of,
    scan_lines,
)
from abcstudio.notation.limits import MAX_ELEMENTS, MAX_FIELD_LENGTH, MAX_LINES, MAX_OVERLAYS
from abcstudio.notation.measures.measure_checks import check_measures
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.measures.part_checks import (
    check_part_labels,
    is_playable,
    part_onsets,
)
from abcstudio.notation.measures.repeat_checks import check_endings, check_repeats
from abcstudio.notation.measures.voice_checks import check_notes, check_voice_lengths
from abcstudio.notation.reader.aligned_lines import AlignedLines, OnReach
from abcstudio.notation.reader.carrier import Carrier
from abcstudio.notation.reader.field_reader import FieldReader
from abcstudio.notation.reader.instructions import Instructions
from abcstudio.notation.reader.macros import Macros
from abcstudio.notation.reader.marks import MarkReader
from abcstudio.notation.reader.music_reader import Match, MusicReader
from abcstudio.notation.reader.needless_accidentals import check_accidentals
from abcstudio.notation.reader.overlays import Overlays
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.reader.tune_header import VOICE_ID, TuneHeader
from abcstudio.notation.reader.voice.voice_builder import VoiceBuilder
from abcstudio.notation.reader.voices import Voices
from abcstudio.notation.score import (
    Directive,
    InformationField,
    KeyChange,
    LineBreak,
    MeterChange,
    MidiDirective,
    PartLabel,
    Score,
    TempoChange,
    TimedElement,
    Voice,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.staff_layout import StaffLayout, StaffLayoutError, parse_staff_layout
from abcstudio.notation.values.staff_properties import StaffProperties
from abcstudio.stopping import stop_if_asked, stoppable


class LayoutReader:
    """Takes the layouts of a tune and keeps the one that counts.

    Attributes:
        layout: The header's last one, else the body's first; None when there is none.
    """

    def __init__(self, log: DiagnosticLog) -> None:
        self._log = log
        self.layout: StaffLayout | None = None

    def take(self, directive: Directive, *, in_header: bool) -> None:
        """Take a directive; report one that cannot be read."""
        if self.layout is not None and not in_header:
            return
        span, continues = directive.span, directive.name == "staves"
        try:
            self.layout = parse_staff_layout(directive.value, span, bar_lines_continue=continues)
        except StaffLayoutError:
            self._log.warn("bad-staff-layout", span.start, span.end, name=directive.name)

    def check(self, voices: Iterable[Voice]) -> None:
        """Report voices that the layout names and the tune lacks, and the other way round."""
        layout = self.layout
        if layout is None:
            return
        shown = set(layout.voices)
        span = layout.span
        there = [voice for voice in voices if voice.overlay_of is None]
        for name in layout.voices:
            if all(voice.voice_id != name for voice in there):
                self._log.warn("layout-voice-unknown", span.start, span.end, name=name[:40])
        for voice in there:
            if voice.voice_id not in shown and voice.elements:
                name = voice.voice_id or "1"
                self._log.hint("voice-not-shown", span.start, span.end, name=name[:40])


class TuneReader:
    """Reads one tune's lines in order and then gives its `Score`.

    Args of the constructor:
        on_reach: Called with a voice and the index of its first item that a line of lyrics or
            symbols may change.

    Attributes:
        log: What was found so far.
        header: The tune header.
        voices: The voices in the order in which they came.
        aligned: What gives lyrics to notes.
    """

    NOT_CARRIED: ClassVar = frozenset(
        (
            "_text", "log", "_reader", "header", "_marks", "_instructions",
            "voices", "_overlays", "_macros", "aligned", "_music", "_layout", "_body_fields",
        )
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        file_header: str = "",
        on_reach: OnReach | None = None,
    ) -> None:
        self._text = text
        self._file_header = file_header
        self.log = DiagnosticLog()
        self._reader = FieldReader(self.log)
        self.header = TuneHeader(self._reader)
        self._marks = MarkReader(self.log, text)
        self._instructions = Instructions(self.log)
        self.voices = Voices(text, self.log, self.header)
        self._overlays = Overlays(self.voices.overlay)
        self._macros = Macros(self.log)
        self.aligned = AlignedLines(self.log, self._marks, self._overlays, on_reach)
        self._continued = False
        self._first_field: Line | None = None
        self._layout = LayoutReader(self.log)
        self._body_fields: list[InformationField] = []
        self._started = False
        self._music = MusicReader(
            text=text,
            voice=self._voice,
            log=self.log,
            marks=self._marks,
            on_inline_field=self._inline_field,
            on_overlay=self._overlay,
            on_bar_line=self._end_overlay_measure,
        )

    def read(self) -> Score:
        """Read the whole text."""
        try:
            self.read_lines()
            return self.score(self.end())
        finally:
            self.release()

    def release(self) -> None:
        """Let go of the parts that call this reader back; it can read no more.

        They hold each other, and with them every note that was read, until the collector of garbage
        goes through the whole program.
        """
        self.aligned.release()
        self._music.release()

    def read_lines(
        self, body_from: int = 0, before_music: Callable[[int], bool] | None = None
    ) -> None:
        """Read the lines of the text up to the end of the tune.

        Args:
            body_from: Where to go on in the tune body; 0 for the whole text.
            before_music: Called with the place of each line of music after the header; reading
                stops where it returns True.
        """
        if self._file_header and not body_from:
            self._read_file_header()
        ended = False
        for line in join_continued(self._lines(body_from)):
            stop_if_asked()
            if ended:
                if self._tells_what_follows(line):
                    break
                continue
            if line.kind is LineKind.BLANK or line.kind is LineKind.TEXT:
                self._warn_of_text_in_header(line)
                ended = self._started and line.kind is LineKind.BLANK
                continue
            if line.letter == "X" and self._started and self.header.has("X"):
                self.log.hint("another-tune", line.start, line.content_end)
                break
            if not self._started and line.kind is LineKind.FIELD and line.letter != "X":
                self._first_field = line
            self._started = self._started or line.kind in (LineKind.FIELD, LineKind.MUSIC)
            is_music = line.kind is LineKind.MUSIC and not self.header.is_open
            if is_music and before_music is not None and before_music(line.start):
                break
            self._read_line(line)
            if self._music.exhausted:
                self.log.error("limit-elements", line.start, line.content_end, limit=MAX_ELEMENTS)
                break

    def _read_file_header(self) -> None:
        """Read what holds for every tune of the file; it has no place in the tune's text."""
        text, nowhere = self._file_header, Span(0, 0)
        self.log.is_muted = True
        lines = islice(join_continued(scan_lines(text)), MAX_LINES)
        for line in stoppable(lines):
            if line.kind is LineKind.DIRECTIVE:
                self._follow(
                    self._instructions.read_line(text, line.start, line.content_end, nowhere)
                )
            elif line.kind is LineKind.COMMENT and text.startswith("%abc-2.", line.start):
                version = text[line.start + len("%abc-") : line.start + len("%abc-2.1")]
                self._follow(self._instructions.take("abc-version", version, nowhere))
            elif line.kind is LineKind.FIELD and line.letter in FILE_FIELDS:
                field = replace(field_of(text, line), span=nowhere, value_span=nowhere)
                if len(field.value) <= MAX_FIELD_LENGTH:
                    self._header_field(field)
        self._instructions.finish()
        self.log.is_muted = False
        self.header.begin_tune()

    def _lines(self, body_from: int) -> Iterator[Line]:
        """Yield the lines as far as the limit."""
        for count, line in enumerate(scan_lines(self._text, body_from)):
            if count >= MAX_LINES:
                self.log.error("limit-lines", line.start, line.content_end, limit=MAX_LINES)
                return
            yield line

    def _tells_what_follows(self, line: Line) -> bool:
        """Note that text after the tune's blank line is not read; True when there is some."""
        if line.kind in (LineKind.BLANK, LineKind.COMMENT, LineKind.DIRECTIVE):
            return False
        code = "another-tune" if line.letter == "X" else "text-after-tune"
        self.log.hint(code, line.start, line.content_end)
        return True

    def _warn_of_text_in_header(self, line: Line) -> None:
        if line.kind is LineKind.TEXT and line.in_header and self._started:
            fix = Fix("notation.fix-remark", Span(line.start, line.start), "% ")
            self.log.warn("text-in-header", line.start, line.content_end, fix)

    def _read_line(self, line: Line) -> None:
        if line.kind is LineKind.MUSIC:
            self._music_line(line)
        elif line.kind is LineKind.DIRECTIVE:
            self._follow(self._instructions.read_line(self._text, line.start, line.content_end))
        elif line.kind is LineKind.FIELD:
            _warn_of_blanks_before(line, self._text, self.log)
            field = self._cut_to_limit(field_of(self._text, line))
            if line.letter not in KNOWN_FIELDS:
                fix = Fix("notation.fix-remark", Span(line.start, line.start), "% ")
                self.log.hint(
                    "field-unknown", line.start, line.content_end, fix, letter=line.letter
                )
            if self.header.is_open:
                self._header_field(field)
            else:
                self._body_field(field)

    def _cut_to_limit(self, field: InformationField) -> InformationField:
        if len(field.value) <= MAX_FIELD_LENGTH:
            return field
        span = field.value_span
        self.log.error("limit-field", span.start, span.end, limit=MAX_FIELD_LENGTH)
        return replace(field, value=field.value[:MAX_FIELD_LENGTH])

    # The header

    def _header_field(self, field: InformationField) -> None:
        letter = field.letter
        self.header.take(field)
        if letter == "I":
            self._follow(self._instructions.read_field(field.value, field.span))
        elif letter == "U":
            self._user_symbol(field)
        elif letter == "m":
            self._macros.define(field)
        elif letter == "K":
            self._end_header(field)

    def _end_header(self, key_field: InformationField | None) -> None:
        header = self.header
        first = self._first_field
        if first is not None and not header.has("X"):
            fix = Fix("notation.fix-add-number", Span(first.start, first.start), "X:1\n")
            code = "missing-reference-number"
            self.log.hint(code, first.start, first.content_end, fix)
        reading = header.close(key_field)
        self.voices.begin(reading.staff if reading else StaffProperties())
        self.switch_to(self.voices.current)
        for midi in header.midi:
            self._voice.add(midi)

    def _user_symbol(self, field: InformationField) -> None:
        if (symbol := self._reader.user_symbol(field)) is not None:
            self._marks.shorthands[symbol[0]] = symbol[1]

    # Directives

    def _follow(self, directive: Directive | None) -> None:
        """Do what a directive says for the music that follows."""
        if directive is None:
            return
        name, value, span = directive.name, directive.value, directive.span
        if name == "MIDI":
            midi = MidiDirective(span, tuple(value.split()))
            if self.header.is_open:
                self.header.midi.append(midi)
            else:
                self._voice.add(midi)
            if midi.words[:1] in (("nobarlines",), ("barlines",)):
                # Accidentals of music without bar lines hold for their own note.
                self.voices.set_propagate("not" if midi.words[0] == "nobarlines" else "pitch")
        elif name == "propagate-accidentals":
            self.voices.set_propagate(value)
        elif name in ("score", "staves"):
            self._layout.take(directive, in_header=self.header.is_open)
        elif name == "linebreak":
            self._music.breaks_at = self._instructions.breaks_at
        elif name == "abc-version":
            self.aligned.postponed = self._instructions.postponed_lyrics

    # The body

    def _music_line(self, line: Line) -> None:
        if self.header.is_open:
            # A header that begins with the key needs a number before it, too.
            header = "K:C\n" if self._first_field or self.header.has("X") else "X:1\nK:C\n"
            fix = Fix("notation.fix-add-key", Span(line.start, line.start), header)
            self.log.error("missing-key", line.start, line.content_end, fix)
            self._end_header(None)
        text = self._text
        end = line.content_end
        stripped = text[line.start : end].rstrip()
        self.aligned.begin_music(self._voice, continued=self._continued)
        self._music.read_line(line.start, end, self._macros.expand(text, line.start, end))
        self._continued = stripped.endswith("\\")
        if self._continued:
            self._voice.space()
            return
        if not self._overlays.is_marked:
            self._end_overlay()
        last = self._voice.items[-1] if self._voice.items else None
        breaks_line = "<EOL>" in self._instructions.breaks_at
        if breaks_line and last is not None and not isinstance(last, LineBreak):
            self._voice.add(LineBreak(Span(end, line.end)))
        else:
            self._voice.space()

    def _body_field(self, field: InformationField) -> None:
        letter = field.letter
        self._body_fields.append(field)
        if letter in HEADER_ONLY:
            self.log.hint("field-in-body", field.span.start, field.span.end, letter=letter)
        if letter == "w":
            self.aligned.lyrics(self._voice, field.value, field.value_span.start)
        elif letter == "s":
            self.aligned.symbols(self._voice, field.value, field.value_span.start)
        elif letter == "W":
            self.header.words.append(field.text)
        elif letter == "K" or letter in "MLQPVIUm":
            self._change(field)

    def _inline_field(self, letter: str, value: str, start: int, match: Match) -> None:
        left = len(value) - len(value.lstrip())
        stripped = value.strip()
        value_span = Span(start + left, start + left + len(stripped))
        field = InformationField(letter, stripped, Span(match.start(), match.end()), value_span)
        if letter not in INLINE_FIELDS:
            fix = removal(self._text, field.span.start, field.span.end)
            self.log.warn("field-not-inline", match.start(), match.end(), fix, letter=letter)
            return
        field = self._cut_to_limit(field)
        self._body_fields.append(field)
        self._change(field)

    def _change(self, field: InformationField) -> None:
        """Apply a field in the body to the voice that is current."""
        letter, voice, span = field.letter, self._voice, field.span
        if letter == "K":
            self._change_key(field)
        elif letter == "M":
            self._change_meter(field)
        elif letter == "L":
            voice.unit_note_length = self._reader.unit_note_length(field) or voice.unit_note_length
        elif letter == "Q":
            self._change_tempo(field)
        elif letter == "P":
            voice.add(PartLabel(span, field.value))
        elif letter == "I":
            self._follow(self._instructions.read_field(field.value, span))
        elif letter == "U":
            self._user_symbol(field)
        elif letter == "m":
            self._macros.define(field)
        elif letter == "V":
            self._change_voice(field)

    def _change_meter(self, field: InformationField) -> None:
        if meter := self._reader.meter(field):
            self._voice.meter = meter
            self._voice.add(MeterChange(field.span, meter))

    def _change_tempo(self, field: InformationField) -> None:
        voice = self._voice
        if tempo := self._reader.tempo(field, voice.unit_note_length):
            voice.add(TempoChange(field.span, tempo))

    def _change_voice(self, field: InformationField) -> None:
        match = VOICE_ID.match(field.value)
        if match is None:
            return
        span = field.span
        self._end_overlay()
        voice = self.voices.named(match[1], span.start, span.end)
        self.switch_to(voice)
        if span.of(self._text).startswith("["):
            self.aligned.begin_music(voice, continued=False)
        properties = field.value[match.end() :]
        if properties.strip():
            self.voices.set_staff(voice, properties, at=span)

    def _change_key(self, field: InformationField) -> None:
        reading = self._reader.key(field)
        voice = self._voice
        if reading.key is not None:
            voice.set_key(reading.key)
            voice.add(KeyChange(field.span, reading.key))
        self.voices.change_staff(voice, reading.staff, field.span)

    # Voices

    @property
    def _voice(self) -> VoiceBuilder:
        return self.voices.current

    def switch_to(self, voice: VoiceBuilder) -> None:
        """Let the music that follows go to a voice."""
        self.voices.current = voice
        self._music.voice = voice

    def _overlay(self, start: int, end: int) -> None:
        """Let the music after `&` sound together with measures before it."""
        sign = self._text[start:end]
        if sign.startswith("("):
            self._end_overlay()
            self._overlays.mark(self._voice)
            return
        if sign.endswith(")"):
            self._end_overlay()
            return
        voice = self._overlays.begin(self._voice, len(sign))
        if voice is None:
            self.log.error("limit-overlays", start, end, limit=MAX_OVERLAYS)
        self._music.voice = voice or self._voice

    def _end_overlay(self) -> None:
        """Return from an overlay to its voice."""
        self._overlays.end()
        self._music.voice = self._voice

    def _end_overlay_measure(self, at: Span) -> bool:
        """Whether a bar line belongs to the overlay alone, and return to the voice at its end."""
        if not self._overlays.is_open():
            return False
        overlay_only = self._overlays.end_measure(at)
        if not self._overlays.is_open():
            self._music.voice = self._voice
        return overlay_only

    # For a reading that goes on where another one stood

    @property
    def layout(self) -> StaffLayout | None:
        """How the staves are laid out, as far as that was said."""
        return self._layout.layout

    @layout.setter
    def layout(self, layout: StaffLayout | None) -> None:
        self._layout.layout = layout

    @property
    def grown(self) -> list[list[Any]]:
        """What only grows: findings, words after the tune, directives, fields of the body."""
        return [self.log.found, self.header.words, self._instructions.kept, self._body_fields]

    @property
    def parts(self) -> tuple[Carrier, ...]:
        """What else carries state from line to line."""
        return self, self.voices, self._marks, self._instructions, self.aligned, self._music

    @property
    def is_plain(self) -> bool:
        """Whether the tune has an ordinary header, and neither macros nor overlays so far."""
        return not self._macros and not self._overlays and self.header.is_ordinary

    def go_on_under(self, header: TuneHeader) -> None:
        """Take the closed header of another reading."""
        self.header = header
        self.voices.header = header

    # The end

    def end(self) -> list[Voice]:
        """Take note that no more lines come, and return the voices as read."""
        text, header = self._text, self.header
        if header.is_open:
            if text.strip():
                self.log.error("missing-key", len(text), len(text))
            self._end_header(None)
        self._overlays.finish()
        self._instructions.finish()
        return [voice.finish() for voice in self.voices]

    def score(self, voices: Sequence[Voice]) -> Score:
        """Return what was read, with these voices, and what is doubtful in them."""
        text, header = self._text, self.header
        self._layout.check(voices)
        parts, has_order = part_onsets(voices), bool(header.part_order)
        rows: list[tuple[Voice, tuple[Measure, ...]]] = []
        for voice in voices:
            if voice.overlay_of is not None:
                continue
            measures = split_measures(voice, header.meter, parts)
            check_measures(measures, self.log, text=text)
            check_accidentals(measures, header.key, text, self.log)
            check_repeats(voice, measures, self.log, has_order=has_order)
            check_endings(voice, measures, self.log, has_order=has_order)
            rows.append((voice, measures))
        if not has_order:
            check_voice_lengths(rows, self.log)
        if header.has("K"):
            check_notes(voices, header.fields[-1].span.end, self.log)
        sounding = [
            voice for voice in voices if any(isinstance(e, TimedElement) for e in voice.elements)
        ]
        part_order = header.part_order
        if part_order:
            orders = [field.value_span for field in header.fields if field.letter == "P"]
            check_part_labels(part_order, voices, orders[-1], self.log)
            if not is_playable(part_order, voices):
                self.log.error("limit-parts", orders[0].start, orders[0].end)
                part_order = ()
        return Score(
            text=text,
            fields=tuple(header.fields),
            key=header.key,
            meter=header.meter,
            unit_note_length=header.unit_note_length,
            tempo=header.tempo,
            part_order=part_order,
            voices=tuple(sounding or voices[:1]),
            words=tuple(header.words),
            diagnostics=self.log.sorted(),
            directives=tuple(self._instructions.kept),
            body_fields=tuple(self._body_fields),
            layout=self._layout.layout,
        )


def _warn_of_blanks_before(line: Line, text: str, log: DiagnosticLog) -> None:
    """Warn of a field that is read here, but not by programs that keep to ABC 2.1 (3)."""
    written = text[line.start : line.content_end]
    blanks = len(written) - len(written.lstrip())
    if blanks:
        fix = Fix("notation.fix-remove-blanks", Span(line.start, line.start + blanks), "")
        log.warn("field-indented", line.start, line.value_start, fix, letter=line.letter)
