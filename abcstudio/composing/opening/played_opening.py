"""A seed with an opening that was played: its notes as ABC, in the seed's key and meter."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from abcstudio.composing.header_completion import without_open_title
from abcstudio.composing.opening.played_rhythm import PlayedNote, eighths_of, melody_of
from abcstudio.composing.prompt_header import header_value, with_header
from abcstudio.interchange.key_finder import key_of, key_text, spelled
from abcstudio.interchange.quantizer import GridNote
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.lexing.lines import LineKind, scan_lines
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.values.spelling import note_text

_METER, _UNIT = "4/4", "1/8"
_ENDS_MEASURE = re.compile(r"[|:\]]\s*$")
_MIDDLE = Pitch("B", Fraction(0), 4)


def with_opening(seed: str, notes: Sequence[PlayedNote]) -> str:
    """Return a seed that goes on with what was played.

    What its header lacks is added: the meter 4/4, the unit note length 1/8, the key that fits.
    """
    melody = melody_of(notes)
    if not melody:
        return seed
    lengths = [length / 8 for length in eighths_of(melody)]
    if not has_music(seed):
        seed = without_open_title(seed)
    for letter, value in (("M", _METER), ("L", _UNIT), ("K", _fitting_key(melody, lengths))):
        if not header_value(seed, letter):
            seed = with_header(seed, letter, value)
    if not has_music(seed) and not seed.endswith("\n"):
        seed += "\n"
    score = parse(seed)
    return seed + "".join(_music(seed, melody, lengths, score.key, score.meter))


def without_music(seed: str) -> str:
    """Return the header of a seed."""
    for line in scan_lines(seed):
        if line.kind is LineKind.MUSIC:
            return seed[: line.start]
    return seed


def has_music(seed: str) -> bool:
    """Whether a seed is more than a header."""
    return without_music(seed) != seed


def letter_pitch(seed: str, letter: str, before: int | None) -> int:
    """Return the MIDI number that a letter means: as the seed's key has it, near the last note."""
    key = parse(seed).key
    last = spelled(before, key) if before is not None else _MIDDLE
    step = letter.upper()
    distance = (STEPS.index(step) - last.diatonic + 3) % 7 - 3
    octave = (last.diatonic + distance) // 7
    return int(Pitch(step, key.alter_of(step), octave).midi_number)


def _fitting_key(melody: Sequence[PlayedNote], lengths: Sequence[Fraction]) -> str:
    ends = list(accumulate(4 * length for length in lengths))
    starts = [Fraction(0), *ends]
    return key_text(
        key_of(
            [
                GridNote(start, end, note.pitch)
                for note, start, end in zip(melody, starts, ends, strict=False)
            ]
        )
    )


def _music(
    seed: str,
    melody: Sequence[PlayedNote],
    lengths: Sequence[Fraction],
    key: KeySignature,
    meter: Meter,
) -> Iterator[str]:
    """Yield notes, blanks between beats, bar lines; a note over a bar line is tied."""
    unit = Fraction(header_value(seed, "L"))
    place, altered = _place_in_measure(seed), dict[str, Fraction]()
    measure, beat = meter.measure_duration, _beat(meter)
    for note, length in zip(melody, lengths, strict=True):
        pitch, left = spelled(note.pitch, key), length
        while left:
            part = min(left, measure - place) if measure else left
            left -= part
            in_force = altered.get(pitch.step, key.alter_of(pitch.step))
            altered[pitch.step] = pitch.alter
            yield note_text(pitch, part / unit, in_force) + ("-" if left else "")
            place += part
            if place == measure:
                place = Fraction(0)
                altered.clear()
                yield "|"
            elif not place % beat:
                yield " "


def _place_in_measure(seed: str) -> Fraction:
    """Return how much of its last measure a seed has, 0 for nothing or all of it."""
    if not has_music(seed) or _ENDS_MEASURE.search(seed):
        return Fraction(0)
    score = parse(seed)
    last = split_measures(score.voices[0], score.meter)[-1:]
    place = last[0].duration if last else Fraction(0)
    return place if place < score.meter.measure_duration else Fraction(0)


def _beat(meter: Meter) -> Fraction:
    """Return after how long notes are parted by a blank."""
    if meter.beat_unit == 8 and sum(meter.beats) % 3 == 0:
        return Fraction(3, 8)
    return Fraction(1, 2) if meter.measure_duration == 1 else Fraction(1, 4)
