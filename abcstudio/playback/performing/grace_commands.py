"""How long grace notes are where a tune says so: `%%MIDI grace 1/4` and `gracedivider 4`."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from abcstudio.playback.midi_commands import whole
from abcstudio.playback.performing.beats import length_in_parts

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
