"""Swing: the two even notes of a beat become long and short, two to one."""

from bisect import bisect_right
from collections.abc import Sequence

from abcstudio.playback.played_voice import PlayedMeasure, Sound


def swung(sounds: Sequence[Sound], measures: Sequence[PlayedMeasure], beat: int) -> list[Sound]:
    """Return the sounds with swing; a tune whose pairs are already written long and short stays.

    So do the beats of any tune that hold a triplet, or a pair that is written long and short.
    Beats count back from the end of each measure, so that a pickup of one note is a short one.

    Args:
        sounds: In order.
        measures: Of the first voice.
        beat: How long the beat is that a pair fills, in the parts of the sounds; a multiple of six.
    """
    if not measures:
        return list(sounds)
    beats = _Beats(measures, beat)
    places = [beats.place(sound.onset) for sound in sounds]
    evens = {begin for begin, place in places if 2 * place == beat}
    triplets = {begin for begin, place in places if 3 * place in (beat, 2 * beat)}
    halves = sum(2 * place == beat for _, place in places)
    lates = sum(4 * place == 3 * beat or 3 * place == 2 * beat for _, place in places)
    if halves <= lates:
        return list(sounds)
    beats.swing(evens - triplets)
    result = []
    for sound in sounds:
        onset = beats.bent(sound.onset)
        stop = beats.bent(sound.onset + sound.length)
        result.append(sound._replace(onset=onset, length=max(1, stop - onset)))
    return result


class _Beats:
    """The beats of the measures; a beat is known by its first moment."""

    def __init__(self, measures: Sequence[PlayedMeasure], beat: int) -> None:
        self._ends = [measure.onset + measure.length for measure in measures]
        self._beat = beat
        self._swung: set[int] = set()

    def swing(self, beats: set[int]) -> None:
        """Let some beats swing."""
        self._swung = beats

    def place(self, moment: int) -> tuple[int, int]:
        """Return the beat that a moment falls into, and how far it is from its start."""
        end = self._ends[min(len(self._ends) - 1, bisect_right(self._ends, moment))]
        place = (moment - end) % self._beat
        return moment - place, place

    def bent(self, moment: int) -> int:
        """Return when a moment comes with swing: the half of the beat at two thirds of it."""
        begin, place = self.place(moment)
        if begin not in self._swung:
            return moment
        half, long = self._beat // 2, self._beat * 2 // 3
        return begin + (place * 4 // 3 if place <= half else long + (place - half) * 2 // 3)
