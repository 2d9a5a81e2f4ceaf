"""The option that names where a run is logged besides its folder."""

import argparse

from abcstudio.errors import TrainingInputError
from abcstudio.learning.devices import own_rank
from abcstudio.runs.loggers.kinds import LOG_KINDS, why_no_log

_NOWHERE = "none"


def add_logs(parser: argparse.ArgumentParser) -> None:
    """Add the option to a command."""
    parser.add_argument(
        "--log", action="append", choices=(*LOG_KINDS, _NOWHERE),
        help="log the run there too, again for another; with --resume: where it was logged before, "
        "if left out. Comet's key is taken from COMET_API_KEY or the system's keyring; "
        "comet-offline keeps an archive for `comet upload` in the run's folder",
    )  # fmt: skip


def chosen_logs(options: argparse.Namespace) -> tuple[str, ...] | None:
    """Return the logs that were named, None where none was.

    Raises:
        TrainingInputError: One cannot be written here.
    """
    if options.log is None:
        return None
    names = tuple(name for name in LOG_KINDS if name in options.log)
    for name in names:
        reason = None if own_rank() else why_no_log(LOG_KINDS[name])
        if reason is not None:
            raise TrainingInputError(reason.message_id, **reason.parameters)
    return names
