"""Which written notes of a tune a player of the chosen instrument cannot play."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performance import DRUM_CHANNEL
from abcstudio.playback.performing.performer import perform

# As written, but in the order that is played, with the transpositions that the tune asks for.
_WRITTEN = replace(PLAIN, navigation=True)
_NAMES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """Notes that an instrument lacks; `message_id` and `parameters` make the sentence about them.

    Attributes:
        instrument: A key of `INSTRUMENTS`.
        spans: The characters of the notes, in the order of the text.
        pitches: The MIDI note numbers that are too low or too high, each once, the lowest first.
    """

    instrument: str
    spans: tuple[Span, ...]
    pitches: tuple[int, ...]

    @property
    def message_id(self) -> str:
        """Which sentence: one where all notes are named, or one where others are left out."""
        is_cut = len(self.pitches) > _MOST_NAMED
        return "playback.out_of_range_cut" if is_cut else "playback.out_of_range"

    @property
    def parameters(self) -> Mapping[str, object]:
        """What the sentence's placeholders stand for; `instrument` is there to be translated."""
        chosen = INSTRUMENTS[self.instrument]
        names = [note_name(pitch) for pitch in self.pitches[:_MOST_NAMED]]
        return {
            "instrument": self.instrument,
            "lowest": note_name(chosen.lowest),
            "highest": note_name(chosen.highest),
            "notes": ", ".join(names),
        }


def out_of_range(score: Score, instrument: str, others: Collection[int] = ()) -> OutOfRange | None:
    """Return the notes of a tune that lie outside an instrument's range; None where all are in it.

    Voices for which the tune names an instrument or another one fits, and drums, are passed over.

    Args:
        score: Any score.
        instrument: A key of `INSTRUMENTS`.
        others: The numbers of the voices that another instrument plays, or none.
    """
    chosen = INSTRUMENTS[instrument]
    performance = perform(score, _WRITTEN)
    found = {
        (note.span, round(note.pitch))
        for note in performance.notes
        if not chosen.lowest <= note.pitch <= chosen.highest
        and note.voice not in others
        and performance.tracks[note.voice].program is None
        and performance.tracks[note.voice].instrument in ("", instrument)
        and performance.tracks[note.voice].channel != DRUM_CHANNEL
    }
    if not found:
        return None
    spans = sorted({span for span, _ in found}, key=lambda span: span.start)
    return OutOfRange(instrument, tuple(spans), tuple(sorted({pitch for _, pitch in found})))


def note_name(pitch: int) -> str:
    """Return the scientific name of a MIDI note number: 60 is C4."""
    return f"{_NAMES[pitch % 12]}{pitch // 12 - 1}"
