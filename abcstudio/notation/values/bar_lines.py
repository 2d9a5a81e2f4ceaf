"""Bar lines of every liberal form, and the passes of endings (ABC 2.1, 4.8 to 4.10)."""

import re
from functools import lru_cache

from abcstudio.notation.limits import MAX_NUMBER_DIGITS, MAX_PASSES
from abcstudio.notation.score import BarLineStyle


@lru_cache(maxsize=1024)
def read_bar_line(written: str) -> tuple[BarLineStyle, int, int]:
    """Return style, closed repeats and opened repeats of a bar line as written, such as `:|[|:`."""
    colons = written.replace("[", "|").replace("]", "|").lstrip(".")
    if not colons.strip(":"):
        closes = len(colons) // 2
        opens = len(colons) - closes
    else:
        closes = len(colons) - len(colons.lstrip(":"))
        opens = len(colons) - len(colons.rstrip(":"))
        if not closes and not opens and ":" in colons:
            # A colon between lines, as in `[|]:|`, closes; two of them, as in `|::|`, open too.
            closes = 1
            opens = int("::" in colons)
    return _style(written, closes, opens), closes, opens


def _style(written: str, closes: int, opens: int) -> BarLineStyle:
    lines = written.replace(":", "")
    if lines.startswith("."):
        return "dotted"
    if lines == "[|]":
        return "invisible"
    if "|]" in lines:
        return "thin-thick"
    if "[|" in lines:
        return "thick-thin"
    if lines.count("|") > 1:
        return "double"
    if closes:
        return "thin-thick"
    return "thick-thin" if opens else "single"


@lru_cache(maxsize=256)
def read_passes(written: str) -> tuple[int, ...]:
    """Return the passes of an ending such as `[1`, `2`, `[1,3` or `[1-3`, in order, each once."""
    passes: set[int] = set()
    for part in written.lstrip("[").split(","):
        ends = part.split("-")
        numbers = [int(text) for text in (ends[0], ends[-1]) if 0 < len(text) <= MAX_NUMBER_DIGITS]
        if len(numbers) == 2:
            passes.update(range(numbers[0], min(numbers[1], numbers[0] + MAX_PASSES) + 1))
    return tuple(sorted(number for number in passes if 0 < number <= MAX_PASSES))


def names_later_passes(written: str) -> bool:
    """Whether an ending is also for passes beyond the limit."""
    return any(
        len(number) > MAX_NUMBER_DIGITS or int(number) > MAX_PASSES
        for number in re.findall(r"\d+", written)
    )
