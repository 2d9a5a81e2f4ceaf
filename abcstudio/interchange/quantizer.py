"""Ticks of played notes to notated times: a grid for each beat, straight or in triplets.

A file that a program wrote lies on a grid already, to half a tick; there each time is the simplest
fraction of a beat that it can stand for. A played one is moved to the grid of least error, beat by
beat, and what a player lets go early counts up to the next note.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from abcstudio.interchange.midi_reader import TickNote


@dataclass(frozen=True, slots=True)
class GridNote:
    """A note in quarter notes from the start, and its MIDI note number."""

    onset: Fraction
    end: Fraction
    pitch: int


_HALF_TICK = 51
"""In hundredths; a program rounds what its ticks cannot tell."""

_MOST_DIVISIONS = 96
_EXACT_SHARE = 0.8
_GRIDS_OF_ONSETS = frozenset((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 24, 32))
_GRIDS_OF_ENDS = frozenset((1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32))
# Mean squared errors, in beats, that a grid must save to be worth its complexity.
_GRIDS = ((1, 0.0), (2, 0.0004), (4, 0.0010), (3, 0.0012), (6, 0.0035), (8, 0.0040))
_COLLISION = 0.01
_TOGETHER = 0.05
_EARLY = Fraction(1, 8)
_SHORTEST = Fraction(1, 8)
_END_GRID = 4
_ALIKE = Fraction(1, 50)
_DETACHED = Fraction(3, 5), Fraction(49, 50)
_SHORTEST_TOUCH = Fraction(1, 2)
_HELD_SHARE = Fraction(2, 3)
_LEGATO_OVERLAP = Fraction(1, 4)


def quantized(tracks: Iterable[Sequence[TickNote]], ticks_per_beat: int) -> list[list[GridNote]]:
    """Return the tracks' notes on a grid; none is lost, and each lasts for some time."""
    every = [list(track) for track in tracks]
    exact = ExactTimes(ticks_per_beat)
    onsets = [note.onset for track in every for note in track]
    if exact.share_of(onsets, _GRIDS_OF_ONSETS) < _EXACT_SHARE:
        return [_played(track, ticks_per_beat) for track in every]
    ends = [note.end for track in every for note in track]
    if exact.share_of(ends, _GRIDS_OF_ENDS) < _EXACT_SHARE or any(map(_is_detached, every)):
        return [_with_ends(track, exact.time, ticks_per_beat) for track in every]
    return [
        [
            _made(exact.time(note.onset), exact.time(max(note.end, note.onset + 1)), note.pitch)
            for note in track
        ]
        for track in every
    ]


def _made(onset: Fraction, end: Fraction, pitch: int) -> GridNote:
    return GridNote(onset, end if end > onset else onset + _SHORTEST, pitch)


