"""When what sounds: a performance laid out in seconds, for following it in score and text."""

from bisect import bisect_right

from abcstudio.playback.performance import Performance
from abcstudio.playback.tempo_map import TempoMap

_NOTHING: frozenset[int] = frozenset()


class Timeline:
    """The places in the text that sound at each moment.

    Attributes:
        duration_seconds: When the last note has ended.
    """

    def __init__(self, performance: Performance, speed: float = 1.0) -> None:
        written = [
            note for note in performance.notes if not performance.tracks[note.voice].is_backing
        ]
        seconds_at = TempoMap(performance.tempos, speed).seconds_at
        self.duration_seconds = seconds_at(performance.duration_beats)
        self._starts: list[tuple[int, float]] = []
        changes: list[tuple[float, int, int]] = []
        for note in written:
            begin = seconds_at(note.onset_beats)
            end = seconds_at(note.onset_beats + note.duration_beats)
            self._starts.append((note.span.start, begin))
            changes += ((begin, 1, note.span.start), (end, -1, note.span.start))
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
        after = [(start, seconds) for start, seconds in self._starts if start >= offset]
        return min(after)[1] if after else 0.0


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
