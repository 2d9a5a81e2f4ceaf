"""The tunebook of tunes that a person keeps, gathered into sets that are played as one."""

import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from abcstudio.bounded_json import parse_json
from abcstudio.corpus.tune import with_file_header
from abcstudio.corpus.tunebook import file_header_of, split_tunebook

SET_DIRECTIVE = "%%abcstudio-set "
MAX_NAME = 200
MOST_TIMES = 9

_FIRST_LINE = "%abc-2.1"
_NUMBER = re.compile(r"[ \t]*X[ \t]*:[^\n]*")
_TITLE = re.compile(r"^[ \t]*T[ \t]*:[ \t]*([^\n]*)$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")
_MAX_NUMBER = 10**9


@dataclass(frozen=True, slots=True)
class KeptTune:
    """A tune of the book; no two have one number.

    Attributes:
        times: How many times it is played in its set.
    """

    number: int
    text: str
    times: int = 1

    @property
    def title(self) -> str:
        """Its first title, "" without one."""
        match = _TITLE.search(self.text)
        return match[1].strip() if match else ""


@dataclass(frozen=True, slots=True)
class SetName:
    """Begins a set, which goes on to the next one."""

    name: str


Item = KeptTune | SetName


@dataclass(frozen=True, slots=True)
class KeptBook:
    """The items of the book in order: tunes that are in no set, then sets with their tunes.

    Every change returns another book.
    """

    items: tuple[Item, ...] = ()

    @property
    def tunes(self) -> tuple[KeptTune, ...]:
        """All tunes in order."""
        return tuple(item for item in self.items if isinstance(item, KeptTune))

    def number_of(self, text: str) -> int:
        """Return the number under which a tune is kept as it is; 0 where it is not."""
        is_kept = (each for each in self.tunes if _numbered(each.number, text).text == each.text)
        return next((each.number for each in is_kept), 0)

    def text_of(self, number: int) -> str:
        """Return the tune that is kept under a number, "" where none is."""
        return next((each.text for each in self.tunes if each.number == number), "")

    def times_of(self, number: int) -> int:
        """Return how many times the tune under a number is played in its set."""
        return next((each.times for each in self.tunes if each.number == number), 1)

    def with_times(self, places: Collection[int], times: int) -> "KeptBook":
        """Return the book with another number of times for tunes in sets; a name means its set."""
        named = {i for i in places if isinstance(self.items[i], SetName)}
        places = {*places, *(i for name in named for i in self.set_at(name))}
        in_sets = range(self._end_of_loose(), len(self.items))
        return KeptBook(
            tuple(
                replace(item, times=times)
                if i in in_sets and i in places and isinstance(item, KeptTune)
                else item
                for i, item in enumerate(self.items)
            )
        )

    def set_at(self, index: int) -> range:
        """Return the places of the set that an item belongs to, its name first.

        For a tune that is in no set, these are the places of the tunes in none.
        """
        names = [i for i, item in enumerate(self.items) if isinstance(item, SetName)]
        start = max((i for i in names if i <= index), default=0)
        end = min((i for i in names if i > index), default=len(self.items))
        return range(start, end)

    def tunes_at(self, index: int) -> tuple[KeptTune, ...]:
        """Return the tunes of the set that an item belongs to; of one in no set, it alone."""
        item = self.items[index]
        places = self.set_at(index)
        if isinstance(item, KeptTune) and not isinstance(self.items[places.start], SetName):
            return (item,)
        return tuple(each for i in places if isinstance(each := self.items[i], KeptTune))

    def add(self, text: str, after: int | None = None) -> tuple["KeptBook", int]:
        """Return the book with another tune at the end of a set, and the tune's place.

        Args:
            text: The tune; it takes the next free number.
            after: An item of the set; None for the end of the tunes in no set.
        """
        place = self.set_at(after).stop if after is not None else self._end_of_loose()
        tune = KeptTune(self.free_number(), "")
        return self._with(place, place, (_numbered(tune.number, text),)), place

    def replace_tune(self, number: int, text: str) -> "KeptBook":
        """Return the book with another text of a tune, which keeps its number."""
        return KeptBook(
            tuple(
                _numbered(number, text, item.times)
                if isinstance(item, KeptTune) and item.number == number
                else item
                for item in self.items
            )
        )

    def add_set(self, name: str, of: Collection[int] = ()) -> "KeptBook":
        """Return the book with another set at its end, of the tunes among some items."""
        taken, stay = list[Item](), list[Item]()
        for place, item in enumerate(self.items):
            is_taken = place in of and isinstance(item, KeptTune)
            (taken if is_taken else stay).append(item)
        return KeptBook((*stay, SetName(_one_line(name)), *taken))

    def add_all(self, texts: Sequence[str], after: int | None = None) -> "KeptBook":
        """Return the book with those of some tunes that are not in it, at the end of a set."""
        book = self
        for text in texts:
            if not book.number_of(text):
                book, _place = book.add(text, after)
        return book

    def set_of(self, texts: Sequence[str], name: str) -> "KeptBook":
        """Return the book with a set of some tunes at its end, in their order.

        A tune that is kept in no set goes into it; of one that is in a set, the set gets a copy.
        """
        book, taken = self, list[Item]()
        loose = {item for item in self.items[: self._end_of_loose()] if isinstance(item, KeptTune)}
        for text in dict.fromkeys(texts):
            number = book.number_of(text)
            kept = next((each for each in loose if each.number == number), None)
            if kept is None:
                book, place = book.add(text)
                taken.append(book.items[place])
            else:
                taken.append(kept)
        stay = tuple(item for item in book.items if item not in taken)
        return KeptBook((*stay, SetName(_one_line(name)), *taken))

    def remove(self, index: int) -> "KeptBook":
        """Return the book without an item; the tunes of a set stay, in the set before it."""
        return self._with(index, index + 1, ())

    def rename(self, index: int, name: str) -> "KeptBook":
        """Return the book with another name of a set, or another title of a tune."""
        item, name = self.items[index], _one_line(name)
        if isinstance(item, SetName):
            return self._with(index, index + 1, (SetName(name),))
        return self._with(index, index + 1, (replace(item, text=_titled(item.text, name)),))

    def move(self, index: int, to: int) -> tuple["KeptBook", int]:
        """Return the book with an item before the one that is at another place, and its place.

        A name takes its whole set along, and goes between two sets, never into one.
        """
        places = range(index, index + 1)
        if isinstance(self.items[index], SetName):
            places = self.set_at(index)
            to = self._between_sets(to)
        if places.start <= to <= places.stop:
            return self, index
        moved = self.items[places.start : places.stop]
        rest = self._with(places.start, places.stop, ())
        place = to if to < places.start else to - len(moved)
        return rest._with(place, place, moved), place

    def step(self, index: int, by: int) -> tuple["KeptBook", int]:
        """Return the book with an item one place further up (-1) or down (1), and its place."""
        if not isinstance(self.items[index], SetName):
            to = index - 1 if by < 0 else index + 2
            return self.move(index, to) if 0 <= to <= len(self.items) else (self, index)
        places = self.set_at(index)
        if by > 0:
            ends = self.set_at(places.stop).stop if places.stop < len(self.items) else places.stop
            return self.move(index, ends)
        before = self.set_at(places.start - 1).start if places.start else 0
        is_set = isinstance(self.items[before], SetName)
        return self.move(index, before) if is_set else (self, index)

    def renumber(self) -> "KeptBook":
        """Return the book with its tunes numbered from 1 in their order."""
        items: list[Item] = []
        number = 0
        for item in self.items:
            if isinstance(item, KeptTune):
                number += 1
                item = _numbered(number, item.text, item.times)
            items.append(item)
        return KeptBook(tuple(items))

    def free_number(self) -> int:
        """Return the number after the highest one."""
        return max((tune.number for tune in self.tunes), default=0) + 1

    def _end_of_loose(self) -> int:
        names = (i for i, item in enumerate(self.items) if isinstance(item, SetName))
        return next(names, len(self.items))

    def _between_sets(self, to: int) -> int:
        if to >= len(self.items) or isinstance(self.items[to], SetName):
            return to
        places = self.set_at(to)
        is_set = isinstance(self.items[places.start], SetName)
        in_first_half = is_set and to - places.start <= len(places) // 2
        return places.start if in_first_half else places.stop

    def _with(self, start: int, end: int, items: Sequence[Item]) -> "KeptBook":
        return KeptBook((*self.items[:start], *items, *self.items[end:]))


