"""Export in the shape that `Job` runs."""

from pathlib import Path

from abcstudio.recipes.export import ExportOptions, export_tune
from abcstudio.workers.job import Report, ShouldStop, Work


def export_work(text: str, format: str, target: Path, options: ExportOptions) -> Work:
    """Return the work of writing one tune; gives the path that was written."""

    def work(_report: Report, should_stop: ShouldStop) -> Path:
        return export_tune(text, format, target, options, should_stop)

    return work
