"""Sentences about information fields: what a letter is for and what its value means."""

from collections.abc import Callable

from abcstudio.messages import ENGLISH, Phrase
from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.explaining.explained_directives import explain_instruction
from abcstudio.notation.explaining.explained_marks import decoration_meaning
from abcstudio.notation.explaining.explained_score import ExplainedScore
from abcstudio.notation.explaining.pitch_words import (
    counted_words,
    length_words,
    pitch_words,
    short_name,
    tonic_words,
)
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.reader.field_reader import FieldReader
from abcstudio.notation.reader.tune_header import VOICE_ID
from abcstudio.notation.score import Clef, InformationField
from abcstudio.notation.values.clef_words import staff_words
from abcstudio.notation.values.key_field import KeyReading, parse_key
from abcstudio.notation.values.meter_field import parse_meter, parse_unit_note_length
from abcstudio.notation.values.part_order import PartOrderError, expand_part_order
from abcstudio.notation.values.staff_properties import StaffProperties
from abcstudio.notation.values.tempo_field import parse_tempo

Sentences = tuple[Phrase, ...]

_UNREAD: Sentences = (Phrase("explain.value-unread"),)
_SHARPS, _FLATS = "FCGDAEB", "BEADGCF"
_MAX_ORDER = 24
_SHOWN = 60


class FieldExplainer:
    """Explains the fields of one tune."""

    def __init__(self, places: ExplainedScore) -> None:
        self._places = places
        self._values: dict[str, Callable[[InformationField, bool], Sentences]] = {
            "X": self._number, "T": self._title, "K": self._key, "M": self._meter,
            "L": self._unit, "Q": self._tempo, "P": self._parts, "R": self._rhythm,
            "V": self._voice, "U": self._user_symbol, "m": self._macro, "I": self._instruction,
        }  # fmt: skip

    def explain(self, field: InformationField, *, in_header: bool) -> Sentences:
        """Return what a field is for and what its value means."""
        purpose = field_purpose(field.letter, in_header=in_header)
        if not field.value:
            return _key_only() if field.letter == "K" else (purpose,)
        explained = self._values.get(field.letter)
        return explained(field, in_header) if explained is not None else (purpose,)

    def explain_lyrics(self, field: InformationField, offset: int) -> Sentences:
        """Return what is sung at a place in a line of lyrics."""
        found = self._places.syllable_at(offset)
        if found is None:
            return (Phrase("explain.lyrics"),)
        syllable, note = found
        parameters = {
            "syllable": syllable.text, "pitch": pitch_words(note.pitch), "verse": syllable.verse
        }  # fmt: skip
        message_id = "explain.syllable" if syllable.verse == 1 else "explain.syllable-verse"
        return (Phrase(message_id, parameters),)

    def _number(self, field: InformationField, _in_header: bool) -> Sentences:
        return (Phrase("explain.number", {"number": field.value[:_SHOWN]}),)

    def _title(self, field: InformationField, _in_header: bool) -> Sentences:
        titles = [one for one in self._places.score.fields if one.letter == "T"]
        is_first = not titles or titles[0].span == field.span
        return (Phrase("explain.title" if is_first else "explain.title-more"),)

    def _key(self, field: InformationField, in_header: bool) -> Sentences:
        reading = parse_key(field.value)
        if reading.key is None and reading.staff == StaffProperties():
            return _UNREAD
        change = "" if in_header else "-change"
        return (*key_sentences(reading, change), *staff_sentences(reading.staff))

    def _meter(self, field: InformationField, _in_header: bool) -> Sentences:
        meter = parse_meter(field.value)
        return _UNREAD if meter is None else (meter_sentence(meter, field.value),)

    def _unit(self, field: InformationField, _in_header: bool) -> Sentences:
        unit = parse_unit_note_length(field.value)
        if unit is None:
            return _UNREAD
        return (Phrase("explain.unit", {"length": length_words(unit)}),)

    def _tempo(self, field: InformationField, _in_header: bool) -> Sentences:
        reading = parse_tempo(field.value, self._places.score.unit_note_length, field.span)
        if reading is None:
            return _UNREAD
        tempo, found = reading.tempo, list[Phrase]()
        if tempo.beats_per_minute is not None:
            parameters = {
                "rate": f"{float(tempo.beats_per_minute):g}",
                "length": length_words(tempo.beat_duration),
            }
            found.append(Phrase("explain.tempo", parameters))
        if tempo.text:
            found.append(Phrase("explain.tempo-text", {"text": tempo.text[:_SHOWN]}))
        return tuple(found)

    def _parts(self, field: InformationField, in_header: bool) -> Sentences:
        if not in_header:
            return (Phrase("explain.part", {"label": field.value[:_SHOWN]}),)
        try:
            order = expand_part_order(field.value)
        except PartOrderError:
            return _UNREAD
        shown = ", ".join(order[:_MAX_ORDER]) + (" …" if len(order) > _MAX_ORDER else "")
        return (Phrase("explain.parts", {"order": shown}),)

    def _rhythm(self, field: InformationField, _in_header: bool) -> Sentences:
        return (Phrase("explain.rhythm", {"rhythm": field.text[:_SHOWN]}),)

    def _voice(self, field: InformationField, in_header: bool) -> Sentences:
        match = VOICE_ID.match(field.value)
        if match is None:
            return _UNREAD
        staff = StaffProperties()
        for name, word, _start, _end in staff_words(field.value[match.end() :]):
            staff.take(name, word)
        message_id = "explain.voice-declared" if in_header else "explain.voice"
        named = (Phrase("explain.voice-name", {"name": staff.name}),) if staff.name else ()
        voice = Phrase(message_id, {"voice": match[1][:_SHOWN]})
        return (voice, *named, *staff_sentences(staff))

    def _user_symbol(self, field: InformationField, _in_header: bool) -> Sentences:
        symbol = FieldReader(DiagnosticLog()).user_symbol(field)
        if symbol is None:
            return _UNREAD
        sign, name = symbol
        if name == "nil":
            return (Phrase("explain.user-symbol-none", {"sign": sign}),)
        meaning = decoration_meaning(name) or name[:_SHOWN]
        return (Phrase("explain.user-symbol-field", {"sign": sign, "meaning": meaning}),)

    def _macro(self, field: InformationField, _in_header: bool) -> Sentences:
        sign, equals, music = (part.strip()[:_SHOWN] for part in field.value.partition("="))
        if not (sign and equals and music):
            return _UNREAD
        return (Phrase("explain.macro", {"sign": sign, "music": music}),)

    def _instruction(self, field: InformationField, _in_header: bool) -> Sentences:
        name, _, value = field.value.partition(" ")
        return explain_instruction(name, value.strip())