class ExactTimes:
    """Finds the simplest fraction of a beat that a tick can stand for."""

    def __init__(self, ticks_per_beat: int) -> None:
        self._ticks_per_beat = ticks_per_beat
        # Grid points nearer than four ticks to each other could not be told apart.
        most = max(1, min(_MOST_DIVISIONS, ticks_per_beat // 4))
        self._divisions = sorted(range(1, most + 1), key=_complexity)
        self._parts: dict[int, Fraction | None] = {}

    def share_of(self, ticks: Sequence[int], grids: frozenset[int]) -> float:
        """Return which share of some ticks lies on one of the grids."""
        hits = 0
        for tick in ticks:
            part = self._part(tick % self._ticks_per_beat)
            hits += part is not None and part.denominator in grids
        return hits / len(ticks) if ticks else 1.0

    def time(self, tick: int) -> Fraction:
        """Return a tick in beats."""
        beat, left = divmod(tick, self._ticks_per_beat)
        part = self._part(left)
        return beat + (Fraction(left, self._ticks_per_beat) if part is None else part)

    def _part(self, ticks: int) -> Fraction | None:
        if ticks not in self._parts:
            self._parts[ticks] = self._simplest(ticks)
        return self._parts[ticks]

    def _simplest(self, ticks: int) -> Fraction | None:
        beat = self._ticks_per_beat
        for divisions in self._divisions:
            place = (2 * ticks * divisions + beat) // (2 * beat)
            if 100 * abs(place * beat - ticks * divisions) <= _HALF_TICK * divisions:
                return Fraction(place, divisions)
        return None


def _complexity(divisions: int) -> int:
    """Return how far-fetched a grid is: its size times its largest prime."""
    left, largest = divisions, 2
    for prime in range(2, divisions + 1):
        while left % prime == 0:
            left //= prime
            largest = max(largest, prime)
    return divisions * largest


def _played(track: Sequence[TickNote], ticks_per_beat: int) -> list[GridNote]:
    """Return played notes, onsets beat by beat on the grid of least error."""
    times: dict[int, Fraction] = {}
    beats: dict[int, set[int]] = {}
    for note in track:
        beat = int((note.onset + _EARLY * ticks_per_beat) // ticks_per_beat)
        beats.setdefault(beat, set()).add(note.onset)
    for beat, onsets in beats.items():
        offsets = [(tick / ticks_per_beat - beat, tick) for tick in sorted(onsets)]
        divisions = min(_GRIDS, key=lambda grid: _cost([x for x, _ in offsets], *grid))[0]
        for offset, tick in offsets:
            times[tick] = beat + Fraction(round(offset * divisions), divisions)
    return _with_ends(track, times.__getitem__, ticks_per_beat)


def _cost(offsets: Sequence[float], divisions: int, penalty: float) -> float:
    """Return how badly a beat's onsets fit a grid: mean squared error, complexity, collisions."""
    cost, last, last_place = penalty, 0.0, None
    for offset in offsets:
        place = round(offset * divisions)
        cost += (offset - place / divisions) ** 2 / len(offsets)
        if place == last_place and offset - last > _TOGETHER:
            cost += _COLLISION
        last, last_place = offset, place
    return cost


def _with_ends(
    track: Sequence[TickNote], onset_of: Callable[[int], Fraction], ticks_per_beat: int
) -> list[GridNote]:
    """Return notes whose ends were played: what ends early or late meets the next note."""
    onsets = sorted({onset_of(note.onset) for note in track})
    held = _held_share(track)
    notes = []
    for note in track:
        onset = onset_of(note.onset)
        end = onset + Fraction(note.end - note.onset, ticks_per_beat) / held
        place = bisect_right(onsets, onset)
        following = onsets[place] if place < len(onsets) else None
        notes.append(GridNote(onset, _end(onset, end, following), note.pitch))
    return notes


def _is_detached(track: Sequence[TickNote]) -> bool:
    """Whether most notes end by one and the same share too early, as a program plays them."""
    shares = _held_shares(track)
    held = _held_share(track)
    alike = sum(abs(share - held) < _ALIKE for share in shares)
    return _DETACHED[0] < held < _DETACHED[1] and alike > len(shares) / 2


def _held_share(track: Sequence[TickNote]) -> Fraction:
    """Return which share of its time to the next note a note is held: the median of a track."""
    shares = sorted(_held_shares(track))
    if not shares:
        return Fraction(1)
    return min(Fraction(1), max(_SHORTEST_TOUCH, shares[len(shares) // 2]))


def _held_shares(track: Sequence[TickNote]) -> list[Fraction]:
    onsets = sorted({note.onset for note in track})
    following = dict(pairwise(onsets))
    return [
        Fraction(note.end - note.onset, following[note.onset] - note.onset)
        for note in track
        if note.onset in following
    ]


def _end(onset: Fraction, end: Fraction, following: Fraction | None) -> Fraction:
    if following is not None:
        room = following - onset
        is_held = end - onset >= _HELD_SHARE * room or following - end <= _SHORTEST
        if is_held and end - following <= min(_LEGATO_OVERLAP, room / 2):
            return following
    snapped = Fraction(round(end * _END_GRID), _END_GRID)
    return snapped if snapped > onset else onset + _SHORTEST
