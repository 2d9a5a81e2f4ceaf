"""The columns of many tunes, kept so that sixty thousand of them are filtered while one types."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Final, Protocol

from abcstudio.corpus.browsing.query import MARKS, MELODIES, NUMBERS, Term, TuneColumn
from abcstudio.corpus.browsing.tune_marks import Marks, mark_key
from abcstudio.corpus.key_words import key_in_words, short_key
from abcstudio.corpus.tune import Tune
from abcstudio.notation.values.alphabets import folded, letter_key, sort_key
from abcstudio.stopping import in_turns

Fits = Callable[[str], bool]

_MODE_LETTERS = 3
"""So many letters of a mode are needed, or `K:D` would find what is dorian."""


def as_written(value: str) -> str:
    """Return what a word stands in, of most columns."""
    return folded(value)


def key_writings(written: str) -> str:
    """Return what a word stands in, of a key."""
    return f"{written} {short_key(written)} {key_in_words(written)}".casefold()


def fits_of(term: Term) -> Fits:
    """Return what tells whether a word of the term's column fits."""
    value = term.value
    if term.column is TuneColumn.KEY:
        return (lambda key: short_key(key) == value) if term.is_exact else _key_fits(value)
    if term.is_exact:
        return lambda word: folded(word) == folded(value)
    if term.column in (TuneColumn.METER, TuneColumn.FORM):
        return lambda word: word.casefold().startswith(value)
    return lambda word: value in folded(word)


def _key_fits(value: str) -> Fits:
    """Return whether a key begins so in one of its writings, or its mode does."""

    def fits(written: str) -> bool:
        words = key_in_words(written).casefold()
        mode = words.partition(" ")[2]
        if len(value) >= _MODE_LETTERS and mode.startswith(value):
            return True
        writings = (written.casefold(), short_key(written).casefold(), words)
        return any(one.startswith(value) for one in writings)

    return fits


Mask = bytes
"""One byte a tune: 1 where it fits."""

_KEPT_MASKS = 16


class MoreColumns(Protocol):
    """Columns that are not read from a tune's header."""

    def numbers(self, column: TuneColumn) -> Sequence[int] | None:
        """Return a column of numbers, None where it is not known yet."""

    def words(self, column: TuneColumn) -> Sequence[str] | None:
        """Return a column of words, None where it is not known yet."""


class WordColumn:
    """A column of which many tunes share the values.

    Attributes:
        values: The distinct values.
        codes: For each tune the place of its value.
    """

    def __init__(self, words: Iterable[str]) -> None:
        places: dict[str, int] = {}
        self.codes = array("I", (places.setdefault(word, len(places)) for word in words))
        self.values = tuple(places)

    @cached_property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """The values with their numbers of tunes, the most frequent first."""
        return tuple((self.values[code], n) for code, n in Counter(self.codes).most_common())

    def mask(self, fits: Callable[[str], bool]) -> Mask:
        """Return which tunes have a value that fits."""
        table = [fits(value) for value in self.values]
        return bytes([table[code] for code in self.codes])

    def mapped(self, change: Callable[[str], str]) -> list[str]:
        """Return what a change makes of each tune's value; the same of the same."""
        table = list(map(change, self.values))
        return [table[code] for code in self.codes]

    def ranked(self) -> tuple[tuple[str, ...], Sequence[int]]:
        """Return the values in their order, an empty one last, and each tune's place in it."""
        order = sorted(self.values, key=lambda value: (not value, letter_key(value)))
        ranks = {value: rank for rank, value in enumerate(order)}
        table = [ranks[value] for value in self.values]
        return tuple(order), [table[code] for code in self.codes]


