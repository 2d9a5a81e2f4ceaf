"""The pulse of a meter: which notes of a measure a player stresses."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate

from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Chord, MeterChange, MidiDirective, Score, Voice
from abcstudio.playback.midi_commands import body_start, header_lines
from abcstudio.playback.performing.beat_commands import BeatCommands
from abcstudio.playback.performing.beats import length_in_parts

_STRONG = 8
_MEDIUM = 4
_BEAT = BeatCommands()


def stresses(score: Score, voice: Voice, measures: Sequence[Measure], parts: int) -> list[int]:
    """Return what each element of a voice gains in velocity for its place in its measure.

    A pickup counts from the end of its measure: it is not stressed as a first beat is. `%%MIDI`
    lines about beats change what follows them in the text.

    Args:
        score: Whose voice it is.
        voice: One line of music.
        measures: Its measures.
        parts: How many parts a beat has.
    """
    onsets = [length_in_parts(measure.onset, parts) for measure in measures]
    starts = [
        onset - length_in_parts(measure.expected - measure.duration, parts)
        if measure.is_pickup
        else onset
        for onset, measure in zip(onsets, measures, strict=True)
    ]
    meter = score.meter
    beat = _BEAT
    for words in header_lines(score, voice):
        beat = beat.after(words)
    gains, other = beat.gains(meter, parts, _pulses(meter, parts))
    body = body_start(score)
    result = []
    for element in voice.elements:
        gain = 0
        if isinstance(element, Chord):
            onset = length_in_parts(element.onset, parts)
            place = onset - starts[bisect_right(onsets, onset) - 1] if onsets else -1
            gain = gains.get(place, other)
        elif isinstance(element, (MeterChange, MidiDirective)):
            if isinstance(element, MeterChange):
                meter = element.meter
            elif element.span.start >= body:
                beat = beat.after(element.words)
            gains, other = beat.gains(meter, parts, _pulses(meter, parts))
        result.append(gain)
    return result


@lru_cache(maxsize=256)
def _pulses(meter: Meter, parts: int) -> dict[int, int]:
    """Return what is gained at the stressed places of a measure, in parts of a beat."""
    beats: tuple[int, ...] = meter.beats
    if meter.is_compound:
        beats = (3,) * (beats[0] // 3)
    elif len(beats) == 1 and beats[0] % 2 == 0 and (beats[0] >= 4 or meter.beat_unit == 2):
        beats = (beats[0] // 2, beats[0] // 2)
    elif len(beats) == 1:
        beats = ()
    pulses = {
        length_in_parts(Fraction(count, meter.beat_unit), parts): _MEDIUM
        for count in accumulate(beats[:-1])
    }
    pulses[0] = _STRONG
    return pulses
