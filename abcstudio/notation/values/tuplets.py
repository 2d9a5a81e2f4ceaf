"""Tuplets such as `(3` (ABC 2.1, 4.13)."""

_IN_THE_TIME_OF = {2: 3, 3: 2, 4: 3, 6: 2, 8: 3}


def usual_q(p: int, *, is_compound: bool) -> int:
    """Return in the time of how many notes `p` notes are played where a tuplet does not say it.

    Args:
        p: How many notes the tuplet has.
        is_compound: Whether the meter is compound, which decides for 5, 7 and 9 notes.
    """
    return _IN_THE_TIME_OF.get(p) or (3 if is_compound else 2)
