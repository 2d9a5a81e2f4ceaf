"""A note that no one wrote: of the accompaniment, the drums or the drone."""

from fractions import Fraction
from typing import NamedTuple

from abcstudio.notation.spans import Span


class BackingNote(NamedTuple):
    """One note; beats are quarter notes from the start of the performance.

    Attributes:
        pitch: A MIDI note number, or an instrument of the drum kit.
        span: What asked for it: a chord symbol or a `%%MIDI` line.
    """

    onset: Fraction
    beats: Fraction
    pitch: int
    velocity: int
    pass_number: int
    span: Span
