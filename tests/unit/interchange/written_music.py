"""A tune as written, for comparing: by our score, and by what music21 reads from our MusicXML.

Both sides are brought to the same form without help from the writer: measures as numbers and
lengths, and notes as (measure, offset in it, MIDI number, quarter notes) with their ties joined.
Parts of a measure that a repeat sign or an ending cuts are counted as the one measure they are.
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import Any

from abcstudio.notation.limits import MAX_MEASURES_OF_REST
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.score import Chord, Rest, Score, Voice
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performing.performer import perform

Place = tuple[int, Fraction]


@dataclass
class WrittenPart:
    """One staff: (number, quarter notes) of each measure, and its notes."""

    measures: list[tuple[int, Fraction]] = field(default_factory=list)
    notes: list[tuple[int, Fraction, Fraction, Fraction]] = field(default_factory=list)


@dataclass
class Head:
    """One note head on its way: where it begins and ends in quarter notes from the start."""

    onset: Fraction
    duration: Fraction
    pitch: Fraction
    starts_tie: bool
    stops_tie: bool


def part_of(measures: list[tuple[int, Fraction]], heads: Iterable[Head]) -> WrittenPart:
    """Return measures and note heads in the form that is compared."""
    merged = [
        (number, sum((length for _, length in group), Fraction(0)))
        for number, group in groupby(measures, key=itemgetter(0))
    ]
    notes = []
    onsets = [Fraction(0)]
    for _, length in merged:
        onsets.append(onsets[-1] + length)
    for onset, duration, pitch in joined(heads):
        index = max((i for i, start in enumerate(onsets[:-1]) if start <= onset), default=0)
        notes.append((index, _number(onset - onsets[index]), pitch, _number(duration)))
    return WrittenPart([(number, _number(length)) for number, length in merged], sorted(notes))


def joined(heads: Iterable[Head]) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Return onset, duration and pitch of each note, tied heads as one."""
    sounding: list[list[Fraction]] = []
    held: dict[tuple[Fraction, Fraction], list[Fraction]] = {}
    for head in sorted(heads, key=lambda head: (head.onset, head.pitch)):
        key = (head.pitch, head.onset)
        note = held.pop(key, None) if head.stops_tie else None
        if note is None:
            note = [head.onset, head.duration, head.pitch]
            sounding.append(note)
        else:
            note[1] += head.duration
        if head.starts_tie:
            held[head.pitch, note[0] + note[1]] = note
    return [(onset, duration, pitch) for onset, duration, pitch in sounding]


def _number(value: Any) -> Fraction:
    """Return a length as music21 keeps it: fractions of at most 65535 parts."""
    return Fraction(value).limit_denominator(65535)


def as_scored(score: Score) -> list[WrittenPart]:
    """Return the staves of a score."""
    full = {voice.voice_id: voice for voice in score.voices if voice.overlay_of is None}
    rows: list[tuple[str, ...]] = [(name,) for name in full]
    layout = score.layout.only(full) if score.layout is not None else None
    if layout is not None:
        shown = [staff.voices for staff in layout.staves]
        rows = shown + [row for row in rows if row[0] not in layout.voices]
    return [_staff_of(score, [full[name] for name in row]) for row in rows]


def _staff_of(score: Score, voices: list[Voice]) -> WrittenPart:
    heads: list[Head] = []
    for staff in voices:
        measures = list(split_measures(staff, score.meter))
        heads += _heads(staff, measures, measures)
        for voice in score.voices:
            if voice.overlay_of is not None and voice.overlay_of == staff.voice_id:
                heads += _heads(voice, list(split_measures(voice, score.meter)), measures)
    leading = split_measures(voices[0], score.meter)
    return part_of([pair for measure in leading for pair in _counted(measure)], heads)


def _counted(measure: Measure) -> list[tuple[int, Fraction]]:
    timed = [element for element in measure.elements if isinstance(element, Chord | Rest)]
    count = 1
    if len(timed) == 1 and isinstance(timed[0], Rest):
        count = min(max(1, timed[0].measures), MAX_MEASURES_OF_REST)
    return [(measure.number + index, 4 * measure.duration / count) for index in range(count)]


