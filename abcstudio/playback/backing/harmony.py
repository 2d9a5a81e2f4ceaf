"""Which chord holds when: the chord symbols of all voices along the performed measures.

Where two voices name a chord at the same moment, the first voice's counts. A chord lasts to the
next symbol; where a repeat leads back, the chord is again the one that held there the first time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.spans import Span
from abcstudio.notation.values.chord_kinds import (
    NO_CHORD,
    ChordName,
    read_chord_name,
    split_chord_name,
)
from abcstudio.playback.backing.accompaniment_settings import SettingsInTime
from abcstudio.playback.performance import PerformedMeasure
from abcstudio.playback.played_voice import PlayedChordSymbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of one measure under one chord.

    Attributes:
        is_new: The chord is another one than before.
        voice: Whose chord symbol it is.
        span: That symbol.
    """

    start: Fraction
    stop: Fraction
    chord: ChordName
    is_new: bool
    voice: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Symbol:
    onset: Fraction
    chord: ChordName
    voice: int
    span: Span


class Harmony:
    """Takes the measures in the order in which they are played."""

    def __init__(
        self, symbols: Sequence[Iterable[PlayedChordSymbol]], settings: SettingsInTime
    ) -> None:
        self._symbols = _read(symbols, settings)
        self._next = 0
        self._current: _Symbol | None = None
        self._sounding: ChordName = NO_CHORD
        # What held when a measure was first entered, by its first character.
        self._entered: dict[int, _Symbol | None] = {}
        self._last_start = -1

    def segments(self, measure: PerformedMeasure) -> list[Segment]:
        """Return the chords of the next measure; nothing where there is no chord or "N.C."."""
        self._enter(measure.span.start)
        stop = measure.onset_beats + measure.duration_beats
        segments: list[Segment] = []
        begin = measure.onset_beats
        while self._next < len(self._symbols) and self._symbols[self._next].onset < stop:
            symbol = self._symbols[self._next]
            self._add(segments, begin, symbol.onset)
            begin, self._current = max(begin, symbol.onset), symbol
            self._next += 1
        self._add(segments, begin, stop)
        return segments

    def _enter(self, start: int) -> None:
        if start <= self._last_start:
            self._current = self._entered.get(start) or self._current
        self._entered.setdefault(start, self._current)
        self._last_start = start

    def _add(self, segments: list[Segment], start: Fraction, stop: Fraction) -> None:
        symbol = self._current
        if symbol is None or start >= stop:
            return
        is_new, self._sounding = symbol.chord != self._sounding, symbol.chord
        if symbol.chord is not NO_CHORD:
            segments.append(
                Segment(
                    start=start,
                    stop=stop,
                    chord=symbol.chord,
                    is_new=is_new,
                    voice=symbol.voice,
                    span=symbol.span,
                )
            )


def _read(
    symbols: Sequence[Iterable[PlayedChordSymbol]], settings: SettingsInTime
) -> list[_Symbol]:
    placed = [(symbol.onset, voice, symbol) for voice, own in enumerate(symbols) for symbol in own]
    placed.sort(key=lambda item: item[:2])
    read: list[_Symbol] = []
    for onset, voice, symbol in placed:
        now = settings.at(onset)
        if voice in now.muted or (read and read[-1].onset == onset and read[-1].voice != voice):
            continue
        chord = _chord(symbol.text, now.own_kinds)
        if chord is not None:
            read.append(_Symbol(onset, chord, voice, symbol.span))
    return read


def _chord(text: str, own_kinds: Mapping[str, tuple[int, ...]]) -> ChordName | None:
    if own_kinds and (parts := split_chord_name(text)) and parts[1] in own_kinds:
        root, kind, bass = parts
        return ChordName(root, own_kinds[kind], bass, kind)
    return read_chord_name(text)
