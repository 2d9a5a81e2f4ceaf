"""Writing the person's snippets in the shape that `Job` runs."""

from collections.abc import Sequence
from pathlib import Path

from abcstudio.notation.snippet_file import save_snippets
from abcstudio.notation.snippets import Snippet
from abcstudio.workers.job import Report, ShouldStop


def keep_snippets(
    snippets: Sequence[Snippet], path: Path, _report: Report, _should_stop: ShouldStop
) -> OSError | None:
    """Write snippets; return why they cannot be written, or None."""
    try:
        save_snippets(snippets, path)
    except OSError as error:
        return error
    return None
