"""More to learn from: the same tunes in other keys, nearest keys first."""

import re

from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.stopping import stop_if_asked

# By the circle of fifths, alternately to either side; each the nearer way up or down. So the first
# copies of tunes in D and G are in A, E, C and D: keys that the collection itself is written in.
NEAREST_KEYS = (-5, 5, 2, -2, -3, 3, 4, -4, -1, 1, 6)

TRANSPOSED_CHARACTERS = frozenset("ABCDEFGabcdefg^_=,'#")
"""Characters that a tune in another key may have and the tune itself not."""

_BLOCKS = re.compile(r"\n{2,}")


def with_transpositions(text: str, keys: int) -> str:
    """Return a training text followed by all its tunes in so many other keys.

    Args:
        text: Tunes with blank lines between them.
        keys: 0 to 11.
    """
    tunes = [block for block in _BLOCKS.split(text) if block.strip()]
    copies: list[str] = []
    for semitones in NEAREST_KEYS[:keys]:
        for tune in tunes:
            stop_if_asked()
            copies.append(transpose(tune, semitones))
    if not copies:
        return text
    return text.rstrip("\n") + "\n\n" + "".join(f"{copy}\n\n" for copy in copies)
