"""Which tunes of a source are taken: what a filter finds, less what a person has left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from abcstudio.corpus.browsing.query import MARKS, MELODIES, TuneColumn, read_query
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.tune_marks import (
    EXCLUDED,
    MAX_TAG,
    MAX_TAGS,
    NO_MARK,
    STARRED,
    Marks,
    TuneMark,
)
from abcstudio.corpus.figures.tune_facts import MelodyFacts, facts_of
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.stopping import stop_if_asked

KeptMarks = tuple[tuple[str, TuneMark], ...]
"""The marks that a selection depends on, by the keys of their tunes, in the order of these."""

_TAGS = "tags"
_LONGEST_KEY = 64
_EVERY = 50
(_NOT_LEFT_OUT,) = read_query(f"-is:{EXCLUDED}")


def marks_for(asked: TuneFilter, marks: Marks) -> KeptMarks:
    """Return what matters of marks: who is left out, and all that is said where a filter asks."""
    if any(term.column in MARKS for term in asked.terms):
        kept = {key: replace(mark, tags=tuple(sorted(mark.tags))) for key, mark in marks.items()}
    else:
        kept = {key: TuneMark(is_excluded=True) for key, mark in marks.items() if mark.is_excluded}
    return tuple((key, kept[key]) for key in sorted(kept))


def selected(
    tunes: Sequence[Tune],
    asked: TuneFilter,
    marks: KeptMarks,
    tell: Callable[[int, int], object] = lambda _done, _of: None,
) -> tuple[Tune, ...]:
    """Return the tunes that pass a filter and are not left out.

    `tell` is told how many melodies are read, and of how many, where the filter asks for these.
    """
    if asked == TuneFilter() and not marks:
        return tuple(tunes)
    index = TuneIndex(tunes)
    index.set_marks(dict(marks))
    if any(term.column in MELODIES for term in asked.terms):
        index.add_columns(_Melodies(index.tunes, tell))
    return tuple(index.having((*asked.terms, _NOT_LEFT_OUT)))


def marks_data(marks: KeptMarks) -> dict[str, Any]:
    """Return marks as plain data for a file."""
    tags = {tag: [key for key, mark in marks if tag in mark.tags]
            for tag in sorted({tag for _, mark in marks for tag in mark.tags})}  # fmt: skip
    said = {
        STARRED: [key for key, mark in marks if mark.is_starred],
        EXCLUDED: [key for key, mark in marks if mark.is_excluded],
        _TAGS: tags,
    }
    return {name: value for name, value in said.items() if value}


def marks_from(data: Any) -> KeptMarks | None:
    """Return the marks of plain data; None where it is something else."""
    if not isinstance(data, Mapping):
        return None
    starred, excluded = (_keys(data.get(name, [])) for name in (STARRED, EXCLUDED))
    named = data.get(_TAGS, {})
    if starred is None or excluded is None or not isinstance(named, Mapping):
        return None
    tags: dict[str, list[str]] = {}
    for tag in sorted(named):
        keys = _keys(named[tag])
        if keys is None or not 0 < len(tag) <= MAX_TAG:
            return None
        for key in keys:
            tags.setdefault(key, []).append(tag)
    if any(len(words) > MAX_TAGS for words in tags.values()):
        return None
    marks = ((key, TuneMark(key in starred, key in excluded, tuple(tags.get(key, ()))))
             for key in sorted({*starred, *excluded, *tags}))  # fmt: skip
    return tuple(one for one in marks if one[1] != NO_MARK)


def _keys(data: Any) -> frozenset[str] | None:
    if not isinstance(data, list):
        return None
    are_keys = all(isinstance(key, str) and 0 < len(key) <= _LONGEST_KEY for key in data)
    return frozenset(data) if are_keys else None


class _Melodies:
    """The columns that are known only when the melodies are read."""

    def __init__(self, tunes: Sequence[Tune], tell: Callable[[int, int], object]) -> None:
        self._facts = list(_facts(tunes, tell))

    def numbers(self, column: TuneColumn) -> Sequence[int] | None:
        """Return the ranges."""
        is_known = column is TuneColumn.RANGE
        return [facts.range for facts in self._facts] if is_known else None

    def words(self, column: TuneColumn) -> Sequence[str] | None:
        """Return the forms."""
        return [facts.form for facts in self._facts] if column is TuneColumn.FORM else None


def _facts(tunes: Sequence[Tune], tell: Callable[[int, int], object]) -> Iterable[MelodyFacts]:
    for done, tune in enumerate(tunes):
        if done % _EVERY == 0:
            stop_if_asked()
            tell(done, len(tunes))
        yield facts_of(tune)
