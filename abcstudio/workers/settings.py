"""Work around the user's preferences in the shape that `Job` runs."""

from pathlib import Path

from abcstudio.settings import Settings, save_settings
from abcstudio.workers.job import Report, ShouldStop


def keep_settings(
    settings: Settings, path: Path, _report: Report, _should_stop: ShouldStop
) -> OSError | None:
    """Write preferences; what it returns is as for `try_to_save`. A wish to stop comes too late."""
    return try_to_save(settings, path)


def try_to_save(settings: Settings, path: Path) -> OSError | None:
    """Write preferences; return why they cannot be written, or None."""
    try:
        save_settings(settings, path)
    except OSError as error:
        return error
    return None
