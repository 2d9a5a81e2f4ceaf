"""Finding words, notes or a regular expression in a text, within bounds.

The expressions are Qt's (PCRE). An expression such as `(a+)+b` can take longer than the age of the
world; so each attempt may take so many steps only, lines are searched one by one, and all together
there is a limit of time.
"""

import re
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRegularExpression, QRegularExpressionMatch

from abcstudio.notation.assistance.music_code import MusicCode
from abcstudio.notation.spans import Span

MAX_PLACES = 20_000
"""Places that are found at most."""

MAX_SECONDS = 0.5
"""How long an expression may be searched for."""

_STEPS_PER_LINE = 20_000_000
_STEPS = (5_000, 500_000)
_LINE = re.compile(r"[^\n]*\n?")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        is_expression: The words are a regular expression.
        notes_only: Only in music code: not in fields, lyrics, remarks, quotes or decorations.
    """

    words: str
    match_case: bool = False
    whole_words: bool = False
    is_expression: bool = False
    notes_only: bool = False


@dataclass(frozen=True, slots=True)
class SearchMatch:
    """A place that was found, and what the groups of an expression hold there, all of it first."""

    span: Span
    groups: tuple[str, ...]

    def filled(self, replacement: str, *, is_expression: bool) -> str:
        r"""Return what comes in its place: `\1` is the first group, `\0` all, `\n` a line's end."""
        if not is_expression:
            return replacement

        def meant(match: re.Match[str]) -> str:
            sign = match[1]
            if sign.isdecimal() and sign.isascii():
                return self.groups[int(sign)] if int(sign) < len(self.groups) else ""
            return _ESCAPES.get(sign, match[0])

        return _ESCAPE.sub(meant, replacement)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        problem: A sentence when the expression cannot be read or took too long.
    """

    places: tuple[SearchMatch, ...] = ()
    problem: str = ""


def find_places(
    text: str,
    query: Query,
    within: Span | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Found:
    """Return where something stands in a text, or in a part of it.

    `clock` returns seconds, of which an expression may take `MAX_SECONDS`.
    """
    if not query.words:
        return Found()
    part = within or Span(0, len(text))
    piece = part.of(text)
    expression, problem = _compiled(query, piece)
    if expression is None:
        return Found(problem=problem)
    search = _Search(piece, expression, clock)
    found = search.by_lines() if query.is_expression else search.at_once()
    code = MusicCode(text) if query.notes_only else None
    places: list[SearchMatch] = []
    for start, end, groups in found:
        span = Span(part.start + start, part.start + end)
        if code is None or code.holds(span):
            places.append(SearchMatch(span, groups))
            if len(places) >= MAX_PLACES:
                break
    if search.took_too_long:
        problem = QCoreApplication.translate(
            "Searching", "This expression takes too long. Make it simpler: avoid (…+)+ and (…*)*."
        )
    return Found(tuple(places), problem)


class _Search:
    """Goes through a text; places are characters of it."""

    def __init__(
        self, text: str, expression: QRegularExpression, clock: Callable[[], float]
    ) -> None:
        self._text, self._expression = text, expression
        self._clock = clock
        self.took_too_long = False

    def at_once(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield the places of plain words, which cannot take long."""
        shift = _Shift(self._text)
        matches = self._expression.globalMatch(self._text)
        while matches.hasNext():
            yield shift.place(matches.next())

    def by_lines(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield the places of an expression, line by line, until it takes too long."""
        end_of_time = self._clock() + MAX_SECONDS
        for line in _LINE.finditer(self._text):
            for start, end, groups in self._in_line(line[0].rstrip("\n")):
                yield line.start() + start, line.start() + end, groups
            if self.took_too_long or self._clock() > end_of_time:
                self.took_too_long = True
                return

    def _in_line(self, line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        # Not by `globalMatch`: after an empty place at the end it says that something went wrong.
        shift = _Shift(line)
        place = 0
        while True:
            match = self._expression.match(line, place)
            if not match.hasMatch():
                self.took_too_long = self.took_too_long or not match.isValid()
                return
            start, place = match.capturedStart(0), match.capturedEnd(0)
            if place > start:
                yield shift.place(match)
            else:
                place += 1
            if place > shift.length:
                return


class _Shift:
    """Turns Qt's places in a text into characters: those beyond 65,535 take two of its places."""

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [i for i, sign in enumerate(text) if sign > "\uffff"]
        self._wide = [index + count for count, index in enumerate(wide)]
        self.length = len(text) + len(wide)

    def place(self, match: QRegularExpressionMatch) -> tuple[int, int, tuple[str, ...]]:
        """Return start, end and groups of what was matched."""
        start, end = match.capturedStart(0), match.capturedEnd(0)
        shifts = bisect_left(self._wide, start), bisect_left(self._wide, end)
        return start - shifts[0], end - shifts[1], tuple(match.capturedTexts())


def _compiled(query: Query, text: str) -> tuple[QRegularExpression | None, str]:
    """Return the expression of a query, or why it cannot be read."""
    words = query.words if query.is_expression else QRegularExpression.escape(query.words)
    if query.whole_words:
        words = rf"(?<!\w)(?:{words})(?!\w)"
    longest = max((len(line) for line in text.split("\n")), default=0) or 1
    steps = min(max(_STEPS_PER_LINE // longest, _STEPS[0]), _STEPS[1])
    limit = f"(*LIMIT_MATCH={steps})" if query.is_expression else ""
    options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
    if not query.match_case:
        options |= QRegularExpression.PatternOption.CaseInsensitiveOption
    expression = QRegularExpression(limit + words, options)
    if expression.isValid():
        return expression, ""
    before = len(limit) + (len(r"(?<!\w)(?:") if query.whole_words else 0)
    place = min(max(0, expression.patternErrorOffset() - before), len(query.words))
    sentence = QCoreApplication.translate(
        "Searching", "The expression cannot be read after %Ln characters: {0}.", None, place
    )
    return None, sentence.format(expression.errorString())
