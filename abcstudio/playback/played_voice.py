"""What one voice contributes to a performance, still in whole parts of a beat."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import MidiDirective, Tempo
from abcstudio.notation.spans import Span

MAX_NOTES = 100_000
MAX_ELEMENTS = 400_000


@dataclass(slots=True)
class Allowance:
    """How much may still be played, over all voices of a score."""

    notes: int = MAX_NOTES
    elements: int = MAX_ELEMENTS

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may be played."""
        return self.notes <= 0 or self.elements <= 0


class Sound(NamedTuple):
    """A note as it sounds; onset and length in parts of a beat. Sorts by onset, voice and pitch."""

    onset: int
    voice: int
    pitch: Fraction
    length: int
    velocity: int
    span: Span
    pass_number: int


class PlayedMeasure(NamedTuple):
    """A measure as it is played; onset and length in parts of a beat."""

    onset: int
    length: int
    number: int
    span: Span
    pass_number: int


@dataclass(frozen=True, slots=True)
class PlayedChordSymbol:
    """A chord symbol at its place in the performance, in beats."""

    onset: Fraction
    text: str
    span: Span


@dataclass(slots=True, kw_only=True)
class PlayedVoice:
    """What one voice contributes to a performance.

    Attributes:
        sounds: In parts of a beat, in playing order.
        measures: Likewise; of the first voice only.
        length: In parts of a beat.
        directives: The `%%MIDI` lines that it passes, with their places in beats.
        fermatas: From when to when it holds a note, in beats.
        labels: The part labels that it passes, with their places in parts of a beat.
    """

    sounds: list[Sound] = field(default_factory=list)
    measures: list[PlayedMeasure] = field(default_factory=list)
    chord_symbols: list[PlayedChordSymbol] = field(default_factory=list)
    tempo_changes: list[tuple[Fraction, Tempo | None]] = field(default_factory=list)
    meter_changes: dict[Fraction, Meter] = field(default_factory=dict)
    key_changes: dict[Fraction, KeySignature] = field(default_factory=dict)
    directives: list[tuple[Fraction, MidiDirective]] = field(default_factory=list)
    fermatas: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    labels: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0
