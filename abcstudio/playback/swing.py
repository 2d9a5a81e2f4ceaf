"""Swing: the two even eighths of a beat become long and short, two to one."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from abcstudio.playback.performance import PerformedMeasure, PerformedNote

_HALF = Fraction(1, 2)
_LONG = Fraction(2, 3)


def swung(
    notes: Sequence[PerformedNote], measures: Sequence[PerformedMeasure]
) -> list[PerformedNote]:
    """Return the notes with swing; a tune whose pairs are already written long and short stays.

    Beats count back from the end of each measure, so that a pickup of one eighth is a short one.
    """
    ends = [measure.onset_beats + measure.duration_beats for measure in measures]
    if not ends or not _is_even(notes, ends):
        return list(notes)
    result = []
    for note in notes:
        onset = _bent(note.onset_beats, ends)
        stop = _bent(note.onset_beats + note.duration_beats, ends)
        result.append(replace(note, onset_beats=onset, duration_beats=stop - onset))
    return result


def _is_even(notes: Sequence[PerformedNote], ends: Sequence[Fraction]) -> bool:
    """Return whether more notes begin on the half of a beat than on its long-short places."""
    places = [_place_in_beat(note.onset_beats, ends) for note in notes]
    return places.count(_HALF) > places.count(Fraction(3, 4)) + places.count(_LONG)


def _place_in_beat(beats: Fraction, ends: Sequence[Fraction]) -> Fraction:
    end = ends[min(len(ends) - 1, bisect_right(ends, beats))]
    return (beats - end) % 1


def _bent(beats: Fraction, ends: Sequence[Fraction]) -> Fraction:
    place = _place_in_beat(beats, ends)
    bent = place * 4 / 3 if place <= _HALF else _LONG + (place - _HALF) * 2 / 3
    return beats - place + bent