def _heads(voice: Voice, own: list[Measure], staff: list[Measure]) -> Iterable[Head]:
    held: set[tuple[str, int]] = set()
    starts = [measure.onset for measure in staff]
    for index, measure in enumerate(own):
        place = index if len(own) == len(staff) else _place(starts, measure.onset)
        shift = starts[place] - measure.onset
        for element in measure.elements:
            if isinstance(element, Rest):
                held = set()
            if not isinstance(element, Chord):
                continue
            for note in element.notes:
                is_held = (note.pitch.step, note.pitch.octave) in held
                onset = 4 * (element.onset + shift)
                number = note.pitch.midi_number
                yield Head(onset, 4 * note.duration, number, note.tied, is_held)
            held = {(n.pitch.step, n.pitch.octave) for n in element.notes if n.tied}


def _place(starts: list[Fraction], onset: Fraction) -> int:
    return max((i for i, start in enumerate(starts) if start <= onset), default=0)


def as_read_by_music21(xml: str) -> list[WrittenPart]:
    """Return the parts that music21 finds in a MusicXML document."""
    with warnings.catch_warnings():
        # music21's own imports and its own remarks on chord symbols; ours are not touched.
        warnings.simplefilter("ignore", DeprecationWarning)
        from music21 import converter, stream

        read = converter.parse(xml, format="musicxml")
        scores = [read] if isinstance(read, stream.Score) else list(read.scores)
        return [_part(part) for part in scores[0].parts]


def _part(part: object) -> WrittenPart:
    measures, heads = [], []
    start = Fraction(0)
    for measure in part.getElementsByClass("Measure"):  # type: ignore[attr-defined]
        length = _number(measure.highestTime)
        measures.append((measure.number, length))
        for element in measure.flatten().notes:
            if element.duration.isGrace or "Harmony" in element.classes:
                continue
            onset = start + _number(element.offset)
            for note in element.notes if element.isChord else (element,):
                tie = note.tie.type if note.tie is not None else ""
                heads.append(
                    Head(
                        onset,
                        _number(element.quarterLength),
                        _number(note.pitch.ps),
                        tie in ("start", "continue"),
                        tie in ("stop", "continue"),
                    )
                )
        start += length
    return part_of(measures, heads)


def as_unfolded_by_music21(xml: str) -> list[tuple[Fraction, int]]:
    """Return when each note of all parts begins, and its pitch, as music21 repeats what it reads.

    Notes that a tie leads to are left out.
    """
    found: list[tuple[Fraction, int]] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from music21 import converter

        for part in converter.parse(xml, format="musicxml").parts:
            for sound in part.expandRepeats().flatten().notes:
                held = sound.tie is not None and sound.tie.type != "start"
                if not held and not sound.duration.isGrace and hasattr(sound, "pitches"):
                    onset = Fraction(sound.offset).limit_denominator(960)
                    found += [(onset, pitch.midi) for pitch in sound.pitches]
    return sorted(found)


def as_played(score: Score) -> list[tuple[Fraction, int]]:
    """Return when each note of a performance as written begins, and its pitch."""
    return sorted((note.onset_beats, int(note.pitch)) for note in perform(score, PLAIN).notes)


def difference(ours: list[WrittenPart], theirs: list[WrittenPart]) -> str:
    """Return in words how the two differ first, "" when they are the same."""
    if len(ours) != len(theirs):
        return f"{len(ours)} parts, read as {len(theirs)}"
    for number, (our, their) in enumerate(zip(ours, theirs, strict=True), start=1):
        # A voice that ends before the others is filled up to their end.
        count = len(our.measures)
        if our.measures != their.measures[:count]:
            pairs = zip(our.measures, [*their.measures, *[None] * count], strict=False)
            first = next((a, b) for a, b in pairs if a != b)
            return f"part {number}: measure {first[0]} was read as {first[1]}"
        if our.notes != their.notes:
            missing = [note for note in our.notes if note not in their.notes]
            added = [note for note in their.notes if note not in our.notes]
            return f"part {number}: notes {missing[:3]} were read as {added[:3]}"
    return ""
