"""The marks of a performance that hold from a beat on: tempo, meter, key, labels of parts."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Score, Tempo
from abcstudio.playback.interpretation import Interpretation
from abcstudio.playback.performance import KeyMark, Marker, MeterMark, TempoMark
from abcstudio.playback.performing.beats import beats, tempo_beat
from abcstudio.playback.performing.rhythms import (
    PLAIN_QUARTERS_PER_MINUTE,
    default_tempo,
    has_known_rhythm,
)
from abcstudio.playback.played_voice import PlayedVoice

# Beats a minute, as metronomes name them.
_SLOW: Mapping[str, int] = {
    "grave": 40,
    "largo": 50,
    "larghetto": 60,
    "lento": 60,
    "adagio": 66,
    "slow": 66,
    "andant": 84,
    "moderat": 108,
}
_FAST: Mapping[str, int] = {
    "allegretto": 116,
    "allegro": 132,
    "lively": 140,
    "brisk": 140,
    "fast": 150,
    "quick": 150,
    "vivace": 160,
    "presto": 180,
    "prestissimo": 200,
}
# How many times the tune's own tempo a fast word asks for at most; less where that one is known.
_LIMIT_OF_KNOWN, _LIMIT_OF_OTHERS = Fraction(6, 5), Fraction(3, 2)


def tempo_of_words(score: Score, words: str) -> Fraction | None:
    """Return the quarter notes a minute that words ask of this tune; None where they name none.

    They are counted in the tune's beat, and kept on their side of the tempo that players take it
    at: a slow word never makes a tune faster than without it.
    """
    own = default_tempo(score)
    beat = 4 * tempo_beat(score)
    if (beats := _number_of(words, _SLOW)) is not None:
        return min(beats * beat, own)
    if (beats := _number_of(words, _FAST)) is not None:
        limit = _LIMIT_OF_KNOWN if has_known_rhythm(score) else _LIMIT_OF_OTHERS
        return max(own, min(beats * beat, limit * own))
    return None


def _number_of(words: str, numbers: Mapping[str, int]) -> int | None:
    for word in re.findall(r"[^\W\d_]+", words.lower()):
        for start, number in numbers.items():
            if word.startswith(start):
                return number
    return None


MIN_QUARTERS_PER_MINUTE = Fraction(5)
MAX_QUARTERS_PER_MINUTE = Fraction(1000)
_TimedMark = TypeVar("_TimedMark", bound=TempoMark | MeterMark | KeyMark)
_MINOR_MODES = ("minor", "aeolian", "dorian", "phrygian", "locrian")


def markers(voices: Sequence[PlayedVoice], parts: int, limit: Fraction) -> tuple[Marker, ...]:
    """Return the labels of the parts that the first voice passes before a limit."""
    labels = voices[0].labels if voices else []
    marks = [Marker(beats(onset, parts), label) for onset, label in labels]
    return tuple(mark for mark in marks if mark.onset_beats < limit)


def tempo_marks(
    score: Score, voices: Sequence[PlayedVoice], interpretation: Interpretation
) -> tuple[TempoMark, ...]:
    """Return the tempo at the start and each change of it, in any voice."""
    reads_words = interpretation.rhythm_tempo
    start = _tempo_of(score, score.tempo, reads_words)
    if start is None:
        start = (
            _whole_beats(score, default_tempo(score)) if reads_words else PLAIN_QUARTERS_PER_MINUTE
        )
    by_onset = {Fraction(0): start}
    changes = [change for voice in voices for change in voice.tempo_changes]
    for onset, tempo in sorted(changes, key=lambda change: change[0]):
        by_onset[onset] = _tempo_of(score, tempo, reads_words) or start
    marks: list[TempoMark] = []
    for onset, quarters in by_onset.items():
        if not marks or marks[-1].quarters_per_minute != quarters:
            marks.append(TempoMark(onset, quarters))
    return tuple(marks)


def _tempo_of(score: Score, tempo: Tempo | None, reads_words: bool) -> Fraction | None:
    """Return the quarter notes a minute of a `Q:`, by its number or, if wanted, by its words."""
    if tempo is None:
        return None
    quarters = _quarters_per_minute(tempo)
    if quarters is None and reads_words:
        quarters = tempo_of_words(score, tempo.text)
        return None if quarters is None else _whole_beats(score, quarters)
    return quarters


def _whole_beats(score: Score, quarters: Fraction) -> Fraction:
    """Return a tempo with a whole number of the tune's beats a minute, as the window shows it."""
    beat = 4 * tempo_beat(score)
    return max(1, round(quarters / beat)) * beat


def _quarters_per_minute(tempo: Tempo) -> Fraction | None:
    if tempo.beats_per_minute is None:
        return None
    quarters = tempo.beats_per_minute * tempo.beat_duration * 4
    if quarters <= 0:
        return None
    return max(MIN_QUARTERS_PER_MINUTE, min(MAX_QUARTERS_PER_MINUTE, quarters))


def beats_at(tempos: tuple[TempoMark, ...], seconds: int) -> Fraction:
    """Return how many beats fit into a time."""
    left = Fraction(seconds)
    for mark, following in pairwise(tempos):
        took = (following.onset_beats - mark.onset_beats) * 60 / mark.quarters_per_minute
        if took >= left:
            return mark.onset_beats + left * mark.quarters_per_minute / 60
        left -= took
    return tempos[-1].onset_beats + left * tempos[-1].quarters_per_minute / 60


def until(end: Fraction, marks: tuple[_TimedMark, ...]) -> tuple[_TimedMark, ...]:
    """Return the first mark and the others that come before the end."""
    return (*marks[:1], *(mark for mark in marks[1:] if mark.onset_beats < end))


def meter_marks(score: Score, voices: Sequence[PlayedVoice]) -> tuple[MeterMark, ...]:
    """Return the meter at the start and each change of it in the first voice."""
    by_onset: dict[Fraction, Meter] = {Fraction(0): score.meter}
    if voices:
        by_onset.update(voices[0].meter_changes)
    marks: list[MeterMark] = []
    for onset, meter in by_onset.items():
        if not marks or marks[-1].meter != meter:
            marks.append(MeterMark(onset, meter))
    return tuple(marks)


def key_marks(score: Score, voices: Sequence[PlayedVoice]) -> tuple[KeyMark, ...]:
    """Return the key at the start and each change of it in the first voice."""
    by_onset: dict[Fraction, KeySignature] = {Fraction(0): score.key}
    if voices:
        by_onset.update(voices[0].key_changes)
    marks: list[KeyMark] = []
    for onset, key in by_onset.items():
        mark = KeyMark(onset, key.fifths, key.mode in _MINOR_MODES)
        if not marks or (marks[-1].fifths, marks[-1].is_minor) != (mark.fifths, mark.is_minor):
            marks.append(mark)
    return tuple(marks)
