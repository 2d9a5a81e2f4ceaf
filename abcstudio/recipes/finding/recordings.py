"""A file of somebody playing, and the tunes that it may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from abcstudio.corpus.hearing.even_steps import classes_of
from abcstudio.corpus.hearing.heard_notes import HeardNote, notes_of
from abcstudio.corpus.hearing.midi_pitches import pitches_of_midi
from abcstudio.corpus.hearing.packed_sound import is_mp4, is_packed, read_packed
from abcstudio.corpus.hearing.pitches import HeardPitches, pitches_of
from abcstudio.corpus.hearing.recording_search import RecordingMatch, RecordingSearch, longest_run
from abcstudio.corpus.hearing.wav_reading import read_wav
from abcstudio.corpus.melody_index.melody import LineNote, full_measure, melodies_of
from abcstudio.corpus.melody_index.notes import Notes
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CorpusError
from abcstudio.guarded_files import read_bytes
from abcstudio.interchange.key_finder import key_of, key_text
from abcstudio.interchange.midi_reader import read_midi
from abcstudio.interchange.quantizer import GridNote
from abcstudio.messages import Phrase, reason
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.meter import Meter
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.notation.values.meter_field import parse_meter
from abcstudio.recipes.finding.found_place import FoundPlace, pitch_words, place_words
from abcstudio.recipes.finding.written_melody import UNIT, written

# Of what is less like it, or so much less than the likeliest, nothing is said.
_LEAST_SCORE, _WORSE = 0.72, 0.15
# Who leaves off in a tune and goes on elsewhere more often than once in so long plays another one.
_STRETCH_SECONDS = 3.0
_USUAL_STEP_SECONDS = 0.16
_COMMON_TIME = "4/4"

_LEAST_STEADY = 0.65
_MOST_SECOND = 0.76
_FEWEST_FRAMES = 50


def is_melodic(heard: HeardPitches) -> bool:
    """Return whether single pitches stand out of what was heard; True where that is too short."""
    classes = classes_of(heard)
    sounding = classes[classes.max(axis=1) > 0]
    if len(sounding) < _FEWEST_FRAMES:
        return True
    strongest = sounding.argmax(axis=1)
    steady = float((strongest[1:] == strongest[:-1]).mean())
    second = float((np.sort(sounding, axis=1)[:, -2] / sounding.max(axis=1)).mean())
    return steady >= _LEAST_STEADY and second <= _MOST_SECOND


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecording:
    """What was heard in a recording, and the tunes that it may be.

    Attributes:
        text: The notes that were heard, as a tune.
        places: The tunes, the likeliest first.
    """

    text: str
    places: tuple[FoundPlace, ...]


def hear(path: Path) -> HeardPitches:
    """Return what is heard in a file of sound or MIDI; that of the last files is remembered.

    Raises:
        CorpusError: It cannot be read, is neither, or no melody sounds in it.
        MidiFileError: It is a MIDI file that is damaged.
    """
    try:
        stat = path.stat()
        return _heard(path, stat.st_mtime_ns, stat.st_size)
    except OSError as error:
        raise CorpusError("hearing.unreadable", path=path, reason=reason(error)) from error


def heard_tune(heard: HeardPitches) -> str:
    """Return the notes that were heard as a tune, while nobody knows which one it is."""
    return _text(notes_of(heard, _USUAL_STEP_SECONDS), UNIT, _meter(_COMMON_TIME), 0)


class RecordingFinder:
    """Finds recordings in tunes."""

    def __init__(self, tunes: Sequence[Tune], notes: Notes) -> None:
        self._tunes = tunes
        self._notes = notes

    @cached_property
    def _search(self) -> RecordingSearch:
        return RecordingSearch(self._notes)

    def find(self, heard: HeardPitches, limit: int) -> FoundRecording:
        """Return the tunes that a recording may be, the likeliest first."""
        matches = self._search.search(heard, limit)
        least = max(_LEAST_SCORE, matches[0].score - _WORSE) if matches else _LEAST_SCORE
        most_runs = 1 + heard.seconds / _STRETCH_SECONDS
        near = [one for one in matches if one.score >= least and len(one.runs) <= most_runs]
        places = [place for match in near if (place := self._place(match)) is not None]
        return FoundRecording(text=self._text(heard, matches, near), places=tuple(places))

    def _text(
        self, heard: HeardPitches, matches: Sequence[RecordingMatch], near: Sequence[RecordingMatch]
    ) -> str:
        """Write what was heard in the measures of the likeliest tune."""
        seconds = matches[0].step_seconds if matches else _USUAL_STEP_SECONDS
        notes = notes_of(heard, seconds)
        if not near:
            return _text(notes, UNIT, _meter(_COMMON_TIME), 0)
        tune = self._tunes[near[0].tune]
        score = parse(tune.text, tune.file_header)
        melody = melodies_of(score)[near[0].line]
        first = melody[near[0].runs[0][0]]
        before = sum(
            note.length
            for note in melody
            if note.measure == first.measure and note.span.start < first.span.start
        )
        whole = sum(note.length for note in melody if note.measure == first.measure)
        missing = max(full_measure(score) - whole, 0) if first.measure == 0 else 0
        return _text(notes, Fraction(near[0].step), score.meter, before + missing)

    def _place(self, match: RecordingMatch) -> FoundPlace | None:
        tune = self._tunes[match.tune]
        score = parse(tune.text, tune.file_header)
        melodies = melodies_of(score)
        if match.line >= len(melodies):
            return None
        melody, places = melodies[match.line], ScorePlaces(score)
        played = {
            offset
            for first, last in match.runs
            for offset in places.touched(Span(melody[first].span.start, melody[last].span.end))
        }
        first, last = longest_run(match.runs)
        measures = melody[first].measure, melody[last].measure
        return FoundPlace(
            tune=tune,
            notes=tuple(sorted(played)),
            ends=(melody[first].span.start, melody[last].span.start),
            measures=measures,
            transposition=match.transposition,
            score=match.score,
            likeness=Phrase("finding.heard", {"share": round(100 * match.score)}),
            place=place_words(measures),
            pitch=pitch_words(match.transposition),
        )


@lru_cache(maxsize=2)
def _heard(path: Path, _changed_ns: int, _size: int) -> HeardPitches:
    data = read_bytes(path)
    if data[:4] == b"MThd":
        return pitches_of_midi(read_midi(data))
    if is_mp4(data):
        raise CorpusError("hearing.mp4")
    heard = pitches_of(read_packed(data) if is_packed(data) else read_wav(data))
    if not is_melodic(heard):
        raise CorpusError("hearing.no_melody")
    return heard


def _text(notes: Sequence[HeardNote], step: Fraction, meter: Meter, before: int) -> str:
    """Return notes as a tune.

    Args:
        notes: What was heard.
        step: How long a step is, in whole notes.
        meter: The meter of the measures.
        before: How much of the first measure was over, in parts of a whole note.
    """
    meter = _meter(_COMMON_TIME) if meter.is_free else meter
    measure = int(meter.measure_duration * PER_WHOLE_NOTE)
    unit = int(step * PER_WHOLE_NOTE)
    lines: list[LineNote] = []
    grid: list[GridNote] = []
    place = before
    for note in notes:
        left = note.steps * unit
        grid.append(GridNote(Fraction(place), Fraction(place + left), note.pitch))
        while left > 0:
            # A note over a bar line is said again behind it.
            length = min(left, measure - place % measure)
            lines.append(LineNote(note.pitch, length, place // measure, Span(0, 0)))
            place, left = place + length, left - length
    key = key_of(grid) if grid else parse("X:1\nK:C\n").key
    header = f"X:1\nM:{meter.written}\nL:{UNIT}\nK:{key_text(key)}\n"
    key = parse(header).key
    return header + written(key, meter, lines, Fraction(before, PER_WHOLE_NOTE))


def _meter(value: str) -> Meter:
    meter = parse_meter(value)
    assert meter is not None
    return meter