def field_purpose(letter: str, *, in_header: bool = True) -> Phrase:
    """Return what a field of this letter is for."""
    if letter == "P" and not in_header:
        return Phrase("explain.field.P.body")
    message_id = f"explain.field.{letter}"
    return Phrase(message_id if message_id in ENGLISH else "explain.field-unknown")


def key_sentences(reading: KeyReading, change: str = "") -> Sentences:
    """Return what a key is; `change` is the ending of its message's id, "-change" in the body."""
    key = reading.key
    if key is None:
        return ()
    if key.highland_pipes:
        return (Phrase("explain.key-pipes"),)
    altered = ", ".join(short_name(step, int(alter)) for step, alter in key.explicit)
    if not key.tonic or not key.mode:
        only = Phrase("explain.key-only", {"notes": altered})
        return (only,) if altered else (Phrase("explain.key-none"),)
    more = (Phrase("explain.key-explicit", {"notes": altered}),) if altered else ()
    return (Phrase(f"explain.key{change}", _key_parameters(key)), *more)


def key_signature_words(key: KeySignature | None) -> Phrase | None:
    """Return a key and what it alters, in few words; None for no key."""
    if key is None or not key.mode:
        return None
    return Phrase("explain.key-short", _key_parameters(key))


def _key_parameters(key: KeySignature) -> dict[str, object]:
    return {
        "tonic": tonic_words(key.tonic),
        "mode": Phrase(f"explain.mode.{key.mode}"),
        "signature": _signature(key),
    }


def _key_only() -> Sentences:
    return (Phrase("explain.key-none"),)


def _signature(key: KeySignature) -> Phrase:
    """Return how many sharps or flats a key has and which."""
    count = abs(key.fifths)
    if not count:
        return Phrase("explain.signature-none")
    order = _SHARPS if key.fifths > 0 else _FLATS
    plain = KeySignature(key.tonic, key.mode, key.fifths)
    notes = [short_name(step, int(plain.alter_of(step))) for step in order[:count]]
    kind = "sharp" if key.fifths > 0 else "flat"
    parameters = {"count": count, "notes": ", ".join(notes)}
    return Phrase(f"explain.signature-{kind}{'s' if count > 1 else ''}", parameters)


def meter_sentence(meter: Meter, written: str) -> Phrase:
    """Return what a measure of a meter holds."""
    if meter.is_free:
        return Phrase("explain.meter-free")
    if meter.symbol:
        return Phrase("explain.meter-common" if meter.symbol == "C" else "explain.meter-cut")
    count = sum(meter.beats)
    held = counted_words(count, meter.beat_unit)
    parameters = {"meter": written.strip()[:_SHOWN], "length": held}
    if meter.is_compound:
        return Phrase("explain.meter-compound", parameters | {"beats": count // 3})
    return Phrase("explain.meter", parameters)


def staff_sentences(staff: StaffProperties) -> Sentences:
    """Return what the words of a field say about the staff."""
    found: list[Phrase] = []
    if staff.clef is not None:
        found.append(Phrase("explain.clef", {"clef": _clef_words(staff.clef)}))
    octaves = (staff.octave or 0) + (staff.clef.octave_shift if staff.clef else 0)
    if abs(octaves) == 1:
        found.append(Phrase(f"explain.sounds-octave-{'up' if octaves > 0 else 'down'}"))
    semitones = 12 * octaves * (abs(octaves) > 1) + (staff.transpose or 0)
    if semitones:
        way = "up" if semitones > 0 else "down"
        found.append(Phrase(f"explain.transposed-{way}", {"semitones": abs(semitones)}))
    return tuple(found)


def _clef_words(clef: Clef) -> Phrase:
    name = clef.shape if clef.shape in ("perc", "none") else f"{clef.shape}{clef.line}"
    message_id = f"explain.clef.{name}"
    return Phrase(message_id if message_id in ENGLISH else "explain.clef.other")
