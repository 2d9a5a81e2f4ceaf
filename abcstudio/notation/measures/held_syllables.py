"""Which notes each syllable is held over (`_`, ABC 2.1, 5.1)."""

from dataclasses import dataclass

from abcstudio.notation.score import Chord, Syllable, Voice


@dataclass(frozen=True, slots=True)
class HeldSyllable:
    """A syllable that later notes still sing.

    Attributes:
        last: The last of those notes.
        after: The next note, where it sings nothing of the verse; None where a syllable or the
            end of the voice shows by itself that the syllable is over.
    """

    syllable: Syllable
    last: Chord
    after: Chord | None = None


def held_syllables(voice: Voice) -> list[HeldSyllable]:
    """Return the held syllables of all verses of a voice."""
    found: list[HeldSyllable] = []
    sung: dict[int, Syllable] = {}
    held: dict[int, Chord] = {}
    for chord in (element for element in voice.elements if isinstance(element, Chord)):
        own = {syllable.verse: syllable for syllable in chord.syllables}
        for verse in [verse for verse in held if not _holds(own.get(verse))]:
            after = None if verse in own and own[verse].text else chord
            found.append(HeldSyllable(sung.pop(verse), held.pop(verse), after))
        for verse, syllable in own.items():
            if syllable.extender and verse in sung:
                held[verse] = chord
            elif syllable.text:
                sung[verse] = syllable
    return found + [HeldSyllable(sung[verse], last) for verse, last in held.items()]


def _holds(syllable: Syllable | None) -> bool:
    return syllable is not None and syllable.extender
