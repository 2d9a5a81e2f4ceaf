"""A MIDI file as an ABC tune: a voice a track, quantized, barred and spelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.interchange.abc_measures import LineWriter, best_unit
from abcstudio.interchange.bar_finder import GridMeasure, measures_of
from abcstudio.interchange.key_finder import (
    key_from_signature,
    key_of,
    key_text,
)
from abcstudio.interchange.midi_reader import MidiMusic, MidiTrack, read_midi
from abcstudio.interchange.midi_voices import Strike, lines_of
from abcstudio.interchange.quantizer import GridNote, quantized
from abcstudio.messages import Phrase
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter

MAX_TEMPO_CHANGES = 16
"""More changes of tempo than this are a player's, and the first tempo stays."""

_DEFAULT_METER = (4, 4)
_BASS_CLEF_BELOW = 55
_CHANGE_OF_TEMPO = 0.02
_MIN_TEMPO, _MAX_TEMPO = 5.0, 1000.0


@dataclass(frozen=True, slots=True)
class MidiTune:
    """A tune made from a MIDI file.

    Attributes:
        text: ABC, one tune.
        remarks: What the reader had to guess or leave out.
    """

    text: str
    title: str
    remarks: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One voice of the tune."""

    name: str
    strikes: list[Strike]
    program: int | None


def tune_from_midi(data: bytes, name: str = "") -> MidiTune:
    """Return the tune of a MIDI file.

    Args:
        data: The bytes of a file of type 0 or 1.
        name: What the tune is called when the file does not say, such as the file's name.

    Raises:
        MidiFileError: The bytes are no such file, hold no notes, or more than the limits of
            `abcstudio.interchange.midi_reader`.
    """
    return _Maker(read_midi(data), name).tune()


class _Maker:
    def __init__(self, music: MidiMusic, name: str) -> None:
        self._music = music
        self._remarks: list[Phrase] = []
        self._title = music.title or name or "Untitled"
        grids = quantized([track.notes for track in music.tracks], music.ticks_per_beat)
        self._notes = sorted(
            (note for notes in grids for note in notes), key=lambda note: (note.onset, note.pitch)
        )
        self._end = max(note.end for note in self._notes)
        self._lines = [
            line
            for track, notes in zip(music.tracks, grids, strict=True)
            for line in self._track_lines(track, notes)
        ]
        self._measures = self._find_measures()
        self._keys = self._find_keys()
        if music.has_drums:
            self._remarks.append(Phrase("midi.drums_left_out"))

    def tune(self) -> MidiTune:
        """Return the whole tune."""
        unit = best_unit(strike for line in self._lines for strike in line.strikes)
        header = [
            "X:1",
            f"T:{_text(self._title)}",
            f"M:{self._measures[0].meter.written}",
            f"L:1/{unit.denominator}",
        ]
        tempos = self._tempo_fields()
        if -1 in tempos:
            header.append(f"Q:{tempos.pop(-1)}")
        header.append(f"K:{key_text(self._keys[0])}")
        body = [
            self._voice(number, line, unit, self._inline_fields(tempos if number == 1 else {}))
            for number, line in enumerate(self._lines, start=1)
        ]
        text = "\n".join(header) + "\n" + "".join(body)
        return MidiTune(text, self._title, tuple(self._remarks))

    def _voice(self, number: int, line: _Line, unit: Fraction, fields: dict[int, str]) -> str:
        head = f"%%MIDI program {line.program}\n" if line.program else ""
        if len(self._lines) > 1:
            name = f' name="{_text(line.name)}"' if line.name else ""
            pitches = [pitch for strike in line.strikes for pitch in strike.pitches]
            low = sum(pitches) < _BASS_CLEF_BELOW * len(pitches)
            head = f"V:{number}{name}{' clef=bass' if low else ''}\n{head}"
        changes = {index: key for index, key in self._keys.items() if index}
        writer = LineWriter(unit, self._keys[0], changes)
        return head + writer.text(line.strikes, self._measures, fields)

    def _track_lines(self, track: MidiTrack, notes: Sequence[GridNote]) -> list[_Line]:
        lines, left_out = lines_of(notes)
        named = track.name or self._title
        if len(lines) > 1:
            self._remarks.append(Phrase("midi.split", {"track": named, "count": len(lines)}))
        if left_out:
            self._remarks.append(
                Phrase("midi.voices_left_out", {"track": named, "count": left_out})
            )
        return [
            _Line(track.name if index == 0 else "", strikes, track.program)
            for index, strikes in enumerate(lines)
        ]

    def _beats(self, tick: int) -> Fraction:
        return Fraction(tick, self._music.ticks_per_beat)

    def _find_measures(self) -> list[GridMeasure]:
        """Return the measures by the file's meters, each with its bar lines."""
        meters: list[tuple[Fraction, Meter]] = []
        for tick, (numerator, denominator) in self._music.meters:
            meter = Meter((numerator,), denominator)
            if not meters or meters[-1][1] != meter:
                meters.append((self._beats(tick), meter))
        meters = [mark for mark in meters if mark[0] < self._end]
        if not meters:
            numerator, denominator = _DEFAULT_METER
            meters = [(Fraction(0), Meter((numerator,), denominator))]
            words = {"meter": f"{numerator}/{denominator}"}
            self._remarks.append(Phrase("midi.meter_guessed", words))
        meters[0] = (Fraction(0), meters[0][1])
        return measures_of(self._lines[0].strikes, meters, self._end)

    def _find_keys(self) -> dict[int, KeySignature]:
        """Return the keys by the index of the measure that they hold from; one is at 0."""
        marks = [
            (self._beats(tick), key_from_signature(fifths, is_minor, self._notes))
            for tick, (fifths, is_minor) in self._music.keys
        ]
        if not marks:
            key = key_of(self._notes)
            self._remarks.append(Phrase("midi.key_guessed", {"key": key_text(key)}))
            return {0: key}
        keys = {0: marks[0][1]}
        last = marks[0][1]
        for onset, key in marks[1:]:
            index = self._measure_from(onset)
            if key != last and index is not None:
                keys[index] = last = key
        return keys

    def _measure_from(self, onset: Fraction) -> int | None:
        """Return the index of the first measure that begins at a time or after it."""
        return next((i for i, measure in enumerate(self._measures) if measure.onset >= onset), None)

    def _tempo_fields(self) -> dict[int, str]:
        """Return the values of `Q:` fields: the header's at -1, others by measure."""
        tempos = [(t, q) for t, q in self._music.tempos if _MIN_TEMPO <= q <= _MAX_TEMPO]
        if not tempos:
            return {}
        found = {-1: self._tempo_text(tempos[0][1], self._measures[0].meter)}
        last = tempos[0][1]
        changes: dict[int, str] = {}
        for tick, quarters in tempos[1:]:
            index = self._measure_from(self._beats(tick))
            if index is not None and abs(quarters / last - 1) > _CHANGE_OF_TEMPO:
                changes[index] = self._tempo_text(quarters, self._measures[index].meter)
                last = quarters
        if len(changes) > MAX_TEMPO_CHANGES:
            self._remarks.append(Phrase("midi.tempo_left_out"))
            return found
        return found | changes

    def _tempo_text(self, quarters: float, meter: Meter) -> str:
        beat, factor = ("3/8", 1.5) if meter.is_compound else ("1/4", 1.0)
        rate = quarters / factor
        shown = f"{rate:.0f}" if abs(rate - round(rate)) < 0.02 else f"{rate:.2f}".rstrip("0")
        return f"{beat}={shown}"

    def _inline_fields(self, tempos: dict[int, str]) -> dict[int, str]:
        """Return what stands before the measures: changes of meter, key and tempo."""
        fields: dict[int, str] = {}
        for index in range(1, len(self._measures)):
            meter = self._measures[index].meter
            text = ""
            if meter != self._measures[index - 1].meter:
                text += f"[M:{meter.written}]"
            if index in self._keys:
                text += f"[K:{key_text(self._keys[index])}]"
            if index in tempos:
                text += f"[Q:{tempos[index]}]"
            if text:
                fields[index] = text
        return fields


def _text(words: str) -> str:
    """Return words as an ABC text string (ABC 2.1, 8.2)."""
    for sign in "\\%&":
        words = words.replace(sign, f"\\{sign}")
    return words.replace('"', "'")
