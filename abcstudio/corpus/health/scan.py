"""Looking through the tunes of a source for everything that is wrong with them."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from abcstudio.corpus.given_text import FileRemark, is_grave
from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.missing_fields import missing_fields
from abcstudio.corpus.health.odd_characters import odd_characters
from abcstudio.corpus.health.problem import (
    EMPTY_LINE,
    ENCODING,
    LOST_SIGNS,
    NO_NUMBER,
    OF_FILES,
    REPEATED_NUMBER,
    SKIPPED_FILE,
    HealthProblem,
)
from abcstudio.corpus.health.repeats import Kinship, repeated_tunes
from abcstudio.corpus.kinship.plain_sight import plain_music
from abcstudio.messages import Phrase
from abcstudio.notation.diagnostics import Diagnostic, Severity
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stop_if_asked

REPORT_SECONDS = 0.1
_OWN_FIXES = (EMPTY_LINE, NO_NUMBER)
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)

_Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class HealthProgress:
    """How many tunes of all have been looked at, or of those that are compared with others."""

    done: int
    tunes: int
    compares: bool = False


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """All problems of one kind."""

    kind: str
    severity: Severity
    problems: tuple[HealthProblem, ...]

    @property
    def fixable(self) -> tuple[HealthProblem, ...]:
        """Those for which a fix is known that is no guess."""
        return tuple(one for one in self.problems if one.can_fix and not one.is_guess)

    @property
    def places(self) -> tuple[int, ...]:
        """The places of the tunes that have them, in order."""
        places = (problem.place for problem in self.problems if not problem.concerns_file)
        return tuple(dict.fromkeys(places))

    @property
    def concerns_files(self) -> bool:
        """Whether they are about files, not about tunes."""
        return self.kind in OF_FILES


class HealthScanner:
    """Finds problems; a tune that it has read is not read again while its text stays."""

    def __init__(self) -> None:
        self._known: dict[_Piece, tuple[Diagnostic, ...]] = {}
        self._kinship = Kinship()

    def scan(
        self,
        book: CleanedBook,
        report: Callable[[HealthProgress], object] = lambda _progress: None,
    ) -> tuple[HealthProblem, ...]:
        """Return the problems of the tunes of a book that are not left out, in their order."""
        kept = book.kept
        found: list[HealthProblem] = []
        reported_at = time.monotonic()
        report(HealthProgress(0, len(kept)))
        for done, place in enumerate(kept, start=1):
            stop_if_asked()
            found += self._of_tune(book, place)
            if time.monotonic() - reported_at > REPORT_SECONDS:
                report(HealthProgress(done, len(kept)))
                reported_at = time.monotonic()
        report(HealthProgress(len(kept), len(kept)))
        tunes = book.kept_tunes
        found += repeated_tunes(tunes, kept, self._kinship, _comparing(report))
        found += _repeated_numbers(book)
        return tuple(sorted(found, key=lambda problem: problem.place))

    def _of_tune(self, book: CleanedBook, place: int) -> list[HealthProblem]:
        piece = book.piece(place)
        if piece not in self._known:
            self._known[piece] = _diagnostics(*piece)
        return [
            *(_of_diagnostic(found, place) for found in self._known[piece]),
            *(_of_diagnostic(found, place) for found in missing_fields(*piece)),
            *odd_characters(piece[0], place),
        ]


def _diagnostics(text: str, file_header: str) -> tuple[Diagnostic, ...]:
    """Return what is doubtful in a tune; most tunes need not be read for that."""
    if not file_header and plain_music(text) is not None:
        return ()
    return parse(text, file_header).diagnostics


def kinds_of(problems: Iterable[HealthProblem]) -> tuple[ProblemKind, ...]:
    """Return problems by kind: the gravest first, of those the most frequent."""
    by_kind: dict[str, list[HealthProblem]] = {}
    for problem in problems:
        by_kind.setdefault(problem.kind, []).append(problem)
    kinds = [
        ProblemKind(kind, min((one.severity for one in found), key=_ORDER.index), tuple(found))
        for kind, found in by_kind.items()
    ]
    return tuple(sorted(kinds, key=lambda one: (_ORDER.index(one.severity), -len(one.problems))))


def problems_of_files(
    skipped: Sequence[FileRemark], guessed: Sequence[FileRemark], left_out: Sequence[FileRemark]
) -> tuple[HealthProblem, ...]:
    """Return what there is to say of the files of a source as problems.

    Args:
        skipped: Files that nothing was read from.
        guessed: Files whose encoding was guessed.
        left_out: Files with what ABC has no sign for.
    """
    return (
        *(_of_file(SKIPPED_FILE, Severity.ERROR, one.words) for one in skipped),
        *(
            _of_file(
                ENCODING,
                Severity.WARNING if is_grave(one.words) else Severity.HINT,
                Phrase("file.how_read", {"path": one.path.name, "how": one.words}),
            )
            for one in guessed
        ),
        *(
            _of_file(
                LOST_SIGNS,
                Severity.HINT,
                Phrase("file.about", {"path": one.path.name, "words": one.words}),
            )
            for one in left_out
        ),
    )


def _comparing(report: Callable[[HealthProgress], object]) -> Callable[[int, int], None]:
    """Return what tells, a few times a second, how many tunes are compared."""
    reported_at = 0.0

    def tell(done: int, of: int) -> None:
        nonlocal reported_at
        if time.monotonic() - reported_at > REPORT_SECONDS:
            report(HealthProgress(done, of, compares=True))
            reported_at = time.monotonic()

    return tell


def _of_file(kind: str, severity: Severity, words: Phrase) -> HealthProblem:
    return HealthProblem(kind=kind, severity=severity, words=words)


def _of_diagnostic(found: Diagnostic, place: int) -> HealthProblem:
    return HealthProblem(
        kind=found.code,
        severity=found.severity,
        words=Phrase(f"notation.{found.code}", found.parameters),
        place=place,
        span=found.span,
        can_fix=found.fix is not None or found.code in _OWN_FIXES,
        is_guess=found.fix is not None and found.fix.is_guess,
    )


def _repeated_numbers(book: CleanedBook) -> list[HealthProblem]:
    """Return a problem for each tune whose `X:` an earlier one of its file has."""
    seen: Counter[tuple[str, str]] = Counter()
    found: list[HealthProblem] = []
    for place in book.kept:
        tune = book.tune(place)
        key = tune.file, tune.reference_number
        if tune.reference_number and seen[key]:
            found.append(
                HealthProblem(
                    kind=REPEATED_NUMBER,
                    severity=Severity.HINT,
                    words=Phrase("health.says.repeated-number", {"number": tune.reference_number}),
                    place=place,
                    can_fix=True,
                )
            )
        seen[key] += 1
    return found
