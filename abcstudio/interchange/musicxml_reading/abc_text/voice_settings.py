"""What holds at the start of each voice, and what changes in it: keys, meters, clefs, tempos."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.interchange.musicxml_reading.abc_text.voice_text import VoiceSetting
from abcstudio.interchange.musicxml_reading.records import ReadChange, ReadPart
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Clef

_KINDS = ("key", "meter", "clef", "transpose")
_STARTS: Mapping[str, object] = {"key": None, "meter": None, "clef": Clef(), "transpose": 0}
_NO_SIGNS = KeySignature("C", "major", 0)
_FREE = Meter((), 1)


@dataclass(frozen=True, slots=True)
class StaffSetting:
    """What a staff begins with, and its changes by the index of the measure.

    Attributes:
        key: None where the file does not say it for this staff.
        meter: Likewise.
    """

    key: KeySignature | None
    meter: Meter | None
    clef: Clef
    transpose: int
    changes: dict[int, list[ReadChange]]

    def for_voice(
        self, unit: Fraction, first: "StaffSetting", *, keeps_lines: bool
    ) -> VoiceSetting:
        """Return the setting of a voice; what differs from the tune's header is a change."""
        changes = {index: list(each) for index, each in self.changes.items()}
        key = self.key or first.key or _NO_SIGNS
        meter = self.meter or first.meter or _FREE
        differing = [
            ReadChange(Fraction(0), value, kind)
            for kind, value, other in (
                ("key", key, first.key or _NO_SIGNS),
                ("meter", meter, first.meter or _FREE),
            )
            if value != other
        ]
        if differing:
            changes[0] = differing + changes.get(0, [])
        return VoiceSetting(
            unit=unit,
            key=key,
            meter=meter,
            clef=self.clef,
            changes=changes,
            keeps_lines=keeps_lines,
        )


def staff_setting(part: ReadPart, staff: int) -> StaffSetting:
    """Return what holds on a staff of a part; what says again what holds already is left out."""
    state = dict(_STARTS)
    starts = dict(_STARTS)
    changes: dict[int, list[ReadChange]] = {}
    for index, measure in enumerate(part.measures):
        own = [*measure.changes.get(0, ()), *measure.changes.get(staff, ())]
        for change in sorted(own, key=lambda change: change.onset):
            if change.kind not in _KINDS or state[change.kind] == change.value:
                continue
            state[change.kind] = change.value
            if index == 0 and change.onset == 0:
                starts[change.kind] = change.value
            else:
                changes.setdefault(index, []).append(change)
    key, meter, clef, transpose = (starts[kind] for kind in _KINDS)
    assert key is None or isinstance(key, KeySignature)
    assert meter is None or isinstance(meter, Meter)
    assert isinstance(clef, Clef)
    assert isinstance(transpose, int)
    return StaffSetting(key, meter, clef, transpose, changes)


def tempos_of(parts: Sequence[ReadPart]) -> dict[int, list[ReadChange]]:
    """Return the tempos and part labels, by measure, of the first part that has any."""
    for part in parts:
        found: dict[int, list[ReadChange]] = {}
        for index, measure in enumerate(part.measures):
            marks = [change for change in measure.changes.get(0, ()) if change.kind not in _KINDS]
            if marks:
                found[index] = _once(marks)
        if found:
            return found
    return {}


def _once(changes: Iterable[ReadChange]) -> list[ReadChange]:
    """Return changes without those that are said twice at one time: the first is kept."""
    found: dict[tuple[Fraction, str], ReadChange] = {}
    for change in changes:
        found.setdefault((change.onset, change.kind), change)
    return list(found.values())


def with_tempos(
    changes: Mapping[int, list[ReadChange]], tempos: Mapping[int, list[ReadChange]]
) -> dict[int, list[ReadChange]]:
    """Return the changes of the first voice, tempos among them, labels of parts first."""
    found = {index: list(each) for index, each in changes.items()}
    for index, marks in tempos.items():
        labels = [mark for mark in marks if mark.kind == "part"]
        others = [mark for mark in marks if mark.kind != "part"]
        found[index] = [*labels, *found.get(index, []), *others]
    return found
