"""The notes of a part as lines that an ABC voice or overlay can hold."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from abcstudio.interchange.musicxml_reading.records import Moment, ReadPart
from abcstudio.interchange.musicxml_reading.values import integer

Key = tuple[int, str]

MAX_LINES = 16
"""Voices of one part; notes that would need more are left out."""

_LAST = 1_000_000_000


@dataclass(slots=True)
class ReadLine:
    """One line of music: what it has in each measure of the part, none overlapping another."""

    measures: list[list[Moment]]

    @property
    def moments(self) -> Iterable[Moment]:
        """All of it, in order."""
        return (moment for measure in self.measures for moment in measure)

    @property
    def is_sung(self) -> bool:
        """Whether there are words under it."""
        return any(moment.sung for moment in self.moments)

    @property
    def filled_measures(self) -> int:
        """In how many measures something of it is seen."""
        return sum(
            any(moment.heads or moment.is_visible for moment in measure)
            for measure in self.measures
        )


@dataclass(slots=True)
class StaffLines:
    """One staff of a part: the lines that are voices, and those laid over the first of them."""

    number: int
    voices: list[ReadLine] = field(default_factory=list)
    overlays: list[ReadLine] = field(default_factory=list)


def staves_of(part: ReadPart) -> tuple[list[StaffLines], list[int]]:
    """Return the staves of a part from top to bottom; and in which measures notes were left out."""
    homes = _homes(part)
    lines: dict[int, list[ReadLine]] = {}
    left_out: list[int] = []
    for key in sorted(dict.fromkeys(homes.values()), key=_place):
        found = _lines_of(part, [own for own, home in homes.items() if home == key])
        lines.setdefault(key[0], []).extend(found)
    for number, own in lines.items():
        for line in own[MAX_LINES:]:
            left_out += [index for index, measure in enumerate(line.measures) if measure]
        lines[number] = own[:MAX_LINES]
    return [_staff(number, own) for number, own in sorted(lines.items())], left_out


def _place(key: Key) -> tuple[int, int]:
    """Return what voices are sorted by: staff and number; voices with names come last."""
    staff, voice = key
    return staff, integer(voice, _LAST)


def _homes(part: ReadPart) -> dict[Key, Key]:
    """Return which staff each voice stands on: where it crosses staves, that of most notes.

    Voices of two staves that have one number and sound together are two.
    """
    counts: dict[str, dict[int, int]] = {}
    apart: set[str] = set()
    for measure in part.measures:
        for (staff, voice), moments in measure.voices.items():
            counts.setdefault(voice, {}).setdefault(staff, 0)
            counts[voice][staff] += len(moments)
    for measure in part.measures:
        for voice, staves in counts.items():
            if len(staves) > 1 and voice not in apart:
                each = [measure.voices.get((staff, voice), []) for staff in staves]
                if _overlap(moment for moments in each for moment in moments):
                    apart.add(voice)
    return {
        (staff, voice): (staff if voice in apart else _most(staves), voice)
        for voice, staves in counts.items()
        for staff in staves
    }


def _most(counts: dict[int, int]) -> int:
    return max(counts, key=lambda staff: (counts[staff], -staff))


def _overlap(moments: Iterable[Moment]) -> bool:
    ordered = sorted(moments, key=lambda moment: moment.onset)
    return any(one.end > other.onset for one, other in pairwise(ordered))


def _lines_of(part: ReadPart, keys: list[Key]) -> list[ReadLine]:
    """Return a voice as one line, and others for what overlaps it."""
    lines: list[ReadLine] = []
    for index, measure in enumerate(part.measures):
        moments = [moment for key in keys for moment in measure.voices.get(key, ())]
        for moment in sorted(moments, key=lambda moment: moment.onset):
            free = next((each for each in lines if _is_free(each.measures[index], moment)), None)
            if free is None:
                free = ReadLine([[] for _ in part.measures])
                lines.append(free)
            free.measures[index].append(moment)
    return lines


def _is_free(measure: list[Moment], moment: Moment) -> bool:
    return not measure or measure[-1].end <= moment.onset


def _staff(number: int, lines: list[ReadLine]) -> StaffLines:
    """Return a staff: lines that are there only now and then become overlays of the first.

    Words under an overlay cannot be told from those under the voice, so such lines stay voices.
    """
    staff = StaffLines(number)
    is_sung = any(line.is_sung for line in lines)
    for line in lines:
        is_rare = 2 * line.filled_measures < len(line.measures)
        if staff.voices and is_rare and not is_sung and len(staff.overlays) < 8:
            staff.overlays.append(line)
        else:
            staff.voices.append(line)
    return staff
