"""What later parts of a tune take up of the parts before them, and how they stand beside them."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from abcstudio.composing.jury.chances import ANYWHERE, Chances, Event
from abcstudio.composing.jury.figures import Figures, mean, share
from abcstudio.composing.jury.judged_tune import JudgedMeasure, JudgedTune
from abcstudio.composing.jury.rhythm import beats

Part = Sequence[JudgedMeasure]

_OWN = 0.3
_CLOSING = 4


def _beats(part: Part, tune: JudgedTune) -> Iterator[str]:
    """Yield the notes of each beat: where they begin, how high above the tonic they stand."""
    for measure in part:
        cells: dict[int, list[str]] = {}
        for note in measure.notes:
            place, onset = divmod(note.onset, tune.beat)
            sign = f"{8 * onset // tune.beat}.{note.step - tune.tonic}"
            cells.setdefault(place, []).append(sign)
        yield from (" ".join(cell) for cell in cells.values())


def _steps(part: Part, tune: JudgedTune) -> Iterator[str]:
    """Yield each note with the step to the next one, and where in the measure it stands."""
    for one, two in pairwise(note for measure in part for note in measure.notes):
        yield f"{8 * one.onset // tune.beat}.{one.step - tune.tonic}{two.step - one.step:+d}"


def _patterns(part: Part, tune: JudgedTune) -> Iterator[str]:
    """Yield the rhythm of each measure."""
    for measure in part:
        yield f"{tune.meter}|{'|'.join(beats(measure, tune))}"


Pieces = Callable[[Part, JudgedTune], Iterator[str]]
PIECES: Mapping[str, Pieces] = {"beats": _beats, "steps": _steps, "patterns": _patterns}
"""What a part is made of, by name."""


def events_of(name: str) -> Callable[[JudgedTune], Iterator[Event]]:
    """Return what yields the pieces of one name that a tune's parts are made of."""
    pieces = PIECES[name]

    def events(tune: JudgedTune) -> Iterator[Event]:
        return ((ANYWHERE, piece) for part in tune.parts for piece in pieces(part, tune))

    return events


def taken_up(tune: JudgedTune, tables: Mapping[str, Chances]) -> Figures:
    """Return how much likelier later parts are after the ones before; nothing with one part.

    Args:
        tune: The tune.
        tables: How often real tunes have each piece, by the name of the pieces.
    """
    parts = tune.parts
    if len(parts) < 2:
        return {}
    found: Figures = {}
    for name, pieces in PIECES.items():
        own = [list(pieces(part, tune)) for part in parts]
        gains = [list(_gains(own, place, tables[name])) for place in range(1, len(own))]
        found[f"structure.{name}"] = min(map(mean, gains))
        found[f"structure.{name}_closing"] = min(
            mean(one[-max(1, len(one) // _CLOSING) :]) for one in gains
        )
    return {**found, **_beside(parts, tune)}


def _gains(own: Sequence[Sequence[str]], place: int, chances: Chances) -> Iterator[float]:
    """Yield, piece by piece of a part, how much likelier the parts before it make it, in nats."""
    before = Counter(piece for part in own[:place] for piece in part)
    total = max(1, before.total())
    for piece in own[place]:
        usual = math.exp(-chances.surprise(ANYWHERE, piece))
        yield math.log(1 - _OWN + _OWN * before[piece] / total / usual)


def _beside(parts: Sequence[Part], tune: JudgedTune) -> Figures:
    """Return how parts differ from the first in height, lengths, accidentals and intervals."""
    notes = [[note for measure in part for note in measure.notes] for part in parts]
    tops = [max(note.step for note in part) for part in notes]
    lows = [min(note.step for note in part) for part in notes]
    signs = [{(tune.degree(note), note.alter) for note in part if note.alter} for part in notes]
    lengths = [Counter(note.length for note in part) for part in notes]
    intervals = [Counter(two.step - one.step for one, two in pairwise(part)) for part in notes]
    return {
        "structure.top": float(tops[1] - tops[0]),
        "structure.low": float(lows[1] - lows[0]),
        "structure.tops": float(max(abs(one - tops[0]) for one in tops)),
        "structure.lows": float(max(abs(one - lows[0]) for one in lows)),
        "structure.signs": float(max(len(one ^ signs[0]) for one in signs)),
        "structure.lengths_apart": max(_apart(lengths[0], one) for one in lengths),
        "structure.intervals": max(_apart(intervals[0], one) for one in intervals),
        "structure.firsts": float(abs(notes[1][0].step - notes[0][0].step)),
        "structure.last_notes": float(len({part[-1].step for part in notes})),
    }


def _apart(one: Counter[int], other: Counter[int]) -> float:
    """Return how far the shares of two counts are apart, 0 for the same and 2 for nothing alike."""
    first, second = one.total(), other.total()
    return sum(abs(share(one[item], first) - share(other[item], second)) for item in one | other)
