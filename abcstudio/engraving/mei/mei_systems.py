"""Our MEI cut into the systems it asks for, and documents of a few of them put together again.

What Verovio draws of a system depends on its own measures, on its neighbours (a tie over the end
of the line, a key announced there), on what holds where it begins, and on the longest note of the
document. A part of a document with all that is drawn just as in the whole.
"""

import re
from dataclasses import dataclass
from functools import cached_property

_SECTION, _SECTION_END, _BREAK = "<section>", "</section>", "<sb/>"
_ID = re.compile(r'(="#?)([a-z])-(\d+)')
_HEAD_OR_FOOT = re.compile(r"<(pgHead|pgFoot)>.*?</\1>", re.DOTALL)
_DEFINITION = re.compile(r"<scoreDef>.*?</scoreDef>", re.DOTALL)
_MEASURE = re.compile(r'<measure xml:id="m-(\d+)"(?: n="([^"]*)")?([^>]*)>')
_LEFT, _RIGHT = re.compile(r' left="[^"]*"'), re.compile(r' right="[^"]*"')
_NUMBER_SHOWN = re.compile(r'(<measure xml:id="[^"]*") n="[^"]*"')
_STATE = re.compile(
    r'(?P<definition><scoreDef>.*?</scoreDef>)|<staff n="(?P<staff>\d+)">'
    r"|(?P<sign><(?P<name>clef|keySig|meterSig)\b[^>]*(?:/>|>.*?</(?P=name)>))",
    re.DOTALL,
)
_STATE_WORDS = ("<scoreDef", "<clef ", "<keySig", "<meterSig")
_ENDING = re.compile(r"<ending[^>]*>|</ending>")
_END_REFERENCE = re.compile(r'endid="#([^"]+)"')
_VERSE = re.compile(r'<verse [^>]*?n="(\d+)"[^>]*><syl([^>]*)>')
_STAFF_PARTS = re.compile(r'<staff n="(\d+)">(.*?)</staff>', re.DOTALL)
_LONG = ("long", "breve", "1")


@dataclass(frozen=True, slots=True)
class System:
    """One system of a document.

    Attributes:
        key: Two systems with one key are drawn alike, apart from the place and from what stands in
            systems beside them.
        base: The first number among its ids.
        measure: The id number of its first measure.
        number: What that measure is numbered, "" for a part of one.
    """

    text: str
    key: str
    base: int
    measure: int
    number: str


