"""Selected notes of a tune as a melody to look for: a small tune of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.corpus.tune import Tune
from abcstudio.interchange.key_finder import key_text
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.recipes.finding.written_melody import UNIT, written

FEWEST, USUAL = 4, 10
"""Of fewer selected notes than the first, so many are taken from the first of them on."""


@dataclass(frozen=True, slots=True)
class SelectedMelody:
    """Notes of a tune, and where in it they stand.

    Attributes:
        text: A header and the notes.
        line: Which of its voices that have notes, from 0.
        first_note, last_note: The notes of that voice, as `melodies_of` counts them.
    """

    text: str
    line: int
    first_note: int
    last_note: int


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """The tune that a melody was selected in, and where: it is no answer to the question."""

    tune: Tune
    melody: SelectedMelody


def selected_melody(score: Score, span: Span) -> SelectedMelody | None:
    """Return the notes that a span of a tune touches; from a single one on, some more.

    Returns:
        None where there are no notes at the span or after it.
    """
    lines = melodies_of(score)
    which = max(range(len(lines)), key=lambda at: len(_touched(lines[at], span)), default=0)
    line = lines[which] if lines else ()
    places = _touched(line, span)
    first = (
        places[0]
        if places
        else next((at for at, note in enumerate(line) if note.span.end > span.start), len(line))
    )
    count = len(places) if len(places) >= FEWEST else USUAL
    notes = line[first : first + count]
    if not notes:
        return None
    before = sum(note.length for note in line[:first] if note.measure == notes[0].measure)
    header = f"M:{score.meter.written}\nL:{UNIT}\nK:{key_text(score.key)}\n"
    # The tune's own key may have accidentals beside those of its mode.
    key = parse(f"X:1\n{header}").key
    place = Fraction(before, PER_WHOLE_NOTE)
    text = header + written(key, score.meter, notes, place)
    return SelectedMelody(text, which, first, first + len(notes) - 1)


def _touched(line: Sequence[LineNote], span: Span) -> list[int]:
    end = max(span.end, span.start + 1)
    return [
        at for at, note in enumerate(line) if note.span.start < end and note.span.end > span.start
    ]
