"""A track's notes as lines that a voice can hold: chords where notes begin and end together."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.interchange.quantizer import GridNote

MAX_LINES = 8
"""Lines of one track; notes that would need more are left out."""


@dataclass(frozen=True, slots=True)
class Strike:
    """Notes that begin and end together, in quarter notes; pitches rise."""

    onset: Fraction
    end: Fraction
    pitches: tuple[int, ...]


def lines_of(notes: Iterable[GridNote]) -> tuple[list[list[Strike]], int]:
    """Return a track's notes as lines in which none overlaps another, the highest line first.

    The number says how many notes were left out because there were too many lines.
    """
    together: dict[tuple[Fraction, Fraction], list[int]] = {}
    for note in notes:
        together.setdefault((note.onset, note.end), []).append(note.pitch)
    strikes = [
        Strike(onset, end, tuple(sorted(pitches))) for (onset, end), pitches in together.items()
    ]
    strikes.sort(key=lambda strike: (strike.onset, -strike.pitches[-1], -strike.end))
    lines: list[list[Strike]] = []
    left_out = 0
    for strike in strikes:
        free = next((line for line in lines if line[-1].end <= strike.onset), None)
        if free is not None:
            free.append(strike)
        elif len(lines) < MAX_LINES:
            lines.append([strike])
        else:
            left_out += len(strike.pitches)
    return lines, left_out
