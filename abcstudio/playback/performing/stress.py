"""The pulse of a meter: which notes of a measure a player stresses."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate

from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Chord, MeterChange, MidiDirective, Score, Voice
from abcstudio.playback.midi_commands import body_start, header_lines, whole
from abcstudio.playback.performing.beats import length_in_parts

MAX_SIGNS = 256
"""Signs of a `beatstring` that are read."""

_HIGHEST = 127
_PLAIN = 80
_DEFAULT = (88, 84, 80)


@dataclass(frozen=True, slots=True)
class BeatCommands:
    """What holds from a moment on.

    Attributes:
        velocities: Of the first place of a measure, of strong and of all other places; None where
            no `beat` line has come.
        every: Each so many units of the meter is a strong place; 0 makes none.
        signs: Of a `beatstring`: f, m and p for the three velocities; "" for none.
        added: What `beatmod` lines have added to all of them.
        is_even: Every place is as loud as a strong one (`nobeataccents`).
    """

    velocities: tuple[int, int, int] | None = None
    every: int = 0
    signs: str = ""
    added: int = 0
    is_even: bool = False

    def after(self, words: Sequence[str]) -> "BeatCommands":
        """Return what holds after a `%%MIDI` line; this one where it says nothing of beats."""
        name = words[0].lower() if words else ""
        numbers = [value for word in words[1:] if (value := whole(word)) is not None]
        if name == "beat" and len(numbers) >= 3:
            first, strong, weak = (max(0, min(_HIGHEST, value)) for value in numbers[:3])
            every = max(0, numbers[3]) if len(numbers) > 3 else 0
            return replace(self, velocities=(first, strong, weak), every=every, added=0)
        if name == "beatmod" and numbers:
            return replace(self, added=max(-_HIGHEST, min(_HIGHEST, self.added + numbers[0])))
        if name == "beatstring" and len(words) > 1:
            return replace(self, signs="".join(s for s in words[1][:MAX_SIGNS] if s in "fmp"))
        if name in ("nobeataccents", "beataccents"):
            return replace(self, is_even=name == "nobeataccents")
        return self

    def gains(self, meter: Meter, parts: int, usual: dict[int, int]) -> tuple[dict[int, int], int]:
        """Return what places of a measure gain over the plain velocity, and all others.

        Args:
            meter: The one in force.
            parts: How many parts a beat has; places are such parts.
            usual: What a player stresses without these lines.
        """
        first, strong, weak = self.velocities or _DEFAULT
        plain = _PLAIN - self.added
        if self.is_even:
            return {}, strong - plain
        duration = meter.measure_duration
        if self.signs:
            velocities = {"f": first, "m": strong, "p": weak}
            share = duration / len(self.signs)
            places = {
                length_in_parts(place * share, parts): velocities[sign] - plain
                for place, sign in enumerate(self.signs)
            }
            return places, weak - plain
        if self.velocities is None:
            return {place: gain + self.added for place, gain in usual.items()}, self.added
        strong_places = range(0, min(sum(meter.beats), MAX_SIGNS), self.every) if self.every else ()
        places = {
            length_in_parts(Fraction(count, meter.beat_unit), parts): strong - plain
            for count in strong_places
        }
        return places | {0: first - plain}, weak - plain


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
