"""Writing the person's snippets in the shape that `Job` runs."""

from pathlib import Path

from abcstudio.notation.assistance.snippet_file import KeptSnippets, save_snippets
from abcstudio.workers.job import Report, ShouldStop


def keep_snippets(
    snippets: KeptSnippets, path: Path, _report: Report, _should_stop: ShouldStop
) -> OSError | None:
    """Write snippets; return why they cannot be written, or None."""
    try:
        save_snippets(snippets, path)
    except OSError as error:
        return error
    return None