def book_text(book: KeptBook) -> str:
    """Return the book as an ABC file; its sets stand at the top, in lines of the program's own."""
    lines, tunes = [_FIRST_LINE], []
    names: list[tuple[str, list[KeptTune]]] = []
    for item in book.items:
        if isinstance(item, SetName):
            names.append((item.name, []))
        else:
            tunes.append(item.text)
            if names:
                names[-1][1].append(item)
    for name, members in names:
        data: dict[str, object] = {"name": name, "tunes": [each.number for each in members]}
        if any(each.times > 1 for each in members):
            data["times"] = [each.times for each in members]
        said = json.dumps(data).replace("%", "\\u0025")
        lines.append(f"{SET_DIRECTIVE}{said}")
    return "\n".join(lines) + "\n" + "".join(f"\n{tune}\n" for tune in tunes)


def with_times_said(text: str, times: int) -> str:
    """Return a tune with the number of times in its title, for the score of a set."""
    match = _TITLE.search(text)
    title = match[1].strip() if match else ""
    return _titled(text, f"{title} (×{times})".strip()) if times > 1 else text


def joined_tunes(texts: Sequence[str]) -> str:
    """Return tunes as a text of their own."""
    return "\n\n".join(texts) + "\n"


def read_book(text: str, tell: Callable[[str], object] = lambda _line: None) -> KeptBook:
    """Return the book of an ABC file, whichever program wrote it; `tell` takes lines of no use."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tunes = split_tunebook(text)
    head = text[: tunes[0].offset] if tunes else text
    ours = [line for line in head.split("\n") if line.startswith(SET_DIRECTIVE)]
    theirs = "\n".join(line for line in head.split("\n") if not line.startswith("%%abcstudio"))
    header = "\n".join(
        line for line in file_header_of(theirs).split("\n") if not line.startswith("%abc")
    )
    by_number: dict[int, KeptTune] = {}
    free = max((_number(tune.reference_number) for tune in tunes), default=0) + 1
    for tune in tunes:
        number = _number(tune.reference_number)
        if not number or number in by_number:
            number, free = free, free + 1
        by_number[number] = _numbered(number, with_file_header(tune.text, header))
    sets: list[Item] = []
    for line in ours:
        try:
            name, times = _set_of(line)
        except (ValueError, KeyError, TypeError):
            tell(line)
            continue
        sets.append(SetName(name))
        sets += [
            replace(by_number.pop(number), times=often)
            for number, often in times.items()
            if number in by_number
        ]
    return KeptBook((*by_number.values(), *sets))


def _set_of(line: str) -> tuple[str, dict[int, int]]:
    """Return the name of a set, and how many times each of its tunes is played."""
    data = parse_json(line.removeprefix(SET_DIRECTIVE))
    name, numbers, times = data["name"], data["tunes"], data.get("times", [])
    if not isinstance(name, str) or not all(type(each) is int for each in (*numbers, *times)):
        raise TypeError("no set")
    often: dict[int, int] = {}
    for number, count in zip_longest(numbers, times[: len(numbers)], fillvalue=1):
        often.setdefault(number, min(max(1, count), MOST_TIMES))
    return _one_line(name), often


def _number(reference: str) -> int:
    return int(reference) if reference.isdecimal() and int(reference) < _MAX_NUMBER else 0


def _one_line(words: str) -> str:
    return " ".join(words.split())[:MAX_NAME]


def _numbered(number: int, text: str, times: int = 1) -> KeptTune:
    """Return a tune with a number in its `X:` line; it has no empty lines, which would end it."""
    text = _BLANK_LINES.sub("", text.strip("\n"))
    match = _NUMBER.match(text)
    rest = text[match.end() :] if match else f"\n{text}"
    return KeptTune(number, f"X:{number}{rest}", times)


def _titled(text: str, title: str) -> str:
    match = _TITLE.search(text)
    if match is not None:
        return f"{text[: match.start()]}T:{title}{text[match.end() :]}"
    first, _, rest = text.partition("\n")
    return f"{first}\nT:{title}\n{rest}"
