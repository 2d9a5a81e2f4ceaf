"""The tunes that fixes have changed, listed like problems so that each can be looked at."""

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.problem import CHANGED, HealthProblem
from abcstudio.corpus.health.scan import ProblemKind
from abcstudio.messages import Phrase
from abcstudio.notation.diagnostics import Severity


def changed_tunes(book: CleanedBook) -> tuple[ProblemKind, ...]:
    """Return the kind that holds a row for each changed tune; nothing where none is changed."""
    rows = tuple(_row(place, book.texts[place]) for place in book.changed)
    return (ProblemKind(CHANGED, Severity.HINT, rows),) if rows else ()


def _row(place: int, text: str | None) -> HealthProblem:
    words = "health.says.left-out" if text is None else "health.says.changed"
    return HealthProblem(kind=CHANGED, severity=Severity.HINT, words=Phrase(words), place=place)
