"""The `%%score` line: which voices stand on which staves, and what joins the staves."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from abcstudio.interchange.musicxml_reading.records import PartGroup, ReadPart

_OPEN = {"brace": "{", "bracket": "["}
_CLOSE = {"brace": "}", "bracket": "]"}
_MOST_NESTED = 4


class PlacedVoice(NamedTuple):
    """Where a voice stands."""

    number: int
    part: int
    staff: int


def staff_order(
    voices: Sequence[PlacedVoice], parts: Sequence[ReadPart], groups: Sequence[PartGroup]
) -> str:
    """Return the value of `%%score`, "" where each voice has a staff and nothing joins them."""
    shown = [voice for voice in voices if not parts[voice.part].is_hidden] or list(voices)
    staves: dict[int, dict[int, list[int]]] = {}
    for voice in shown:
        rows = staves.setdefault(voice.part, {})
        rows.setdefault(voice.staff, []).append(voice.number)
    joined = _not_crossing(groups, staves)
    is_plain = len(shown) == len(voices) and not joined
    if is_plain and all(_is_lone(rows) for rows in staves.values()):
        return ""
    text = ""
    for place, part in enumerate(staves):
        if place:
            before = list(staves)[place - 1]
            goes_on = any(
                g.bar_lines_go_on and g.first <= before and part <= g.last for g in joined
            )
            text += " | " if goes_on else " "
        text += "".join(_OPEN[group.sign] for group in joined if group.first == part)
        text += _part(list(staves[part].values()))
        text += "".join(_CLOSE[group.sign] for group in reversed(joined) if group.last == part)
    return text


def _is_lone(rows: Mapping[int, list[int]]) -> bool:
    """Return whether a part is one staff with one voice."""
    return [len(row) for row in rows.values()] == [1]


def _not_crossing(groups: Sequence[PartGroup], shown: Mapping[int, object]) -> list[PartGroup]:
    """Return groups of staves that are shown, wide ones first, none crossing another."""
    kept: list[PartGroup] = []
    for group in sorted(groups, key=lambda group: (group.first, -group.last)):
        crosses = any(other.first < group.first <= other.last < group.last for other in kept)
        is_shown = group.first in shown and group.last in shown
        depth = sum(other.first <= group.first and group.last <= other.last for other in kept)
        if is_shown and not crosses and depth < _MOST_NESTED:
            kept.append(group)
    return kept


def _part(rows: list[list[int]]) -> str:
    staves = [str(row[0]) if len(row) == 1 else f"({' '.join(map(str, row))})" for row in rows]
    return staves[0] if len(staves) == 1 else f"{{{' | '.join(staves)}}}"
