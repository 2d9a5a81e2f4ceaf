"""How much of what chance makes the tests try: a little each time, more where a person asks."""

import os

_FACTOR = max(1, int(os.environ.get("ABCSTUDIO_THOROUGH", "1")))


def tries(few: int) -> int:
    """Return how many to try: `few`, or as many times that as `ABCSTUDIO_THOROUGH` says."""
    return few * _FACTOR
