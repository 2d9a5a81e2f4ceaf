"""The voices of one tune while it is read: made when first named, in their order (ABC 2.1, 7)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.limits import MAX_VOICES
from abcstudio.notation.reader.tune_header import TuneHeader
from abcstudio.notation.reader.voice.voice_builder import VoiceBuilder
from abcstudio.notation.score import Clef, ClefChange, KeyChange, MeterChange
from abcstudio.notation.spans import Span
from abcstudio.notation.values.clef_words import staff_words
from abcstudio.notation.values.staff_properties import StaffProperties

_SHARED = (KeyChange, MeterChange)


class Voices:
    """Makes voices as the header says and applies what `V:` and `K:` say about their staves.

    Attributes:
        current: The voice that the music goes to.
        header: What tells how a voice begins.
        propagate: How far accidentals reach: "pitch", "octave" or "not".
    """

    NOT_CARRIED: ClassVar = frozenset(("_text", "_log", "header", "_voices", "current"))

    def __init__(self, text: str, log: DiagnosticLog, header: TuneHeader) -> None:
        self._text = text
        self._log = log
        self.header = header
        self._voices: dict[str, VoiceBuilder] = {}
        self._too_many = False
        self._staff = StaffProperties()
        self._opening: list[KeyChange | MeterChange] = []
        self._opening_unit: Fraction | None = None
        self.propagate = "pitch"
        self.current = self._make("")

    def __len__(self) -> int:
        return len(self._voices)

    def __iter__(self) -> Iterator[VoiceBuilder]:
        return iter(self._voices.values())

    def begin(self, staff: StaffProperties) -> None:
        """Make the voices that the header declares, on staves as its `K:` says; the first leads."""
        header = self.header
        self._staff = staff
        self._voices.clear()
        for declared in header.declared:
            voice = self.named(declared.voice_id, declared.place, declared.place)
            self.set_staff(voice, declared.properties, at=None)
        self.current = self.named(header.declared[0].voice_id if header.declared else "")

    def named(self, voice_id: str, start: int = 0, end: int = 0) -> VoiceBuilder:
        """Return a voice, made if need be; beyond the limit the current one."""
        voice = self._voices.get(voice_id)
        if voice is not None:
            return voice
        if len(self._voices) >= MAX_VOICES:
            if not self._too_many:
                self._too_many = True
                self._log.error("limit-voices", start, end, limit=MAX_VOICES)
            return self.current
        voice = self._take_unnamed(voice_id) or self._make(voice_id)
        self._voices[voice_id] = voice
        return voice

    def _take_unnamed(self, voice_id: str) -> VoiceBuilder | None:
        """Let the first voice that is named have what the body said before any music.

        A `P:`, `M:` or `K:` between the header and the first `V:` belongs to every voice.
        """
        unnamed = self._voices.get("")
        if unnamed is None or len(self._voices) > 1 or unnamed.has_music:
            return None
        del self._voices[""]
        unnamed.voice_id = voice_id
        self._opening = [item for item in unnamed.items if isinstance(item, _SHARED)]
        self._opening_unit = unnamed.unit_note_length
        return unnamed

    def _open(self, voice: VoiceBuilder) -> None:
        for item in self._opening:
            if isinstance(item, KeyChange):
                voice.set_key(item.key)
            elif isinstance(item, MeterChange):
                voice.meter = item.meter
            voice.add(item)
        if self._opening_unit is not None:
            voice.unit_note_length = self._opening_unit

    def make(self, voice_id: str) -> VoiceBuilder:
        """Return a new voice that another reading has named before."""
        voice = self._voices[voice_id] = self._make(voice_id)
        return voice

    def overlay(self, voice_id: str) -> VoiceBuilder | None:
        """Return a voice for an overlay; None beyond the limit."""
        if len(self._voices) >= MAX_VOICES:
            return None
        if voice_id not in self._voices:
            self._voices[voice_id] = self._make(voice_id)
        return self._voices[voice_id]

    def set_propagate(self, value: str) -> None:
        """Let accidentals reach as far as `%%propagate-accidentals` says."""
        self.propagate = value if value in ("not", "octave", "pitch") else "pitch"
        for voice in (*self._voices.values(), self.current):
            voice.propagate = self.propagate

    def set_staff(self, voice: VoiceBuilder, words: str, at: Span | None) -> None:
        """Apply the words of a `V:` field, `at` its place in the body, None in the header."""
        staff = StaffProperties()
        for name, value, _, _ in staff_words(words):
            staff.take(name, value)
        self._set_clef(voice, staff.clef_on(voice.clef), at)
        if staff.octave is not None:
            voice.set_octave(staff.octave)
        if staff.transpose is not None:
            voice.set_transpose(staff.transpose, voice.key_transpose, at)
        if staff.name is not None:
            voice.name = staff.name
        if staff.short_name is not None:
            voice.short_name = staff.short_name
        if staff.staff_lines is not None:
            voice.staff_lines = max(0, staff.staff_lines)

    def change_staff(self, voice: VoiceBuilder, staff: StaffProperties, at: Span) -> None:
        """Apply what a `K:` field of the body says about the staff."""
        self._set_clef(voice, staff.clef_on(voice.clef), at)
        if staff.octave is not None:
            voice.set_octave(staff.octave)
        if staff.transpose is not None:
            voice.set_transpose(voice.own_transpose, staff.transpose, at)

    def _make(self, voice_id: str) -> VoiceBuilder:
        header, staff = self.header, self._staff
        voice = VoiceBuilder(
            voice_id,
            key=header.key,
            meter=header.meter,
            unit_note_length=header.unit_note_length,
            text=self._text,
            log=self._log,
        )
        voice.propagate = self.propagate
        voice.start_clef = staff.clef_on(Clef())
        voice.set_clef(voice.start_clef)
        voice.set_octave(staff.octave or 0)
        voice.set_transpose(0, staff.transpose or 0, at=None)
        voice.staff_lines = 5 if staff.staff_lines is None else max(0, staff.staff_lines)
        self._open(voice)
        return voice

    def _set_clef(self, voice: VoiceBuilder, clef: Clef, at: Span | None) -> None:
        if clef == voice.clef:
            return
        if at is None or not voice.items:
            voice.start_clef = clef
        else:
            voice.add(ClefChange(at, clef))
        voice.set_clef(clef)
