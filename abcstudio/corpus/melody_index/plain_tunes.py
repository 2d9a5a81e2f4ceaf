"""The melodies of many plain tunes at once, as arrays: several times quicker than tune after tune.

A tune is plain where only its header says key, meter and unit note length, and its music has notes,
rests, accidentals, broken rhythm, tuplets and bar lines. `read_melody` reads the others, and
`tests/unit/corpus/melody_index/test_plain_tunes.py` holds that both find the same.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.notes import MAX_NOTES
from abcstudio.corpus.melody_reader import (
    HeaderFacts,
    MelodySign,
    can_read,
    header_facts,
    tokens_of,
    understood,
)
from abcstudio.notation.limits import MAX_TUPLET
from abcstudio.notation.pitch import STEPS
from abcstudio.notation.values.tuplets import usual_q

Numbers = NDArray[np.int64]

NOTHING, NOTE, REST, BAR, BROKEN, TUPLET, FIELD, BEYOND = range(8)
"""What a sign is here; what is `BEYOND` makes its tune one that is not plain."""

_AS_WRITTEN = 99
_LARGEST = 10_000
_MOST_SIGNS = 100_000
_PLAIN_KINDS: Final = {"note": NOTE, "rest": REST, "bar": BAR, "broken": BROKEN, "tuplet": TUPLET}
_PLACES: Final = {step: place for place, step in enumerate(STEPS)}


class PlainMelodies(NamedTuple):
    """The melodies of some tunes.

    Attributes:
        is_plain: Which of the tunes are plain; of the others nothing is known.
        starts: Where the notes of each tune begin, and at last where those of the last one end.
        pitches: The MIDI number of each note.
        lengths: Its length, in parts of a whole note, of which there are `PER_WHOLE_NOTE`.
        measures: A number that notes of one measure of a tune have in common.
    """

    is_plain: NDArray[np.bool_]
    starts: Numbers
    pitches: Numbers
    lengths: Numbers
    measures: Numbers


class _Facts(NamedTuple):
    """What one sign says, in numbers.

    Attributes:
        kind: One of those above.
        step: Of a note, its place in `STEPS`.
        natural: Of a note, its MIDI number without any alter.
        alter: Of a note, or `_AS_WRITTEN` for that of its key.
        numerator, denominator: The factor of a length; of broken rhythm, what the first of the two
            gets and what both share; of a tuplet p and the q that it says, else 0.
        holds: Of a tuplet, for how many notes.
    """

    kind: int = NOTHING
    step: int = 0
    natural: int = 0
    alter: int = _AS_WRITTEN
    numerator: int = 1
    denominator: int = 1
    holds: int = 0


class _Signs(dict[str, int]):
    """The signs that were met, by their places in `facts`; the first is for what says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = [_Facts()]
        self.texts = [""]

    def __missing__(self, token: str) -> int:
        facts = _facts_of(token)
        if facts.kind == NOTHING:
            # Titles and the like: none comes twice.
            return 0
        if len(self) >= _MOST_SIGNS:
            facts = _Facts(BEYOND)
        place = self[token] = len(self.facts)
        self.facts.append(facts)
        self.texts.append(token)
        return place


class PlainTunes:
    """Reads plain tunes, and remembers the signs that it has met."""

    def __init__(self) -> None:
        self._signs = _Signs()
        self._headers: dict[tuple[int, ...], HeaderFacts] = {}

    def read(self, texts: Sequence[str]) -> PlainMelodies:
        """Read some hundred tunes that have no file header."""
        if not texts:
            none = np.zeros(0, np.int64)
            return PlainMelodies(np.zeros(0, np.bool_), np.zeros(1, np.int64), none, none, none)
        tokens = [tokens_of(text) if can_read(text) else ["Z"] for text in texts]
        if len(self._signs) >= _MOST_SIGNS:
            self._signs, self._headers = _Signs(), {}
        counts = np.fromiter(map(len, tokens), np.int64, len(tokens))
        every = map(self._signs.__getitem__, chain.from_iterable(tokens))
        codes = np.fromiter(every, np.int64, int(counts.sum()))
        return self._read(codes, np.repeat(np.arange(len(texts)), counts), len(texts))

    def _read(self, codes: Numbers, tunes: Numbers, tune_count: int) -> PlainMelodies:
        table = np.ascontiguousarray(np.asarray(self._signs.facts, np.int64).T)
        is_sign = codes > 0
        codes, tunes = codes[is_sign], tunes[is_sign]
        music = _Music(table, codes, tunes, tune_count)
        fields = np.flatnonzero(music.kind == FIELD)
        headers = self._headers_of(codes[fields], tunes[fields], tune_count)
        lengths = music.lengths(headers)
        pitches = music.pitches(headers)
        is_plain = music.is_plain
        is_kept = is_plain[music.note_tunes]
        kept = np.bincount(music.note_tunes[is_kept], minlength=tune_count)
        return PlainMelodies(
            is_plain,
            np.concatenate(([0], np.cumsum(kept))),
            pitches[is_kept],
            lengths[is_kept],
            music.measures[is_kept],
        )

    def _headers_of(self, codes: Numbers, tunes: Numbers, tune_count: int) -> list[HeaderFacts]:
        bounds = np.searchsorted(tunes, np.arange(tune_count + 1)).tolist()
        listed = codes.tolist()
        return [
            self._header(tuple(listed[bounds[tune] : bounds[tune + 1]]))
            for tune in range(tune_count)
        ]

    def _header(self, codes: tuple[int, ...]) -> HeaderFacts:
        header = self._headers.get(codes)
        if header is None:
            signs = (understood(self._signs.texts[code]) for code in codes)
            header = header_facts(sign for sign in signs if sign is not None)
            self._headers[codes] = header
        return header


