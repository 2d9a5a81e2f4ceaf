"""The state of a voice at each element: key, loudness, slurs, long trills."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.score import Chord, KeyChange, MidiDirective, Rest, Score, Voice
from abcstudio.notation.values.decorations import ways_of_playing
from abcstudio.playback.interpretation import Interpretation
from abcstudio.playback.midi_commands import body_start, header_lines, whole
from abcstudio.playback.performing.beats import length_in_parts
from abcstudio.playback.performing.dynamics import velocities
from abcstudio.playback.performing.stress import stresses
from abcstudio.stopping import stoppable

_SHARE = re.compile(r"(\d{1,3})/(\d{1,3})", re.ASCII)


class GraceCommands(NamedTuple):
    """What holds from a moment on; of the two kinds of lines the latest counts.

    Attributes:
        share: How much of the note after them all grace notes take together; 0 where nothing
            says so.
        duration: Of each grace note, in whole notes; 0 where nothing says so.
    """

    share: Fraction = Fraction(0)
    duration: Fraction = Fraction(0)

    def after(self, words: Sequence[str], unit_note_length: Fraction) -> "GraceCommands":
        """Return what holds after a `%%MIDI` line; this one where it says nothing of them.

        Args:
            words: What stands after `%%MIDI`.
            unit_note_length: In whole notes; a `gracedivider` divides it.
        """
        name, value = (words[0].lower(), words[1]) if len(words) > 1 else ("", "")
        if name == "grace" and (match := _SHARE.fullmatch(value)):
            taken, of = int(match[1]), int(match[2])
            return GraceCommands(share=Fraction(taken, of)) if 0 < taken < of else self
        if name == "gracedivider" and (divider := whole(value)) is not None and divider > 0:
            return GraceCommands(duration=unit_note_length / divider)
        return self

    def each(self, length: int, count: int, parts: int) -> int | None:
        """Return how long each of some grace notes is; None where nothing says so.

        Args:
            length: Of the note after them, in parts of a beat; so is what is returned.
            count: How many there are.
            parts: How many parts a beat has.
        """
        if self.share:
            return length * self.share.numerator // (self.share.denominator * count)
        if not self.duration:
            return None
        return min(length // (2 * count), length_in_parts(self.duration, parts))


USUAL_GRACES = GraceCommands()
"""A tune says nothing about grace notes."""


_PLAIN: tuple[str, ...] = ()


class Context(NamedTuple):
    """What holds at one element.

    Attributes:
        ways: How its decorations are played; "trill" too under a long trill's line.
        key: The key in force.
        is_detached: No slur leads on from it, in a voice that has slurs.
        graces: What `%%MIDI` lines say about grace notes.
    """

    ways: tuple[str, ...]
    key: KeySignature
    velocity: int
    is_detached: bool
    graces: GraceCommands = USUAL_GRACES


def contexts(
    score: Score,
    voice: Voice,
    measures: Sequence[Measure],
    parts: int,
    interpretation: Interpretation,
) -> list[Context]:
    """Return the context of each element of a voice.

    Args:
        score: Whose voice it is.
        voice: One line of music.
        measures: Its measures.
        parts: How many parts a beat has.
        interpretation: What the player adds.
    """
    key = score.key
    graces = USUAL_GRACES
    for words in header_lines(score, voice):
        graces = graces.after(words, score.unit_note_length)
    body = body_start(score)
    depth = 0
    in_trill = False
    stress = None
    if interpretation.metric_stress:
        stress = stresses(score, voice, measures, parts)
    loudness = velocities(voice, stress, interpretation)
    has_slurs = any(
        isinstance(element, (Chord, Rest)) and element.slur_starts for element in voice.elements
    )
    result = []
    for element, velocity in stoppable(zip(voice.elements, loudness, strict=True)):
        ways = _PLAIN
        if isinstance(element, KeyChange):
            key = element.key
        elif isinstance(element, MidiDirective):
            if element.span.start >= body:
                graces = graces.after(element.words, score.unit_note_length)
        elif isinstance(element, (Chord, Rest)):
            depth = max(0, depth + element.slur_starts - element.slur_ends)
            if element.decorations:
                ways = ways_of_playing(element.decorations)
                in_trill = in_trill or "long trill" in ways
            if in_trill:
                in_trill = "long trill ends" not in ways
                ways = (*ways, "trill")
        result.append(Context(ways, key, velocity, has_slurs and not depth, graces))
    return result
