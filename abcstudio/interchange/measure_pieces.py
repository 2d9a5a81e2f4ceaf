"""The notes of one voice cut into what stands in each measure: pieces, rests, tuplets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.interchange.bar_finder import GridMeasure
from abcstudio.interchange.midi_voices import Strike

_MAX_TUPLET_NOTES = 9
_LONGEST_TUPLET = Fraction(4)


@dataclass(frozen=True, slots=True)
class MeasurePiece:
    """What one note, chord or rest leaves in one measure; no pitches for a rest."""

    onset: Fraction
    duration: Fraction
    pitches: tuple[int, ...] = ()
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class PieceTuplet:
    """Pieces that stand in the time of others: `p` for `q`."""

    p: int
    q: int
    pieces: tuple[MeasurePiece, ...]


def pieces_of(
    strikes: Iterable[Strike], measures: Sequence[GridMeasure]
) -> dict[int, list[MeasurePiece]]:
    """Return what sounds in each measure, notes cut at the bar lines."""
    found: dict[int, list[MeasurePiece]] = {}
    index = 0
    for strike in strikes:
        while index + 1 < len(measures) and measures[index].end <= strike.onset:
            index += 1
        place, onset = index, strike.onset
        while onset < strike.end and place < len(measures):
            measure = measures[place]
            goes_on = measure.end < strike.end
            end = measure.end if goes_on else strike.end
            is_tied = goes_on and place + 1 < len(measures)
            is_through = goes_on and onset == measure.onset
            duration = measure.duration if is_through else end - onset
            piece = MeasurePiece(onset, duration, strike.pitches, is_tied)
            found.setdefault(place, []).append(piece)
            onset, place = end, place + 1
    return found


def with_rests(content: Iterable[MeasurePiece], measure: GridMeasure) -> Iterator[MeasurePiece]:
    """Yield the pieces of a measure with rests wherever nothing sounds."""
    place = measure.onset
    for piece in content:
        if piece.onset > place:
            yield from _rest_pieces(place, piece.onset)
        yield piece
        place = piece.onset + piece.duration
    if place < measure.end:
        yield from _rest_pieces(place, measure.end)


def _rest_pieces(start: Fraction, end: Fraction) -> Iterator[MeasurePiece]:
    """Yield a rest, cut at the beats where it is of a tuplet's length at either end."""
    if not _is_straight(start) and start // 1 + 1 < end:
        yield MeasurePiece(start, start // 1 + 1 - start)
        start = Fraction(start // 1 + 1)
    if not _is_straight(end) and start < end // 1 < end:
        yield MeasurePiece(start, end // 1 - start)
        start = Fraction(end // 1)
    yield MeasurePiece(start, end - start)


def with_tuplets(pieces: Iterable[MeasurePiece]) -> Iterator[MeasurePiece | PieceTuplet]:
    """Yield pieces, those whose lengths only a tuplet can show as tuplets."""
    waiting = list(pieces)
    index = 0
    while index < len(waiting):
        tuplet = _tuplet_at(waiting, index)
        if tuplet is None:
            yield waiting[index]
            index += 1
        else:
            yield tuplet
            index += len(tuplet.pieces)


def _tuplet_at(pieces: Sequence[MeasurePiece], start: int) -> PieceTuplet | None:
    """Return the tuplet that begins at a place: the fewest pieces that last a straight time."""
    if _is_straight(pieces[start].duration):
        return None
    p = _odd_part(pieces[start].duration.denominator)
    q = 1 << (p.bit_length() - 1)
    total = Fraction(0)
    for stop in range(start, min(len(pieces), start + _MAX_TUPLET_NOTES)):
        total += pieces[stop].duration
        if _is_straight(total) or total > _LONGEST_TUPLET:
            break
    group = tuple(pieces[start : stop + 1])
    fits = all(_is_straight(piece.duration * p / q) for piece in group)
    if p >= 16 or not fits or not _is_straight(total) or total > _LONGEST_TUPLET or len(group) < 2:
        return None
    return PieceTuplet(p, q, group)


def _is_straight(duration: Fraction) -> bool:
    """Whether halving alone gives a duration."""
    return duration.denominator & (duration.denominator - 1) == 0


def _odd_part(number: int) -> int:
    while number % 2 == 0:
        number //= 2
    return number