class TuneIndex:
    """Finds and sorts tunes by their columns.

    Attributes:
        tunes: In the order of their source.
        keys: What their marks are kept under.
    """

    def __init__(self, tunes: Iterable[Tune]) -> None:
        """Prepare tunes."""
        self.tunes = tuple(tunes)
        self._more: MoreColumns | None = None
        titles = WordColumn(tune.title for tune in in_turns(self.tunes))
        self._titles = titles.mapped(folded)
        read: Final[Mapping[TuneColumn, Callable[[Tune], str]]] = {
            TuneColumn.RHYTHM: lambda tune: tune.rhythm,
            TuneColumn.METER: lambda tune: tune.meter,
            TuneColumn.KEY: lambda tune: tune.key,
            TuneColumn.ORIGIN: lambda tune: tune.origin,
            TuneColumn.FILE: lambda tune: tune.file,
        }
        self._words = {
            column: WordColumn(map(value, in_turns(self.tunes))) for column, value in read.items()
        }
        self.keys = [mark_key(tune) for tune in in_turns(self.tunes)]
        self._marks: Marks = {}
        self._masks: dict[Term, Mask] = {}
        self._groups: dict[TuneColumn, tuple[tuple[str, ...], Sequence[int]]] = {}

    def __len__(self) -> int:
        return len(self.tunes)

    def keys_of(self, tunes: Iterable[Tune]) -> list[str]:
        """Return what the marks of some of these tunes are kept under."""
        keys = dict(zip(map(id, self.tunes), self.keys, strict=True))
        return [keys[id(tune)] for tune in tunes]

    def counts(self, column: TuneColumn) -> tuple[tuple[str, int], ...]:
        """Return the values of a column with their numbers of tunes, the most frequent first.

        Keys are in the short writing.
        """
        counts = self._words[column].counts
        if column is not TuneColumn.KEY:
            return counts
        short: Counter[str] = Counter()
        for written, count in counts:
            short[short_key(written)] += count
        return tuple(short.most_common())

    def has_words(self, column: TuneColumn) -> bool:
        """Return whether any tune says something in a column of words."""
        return any(self._words[column].values)

    def mask(self, terms: Iterable[Term]) -> Mask:
        """Return which tunes have what is asked for."""
        whole = int.from_bytes(b"\1" * len(self.tunes))
        for term in terms:
            whole &= int.from_bytes(self._mask_of(term))
        return whole.to_bytes(len(self.tunes))

    def having(self, terms: Iterable[Term]) -> Iterable[Tune]:
        """Return the tunes that have what is asked for."""
        return compress(self.tunes, self.mask(terms))

    def count(self, terms: Iterable[Term]) -> int:
        """Return how many tunes have what is asked for."""
        return sum(self.mask(terms))

    def order(self, column: TuneColumn) -> list[int]:
        """Return the places of the tunes in the order of a column; what is unknown comes last."""
        by_number = [tune.number for tune in self.tunes]
        order = sorted(range(len(self.tunes)), key=by_number.__getitem__)
        if column is TuneColumn.NUMBER:
            return order
        order.sort(key=self._sort_key(column).__getitem__)
        return order

    def groups(self, column: TuneColumn) -> tuple[tuple[str, ...], Sequence[int]]:
        """Return the values of a column of words in their order, and each tune's place in it.

        Keys are in the short writing.
        """
        if column not in self._groups:
            words = self._words[column]
            if column is TuneColumn.KEY:
                words = WordColumn(short_key(tune.key) for tune in self.tunes)
            self._groups[column] = words.ranked()
        return self._groups[column]

    def add_columns(self, more: MoreColumns) -> None:
        """Find tunes by columns that have become known."""
        self._more = more
        self._forget(MELODIES)

    @property
    def marks(self) -> Marks:
        """What is said of these tunes, by their keys."""
        here = set(self.keys) if self._marks else ()
        return {key: mark for key, mark in self._marks.items() if key in here}

    def set_marks(self, marks: Marks) -> None:
        """Find tunes by other marks."""
        self._marks = marks
        self._forget(MARKS)

    def _forget(self, columns: Collection[TuneColumn]) -> None:
        for term in [term for term in self._masks if term.column in columns]:
            del self._masks[term]

    def _sort_key(self, column: TuneColumn) -> Sequence[tuple[bool, str]] | Sequence[int]:
        if column is TuneColumn.TITLE:
            return [(not title, sort_key(title)) for title in self._titles]
        return self._numbers(column) if column in NUMBERS else self.groups(column)[1]

    def _numbers(self, column: TuneColumn) -> Sequence[int]:
        if column is TuneColumn.NUMBER:
            return [tune.number for tune in self.tunes]
        if column is TuneColumn.MEASURES:
            return [tune.measure_count for tune in self.tunes]
        if column is TuneColumn.CHARACTERS:
            return [len(tune.text) for tune in self.tunes]
        found = None if self._more is None else self._more.numbers(column)
        return [-1] * len(self.tunes) if found is None else found

    def _mask_of(self, term: Term) -> Mask:
        mask = self._masks.get(term)
        if mask is None:
            mask = self._new_mask(term)
            if term.is_out:
                mask = bytes([not fits for fits in mask])
            while len(self._masks) >= _KEPT_MASKS:
                del self._masks[next(iter(self._masks))]
            self._masks[term] = mask
        return mask

    def _new_mask(self, term: Term) -> Mask:
        value = term.value
        if term.numbers is not None:
            low, high = term.numbers
            return bytes([low <= number <= high for number in self._numbers(term.column)])
        if term.column is TuneColumn.ANY:
            return self._mask_of_word(folded(value))
        if term.column is TuneColumn.TITLE:
            if term.is_exact:
                return bytes([title == folded(value) for title in self._titles])
            return bytes([value in title for title in self._titles])
        if term.column is TuneColumn.HAS:
            return bytes([value in tune.text for tune in self.tunes])
        if term.column in self._words:
            return self._words[term.column].mask(fits_of(term))
        if term.column in MARKS:
            return self._mask_of_marks(term)
        found = None if self._more is None else self._more.words(term.column)
        if found is None:
            return bytes(len(self.tunes))
        return WordColumn(found).mask(fits_of(term))

    def _mask_of_marks(self, term: Term) -> Mask:
        is_tag = term.column is TuneColumn.TAG
        different = {id(mark): mark for mark in self._marks.values()}
        said = {
            one: " ".join(mark.tags if is_tag else mark.words) for one, mark in different.items()
        }
        fits = fits_of(term)
        fitting = {one for one, words in said.items() if words and fits(words)}
        if not fitting:
            return bytes(len(self.tunes))
        found = {key for key, mark in self._marks.items() if id(mark) in fitting}
        return bytes([key in found for key in self.keys])

    def _mask_of_word(self, word: str) -> Mask:
        mask = bytes([word in title for title in self._titles])
        for column, words in self._words.items():
            writings = key_writings if column is TuneColumn.KEY else as_written
            if any(word in writings(value) for value in words.values):
                table = [word in writings(value) for value in words.values]
                mask = bytes(
                    [has or table[code] for has, code in zip(mask, words.codes, strict=True)]
                )
        return mask
