"""What is found in one tune's music: its range, its form, its measures."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from abcstudio.corpus.melody_reader import can_read, read_melody
from abcstudio.corpus.similarity import contour
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import body_of, has_notes, measure_pieces, rough_length
from abcstudio.notation.reader.parser import parse

UNKNOWN_RANGE = -1
_MOST_PARTS = 12
_LONGEST = 100_000
_LONGEST_PICKUP = 8
_ENDING = re.compile(r"\A\[?\d[\d,.-]*[ \t]*")
_LATER_ENDING = re.compile(r"\A\[?[2-9]")
# Parts are one tune's same part when this share of their measures is the same.
_SAME_PART = 0.75


class MelodyFacts(NamedTuple):
    """What is found in one tune's music.

    Attributes:
        range: Semitones from the lowest note to the highest, `UNKNOWN_RANGE` without notes.
        form: A letter a part as it is heard, "AABB"; "" without music.
        measures: The texts of its measures as they stand between the bar lines, less pick-ups.
    """

    range: int
    form: str
    measures: tuple[str, ...]


class _Part(NamedTuple):
    measures: tuple[str, ...]
    is_repeated: bool


def facts_of(tune: Tune) -> MelodyFacts:
    """Return what is found in a tune's music; music longer than any tune has no form."""
    pieces = _pieces(tune)
    return MelodyFacts(_range(tune.standalone_text), _form(_parts(pieces)), _measures(pieces))


def measures_of(tune: Tune) -> tuple[str, ...]:
    """Return the measures of `facts_of` alone."""
    return _measures(_pieces(tune))


def _pieces(tune: Tune) -> Sequence[str]:
    body = body_of(tune.text)
    return measure_pieces(body) if len(body) <= _LONGEST else []


def _range(text: str) -> int:
    pitches = [pitch for pitch, _ in read_melody(text)] if can_read(text) else contour(parse(text))
    return max(pitches) - min(pitches) if pitches else UNKNOWN_RANGE


def _measures(pieces: Sequence[str]) -> tuple[str, ...]:
    measures = [_ENDING.sub("", piece, count=1) for piece in pieces[::2] if has_notes(piece)]
    usual = sorted(measures, key=len)[len(measures) // 2] if measures else ""
    half = rough_length(usual) / 2
    return tuple(
        measure
        for measure in measures
        if len(measure) > _LONGEST_PICKUP or rough_length(measure) >= half
    )


def _parts(pieces: Sequence[str]) -> list[_Part]:
    """Return a tune's parts: what repeat signs and double bar lines divide."""
    parts: list[_Part] = []
    measures: list[str] = []
    for piece, bar_line in zip_longest(pieces[::2], pieces[1::2], fillvalue="||"):
        if has_notes(piece):
            if _LATER_ENDING.match(piece) and not measures:
                # Another ending of the part before.
                continue
            measures.append(_ENDING.sub("", piece, count=1).replace(" ", ""))
        is_repeat_end = bar_line.startswith(":")
        is_end = is_repeat_end or ":" in bar_line or bar_line.count("|") > 1 or "]" in bar_line
        # A pick-up is no part.
        if is_end and (len(measures) > 1 or (measures and is_repeat_end)):
            parts.append(_Part(tuple(measures), is_repeat_end))
        if is_end:
            measures = []
    return parts


def _form(parts: Sequence[_Part]) -> str:
    kinds: list[tuple[str, ...]] = []
    form = ""
    for part in parts:
        same = (place for place, kind in enumerate(kinds) if _are_same(kind, part.measures))
        place = next(same, len(kinds))
        if place == len(kinds):
            kinds.append(part.measures)
        form += chr(ord("A") + min(place, 25)) * (1 + part.is_repeated)
    return form[:_MOST_PARTS]


def _are_same(one: Sequence[str], other: Sequence[str]) -> bool:
    longer = max(len(one), len(other))
    same = sum(first == second for first, second in zip(one, other, strict=False))
    return same >= _SAME_PART * longer
