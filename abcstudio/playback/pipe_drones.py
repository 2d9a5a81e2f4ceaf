"""The drones of bagpipes: the keynote below the tune, from its first note to its last."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from abcstudio.playback.performance import KeyMark, Performance, PerformedNote

_LOWEST_TENOR = 47
_OCTAVE = 12
_SOFTER = 0.55
_BREATH_BEATS = Fraction(16)


def with_drones(performance: Performance, tracks: Sequence[int]) -> Performance:
    """Return a performance with drones under the first of some tracks that has notes."""
    for track in tracks:
        own = [note for note in performance.notes if note.voice == track]
        if own:
            notes = sorted((*performance.notes, *_drones(own, performance.keys)), key=_place)
            return replace(performance, notes=tuple(notes))
    return performance


def _drones(notes: Sequence[PerformedNote], keys: Sequence[KeyMark]) -> list[PerformedNote]:
    """Return the drones of a voice, struck again now and then so that none dies away."""
    begin = notes[0].onset_beats
    end = max(note.onset_beats + note.duration_beats for note in notes)
    tenor = _keynote(keys[0] if keys else None)
    velocity = max(1, round(_SOFTER * max(note.velocity for note in notes)))
    found = []
    while begin < end:
        beats = min(_BREATH_BEATS, end - begin)
        first = next((note for note in notes if note.onset_beats >= begin), notes[-1])
        found += [
            first._replace(
                onset_beats=begin,
                duration_beats=beats,
                pitch=Fraction(pitch),
                velocity=velocity,
            )
            for pitch in (tenor - _OCTAVE, tenor)
        ]
        begin += beats
    return found


def _keynote(key: KeyMark | None) -> int:
    """Return the tenor drone's pitch: the keynote of the signature, from B2 to A#3."""
    fifths = key.fifths + (3 if key.is_minor else 0) if key else 0
    return _LOWEST_TENOR + (7 * fifths - _LOWEST_TENOR) % _OCTAVE


def _place(note: PerformedNote) -> tuple[Fraction, int, Fraction]:
    return note.onset_beats, note.voice, note.pitch