class Systems:
    """A document as its systems; `is_plain` says whether parts of it can be drawn alone."""

    def __init__(self, mei: str) -> None:
        head, _, rest = mei.partition(_SECTION)
        music, _, tail = rest.rpartition(_SECTION_END)
        first, *texts = music.split(_BREAK)
        self._tail = tail
        self._texts = texts
        self._head_and_foot = {found[1]: found[0] for found in _HEAD_OR_FOOT.finditer(head)}
        self.opening = _HEAD_OR_FOOT.sub("", head)
        self._is_cut = not first and bool(texts)
        self._staves = self.opening.count("<staffDef ")

    @cached_property
    def is_plain(self) -> bool:
        """Whether every system is whole and nothing reaches further than into the next one."""
        whole = self._is_cut and all(_MEASURE.search(text) for text in self._texts)
        return whole and max(self._reaches, default=0) <= 1

    @cached_property
    def systems(self) -> tuple[System, ...]:
        """The systems from top to bottom; titles belong to the first, words to the last."""
        last = len(self._texts) - 1
        found = []
        for index, text in enumerate(self._texts):
            around = self._head_and_foot.get("pgHead", "") if index == 0 else ""
            around += self._head_and_foot.get("pgFoot", "") if index == last else ""
            found.append(_system(text, f"{self._states[index]}{around}"))
        return tuple(found)

    @cached_property
    def longest(self) -> str:
        """The longest written length beyond a half note, "" for none; it rules all spacing."""
        return next((dur for dur in _LONG if any(f' dur="{dur}"' in t for t in self._texts)), "")

    def clean_range(self, first: int, last: int) -> tuple[int, int]:
        """Return the range widened to where nothing goes on from system to system."""
        while first > 0 and self._reaches[first - 1]:
            first -= 1
        while last < len(self._texts) - 1 and self._reaches[last]:
            last += 1
        return first, last

    def part(self, first: int, last: int) -> str:
        """Return a document of some systems, between a stand-in for what comes before and after."""
        is_start, is_end = first == 0, last == len(self._texts) - 1
        head = self.opening.replace("<scoreDef>", f"<scoreDef>{self._around(is_start, is_end)}", 1)
        parts = self._texts[first : last + 1]
        if not is_start:
            parts.insert(0, self._stand_in_before(first))
        if not is_end:
            parts.append(self._stand_in_after(last))
        music = "".join([f"{_BREAK}{part}" for part in parts])
        return f"{head}{_SECTION}{music}{_SECTION_END}{self._tail}"

    def _around(self, is_start: bool, is_end: bool) -> str:
        names = [name for name, is_there in (("pgHead", is_start), ("pgFoot", is_end)) if is_there]
        return "".join(self._head_and_foot.get(name, "") for name in names)

    def _stand_in_before(self, index: int) -> str:
        """Return measures after which all holds that holds where a system begins."""
        right = _attribute(_RIGHT, self._texts[index - 1].rpartition("<measure ")[2])
        dummies = [f"{event}{self._dummy()}" if not staff else self._dummy(event, staff)
                   for staff, event in self._events[: self._counts[index]]]  # fmt: skip
        return "".join(dummies) + self._dummy(bars=right)

    def _stand_in_after(self, index: int) -> str:
        """Return the start of the system after one, as far as the one before it shows it."""
        text = self._texts[index + 1]
        start = text[: text.index("<measure ")]
        definition = _DEFINITION.search(start)
        left = _attribute(_LEFT, text[len(start) :])
        return (definition[0] if definition else "") + self._dummy(bars=left)

    def _dummy(self, sign: str = "", sign_staff: int = 0, bars: str = "") -> str:
        note = f'<note dur="{self.longest or 4}" oct="4" pname="b"/>'
        staves = [
            f'<staff n="{n}"><layer n="1">{sign if n == sign_staff else ""}{note}</layer></staff>'
            for n in range(1, self._staves + 1)
        ]
        return f"<measure{bars}>{''.join(staves)}</measure>"

    @cached_property
    def _signs(self) -> tuple[list[tuple[int, str]], list[int]]:
        """All changes of key, meter and clef with their staves, and how many precede a system."""
        events: list[tuple[int, str]] = []
        counts = []
        for text in self._texts:
            counts.append(len(events))
            if not any(word in text for word in _STATE_WORDS):
                continue
            staff = 1
            for found in _STATE.finditer(text):
                if found["definition"]:
                    events.append((0, found["definition"]))
                elif found["staff"]:
                    staff = int(found["staff"])
                else:
                    events.append((staff, found["sign"]))
        return events, counts

    @property
    def _events(self) -> list[tuple[int, str]]:
        return self._signs[0]

    @property
    def _counts(self) -> list[int]:
        return self._signs[1]

    @cached_property
    def _states(self) -> list[str]:
        """The changes before each system, as text."""
        signs = [f"{staff}{event}" for staff, event in self._events]
        return ["".join(signs[:count]) for count in self._counts]

    @cached_property
    def _reaches(self) -> list[int]:
        """How many systems further than its own the furthest sign of each system reaches."""
        reaches = [0] * len(self._texts)
        verses: dict[tuple[str, str], int] = {}
        ending = -1
        for index, text in enumerate(self._texts):
            for reference in _END_REFERENCE.findall(text):
                mark = f'xml:id="{reference}"'
                if mark not in text:
                    reaches[index] = max(reaches[index], self._distance(mark, index))
            for tag in _ENDING.findall(text):
                if tag == "</ending>" and ending >= 0:
                    reaches[ending] = max(reaches[ending], index - ending)
                ending = index if tag != "</ending>" else -1
            if "<syl" in text or verses:
                self._follow_verses(index, verses, reaches)
        return reaches

    def _follow_verses(
        self, index: int, verses: dict[tuple[str, str], int], reaches: list[int]
    ) -> None:
        """Note where a hyphen or a line after a syllable goes on into a later system."""
        for staff, content in _STAFF_PARTS.findall(self._texts[index]):
            for verse, values in _VERSE.findall(content):
                begun = verses.pop((staff, verse), index)
                reaches[begun] = max(reaches[begun], index - begun)
                if ' con="' in values:
                    verses[staff, verse] = index
        for begun in verses.values():
            # Also where no syllable follows, it is drawn to somewhere.
            reaches[begun] = max(reaches[begun], index - begun, 1)

    def _distance(self, mark: str, index: int) -> int:
        for other in range(index + 1, len(self._texts)):
            if mark in self._texts[other]:
                return other - index
        # It ends before it begins, or nowhere: what is drawn is not defined.
        return len(self._texts)


def _system(text: str, state: str) -> System:
    measure = _MEASURE.search(text)
    first_measure = int(measure[1]) if measure else 0
    number = (measure[2] or "") if measure else ""
    base = next((int(found[3]) for found in _ID.finditer(text) if found[2] != "m"), 0)

    def relative(found: re.Match[str]) -> str:
        start = first_measure if found[2] == "m" else base
        return f"{found[1]}{found[2]}-{int(found[3]) - start}"

    key = _ID.sub(relative, _NUMBER_SHOWN.sub(r"\1", text))
    return System(text, f"{len(number)} {state} {key}", base, first_measure, number)


def _attribute(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text.partition(">")[0])
    return found[0] if found else ""


def common_ends(old: tuple[System, ...], new: tuple[System, ...]) -> tuple[int, int]:
    """Return how many systems two documents share at their start and, beyond that, their end."""
    room = min(len(old), len(new))
    start = 0
    while start < room and old[start].key == new[start].key:
        start += 1
    end = 0
    while end < room - start and old[-1 - end].key == new[-1 - end].key:
        end += 1
    return start, end
