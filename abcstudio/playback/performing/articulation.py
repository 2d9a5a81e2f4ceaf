"""How much of its length a note sounds: dots, breaths, and what a slur runs together."""

from collections.abc import Collection

from abcstudio.playback.interpretation import Interpretation

_GAPS_IN_BEAT = 8


def sounding(
    length: int,
    ways: Collection[str],
    beat: int,
    interpretation: Interpretation,
    is_detached: bool = False,
) -> int:
    """Return how long a note is held, at least one part of a beat.

    Args:
        length: Until the next note, in parts of a beat.
        ways: How its decorations are played.
        beat: How many parts a beat has.
        interpretation: Which signs are heeded.
        is_detached: No slur leads on from it, in a voice that has slurs.
    """
    held = length
    if interpretation.slurs and is_detached and "tenuto" not in ways:
        held = length - min(length // 8, beat // _GAPS_IN_BEAT)
    if ways:
        if interpretation.staccato and "staccatissimo" in ways:
            held = length // 4
        elif interpretation.staccato and "staccato" in ways:
            held = length // 2
        if interpretation.breaths and "breath" in ways:
            held = min(held, length - min(length // 4, beat // 2))
        if interpretation.fermatas and "fermata" in ways:
            held = min(held, length - length // 8)
    return max(1, held)
