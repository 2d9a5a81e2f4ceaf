"""One tune's lines to a `Score`: header, body fields, voices, lyrics (ABC 2.1, 3 and 7)."""

import re
from fractions import Fraction

from abcstudio.notation.clef_words import parse_clef, small_int, staff_words
from abcstudio.notation.decorations import decoration_name
from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.key_field import NO_KEY, parse_key
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.limits import MAX_ELEMENTS, MAX_LINES, MAX_OVERLAYS, MAX_VERSES, MAX_VOICES
from abcstudio.notation.lines import Line, LineKind, scan_lines
from abcstudio.notation.lyrics import align_lyrics
from abcstudio.notation.measure_checks import check_measures
from abcstudio.notation.measures import split_measures
from abcstudio.notation.meter import Meter
from abcstudio.notation.meter_field import FREE_METER, parse_meter, parse_unit_note_length
from abcstudio.notation.music_reader import MusicReader
from abcstudio.notation.overlays import Overlays
from abcstudio.notation.part_order import PartOrderError, expand_part_order
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
    Tempo,
    TempoChange,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.tempo_field import parse_tempo
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
_VOICE_ID = re.compile(r"\s*([^\s\]]+)")
_INLINE_LETTERS = frozenset("IKLMmNPQRrUV")


class TuneReader:
    """Reads one tune's lines in order and then gives its `Score`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._log = DiagnosticLog()
        self._fields: list[InformationField] = []
        self._directives: list[Directive] = []
        self._words: list[str] = []
        self._key: KeySignature = NO_KEY
        self._meter: Meter = FREE_METER
        self._unit: Fraction | None = None
        self._tempo: Tempo | None = None
        self._tempo_field: InformationField | None = None
        self._part_order: tuple[str, ...] = ()
        self._declared: list[tuple[str, str, int]] = []
        self._header_midi: list[MidiDirective] = []
        self._voices: dict[str, VoiceBuilder] = {}
        self._voice = self._make_voice("")
        self._overlays = Overlays(self._overlay_voice)
        self._in_header = True
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
            if line.letter == "X" and started and self._field_values("X"):
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

    def _field_values(self, letter: str) -> list[InformationField]:
        return [field for field in self._fields if field.letter == letter]

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
            if self._in_header:
                self._header_field(field)
            else:
                self._body_field(field)

    # The header

    def _header_field(self, field: InformationField) -> None:
        letter, value = field.letter, field.value
        start, end = field.value_span.start, field.value_span.end
        self._fields.append(field)
        if letter == "M":
            self._meter = self._parse_meter(field) or self._meter
        elif letter == "L":
            self._unit = self._parse_unit(field) or self._unit
        elif letter == "Q":
            self._tempo_field = field
        elif letter == "P":
            try:
                self._part_order = expand_part_order(value)
            except PartOrderError as error:
                self._log.error(str(error), start, end)
        elif letter == "V":
            if match := _VOICE_ID.match(value):
                self._declared.append((match[1], value[match.end() :], start + match.end()))
        elif letter == "I":
            self._instruction(value, field.span)
        elif letter == "U":
            self._user_symbol(field)
        elif letter == "W":
            self._words.append(value)
        elif letter == "m":
            self._log.warn("macro-not-read", field.span.start, field.span.end)
        elif letter == "K":
            self._end_header(field)

    def _end_header(self, key_field: InformationField | None) -> None:
        self._in_header = False
        self._voices.clear()
        reading = parse_key(key_field.value) if key_field else None
        if key_field and reading:
            self._report_key(key_field, reading.key, reading.unknown)
            self._key = reading.key or NO_KEY
        if self._unit is None:
            self._unit = self._meter.default_unit_note_length
        if self._tempo_field is not None:
            self._tempo = self._parse_tempo(self._tempo_field, self._unit)
        for voice_id, properties, place in self._declared:
            self._set_staff(self._voice_named(voice_id, place, place), properties, at=None)
        self._switch_to(self._voice_named(self._declared[0][0] if self._declared else ""))
        if reading and (reading.clef or reading.octave or reading.transpose):
            for voice in self._voices.values():
                if reading.clef and voice.start_clef == Clef():
                    voice.start_clef = reading.clef
                    voice.set_clef(reading.clef)
                if reading.octave:
                    voice.set_octave(voice.octave + reading.octave)
                voice.transpose += reading.transpose or 0
        for midi in self._header_midi:
            self._voice.add(midi)

    def _report_key(
        self,
        field: InformationField,
        key: KeySignature | None,
        unknown: tuple[str, int, int] | None,
    ) -> None:
        start = field.value_span.start
        if unknown is not None:
            word, word_start, word_end = unknown
            code = "key-word-unknown" if key else "bad-key"
            report = self._log.warn if key else self._log.error
            report(code, start + word_start, start + word_end, word=word[:40])
        elif not field.value:
            self._log.hint("key-empty", field.span.start, field.span.end)

    def _parse_meter(self, field: InformationField) -> Meter | None:
        span = field.value_span
        meter = parse_meter(field.value)
        if meter is None and (first := field.value.split(maxsplit=1)[:1]):
            meter = parse_meter(first[0])
            if meter is not None:
                self._log.warn("meter-rest-unread", span.start, span.end, value=first[0])
                return meter
        if meter is None:
            self._log.error("bad-meter", span.start, span.end, value=field.value[:40])
        return meter

    def _parse_unit(self, field: InformationField) -> Fraction | None:
        unit = parse_unit_note_length(field.value)
        if unit is None:
            self._log.error(
                "bad-unit-note-length",
                field.value_span.start,
                field.value_span.end,
                value=field.value[:40],
            )
        return unit

    def _parse_tempo(self, field: InformationField, unit: Fraction) -> Tempo | None:
        reading = parse_tempo(field.value, unit, field.span)
        span = field.value_span
        if reading is None:
            self._log.error("bad-tempo", span.start, span.end, value=field.value[:40])
            return None
        if reading.old_style:
            beat, rate = reading.tempo.beat_duration, reading.tempo.beats_per_minute
            text = f'"{reading.tempo.text}" ' if reading.tempo.text else ""
            beat_text = f"{beat.numerator}/{beat.denominator}"
            fix = Fix("notation.fix-tempo", span, f"{text}{beat_text}={_plain(rate)}")
            self._log.hint(
                "tempo-old-style", span.start, span.end, fix, beat=beat_text, rate=_plain(rate)
            )
        return reading.tempo

    def _user_symbol(self, field: InformationField) -> None:
        sign, _, meaning = field.value.partition("=")
        sign, meaning = sign.strip(), meaning.strip()
        name = decoration_name(meaning.strip("!+"))
        if len(sign) != 1 or not re.fullmatch(r"[~H-Wh-w]", sign) or not meaning:
            self._log.warn("bad-user-symbol", field.span.start, field.span.end)
        else:
            self._music.shorthands[sign] = name or (
                "nil" if meaning.startswith('"') else meaning.strip("!+")
            )

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
            if self._in_header:
                self._header_midi.append(midi)
            else:
                self._voice.add(midi)
        elif name == "propagate-accidentals":
            self._propagate = value if value in ("not", "octave", "pitch") else "pitch"
            for voice in (*self._voices.values(), self._voice):
                voice.propagate = self._propagate

    # The body

    def _music_line(self, line: Line) -> None:
        if self._in_header:
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
            self._words.append(field.value)
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
            if meter := self._parse_meter(field):
                voice.meter = meter
                voice.add(MeterChange(span, meter))
        elif letter == "L":
            voice.unit_note_length = self._parse_unit(field) or voice.unit_note_length
        elif letter == "Q":
            if tempo := self._parse_tempo(field, voice.unit_note_length):
                voice.add(TempoChange(span, tempo))
        elif letter == "P":
            voice.add(PartLabel(span, field.value))
        elif letter == "I":
            self._instruction(field.value, span)
        elif letter == "U":
            self._user_symbol(field)
        elif letter == "V" and (match := _VOICE_ID.match(field.value)):
            self._end_overlay()
            voice = self._voice_named(match[1], span.start, span.end)
            voice.line_start = len(voice.items)
            self._switch_to(voice)
            properties = field.value[match.end() :]
            if properties.strip():
                self._set_staff(voice, properties, at=span)

    def _change_key(self, field: InformationField) -> None:
        reading = parse_key(field.value)
        self._report_key(field, reading.key, reading.unknown)
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
        unit = self._unit or self._meter.default_unit_note_length
        return VoiceBuilder(voice_id, self._key, self._meter, unit, self._text, self._log)

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
        text = self._text
        if self._in_header:
            if text.strip():
                self._log.error("missing-key", len(text), len(text))
            self._end_header(None)
        self._overlays.finish()
        voices = [voice.finish() for voice in self._voices.values()]
        for voice in voices:
            if voice.overlay_of is not None:
                continue
            measures = split_measures(voice, self._meter)
            check_measures(measures, self._log)
            check_repeats(measures, self._log)
            check_endings(measures, self._log)
        sounding = [
            voice for voice in voices if any(hasattr(e, "duration") for e in voice.elements)
        ]
        return Score(
            text=text,
            fields=tuple(self._fields),
            key=self._key,
            meter=self._meter,
            unit_note_length=self._unit or self._meter.default_unit_note_length,
            tempo=self._tempo,
            part_order=self._part_order,
            voices=tuple(sounding or voices[:1]),
            words=tuple(self._words),
            diagnostics=self._log.sorted(),
            directives=tuple(self._directives),
        )


def _plain(number: Fraction | None) -> str:
    """Return a number as a musician writes it: 120, 112.5."""
    return f"{float(number or 0):g}"
