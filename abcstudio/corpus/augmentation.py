"""More to learn from: the same tunes in other keys, nearest keys first."""

import re
from collections.abc import Callable

from abcstudio.errors import CancelledError
from abcstudio.notation.rewriting.transposition import transpose

# By the circle of fifths, alternately to either side; each the nearer way up or down. So the first
# copies of tunes in D and G are in A, E, C and D: keys that the collection itself is written in.
NEAREST_KEYS = (-5, 5, 2, -2, -3, 3, 4, -4, -1, 1, 6)

TRANSPOSED_CHARACTERS = frozenset("ABCDEFGabcdefg^_=,'#")
"""Characters that a tune in another key may have and the tune itself not."""

_BLOCKS = re.compile(r"\n{2,}")


def with_transpositions(
    text: str, keys: int, should_stop: Callable[[], bool] = lambda: False
) -> str:
    """Return a training text followed by all its tunes in so many other keys.

    Args:
        text: Tunes with blank lines between them.
        keys: 0 to 11.
        should_stop: Asked for every tune.

    Raises:
        CancelledError: `should_stop` said so.
    """
    tunes = [block for block in _BLOCKS.split(text) if block.strip()]
    copies: list[str] = []
    for semitones in NEAREST_KEYS[:keys]:
        for tune in tunes:
            if should_stop():
                raise CancelledError
            copies.append(transpose(tune, semitones))
    if not copies:
        return text
    return text.rstrip("\n") + "\n\n" + "".join(f"{copy}\n\n" for copy in copies)
