"""How wide a line of music must be for the words under it: Verovio lets them overlap instead."""

import re
from collections import defaultdict

_TOKEN = re.compile(r'<staff n="(\d+)"|<verse n="(\d+)"|<syl\b[^>]*>([^<]*)')
_LETTER, _GAP = 21, 16


def lyrics_width(line: str) -> int:
    """Return the width that the longest verse of a line of MEI needs, in tenths of a unit."""
    if "<syl" not in line:
        return 0
    widths: dict[tuple[str, str], int] = defaultdict(int)
    staff = verse = ""
    for match in _TOKEN.finditer(line):
        if match[1]:
            staff = match[1]
        elif match[2]:
            verse = match[2]
        elif match[3]:
            widths[staff, verse] += _LETTER * len(match[3]) + _GAP
    return max(widths.values(), default=0)
