"""Applying the fixes of a tune's problems, each one only where it does what it promises."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from abcstudio.errors import EditError
from abcstudio.notation.diagnostics import Diagnostic, Fix
from abcstudio.notation.editing.sounding import sound_of
from abcstudio.notation.editing.writer import apply_changes
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rereading.incremental import IncrementalParser
from abcstudio.notation.score import Score

MAX_ROUNDS = 8
"""How often a text is looked through: a fix may uncover what another one fixes."""

_CLOSES = frozenset(("notation.fix-close-chord", "notation.fix-close-quote"))
"""Fixes made before others: what stands behind is read otherwise then."""

_Key = tuple[int, int, str]

CHANGES_SOUND = frozenset(
    f"notation.fix-{name}"
    for name in (
        "close-repeat", "open-repeat", "end-tune", "add-bar-line",
        "twin", "last-note", "add-rest", "close-chord", "close-quote",
    )
)  # fmt: skip
"""Fixes of what is played how often, how long, and of what was not read for lack of a sign."""


def fixed_text(score: Score, found: Diagnostic, file_header: str = "") -> str:
    """Return the text of a tune with the fix of a finding applied.

    Raises:
        EditError: The problem would stay, another would come, or the music would be another. A fix
            is made for the place it stands at; in a text that is broken all over, what is around
            can make something else of it.
    """
    assert found.fix is not None
    text = apply_changes(score.text, [found.fix])
    after = parse(text, file_header)
    if not are_fixed(Counter([found.code]), score.diagnostics, after.diagnostics):
        raise EditError("edit.fix_would_harm")
    if found.fix.message_id not in CHANGES_SOUND and sound_of(after) != sound_of(score):
        raise EditError("edit.fix_would_harm")
    return text


def are_fixed(
    codes: Counter[str], before: Sequence[Diagnostic], after: Sequence[Diagnostic]
) -> bool:
    """Return whether so many findings of these codes are gone, and no others have come."""
    old, new = (Counter(found.code for found in findings) for findings in (before, after))
    return not new - (old - codes)


@dataclass(frozen=True, slots=True)
class FixResult:
    """A text after fixing.

    Attributes:
        fixed: How many of the wanted problems that had a fix are gone.
        gone_too: How many others went with them.
        left: How many have a fix that was not made, because it would not have removed the problem
            or would have brought another one.
    """

    text: str
    fixed: int
    left: int
    gone_too: int = 0


def fix_problems(
    text: str, codes: Collection[str] | None = None, file_header: str = "", *, guesses: bool = False
) -> FixResult:
    """Return one tune's text with its problems fixed as far as their fixes go.

    Args:
        text: The tune.
        codes: Of the problems to fix; None for all.
        file_header: What holds for every tune of its file.
        guesses: Whether fixes that are guesses are made, too.
    """
    fixer = _Fixer(text, codes, file_header, guesses=guesses)
    for _ in range(MAX_ROUNDS):
        if not (fixer.fix_at_once() or fixer.fix_singly()):
            break
    return fixer.result()


class _Fixer:
    def __init__(
        self, text: str, codes: Collection[str] | None, file_header: str, *, guesses: bool
    ) -> None:
        self._guesses = guesses
        self._codes = codes
        self._file_header = file_header
        self._parser = IncrementalParser()
        self._text = text
        self._found = self._read(text)
        self._wanted_before = sum(1 for _ in self._fixable())
        self._found_before = len(self._found)

    def result(self) -> FixResult:
        gone, left = self._found_before - len(self._found), sum(1 for _ in self._fixable())
        # One fix may remove two problems, and some that have no fix of their own.
        fixed = min(gone, max(0, self._wanted_before - left))
        return FixResult(self._text, fixed, left, gone - fixed)

    def fix_at_once(self) -> bool:
        """Make all fixes that are apart from each other together, if that goes well."""
        chosen: list[tuple[Diagnostic, Fix]] = []
        end = -1
        fixable = list(self._fixable())
        first = [(problem, fix) for problem, fix in fixable if fix.message_id in _CLOSES]
        for problem, fix in first or fixable:
            if fix.span.start > end:
                chosen.append((problem, fix))
                end = fix.span.end
        return self._try(chosen)

    def fix_singly(self) -> bool:
        """Make one fix after the other from the end of the text to its start.

        What stands before a fix keeps its place, so that none is tried twice.
        """
        has_fixed = False
        before: _Key | None = None
        while True:
            earlier = [
                (problem, fix)
                for problem, fix in self._fixable()
                if before is None or _key(problem) < before
            ]
            if not earlier:
                break
            problem, fix = max(earlier, key=lambda pair: _key(pair[0]))
            before = _key(problem)
            has_fixed = self._try([(problem, fix)]) or has_fixed
        return has_fixed

    def _try(self, chosen: list[tuple[Diagnostic, Fix]]) -> bool:
        """Make fixes if each removes its problem and none brings another."""
        if not chosen:
            return False
        changed = apply_changes(self._text, [fix for _, fix in chosen])
        found = self._read(changed)
        if not are_fixed(Counter(problem.code for problem, _ in chosen), self._found, found):
            return False
        self._text, self._found = changed, found
        return True

    def _fixable(self) -> Iterator[tuple[Diagnostic, Fix]]:
        """Yield the problems that are wanted fixed with their fixes, by the fixes' places."""
        wanted = [
            (found, found.fix)
            for found in self._found
            if found.fix is not None
            and (self._guesses or found.has_sure_fix)
            and (self._codes is None or found.code in self._codes)
        ]
        yield from sorted(wanted, key=lambda pair: pair[1].span)

    def _read(self, text: str) -> tuple[Diagnostic, ...]:
        return self._parser.update(text, self._file_header).diagnostics


def _key(problem: Diagnostic) -> _Key:
    return problem.span.start, problem.span.end, problem.code
