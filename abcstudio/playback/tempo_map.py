"""Beats to seconds, quick for many notes."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction

from abcstudio.playback.performance import TempoMark

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
