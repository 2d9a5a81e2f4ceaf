"""Transposing a text in place: notes, keys, chord symbols, macros; all else stays.

Every pitch moves by the same distance on the line of fifths (F C G D A E B F# ...). So each letter
moves to one other letter whatever its alter, a note without an accidental needs none afterwards,
accidentals hold as far as they did, ties find their partners, and the spelling is right.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from abcstudio.errors import EditError
from abcstudio.notation.chord_names import alter_of_name
from abcstudio.notation.editing.sounding import sound_of
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.lexing.lines import Line, scan_lines
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposer import Motion, Transposer, keys_of
from abcstudio.notation.score import Score
from abcstudio.notation.values.interval import Interval
from abcstudio.notation.values.key_field import TONIC
from abcstudio.notation.values.spelling import place_in_fifths, step_at_fifths, step_name

Direction = Literal["nearest", "up", "down"]

MAX_SEMITONES = 48
MAX_FIFTHS = 7
"""Sharps or flats of a key signature that musicians still write."""


def transpose(text: str, semitones: int) -> str:
    """Return a text with every tune moved by semitones; never raises on bad ABC.

    Each key signature becomes the one with the fewest sharps or flats.

    Raises:
        ValueError: More than four octaves.
    """
    return _transposed(text, lambda _lines: Motion(semitones, None), semitones)


def transpose_by(text: str, interval: Interval, *, down: bool = False) -> str:
    """Return a text with every tune moved by an interval, spelled as its name says.

    Where that needs a key of more than seven sharps or flats, it is spelled with fewer.
    """
    sign = -1 if down else 1
    motion = Motion(sign * interval.semitones, sign * interval.fifths)
    return _transposed(text, lambda _lines: motion, motion.semitones)


def transpose_to(text: str, tonic: str, *, direction: Direction = "nearest") -> str:
    """Return a text with every tune moved so that its first key has this tonic; modes stay.

    Args:
        text: One or several tunes.
        tonic: For example "D", "Bb" or "F#".
        direction: "up", "down", or the nearer way (down where that is half an octave).

    Raises:
        EditError: The tonic names no note, or the key would need more than seven sharps or flats.
    """
    match = TONIC.fullmatch(tonic)
    if not match:
        raise EditError("edit.bad_tonic", tonic=tonic)
    place = place_in_fifths(match[1].upper(), alter_of_name(match[2]))

    def motion_of(lines: list[Line]) -> Motion:
        first = next(iter(keys_of(text, lines)), None)
        fifths = place - _tonic_place(first)
        if first is not None and abs(first.fifths + fifths) > MAX_FIFTHS:
            raise EditError("edit.key_too_far", tonic=tonic)
        lowest = {"up": 0, "down": -11, "nearest": -6}[direction]
        return Motion((7 * fifths - lowest) % 12 + lowest, fifths)

    return _transposed(text, motion_of, 0)


def keys_to_choose(text: str) -> tuple[str, ...]:
    """Return the tonics that a text's first key can have with seven sharps or flats at most.

    They are in the order of the line of fifths, for example Cb to C# for a major key.
    """
    lines = next(_tunes(text), [])
    first = next(iter(keys_of(text, lines)), None)
    fifths = 0 if first is None else first.fifths
    place = _tonic_place(first) - fifths
    return tuple(step_name(*step_at_fifths(place + f)) for f in range(-MAX_FIFTHS, MAX_FIFTHS + 1))


def _tonic_place(key: KeySignature | None) -> int:
    if key is None or not key.tonic or key.highland_pipes:
        return place_in_fifths("A" if key and key.highland_pipes else "C", 0)
    return place_in_fifths(key.tonic[0], alter_of_name(key.tonic[1:]))


def _transposed(text: str, motion_of: Callable[[list[Line]], Motion], semitones: int) -> str:
    if abs(semitones) > MAX_SEMITONES:
        raise ValueError(f"{semitones} semitones are more than {MAX_SEMITONES}")
    edits: list[Edit] = []
    for lines in _tunes(text):
        motion = motion_of(lines)
        if motion.semitones or motion.fifths:
            edits.extend(_tune_edits(text, lines, motion))
    return apply_changes(text, edits)


def _tune_edits(text: str, lines: list[Line], motion: Motion) -> list[Edit]:
    """Return the edits of one tune, its keys spelled one by one where one shift is too much."""
    fifths = [key.fifths for key in keys_of(text, lines)] or [0]
    shift = motion.fifths
    if shift is None or max(abs(f + shift) for f in fifths) > MAX_FIFTHS:
        shift = _best_shift(text, lines, fifths, motion.semitones)
    whole = Transposer(text, lines, motion.semitones, shift)
    edits = list(whole.edits())
    if max(abs(f + shift) for f in fifths) <= MAX_FIFTHS:
        return edits
    apart = list(Transposer(text, lines, motion.semitones, shift, keys_apart=True).edits())
    # A tie from one key into the next, or an accidental, may need both spelled alike.
    start, end = lines[0].start, lines[-1].end
    if sound_of(_part(text, start, end, apart)) == sound_of(_part(text, start, end, edits)):
        return apart
    return edits


def _part(text: str, start: int, end: int, edits: list[Edit]) -> Score:
    following = [edit for edit in edits if edit.span.start < end]
    changed = apply_changes(text[:end], following)
    return parse(changed[start:])


def _best_shift(text: str, lines: list[Line], fifths: list[int], semitones: int) -> int:
    """Return the distance on the line of fifths that leaves the fewest sharps and flats."""
    base = (7 * semitones) % 12
    # Among equals (six sharps, six flats) the one nearer to the old key.
    candidates = sorted(
        (base - 24, base - 12, base, base + 12),
        key=lambda shift: (max(abs(f + shift) for f in fifths), abs(shift)),
    )
    usual = [c for c in candidates if max(abs(f + c) for f in fifths) <= MAX_FIFTHS]
    for shift in usual if len(usual) > 1 else ():
        if not Transposer(text, lines, semitones, shift).writes_triple_accidentals():
            return shift
    return candidates[0]


def _tunes(text: str) -> Iterator[list[Line]]:
    lines: list[Line] = []
    for line in scan_lines(text):
        if line.letter == "X" and lines:
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines
