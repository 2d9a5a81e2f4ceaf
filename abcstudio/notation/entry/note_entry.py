"""Entering notes into a tune one after the other, as when they are played on a keyboard.

What is written for a note follows the text around it: the key, the accidentals of its measure, the
unit note length, the meter's beams and bar lines. The reader itself judges: a trial note is put in
its place and read, and the result is read again until every note has its pitch.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate

from abcstudio.errors import EditError
from abcstudio.notation.editing.length_style import LengthStyle
from abcstudio.notation.editing.line_style import LineStyle
from abcstudio.notation.entry.lyrics import with_lyrics_kept
from abcstudio.notation.entry.pitches import Tone, head_of, settled
from abcstudio.notation.entry.place import written_elements
from abcstudio.notation.entry.trial import Trial
from abcstudio.notation.limits import MAX_WHOLE_NOTES
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.parser import Read, parse
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import length_of
from abcstudio.notation.values.spelling import chord_text

_EIGHTH = Fraction(1, 8)
# The usual division of the uneven meters.
_UNEVEN = {5: (3, 2), 7: (3, 2, 2)}


def beam_of(meter: Meter, onset: Fraction, length: Fraction) -> int:
    """Return the number of the beam, from 0, that a note of a measure belongs to.

    Args:
        meter: In force.
        onset: From the start of the measure.
        length: Of the note: short ones are beamed by the quarter where eighths are by the half.
    """
    if meter.is_free:
        return 0
    ends = tuple(accumulate(Fraction(beat, meter.beat_unit) for beat in _beats(meter, length)))
    full = sum(onset >= end for end in ends)
    beyond = onset - ends[-1]
    return full if beyond < 0 else full + int(beyond // ends[0])


def _beats(meter: Meter, length: Fraction) -> tuple[int, ...]:
    """Return how many beat units each beam of a measure lasts."""
    if len(meter.beats) > 1:
        return meter.beats
    (count,) = meter.beats
    if meter.beat_unit >= 8:
        if count % 3 == 0:
            return (3,) * (count // 3)
        return _UNEVEN.get(count, (count,))
    by_halves = meter.beat_unit == 4 and count % 4 == 0 and length >= _EIGHTH
    size = 2 if by_halves else 1
    return (size,) * (count // size)


_MAX_PIECES = 70


@dataclass(frozen=True, slots=True)
class Wish:
    """A note, chord or rest to be entered.

    Attributes:
        tones: What sounds, from low to high; none for a rest.
        length: What head and dots show, in whole notes.
        is_triplet: It is one of three in the time of two.
        is_tied: It is held on into what comes next.
    """

    tones: tuple[Tone, ...]
    length: Fraction
    is_triplet: bool = False
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class Entered:
    """A tune with what was entered.

    Attributes:
        text: The whole tune.
        caret: Where the next note goes.
        pitches: The MIDI numbers that were entered, as they sound.
        triplet_left: How many notes of the triplet that it belongs to are still to come.
    """

    text: str
    caret: int
    pitches: tuple[Fraction, ...] = ()
    triplet_left: int = 0


def enter(score: Score, caret: int, wish: Wish, *, read: Read = parse) -> Entered:
    """Enter a note, chord or rest at a caret, or after what the caret stands in.

    A measure that is full gets a bar line, and what is longer than the room that is left is tied
    over it, at the end of the music. In the middle of the music nothing else is moved or replaced.

    Args:
        score: The tune.
        caret: A place in its text.
        wish: What is to be entered.
        read: Reads a text of the tune; with its file header, for example.

    Raises:
        EditError: There is no room for notes, or the length cannot be written.
    """
    left = wish.length
    pitches: tuple[Fraction, ...] = ()
    for _ in range(_MAX_PIECES):
        trial = _trial(score, caret, wish, read)
        part = trial.part_of(left)
        is_tied = wish.is_tied or (part < left and bool(wish.tones))
        piece = replace(wish, length=part, is_tied=is_tied)
        entered = _enter_piece(score, trial, piece, read)
        pitches = pitches or entered.pitches
        left -= part
        if not left:
            return replace(entered, pitches=pitches)
        score, caret = read(entered.text), entered.caret
    raise EditError("edit.bad_length")


def _trial(score: Score, caret: int, wish: Wish, read: Read) -> Trial:
    """Return what holds where a wish is entered, after the bar line of a measure that is full."""
    trial = Trial(score, caret, read, is_triplet=wish.is_triplet)
    if trial.goes_on_at is not None:
        return Trial(score, trial.goes_on_at, read, is_triplet=wish.is_triplet)
    if trial.joins_triplet and trial.needs_bar_line:
        # A triplet cannot go on behind a bar line.
        return Trial(score, caret, read, is_triplet=True, joins=False)
    return trial


def _enter_piece(score: Score, trial: Trial, wish: Wish, read: Read) -> Entered:
    """Enter what fits into one measure."""
    style = LineStyle.of(score)
    before, marks = _what_precedes(trial, wish, style)
    notes, starts = _written(trial, wish)
    closes = trial.is_full_with(wish.length)
    after = ("-" if wish.is_tied and wish.tones else "") + (style.bar if closes else "")
    start = trial.place + len(before) + len(marks)
    text = trial.text[: trial.place] + before + marks + notes + after + trial.text[trial.place :]
    new = Span(start, start + len(notes))
    changed = with_lyrics_kept(score, read(text), new, read)
    wishes = {
        start + offset: Fraction(tone - trial.transpose) if isinstance(tone, int) else None
        for offset, tone in zip(starts, wish.tones, strict=True)
    }
    result = settled(score, changed, wishes)
    caret = start + len(notes) + len(after)
    if not closes and trial.reaches_bar_line_with(wish.length):
        caret = trial.after_bar_line(changed.text, caret)
    return Entered(
        result.text,
        result.moved(caret),
        tuple(pitch + trial.transpose for pitch in result.pitches),
        trial.triplet_left if wish.is_triplet else 0,
    )


def _what_precedes(trial: Trial, wish: Wish, style: LineStyle) -> tuple[str, str]:
    """Return the bar line, line end or blank before a note, and the sign of a triplet."""
    text, place = trial.text, trial.place
    marks = "(3:2:1" if trial.opens_triplet else ""
    if trial.begins_line:
        return "\n", marks
    if trial.needs_bar_line:
        return style.bar + style.after_bar, marks
    last = text[place - 1 : place]
    if last in ("", "\n", "\r", " ", "\t"):
        return "", marks
    if trial.follows_bar_line:
        if style.wraps_at(text, place):
            return "\n", marks
        return style.after_bar, marks
    length = wish.length
    if trial.onset_before is None or trial.joins_triplet:
        return "", marks
    beams = [beam_of(trial.meter, onset, length) for onset in (trial.onset_before, trial.onset)]
    return "" if beams[0] == beams[1] else " ", marks


def _written(trial: Trial, wish: Wish) -> tuple[str, list[int]]:
    """Return what is written for a wish, and where in it its notes begin."""
    factor = wish.length / trial.unit
    length = LengthStyle.of(trial.text).text(factor)
    if not 0 < wish.length <= MAX_WHOLE_NOTES or length_of(length) != factor:
        raise EditError("edit.bad_length")
    if not wish.tones:
        return "z" + length, []
    heads = []
    sounding: tuple[Pitch, ...] = trial.pitches_before
    for tone in wish.tones:
        number = tone - trial.transpose if isinstance(tone, int) else tone
        heads.append(head_of(number, trial.key, sounding, trial.octave_shift))
    if len(heads) == 1:
        return heads[0] + length, [0]
    starts = [1 + sum(map(len, heads[:index])) for index in range(len(heads))]
    return chord_text(heads) + length, starts


def last_before(score: Score, caret: int) -> Chord | Rest | None:
    """Return the note, chord or rest that was written last before a caret, or that it stands in."""
    found = [element for element in written_elements(score) if element.span.start < caret]
    return max(found, key=lambda element: element.span.start, default=None)


def note_at(score: Score, span: Span) -> Chord | Rest | None:
    """Return what a selection marks, when that is a single note, chord or rest."""
    found = [
        element
        for element in written_elements(score)
        if element.span.start < span.end and span.start < element.span.end
    ]
    return found[0] if len(found) == 1 else None
