"""When what sounds: a performance laid out in seconds, for following it in score and text."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from abcstudio.playback.performance import Performance, TempoMark

_NOTHING: frozenset[int] = frozenset()
_NEAR = 1e-6

_UNMARKED = TempoMark(Fraction(0), Fraction(120))


class TempoMap:
    """The tempo marks of a performance, played `speed` times as fast as written."""

    def __init__(self, marks: Sequence[TempoMark], speed: float = 1.0) -> None:
        self._beats: list[float] = []
        self._seconds: list[float] = []
        self._seconds_per_beat: list[float] = []
        for mark in marks or (_UNMARKED,):
            beats = float(mark.onset_beats)
            self._seconds.append(self.seconds_at(beats) if self._beats else 0.0)
            self._beats.append(beats)
            self._seconds_per_beat.append(60 / float(mark.quarters_per_minute) / speed)

    def seconds_at(self, beats: Fraction | float) -> float:
        """Return when a beat comes."""
        place = float(beats)
        mark = max(0, bisect_right(self._beats, place) - 1)
        return self._seconds[mark] + (place - self._beats[mark]) * self._seconds_per_beat[mark]


class _Played(NamedTuple):
    """A written note as it is played once: its first character, from when to when."""

    offset: int
    begin: float
    end: float


class Timeline:
    """The places in the text that sound at each moment, at the written tempo.

    Attributes:
        duration_seconds: When the last note has ended.
    """

    def __init__(self, performance: Performance) -> None:
        seconds_at = TempoMap(performance.tempos).seconds_at
        self.duration_seconds = seconds_at(performance.duration_beats)
        self._played = [
            _Played(
                note.span.start,
                seconds_at(note.onset_beats),
                seconds_at(note.onset_beats + note.duration_beats),
            )
            for note in performance.notes
            if not performance.tracks[note.voice].is_backing
        ]
        changes: list[tuple[float, int, int]] = []
        for offset, begin, end in self._played:
            changes += ((begin, 1, offset), (end, -1, offset))
        self._times, self._sounding = _collected(changes)
        self._measures = [seconds_at(measure.onset_beats) for measure in performance.measures]
        self._numbers = [measure.number for measure in performance.measures]

    def sounding_at(self, seconds: float) -> frozenset[int]:
        """Return the first characters of the notes that sound at a moment."""
        place = bisect_right(self._times, seconds) - 1
        return self._sounding[place] if place >= 0 else _NOTHING

    def measure_at(self, seconds: float) -> int:
        """Return the number of the measure that is played at a moment; 0 is a pickup."""
        place = bisect_right(self._measures, seconds) - 1
        return self._numbers[place] if place >= 0 else 0

    def seconds_of(self, offset: int) -> float:
        """Return when the note at a character is first played, else the next one in the text."""
        after = [(note.offset, note.begin) for note in self._played if note.offset >= offset]
        return min(after)[1] if after else 0.0

    def seconds_between(self, first: int, last: int) -> tuple[float, float] | None:
        """Return from when to when the notes from one character to another are first played.

        None where none of the notes between them is played.
        """
        among = [note for note in self._played if first <= note.offset <= last]
        if not among:
            return None
        nearest = min(note.offset for note in among)
        begin = min(note.begin for note in among if note.offset == nearest)
        furthest = max(note.offset for note in among if note.begin >= begin)
        ends = [note.end for note in among if note.offset == furthest and note.begin >= begin]
        return begin, min(ends)

    def measures_around(self, begin: float, end: float) -> tuple[float, float]:
        """Return from when to when the measures are played in which all between two moments is."""
        starts = [start for start in self._measures if start <= begin + _NEAR]
        ends = [start for start in self._measures if start >= end - _NEAR]
        return max(starts, default=begin), min(ends, default=max(end, self.duration_seconds))

    def last_begin(self, offset: int, before: float) -> float | None:
        """Return when the note at a character begins to be played for the last time before then."""
        begins = [note.begin for note in self._played if note.offset == offset]
        return max((begin for begin in begins if begin < before), default=None)

    def next_end(self, offset: int, after: float) -> float | None:
        """Return when the note at a character next ends to be played after a moment."""
        ends = [note.end for note in self._played if note.offset == offset]
        return min((end for end in ends if end > after), default=None)

    def nearest_begin(self, seconds: float) -> float:
        """Return the moment nearest to another one at which a note begins, or the tune ends."""
        begins = (0.0, self.duration_seconds, *(note.begin for note in self._played))
        return min(begins, key=lambda begin: abs(begin - seconds))

    def last_begun(self, place: float) -> tuple[int, int] | None:
        """Return the last note that begins by then, and how often it has been played before.

        The note is its first character.
        """
        earlier = [note for note in self._played if note.begin <= place + _NEAR]
        note = max(earlier, key=lambda note: note.begin, default=None)
        return None if note is None else (note.offset, self._plays_before(note))

    def first_after(self, place: float) -> tuple[int, int] | None:
        """Return the first note that begins then or later, and how often it has been played before.

        The note is its first character.
        """
        later = [note for note in self._played if note.begin >= place - _NEAR]
        note = min(later, key=lambda note: note.begin, default=None)
        return None if note is None else (note.offset, self._plays_before(note))

    def last_before(self, place: float) -> tuple[int, int] | None:
        """Return the last note that ends by then, and how often it has been played before."""
        earlier = [note for note in self._played if note.end <= place + _NEAR]
        note = max(earlier, key=lambda note: note.end, default=None)
        return None if note is None else (note.offset, self._plays_before(note))

    def span_of(self, offset: int, number: int) -> tuple[float, float] | None:
        """Return from when to when a note is played the so-manyeth time, from 0, or the last."""
        begin, end = self.begin_of(offset, number), self.end_of(offset, number)
        return None if begin is None or end is None else (begin, end)

    def begin_of(self, offset: int, number: int) -> float | None:
        """Return when a note begins the so-manyeth time, from 0, or the last time."""
        begins = sorted(note.begin for note in self._played if note.offset == offset)
        return begins[min(number, len(begins) - 1)] if begins else None

    def end_of(self, offset: int, number: int) -> float | None:
        """Return when a note ends the so-manyeth time, from 0, or the last time."""
        ends = sorted(note.end for note in self._played if note.offset == offset)
        return ends[min(number, len(ends) - 1)] if ends else None

    def _plays_before(self, played: _Played) -> int:
        return sum(
            note.offset == played.offset and note.begin < played.begin for note in self._played
        )

    def offsets_between(self, start: float, stop: float) -> frozenset[int]:
        """Return the first characters of the notes that begin from one moment up to another."""
        return frozenset(note.offset for note in self._played if start <= note.begin < stop)


def _collected(changes: list[tuple[float, int, int]]) -> tuple[list[float], list[frozenset[int]]]:
    """Return the moments at which something changes, and what sounds from each on."""
    times: list[float] = []
    sounding: list[frozenset[int]] = []
    counts: dict[int, int] = {}
    for seconds, change, offset in sorted(changes):
        counts[offset] = counts.get(offset, 0) + change
        if not counts[offset]:
            del counts[offset]
        if times and times[-1] == seconds:
            sounding[-1] = frozenset(counts)
        else:
            times.append(seconds)
            sounding.append(frozenset(counts))
    return times, sounding


class TimedTune(NamedTuple):
    """A tune's text, and when its notes are played."""

    text: str
    timeline: Timeline


