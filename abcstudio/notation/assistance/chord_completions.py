"""The chord symbols that can be written in a key."""

from collections.abc import Sequence
from functools import lru_cache

from abcstudio.messages import Phrase
from abcstudio.notation.assistance.completion_lists import Completion, Entries
from abcstudio.notation.chord_names import alter_of_name
from abcstudio.notation.explaining.pitch_words import chord_notes
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.pitch import STEPS
from abcstudio.notation.values.chord_kinds import read_chord_name
from abcstudio.notation.values.spelling import step_name

_KINDS = ("", "m", "7", "m7", "maj7", "dim", "sus4", "sus2", "6", "m6", "9", "aug", "m7b5", "dim7")
_DEGREES = (0, 3, 4, 6, 5, 1, 2)


@lru_cache(maxsize=64)
def chords(key: KeySignature, typed: str) -> Entries:
    """Return chord symbols with their closing quote, those of the key first.

    Args:
        key: In force where the symbol stands.
        typed: What stands there of it; after a slash come basses.
    """
    name, slash, _bass = typed.partition("/")
    if slash:
        return tuple(
            _chord(f"{name}/{note}") for note in _tones(name) if not note.startswith("None")
        )
    found = dict.fromkeys(_chords_of(key))
    if typed:
        roots = (f"{step}{sign}" for step in STEPS for sign in ("", "#", "b"))
        found |= dict.fromkeys(root + kind for root in roots for kind in _KINDS)
    return tuple(_chord(symbol) for symbol in found)


def _chord(symbol: str) -> Completion:
    notes = Phrase("explain.notes", {"notes": ", ".join(_tones(symbol, signs=True))})
    return Completion(f'{symbol}"', notes, symbol)


def _tones(symbol: str, *, signs: bool = False) -> Sequence[str]:
    """Return the notes of a chord symbol, none where it means no chord."""
    chord = read_chord_name(symbol)
    if chord is None or not symbol[:1].isupper():
        return ()
    end = 2 if symbol[1:2] in ("#", "b") else 1
    notes = chord_notes(symbol[0], alter_of_name(symbol[1:end]), chord.intervals)
    return notes if signs else [note.replace("♯", "#").replace("♭", "b") for note in notes]


def _chords_of(key: KeySignature) -> list[str]:
    """Return the triads of a key, the chief ones first, and its seventh chords."""
    tonic = STEPS.index(key.tonic[0]) if key.tonic else 0
    steps = [STEPS[(tonic + place) % 7] for place in range(7)]
    heights = [_height(key, step) for step in steps]
    triads = [_triad(key, steps, heights, degree) for degree in _DEGREES]
    fifth = step_name(steps[4], int(key.alter_of(steps[4])))
    second, first = triads[5], triads[0]
    return [*triads, f"{fifth}7", fifth, f"{second}7" if second.endswith("m") else second,
            f"{first}7" if first.endswith("m") else f"{first}maj7"]  # fmt: skip


def _height(key: KeySignature, step: str) -> int:
    return (0, 2, 4, 5, 7, 9, 11)[STEPS.index(step)] + int(key.alter_of(step))


def _triad(key: KeySignature, steps: list[str], heights: list[int], degree: int) -> str:
    third = (heights[(degree + 2) % 7] - heights[degree]) % 12
    fifth = (heights[(degree + 4) % 7] - heights[degree]) % 12
    kind = {(4, 7): "", (3, 7): "m", (3, 6): "dim", (4, 8): "aug"}.get((third, fifth), "")
    return step_name(steps[degree], int(key.alter_of(steps[degree]))) + kind
