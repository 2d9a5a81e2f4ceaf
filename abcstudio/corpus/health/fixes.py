"""Fixes of the problems of a source's tunes: of one tune, or of all that have a problem."""

import re
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.odd_characters import without_odd_characters
from abcstudio.corpus.health.problem import (
    EMPTY_LINE,
    NO_NUMBER,
    ODD_CHARACTER,
    OTHER_VERSIONS,
    OWN_FIXES,
    REPEATED_NUMBER,
    REPEATS,
)
from abcstudio.corpus.health.scan import REPORT_SECONDS, HealthProgress, ProblemKind
from abcstudio.notation.editing.fixing import fix_problems
from abcstudio.stopping import stop_if_asked

_NUMBER = re.compile(r"^([ \t]*X[ \t]*:[ \t]*)[^\r\n]*", re.MULTILINE)
_EMPTY_LINES = re.compile(r"(\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_DIGITS = re.compile(r"\d{1,9}\Z")


@dataclass(frozen=True, slots=True)
class Fixes:
    """What a fix would make of tunes.

    Attributes:
        changes: The text of each tune that becomes another one, None for one that is left out.
        unchanged: How many tunes stay as they are, because no fix does what it should.
    """

    changes: dict[int, str | None] = field(default_factory=dict)
    unchanged: int = 0


def fixes_of(
    book: CleanedBook,
    kind: str,
    places: Sequence[int],
    report: Callable[[HealthProgress], object] = lambda _progress: None,
    *,
    guesses: bool = False,
) -> Fixes:
    """Return what fixing the problems of a kind makes of some tunes.

    Args:
        book: The tunes.
        kind: That of the problems.
        places: The tunes that are fixed.
        report: Called a few times a second.
        guesses: Whether fixes that are guesses are made, too.
    """
    if kind in REPEATS:
        return Fixes(dict.fromkeys(places))
    numbers = _free_numbers(book)
    changes: dict[int, str | None] = {}
    reported_at = time.monotonic()
    for done, place in enumerate(places, start=1):
        stop_if_asked()
        text, file_header = book.piece(place)
        fixed = _with_own_fix(kind, text, numbers)
        if fixed is None:
            result = fix_problems(text, {kind}, file_header, guesses=guesses)
            fixed = result.text
        if fixed != text:
            changes[place] = fixed
        if time.monotonic() - reported_at > REPORT_SECONDS:
            report(HealthProgress(done, len(places)))
            reported_at = time.monotonic()
    return Fixes(changes, len(places) - len(changes))


def fixed_at_once(kinds: Iterable[ProblemKind]) -> tuple[ProblemKind, ...]:
    """Return the kinds that *Fix all* fixes: all with a fix but for other versions of a tune."""
    return tuple(kind for kind in kinds if kind.fixable and kind.kind not in OTHER_VERSIONS)


def fixes_of_all(
    book: CleanedBook,
    kinds: Iterable[ProblemKind],
    report: Callable[[HealthProgress], object] = lambda _progress: None,
) -> Fixes:
    """Return what fixing the problems of several kinds makes of their tunes.

    Args:
        book: The tunes.
        kinds: Kinds with a fix.
        report: Called a few times a second.
    """
    now = book
    wanted: dict[int, None] = {}
    read: dict[int, set[str]] = {}
    for kind in kinds:
        places = dict.fromkeys(problem.place for problem in kind.fixable)
        wanted |= places
        if kind.kind in OWN_FIXES:
            still_there = [place for place in places if now.texts[place] is not None]
            fixes = fixes_of(now, kind.kind, still_there, report)
            now = now.with_changes(fixes.changes)
            continue
        for place in places:
            read.setdefault(place, set()).add(kind.kind)
    now = now.with_changes(_fixed_readings(now, read, report))
    changes = {place: now.texts[place] for place in wanted if now.texts[place] != book.texts[place]}
    return Fixes(changes, len(wanted) - len(changes))


def _fixed_readings(
    book: CleanedBook,
    kinds: Mapping[int, Collection[str]],
    report: Callable[[HealthProgress], object],
) -> dict[int, str | None]:
    """Return what becomes of tunes when the problems of some kinds that reading found are fixed."""
    changes: dict[int, str | None] = {}
    reported_at = time.monotonic()
    for done, (place, codes) in enumerate(kinds.items(), start=1):
        stop_if_asked()
        text, file_header = book.piece(place)
        if text:
            changes[place] = fix_problems(text, codes, file_header).text
        if time.monotonic() - reported_at > REPORT_SECONDS:
            report(HealthProgress(done, len(kinds)))
            reported_at = time.monotonic()
    return changes


def left_out(places: Iterable[int]) -> Fixes:
    """Return the fix that leaves tunes out."""
    return Fixes(dict.fromkeys(places))


class _FreeNumbers:
    """Gives each tune that asks a reference number that none has."""

    def __init__(self, last: int) -> None:
        self._last = last

    def take(self) -> int:
        self._last += 1
        return self._last


def _free_numbers(book: CleanedBook) -> _FreeNumbers:
    numbers = (book.tune(place).reference_number for place in book.kept)
    return _FreeNumbers(max((int(one) for one in numbers if _DIGITS.match(one)), default=0))


def _with_own_fix(kind: str, text: str, numbers: _FreeNumbers) -> str | None:
    """Return a tune without its problem; None where the fix is that of its diagnostic."""
    if kind == REPEATED_NUMBER:
        return _NUMBER.sub(lambda match: f"{match[1]}{numbers.take()}", text, count=1)
    if kind == NO_NUMBER:
        line_end = _LINE_END.search(text)
        return f"X:{numbers.take()}{line_end[0] if line_end else chr(10)}{text}"
    if kind == ODD_CHARACTER:
        return without_odd_characters(text)
    if kind == EMPTY_LINE:
        return _EMPTY_LINES.sub(r"\1", text)
    return None