def offset_now(offset: int, old: str, new: str) -> int | None:
    """Return where a character of a text stands after a change; None where it was changed too.

    A character that another one replaced stands nowhere: what came into its place may be at quite
    another time.
    """
    rest = old[offset:]
    if new.endswith(rest):
        return len(new) - len(rest)
    return offset if new.startswith(old[: offset + 1]) else None


def place_now(place: float, before: TimedTune, now: TimedTune) -> float:
    """Return the place that is to be heard next, where another one was before.

    The note that sounds there goes on from the same part of it. Between notes, or where it is gone,
    the next note comes as soon as it would have come; where that is gone too, the time stays.

    Args:
        place: Seconds at the tempo written before.
        before: The tune as it was.
        now: As it is; the result is at its written tempo.
    """
    spans = _spans(before.timeline.last_begun(place), before, now)
    if spans is not None and place < spans[0][1]:
        (old_begin, old_end), (begin, end) = spans
        return begin + (place - old_begin) / (old_end - old_begin) * (end - begin)
    spans = _spans(before.timeline.first_after(place), before, now)
    if spans is not None:
        (old_begin, _), (begin, _) = spans
        return max(0.0, begin - (old_begin - place))
    return min(place, now.timeline.duration_seconds)


def _spans(
    note: tuple[int, int] | None, before: TimedTune, now: TimedTune
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return from when to when a note was played and is played."""
    if note is None:
        return None
    offset, number = note
    place = offset_now(offset, before.text, now.text)
    if place is None:
        return None
    old, new = before.timeline.span_of(offset, number), now.timeline.span_of(place, number)
    return None if old is None or new is None else (old, new)
