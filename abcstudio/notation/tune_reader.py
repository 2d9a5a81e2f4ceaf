"""One tune's lines to a `Score`: header, body fields, voices, lyrics (ABC 2.1, 3 and 7)."""

import re

from abcstudio.notation.clef_words import parse_clef, small_int, staff_words
from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.field_reader import FieldReader
from abcstudio.notation.limits import MAX_ELEMENTS, MAX_LINES, MAX_OVERLAYS, MAX_VERSES, MAX_VOICES
from abcstudio.notation.lines import Line, LineKind, scan_lines
from abcstudio.notation.lyrics import align_lyrics
from abcstudio.notation.measure_checks import check_measures
from abcstudio.notation.measures import split_measures
from abcstudio.notation.music_reader import MusicReader
from abcstudio.notation.overlays import Overlays
from abcstudio.notation.repeat_checks import check_endings, check_repeats
from abcstudio.notation.score import (
    Clef,
    ClefChange,
    Directive,
    InformationField,
    KeyChange,
    LineBreak,
    MeterChange,
    MidiDirective,
    PartLabel,
    Score,
    TempoChange,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.tune_header import VOICE_ID, TuneHeader
from abcstudio.notation.voice_builder import VoiceBuilder

_REFUSED = frozenset(
    {
        "abc-include",
        "format",
        "EPS",
        "eps",
        "ps",
        "postscript",
        "beginps",
        "beginsvg",
        "beginjs",
        "svg",
        "js",
    }
)
_DIRECTIVE = re.compile(r"%%[ \t]*([^\s:]*)[ \t:]*(.*)")
_INLINE_LETTERS = frozenset("IKLMmNPQRrUV")


class TuneReader:
    """Reads one tune's lines in order and then gives its `Score`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._log = DiagnosticLog()
        self._reader = FieldReader(self._log)
        self._header = TuneHeader(self._reader)
        self._directives: list[Directive] = []
        self._voices: dict[str, VoiceBuilder] = {}
        self._voice = self._make_voice("")
        self._overlays = Overlays(self._overlay_voice)
        self._too_many_voices = False
        self._verse = 0
        self._propagate = "pitch"
        self._music = MusicReader(
            text, self._voice, self._log, self._inline_field, self._overlay, self._end_overlay
        )

    def read(self) -> Score:
        """Read the whole text."""
        ended = started = False
        for count, line in enumerate(scan_lines(self._text)):
            if count >= MAX_LINES:
                self._log.error("limit-lines", line.start, line.content_end, limit=MAX_LINES)
                break
            if ended:
                if self._tells_what_follows(line):
                    break
                continue
            if line.kind is LineKind.TEXT and line.in_header and started:
                self._log.warn("text-in-header", line.start, line.content_end)
            if line.kind is LineKind.BLANK or line.kind is LineKind.TEXT:
                ended = started and line.kind is LineKind.BLANK
                continue
            if line.letter == "X" and started and self._header.has("X"):
                self._log.hint("another-tune", line.start, line.content_end)
                break
            started = started or line.kind in (LineKind.FIELD, LineKind.MUSIC)
            self._read_line(line)
            if self._music.exhausted:
                self._log.error("limit-elements", line.start, line.content_end, limit=MAX_ELEMENTS)
                break
        return self._finish()

    def _tells_what_follows(self, line: Line) -> bool:
        """Note that text after the tune's blank line is not read; True when there is some."""
        if line.kind in (LineKind.BLANK, LineKind.COMMENT, LineKind.DIRECTIVE):
            return False
        code = "another-tune" if line.letter == "X" else "text-after-tune"
        self._log.hint(code, line.start, line.content_end)
        return True

    def _read_line(self, line: Line) -> None:
        if line.kind is LineKind.MUSIC:
            self._music_line(line)
        elif line.kind is LineKind.DIRECTIVE:
            self._directive(line.start, line.content_end)
        elif line.kind is LineKind.FIELD:
            raw = self._text[line.value_start : line.content_end]
            start = line.value_start + len(raw) - len(raw.lstrip())
            value = raw.strip()
            field = InformationField(
                line.letter,
                value,
                Span(line.start, line.content_end),
                Span(start, start + len(value)),
            )
            if self._header.is_open:
                self._header_field(field)
            else:
                self._body_field(field)

    # The header

    def _header_field(self, field: InformationField) -> None:
        letter = field.letter
        self._header.take(field)
        if letter == "I":
            self._instruction(field.value, field.span)
        elif letter == "U":
            self._user_symbol(field)
        elif letter == "m":
            self._log.warn("macro-not-read", field.span.start, field.span.end)
        elif letter == "K":
            self._end_header(field)

    def _end_header(self, key_field: InformationField | None) -> None:
        header = self._header
        reading = header.close(key_field)
        self._voices.clear()
        for declared in header.declared:
            voice = self._voice_named(declared.voice_id, declared.place, declared.place)
            self._set_staff(voice, declared.properties, at=None)
        self._switch_to(self._voice_named(header.declared[0].voice_id if header.declared else ""))
        if reading and (reading.clef or reading.octave or reading.transpose):
            for voice in self._voices.values():
                if reading.clef and voice.start_clef == Clef():
                    voice.start_clef = reading.clef
                    voice.set_clef(reading.clef)
                if reading.octave:
                    voice.set_octave(voice.octave + reading.octave)
                voice.transpose += reading.transpose or 0
        for midi in header.midi:
            self._voice.add(midi)

    def _user_symbol(self, field: InformationField) -> None:
        if (symbol := self._reader.user_symbol(field)) is not None:
            self._music.shorthands[symbol[0]] = symbol[1]

    # Directives

    def _directive(self, start: int, end: int) -> None:
        match = _DIRECTIVE.match(self._text, start, end)
        if match:
            self._take_directive(match[1], match[2].strip(), Span(start, end))

    def _instruction(self, value: str, span: Span) -> None:
        name, _, rest = value.partition(" ")
        self._take_directive(name, rest.strip(), span)

    def _take_directive(self, name: str, value: str, span: Span) -> None:
        if name in _REFUSED:
            self._log.warn("directive-refused", span.start, span.end, name=name)
            return
        self._directives.append(Directive(name, value, span))
        if name == "MIDI":
            midi = MidiDirective(span, tuple(value.split()))
            if self._header.is_open:
                self._header.midi.append(midi)
            else:
                self._voice.add(midi)
        elif name == "propagate-accidentals":
            self._propagate = value if value in ("not", "octave", "pitch") else "pitch"
            for voice in (*self._voices.values(), self._voice):
                voice.propagate = self._propagate

    # The body

    def _music_line(self, line: Line) -> None:
        if self._header.is_open:
            self._log.error(
                "missing-key", line.start, line.content_end,
                Fix("notation.fix-add-key", Span(line.start, line.start), "K:C\n"),
            )  # fmt: skip
            self._end_header(None)
        text = self._text
        end = line.content_end
        stripped = text[line.start : end].rstrip()
        self._voice.line_start = len(self._voice.items)
        self._verse = 0
        self._music.read_line(line.start, end)
        self._end_overlay()
        if not stripped.endswith("\\"):
            last = self._voice.items[-1] if self._voice.items else None
            if last is not None and not isinstance(last, LineBreak):
                self._voice.add(LineBreak(Span(end, line.end)))
        else:
            self._voice.space()

    def _body_field(self, field: InformationField) -> None:
        letter = field.letter
        if letter == "w":
            self._verse += 1
            if self._verse <= MAX_VERSES:
                self._lyrics(field)
        elif letter == "W":
            self._header.words.append(field.value)
        elif letter == "K" or letter in "MLQPVIUm":
            self._change(field)

    def _lyrics(self, field: InformationField) -> None:
        start = field.value_span.start
        items = self._voice.items[self._voice.line_start :]
        left_over = align_lyrics(items, field.value, start, self._verse)
        if left_over:
            self._log.warn("lyrics-too-long", start, field.value_span.end, count=left_over)

    def _inline_field(self, letter: str, value: str, start: int, match: re.Match[str]) -> None:
        left = len(value) - len(value.lstrip())
        stripped = value.strip()
        value_span = Span(start + left, start + left + len(stripped))
        field = InformationField(letter, stripped, Span(match.start(), match.end()), value_span)
        if letter not in _INLINE_LETTERS:
            self._log.warn("field-not-inline", match.start(), match.end(), letter=letter)
            return
        self._change(field)

    def _change(self, field: InformationField) -> None:
        """Apply a field in the body to the voice that is current."""
        letter, voice, span = field.letter, self._voice, field.span
        if letter == "K":
            self._change_key(field)
        elif letter == "M":
            if meter := self._reader.meter(field):
                voice.meter = meter
                voice.add(MeterChange(span, meter))
        elif letter == "L":
            voice.unit_note_length = self._reader.unit_note_length(field) or voice.unit_note_length
        elif letter == "Q":
            if tempo := self._reader.tempo(field, voice.unit_note_length):
                voice.add(TempoChange(span, tempo))
        elif letter == "P":
            voice.add(PartLabel(span, field.value))
        elif letter == "I":
            self._instruction(field.value, span)
        elif letter == "U":
            self._user_symbol(field)
        elif letter == "V" and (match := VOICE_ID.match(field.value)):
            self._end_overlay()
            voice = self._voice_named(match[1], span.start, span.end)
            voice.line_start = len(voice.items)
            self._switch_to(voice)
            properties = field.value[match.end() :]
            if properties.strip():
                self._set_staff(voice, properties, at=span)

    def _change_key(self, field: InformationField) -> None:
        reading = self._reader.key(field)
        voice = self._voice
        if reading.key is not None:
            voice.set_key(reading.key)
            voice.add(KeyChange(field.span, reading.key))
        if reading.clef is not None:
            voice.set_clef(reading.clef)
            voice.add(ClefChange(field.span, reading.clef))
        if reading.octave is not None:
            voice.set_octave(reading.octave)

    # Voices

    def _make_voice(self, voice_id: str) -> VoiceBuilder:
        header = self._header
        return VoiceBuilder(
            voice_id, header.key, header.meter, header.unit_note_length, self._text, self._log
        )

    def _voice_named(self, voice_id: str, start: int = 0, end: int = 0) -> VoiceBuilder:
        voice = self._voices.get(voice_id)
        if voice is None:
            if len(self._voices) >= MAX_VOICES:
                if not self._too_many_voices:
                    self._too_many_voices = True
                    self._log.error("limit-voices", start, end, limit=MAX_VOICES)
                return self._voice
            voice = self._make_voice(voice_id)
            voice.propagate = self._propagate
            self._voices[voice_id] = voice
        return voice

    def _switch_to(self, voice: VoiceBuilder) -> None:
        self._voice = voice
        self._music.voice = voice

    def _set_staff(self, voice: VoiceBuilder, properties: str, at: Span | None) -> None:
        """Apply `name= clef= octave= transpose=` of a `V:` field."""
        for name, value, _, _ in staff_words(properties):
            clef = parse_clef(value) if name in ("", "clef") else None
            if clef is not None:
                if at is None or not voice.items:
                    voice.start_clef = clef
                elif clef != voice.start_clef:
                    voice.add(ClefChange(at, clef))
                voice.set_clef(clef)
            elif name in ("name", "nm"):
                voice.name = value.replace("\\n", " ")
            elif name == "octave" and (octave := small_int(value, 4)) is not None:
                voice.set_octave(octave)
            elif name in ("transpose", "t") and (steps := small_int(value, 48)) is not None:
                voice.transpose = steps

    def _overlay(self, start: int, end: int) -> None:
        """Let the music up to the next bar line sound together with the measure before it."""
        if "(" in self._text[start:end] or ")" in self._text[start:end]:
            self._log.warn("overlay-not-read", start, end)
            return
        voice = self._overlays.begin(self._voice)
        if voice is None:
            self._log.error("limit-voices", start, end, limit=MAX_OVERLAYS)
        else:
            self._music.voice = voice

    def _end_overlay(self) -> None:
        """Return from an overlay to its voice."""
        if self._overlays.end() is not None:
            self._music.voice = self._voice

    def _overlay_voice(self, voice_id: str) -> VoiceBuilder | None:
        if len(self._voices) >= MAX_VOICES:
            return None
        return self._voice_named(voice_id)

    # The end

    def _finish(self) -> Score:
        text, header = self._text, self._header
        if header.is_open:
            if text.strip():
                self._log.error("missing-key", len(text), len(text))
            self._end_header(None)
        self._overlays.finish()
        voices = [voice.finish() for voice in self._voices.values()]
        for voice in voices:
            if voice.overlay_of is not None:
                continue
            measures = split_measures(voice, header.meter)
            check_measures(measures, self._log)
            check_repeats(measures, self._log)
            check_endings(measures, self._log)
        sounding = [
            voice for voice in voices if any(hasattr(e, "duration") for e in voice.elements)
        ]
        return Score(
            text=text,
            fields=tuple(header.fields),
            key=header.key,
            meter=header.meter,
            unit_note_length=header.unit_note_length,
            tempo=header.tempo,
            part_order=header.part_order,
            voices=tuple(sounding or voices[:1]),
            words=tuple(header.words),
            diagnostics=self._log.sorted(),
            directives=tuple(self._directives),
        )
