"""What a tune's header says before the music begins (ABC 2.1, 3)."""

import re
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.reader.field_reader import FieldReader
from abcstudio.notation.score import InformationField, MidiDirective, Tempo
from abcstudio.notation.values.key_field import NO_KEY, KeyReading
from abcstudio.notation.values.meter_field import FREE_METER

VOICE_ID = re.compile(r"\s*([^\s\]]+)")


@dataclass(frozen=True, slots=True)
class DeclaredVoice:
    """A `V:` field of the header: the voice, its properties and where they stand."""

    voice_id: str
    properties: str
    place: int


class TuneHeader:
    """Takes the fields of one header in order.

    Attributes:
        fields: All of them; those of the file header only where the tune has none of its own.
        is_open: The `K:` field that ends the header has not come yet.
        words: The `W:` lines.
        declared: The voices, in order.
        midi: The `%%MIDI` lines; they belong to the first voice.
    """

    def __init__(self, reader: FieldReader) -> None:
        self._reader = reader
        self.fields: list[InformationField] = []
        self.is_open = True
        self.words: list[str] = []
        self.declared: list[DeclaredVoice] = []
        self.midi: list[MidiDirective] = []
        self.key: KeySignature = NO_KEY
        self.meter: Meter = FREE_METER
        self.tempo: Tempo | None = None
        self.part_order: tuple[str, ...] = ()
        self._unit: Fraction | None = None
        self._tempo_field: InformationField | None = None
        self._file_fields: list[InformationField] = []

    def begin_tune(self) -> None:
        """Keep what has come so far, the file header, for what the tune itself does not say."""
        self._file_fields, self.fields = self.fields, []

    @property
    def unit_note_length(self) -> Fraction:
        """The unit note length: that of `L:`, else that of the meter."""
        return self._unit or self.meter.default_unit_note_length

    @property
    def is_ordinary(self) -> bool:
        """Whether it began with `X:` and was ended by `K:`, so that no later line is part of it."""
        return not self.is_open and self.has("X") and self.has("K")

    def has(self, letter: str) -> bool:
        """Whether a field of this letter has come."""
        return any(field.letter == letter for field in self.fields)

    def take(self, field: InformationField) -> None:
        """Read one field."""
        letter = field.letter
        self.fields.append(field)
        if letter == "X":
            self._reader.reference_number(field)
        elif letter == "M":
            self.meter = self._reader.meter(field) or self.meter
        elif letter == "L":
            self._unit = self._reader.unit_note_length(field) or self._unit
        elif letter == "Q":
            self._tempo_field = field
        elif letter == "P":
            self.part_order = self._reader.part_order(field)
        elif letter == "V":
            if match := VOICE_ID.match(field.value):
                place = field.value_span.start + match.end()
                self.declared.append(DeclaredVoice(match[1], field.value[match.end() :], place))
        elif letter == "W":
            self.words.append(field.text)

    def close(self, key_field: InformationField | None) -> KeyReading | None:
        """End the header; return what its `K:` field means, None when it has none."""
        self.is_open = False
        own = {field.letter for field in self.fields}
        self.fields[:0] = [field for field in self._file_fields if field.letter not in own]
        reading = self._reader.key(key_field) if key_field else None
        if reading is not None:
            self.key = reading.key or NO_KEY
        if self._tempo_field is not None:
            self.tempo = self._reader.tempo(self._tempo_field, self.unit_note_length)
        return reading
