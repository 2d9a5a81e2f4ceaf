"""Which accidentals the notes of a voice need as ABC reads them (ABC 2.1, 4.2)."""

from fractions import Fraction

from abcstudio.interchange.musicxml_reading.records import Head
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import Clef
from abcstudio.notation.values.spelling import accidental_text, letter_text


class Accidentals:
    """Writes pitches; an accidental holds to the bar line, and for a note that is tied over it."""

    def __init__(self, key: KeySignature) -> None:
        self._key = key
        self._octave_shift = 0
        self._altered: dict[str, Fraction] = {}
        self._tied: set[Pitch] = set()
        self._held: set[Pitch] = set()

    def take_key(self, key: KeySignature) -> None:
        """Let another key hold from here on."""
        self._key = key

    def take_clef(self, clef: Clef) -> None:
        """Let a clef hold from here on: under one with an octave sign the letters are others."""
        self._octave_shift = clef.octave_shift

    def begin_measure(self) -> None:
        """Forget the accidentals of the measure before."""
        self._altered = {}
        self._held = self._tied

    def chord(self, heads: list[Head]) -> list[str]:
        """Return the heads of a note or chord."""
        texts = [self._head(head) for head in heads]
        self._tied = {head.pitch for head in heads if head.is_tied}
        self._held = set()
        return texts

    def rest(self) -> None:
        """Let ties end."""
        self._tied = self._held = set()

    def grace(self, head: Head) -> str:
        """Return a grace note, whose accidental holds for itself only."""
        pitch = head.pitch
        in_key = self._key.alter_of(pitch.step)
        is_plain = pitch.alter == in_key == self._altered.get(pitch.step, in_key)
        return self._sign(pitch, is_needed=not is_plain or head.is_signed) + self._letter(pitch)

    def _head(self, head: Head) -> str:
        pitch = head.pitch
        in_force = self._altered.get(pitch.step, self._key.alter_of(pitch.step))
        is_needed = pitch.alter != in_force and pitch not in self._held
        if is_needed or head.is_signed:
            self._altered[pitch.step] = pitch.alter
        return self._sign(pitch, is_needed=is_needed or head.is_signed) + self._letter(pitch)

    def _sign(self, pitch: Pitch, *, is_needed: bool) -> str:
        return accidental_text(pitch.alter) if is_needed else ""

    def _letter(self, pitch: Pitch) -> str:
        return letter_text(pitch.step, pitch.octave - self._octave_shift)
