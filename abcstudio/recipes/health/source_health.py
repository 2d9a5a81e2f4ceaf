"""The health of a source: what is wrong with its files, its tunes, its count."""

from collections.abc import Callable
from pathlib import Path

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.lab_count import lab_problem
from abcstudio.corpus.health.problem import HealthProblem
from abcstudio.corpus.health.scan import HealthProgress, HealthScanner, problems_of_files
from abcstudio.corpus.score_files import is_archive, is_score
from abcstudio.corpus.sources import SourceReading
from abcstudio.files import read_text_file
from abcstudio.guarded_files import is_file
from abcstudio.learning.freed_memory import give_back_freed_by


def source_health(
    path: Path,
    reading: SourceReading,
    book: CleanedBook,
    scanner: HealthScanner,
    report: Callable[[HealthProgress], object] = lambda _progress: None,
) -> tuple[HealthProblem, ...]:
    """Return every problem of a source: those of its files first, then those of its tunes.

    Args:
        path: The file or folder.
        reading: How it was read.
        book: Its tunes as they are now.
        scanner: What has been found in them before.
        report: Called a few times a second.
    """
    of_files = problems_of_files(reading.skipped, reading.guessed, reading.left_out)
    found = (*of_files, *_of_count(path, len(book.tunes)), *scanner.scan(book, report))
    give_back_freed_by(len(book.tunes))
    return found


def _of_count(path: Path, tunes: int) -> tuple[HealthProblem, ...]:
    if not is_file(path) or is_score(path) or is_archive(path):
        return ()
    try:
        found = lab_problem(read_text_file(path).text, tunes)
    except OSError:
        # It is gone since it was read.
        return ()
    return () if found is None else (found,)
