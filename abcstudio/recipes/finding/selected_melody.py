"""Selected notes of a tune as a melody to look for: a small tune of their own."""

from collections.abc import Sequence
from fractions import Fraction

from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.interchange.key_finder import key_text
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.recipes.finding.written_melody import UNIT, written

FEWEST, USUAL = 4, 10
"""Of fewer selected notes than the first, so many are taken from the first of them on."""


def selected_melody(score: Score, span: Span) -> str:
    """Return the notes that a span of a tune touches; from a single one on, some more.

    Returns:
        A header and the notes, "" where there are none at the span or after it.
    """
    lines = melodies_of(score)
    line = max(lines, key=lambda one: len(_touched(one, span)), default=())
    places = _touched(line, span)
    first = (
        places[0]
        if places
        else next((at for at, note in enumerate(line) if note.span.end > span.start), len(line))
    )
    count = len(places) if len(places) >= FEWEST else USUAL
    notes = line[first : first + count]
    if not notes:
        return ""
    before = sum(note.length for note in line[:first] if note.measure == notes[0].measure)
    header = f"M:{score.meter.written}\nL:{UNIT}\nK:{key_text(score.key)}\n"
    # The tune's own key may have accidentals beside those of its mode.
    key = parse(f"X:1\n{header}").key
    place = Fraction(before, PER_WHOLE_NOTE)
    return header + written(key, score.meter, notes, place)


def _touched(line: Sequence[LineNote], span: Span) -> list[int]:
    end = max(span.end, span.start + 1)
    return [
        at for at, note in enumerate(line) if note.span.start < end and note.span.end > span.start
    ]
