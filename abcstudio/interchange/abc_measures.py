"""One line of quantized notes as ABC music: measures, ties, tuplets, accidentals, beams."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from abcstudio.interchange.bar_finder import GridMeasure
from abcstudio.interchange.key_finder import spelled
from abcstudio.interchange.measure_pieces import (
    MeasurePiece,
    PieceTuplet,
    pieces_of,
    with_rests,
    with_tuplets,
)
from abcstudio.interchange.midi_voices import Strike
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.values.spelling import chord_text, length_text, note_text, rest_text

MEASURES_IN_LINE = 4
_LONGEST_LINE = 100
_COMPOUND_BEAT = Fraction(3, 2)


class LineWriter:
    """Writes the measures of one voice."""

    def __init__(
        self, unit: Fraction, key: KeySignature, key_changes: Mapping[int, KeySignature]
    ) -> None:
        self._unit = 4 * unit
        self._key = key
        self._key_changes = key_changes
        self._altered: dict[str, Fraction] = {}

    def text(
        self,
        strikes: Sequence[Strike],
        measures: Sequence[GridMeasure],
        fields: Mapping[int, str],
    ) -> str:
        """Return the music, a few measures a line.

        Args:
            strikes: By onset, none overlapping another.
            measures: From the start to the end of the tune.
            fields: Inline fields by the index of the measure that they stand before.
        """
        parts: list[str] = []
        pieces = pieces_of(strikes, measures)
        rests: list[int] = []
        for index, measure in enumerate(measures):
            if index in fields or index in self._key_changes:
                parts += self._rests(rests, measures)
            self._key = self._key_changes.get(index, self._key)
            self._altered = {}
            content = pieces.get(index)
            if content is None and index not in fields:
                rests.append(index)
                continue
            parts += self._rests(rests, measures)
            parts.append(fields.get(index, "") + self._measure(content, measure))
        parts += self._rests(rests, measures)
        return _in_lines(parts)

    def _rests(self, indices: list[int], measures: Sequence[GridMeasure]) -> list[str]:
        """Return silent measures, whole ones counted as one sign, and forget them."""
        texts: list[str] = []
        whole = 0
        for index in indices:
            measure = measures[index]
            if measure.is_whole:
                whole += 1
                continue
            if whole:
                texts.append(_measures_of_rest(whole))
                whole = 0
            texts.append(rest_text(measure.duration / self._unit))
        if whole:
            texts.append(_measures_of_rest(whole))
        indices.clear()
        return texts

    def _measure(self, content: Sequence[MeasurePiece] | None, measure: GridMeasure) -> str:
        if content is None:
            return rest_text(measure.duration / self._unit)
        if len(content) == 1 and content[0].duration == measure.duration:
            return self._piece(content[0])
        beat = _beat_of(measure)
        words: list[str] = []
        group = None
        for item in with_tuplets(with_rests(content, measure)):
            first = item.pieces[0] if isinstance(item, PieceTuplet) else item
            beam = (first.onset - measure.onset) // beat
            is_beamed = isinstance(item, PieceTuplet) or first.duration < 1
            text = self._item(item)
            if words and beam == group and is_beamed:
                words[-1] += text
            else:
                words.append(text)
            group = beam if is_beamed else None
        return " ".join(words)

    def _item(self, item: "MeasurePiece | PieceTuplet") -> str:
        if isinstance(item, MeasurePiece):
            return self._piece(item)
        count = len(item.pieces)
        opening = f"({item.p}" if (item.p, item.q, count) == (3, 2, 3) else ""
        opening = opening or f"({item.p}:{item.q}:{count}"
        scale = Fraction(item.p, item.q)
        scaled = (replace(piece, duration=piece.duration * scale) for piece in item.pieces)
        return opening + "".join(self._piece(piece) for piece in scaled)

    def _piece(self, piece: MeasurePiece) -> str:
        factor = piece.duration / self._unit
        tie = "-" if piece.is_tied else ""
        if not piece.pitches:
            return rest_text(factor)
        if len(piece.pitches) == 1:
            return self._note(piece.pitches[0], factor) + tie
        heads = [self._note(pitch, Fraction(1)) for pitch in piece.pitches]
        return chord_text(heads, factor) + tie

    def _note(self, number: int, factor: Fraction) -> str:
        pitch = spelled(number, self._key)
        in_force = self._altered.get(pitch.step, self._key.alter_of(pitch.step))
        self._altered[pitch.step] = pitch.alter
        return note_text(pitch, factor, in_force)


def _measures_of_rest(count: int) -> str:
    return "Z" if count == 1 else f"Z{count}"


def _beat_of(measure: GridMeasure) -> Fraction:
    """Return how much of a measure one beam spans, in quarter notes."""
    meter = measure.meter
    if meter.is_compound:
        return _COMPOUND_BEAT
    return Fraction(2) if meter.measure_duration == 1 else Fraction(1)


def _in_lines(measures: Sequence[str]) -> str:
    """Return measures with bar lines between them, a few a line."""
    lines: list[str] = []
    line: list[str] = []
    for measure in measures:
        width = sum(len(text) + 3 for text in line)
        if len(line) >= MEASURES_IN_LINE or (line and width + len(measure) > _LONGEST_LINE):
            lines.append(" | ".join(line) + " |")
            line = []
        line.append(measure)
    lines.append(" | ".join(line) + " |]")
    return "\n".join(lines) + "\n"


def best_unit(strikes: Iterable[Strike]) -> Fraction:
    """Return the unit note length, in whole notes, with which lengths are easiest to read."""
    durations: dict[Fraction, int] = {}
    for strike in strikes:
        length = strike.end - strike.onset
        durations[length] = durations.get(length, 0) + 1
    units = (Fraction(1, 8), Fraction(1, 16), Fraction(1, 4))
    return min(units, key=lambda unit: sum(n * _effort(d / unit / 4) for d, n in durations.items()))


def _effort(factor: Fraction) -> int:
    """Return how hard a length is to read: its characters, the slash counted twice."""
    text = length_text(factor)
    return len(text) + text.count("/")