class _Music:
    """The signs of some tunes in a row, and what follows from their order.

    Attributes:
        kind: What each sign is.
        note_tunes: The tune of each note.
        measures: The place of the bar line before each note.
        is_plain: Which tunes are plain.
    """

    def __init__(self, table: Numbers, codes: Numbers, tunes: Numbers, tune_count: int) -> None:
        self.kind = table[0][codes]
        self._table, self._codes, self._tunes = table, codes, tunes
        self._places = np.arange(len(tunes))
        is_note = self.kind == NOTE
        self._events = np.flatnonzero(is_note | (self.kind == REST))
        self._event_tunes = tunes[self._events]
        self._is_note = is_note[self._events]
        self.note_tunes = self._event_tunes[self._is_note]
        # Before the first bar line of a tune stands its beginning.
        sizes = np.bincount(tunes, minlength=tune_count)
        self._firsts = np.repeat(np.cumsum(sizes) - sizes, sizes)
        self._measure = np.maximum(self._latest(self.kind == BAR), self._firsts - 1)
        self._note_places = self._events[self._is_note]
        self.measures = self._measure[self._note_places]
        self.is_plain = self._plain(tune_count)

    def lengths(self, headers: Sequence[HeaderFacts]) -> Numbers:
        """Return the length of each note, with the rests that follow it."""
        numerator, denominator = self._facts(self._events, 4, 5)
        unit = np.asarray([header.unit for header in headers], np.int64)
        plain = unit[self._event_tunes] * numerator // denominator
        plain = self._in_tuplets(plain, headers)
        lengths = self._broken(plain)
        is_owned = self._events_before(self._is_note)
        lengths[~is_owned] = 0
        starts = np.flatnonzero(self._is_note)
        return np.add.reduceat(lengths, starts) if len(starts) else lengths[:0]

    def pitches(self, headers: Sequence[HeaderFacts]) -> Numbers:
        """Return the pitch of each note."""
        step, natural, written = self._facts(self._note_places, 1, 2, 3)
        keys = np.asarray([header.alters for header in headers], np.int64)
        alter = keys[self.note_tunes, step]
        # Only where there is one does an accidental hold to the end of its measure.
        measures = self.measures + 1
        has_one = np.zeros(len(self.kind) + 1, np.bool_)
        has_one[measures[written != _AS_WRITTEN]] = True
        altered = np.flatnonzero(has_one[measures])
        if len(altered):
            group = measures[altered] * len(STEPS) + step[altered]
            order = np.argsort(group, kind="stable")
            group, place = group[order], altered[order]
            latest = np.maximum.accumulate(
                np.where(written[place] != _AS_WRITTEN, np.arange(len(place)), -1)
            )
            holds = (latest >= 0) & (group[latest] == group)
            alter[place[holds]] = written[place[latest[holds]]]
        pitches: Numbers = natural + alter
        return pitches

    def _facts(self, places: Numbers, *rows: int) -> list[Numbers]:
        """Return some of the numbers of `_Facts` for the signs at some places."""
        codes = self._codes[places]
        return [self._table[row][codes] for row in rows]

    def _plain(self, tune_count: int) -> NDArray[np.bool_]:
        is_plain = np.ones(tune_count, np.bool_)
        is_plain[self._tunes[self.kind == BEYOND]] = False
        # A field after the first of the music, or two signs of broken rhythm in a row.
        is_music = (self.kind == NOTE) | (self.kind == REST) | (self.kind == TUPLET)
        begun = self._latest(is_music) >= self._firsts
        is_plain[self._tunes[(self.kind == FIELD) & begun]] = False
        broken = np.flatnonzero(self.kind == BROKEN)
        after = np.searchsorted(self._events, broken)
        twice = np.flatnonzero(after[1:] == after[:-1])
        is_plain[self._tunes[broken[twice]]] = False
        many = np.bincount(self.note_tunes, minlength=tune_count) > MAX_NOTES
        return is_plain & ~many

    def _latest(self, which: NDArray[np.bool_]) -> Numbers:
        """Return for each sign the place of the latest that is so, up to itself; -1 for none."""
        latest: Numbers = np.maximum.accumulate(np.where(which, self._places, -1))
        return latest

    def _events_before(self, which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return for each event whether one of its tune, up to itself, is so."""
        latest = np.maximum.accumulate(np.where(which, np.arange(len(which)), -1))
        is_so: NDArray[np.bool_] = self._event_tunes[latest] == self._event_tunes
        return is_so & (latest >= 0)

    def _in_tuplets(self, lengths: Numbers, headers: Sequence[HeaderFacts]) -> Numbers:
        """Return the lengths of the events as their tuplets have them."""
        tuplets = self._latest(self.kind == TUPLET)[self._events]
        inside = np.flatnonzero(tuplets > self._measure[self._events])
        if not len(inside):
            return lengths
        tuplet = tuplets[inside]
        p, q, count = self._facts(tuplet, 4, 5, 6)
        inside_at = inside - np.searchsorted(self._events, tuplet)
        compound = np.asarray([header.is_compound for header in headers], np.bool_)
        usual = np.asarray([_usual_qs(is_compound=False), _usual_qs(is_compound=True)], np.int64)
        q = np.where(q > 0, q, usual[compound[self._event_tunes[inside]].astype(np.int64), p])
        holds = inside_at < count
        changed = lengths.copy()
        changed[inside[holds]] = lengths[inside[holds]] * q[holds] // p[holds]
        return changed

    def _broken(self, plain: Numbers) -> Numbers:
        """Return the lengths of the events as broken rhythm has them."""
        signs = np.flatnonzero(self.kind == BROKEN)
        second = np.searchsorted(self._events, signs)
        is_between = (second > 0) & (second < len(self._events))
        signs, second = signs[is_between], second[is_between]
        measure = self._measure[signs]
        first = second - 1
        holds = (
            (self._measure[self._events[first]] == measure)
            & (self._measure[self._events[second]] == measure)
            & (plain[first] > 0)
        )
        signs, first, second = signs[holds], first[holds], second[holds]
        share, part = self._facts(signs, 4, 5)
        lengths = plain.copy()
        lengths[second] = plain[second] * (2 * part - share) // part
        # The second of one pair may be the first of the next.
        lengths[first] += plain[first] * share // part - plain[first]
        return lengths


def _facts_of(token: str) -> _Facts:
    sign = understood(token)
    if sign is None:
        return _Facts()
    if sign.kind == "field":
        if sign.text[0] not in "KLM":
            return _Facts()
        return _Facts(BEYOND if token.startswith("[") else FIELD)
    kind = _PLAIN_KINDS.get(sign.kind, BEYOND)
    if kind == NOTE:
        return _of_note(sign)
    if kind == TUPLET:
        return _of_tuplet(sign)
    if kind == BROKEN:
        part = 2 ** len(sign.text)
        share = 1 if sign.text[0] == "<" else 2 * part - 1
        return _Facts(BROKEN, numerator=share, denominator=part)
    return _with_length(_Facts(kind), sign.length)


def _of_note(sign: MelodySign) -> _Facts:
    (note,) = sign.notes
    if note.is_tied:
        return _Facts(BEYOND)
    alter = _AS_WRITTEN if note.alter is None else note.alter
    return _with_length(_Facts(NOTE, _PLACES[note.step], note.natural, alter), note.length)


def _with_length(facts: _Facts, length: tuple[int, int]) -> _Facts:
    if max(length) > _LARGEST:
        return _Facts(BEYOND)
    return facts._replace(numerator=length[0], denominator=length[1])


def _of_tuplet(sign: MelodySign) -> _Facts:
    numbers = [int(number) if number else 0 for number in sign.text[1:].split(":")]
    p, q, r = (*numbers, 0, 0)[:3]
    if not 2 <= p <= MAX_TUPLET:
        return _Facts()
    if q > _LARGEST:
        return _Facts(BEYOND)
    return _Facts(TUPLET, numerator=p, denominator=q, holds=min(r or p, MAX_TUPLET))


def _usual_qs(*, is_compound: bool) -> list[int]:
    return [usual_q(p, is_compound=is_compound) for p in range(MAX_TUPLET + 1)]
