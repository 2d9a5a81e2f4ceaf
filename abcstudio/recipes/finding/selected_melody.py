"""Selected notes of a tune as a melody to look for: a small tune of their own."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.interchange.key_finder import key_text, spelled
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.notation.values.spelling import note_text

FEWEST, USUAL = 4, 10
"""Of fewer selected notes than the first, so many are taken from the first of them on."""

_UNIT = Fraction(1, 8)


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
    header = f"M:{score.meter.written}\nL:{_UNIT}\nK:{key_text(score.key)}\n"
    # The tune's own key may have accidentals beside those of its mode.
    key = parse(f"X:1\n{header}").key
    place = Fraction(before, PER_WHOLE_NOTE)
    return header + "".join(_music(key, _beat(score.meter), notes, place)).strip()


def _touched(line: Sequence[LineNote], span: Span) -> list[int]:
    end = max(span.end, span.start + 1)
    return [
        at for at, note in enumerate(line) if note.span.start < end and note.span.end > span.start
    ]


def _beat(meter: Meter) -> Fraction:
    if meter.is_compound:
        return Fraction(3, 8)
    return Fraction(1, 2) if meter.measure_duration == 1 else Fraction(1, 4)


def _music(
    key: KeySignature, beat: Fraction, notes: Sequence[LineNote], place: Fraction
) -> Iterator[str]:
    """Yield notes, blanks between beats, and bar lines where the tune has them."""
    measure, altered = notes[0].measure, dict[str, Fraction]()
    for note in notes:
        if note.measure != measure:
            measure, place = note.measure, Fraction(0)
            altered.clear()
            yield "|"
        elif place and not place % beat:
            yield " "
        pitch, length = spelled(note.pitch, key), Fraction(note.length, PER_WHOLE_NOTE)
        in_force = altered.get(pitch.step, key.alter_of(pitch.step))
        altered[pitch.step] = pitch.alter
        yield note_text(pitch, length / _UNIT, in_force)
        place += length
