"""What checks of lessons take from the program itself: its tunes."""

import random
import re
from functools import lru_cache
from pathlib import Path

from abcstudio.guarded_files import read_bytes

_MAX_BYTES = 100_000_000
_FIELD = re.compile(r"[A-Za-z]:")
_LONGEST = 500


@lru_cache(maxsize=2)
def tunes_of(tunebook: Path) -> tuple[str, ...]:
    """Return the tunes of a tunebook whose header is plain: fields to the key, then notes alone."""
    blocks = read_bytes(tunebook, _MAX_BYTES).decode().replace("\r\n", "\n").split("\n\n")
    return tuple(tune for block in blocks if _is_plain(tune := block.strip("\n")))


def some_tunes(tunebook: Path, dice: random.Random, count: int) -> list[str]:
    """Return as many different tunes of a tunebook, other ones by other dice."""
    return dice.sample(tunes_of(tunebook), count)


def _is_plain(tune: str) -> bool:
    lines = tune.split("\n")
    keys = [place for place, line in enumerate(lines) if line.startswith("K:")]
    if len(keys) != 1 or not 3 <= keys[0] < len(lines) - 2 or len(tune) > _LONGEST:
        return False
    are_fields = all(_FIELD.match(line) for line in lines[: keys[0]])
    return are_fields and not any(
        _FIELD.match(line) or line.startswith("%") for line in lines[keys[0] + 1 :]
    )
