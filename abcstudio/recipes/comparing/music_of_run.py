"""What a run notes of the music that its network writes, for the table of runs."""

import logging
from collections.abc import Sequence
from pathlib import Path

from abcstudio.errors import AbcStudioError
from abcstudio.recipes.comparing.music import (
    ReadTunes,
    TakeFigures,
    figures_of,
    mean_newness,
    right_share,
    tunes_of,
)
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import never, stopping

log = logging.getLogger(__name__)


def noted_music(
    run: RunFolder, takes: Sequence[str], scale: Path | None
) -> dict[str, float | None]:
    """Return `right_measures` and `newness` of a run, each None where it is not known.

    A run that has ended is not lost for want of them: what goes wrong leaves the newness out.

    Args:
        run: The run.
        takes: What its network wrote.
        scale: The file of what human tunes share with others; None leaves the newness out.
    """
    tunes = tunes_of(takes)
    known = None if scale is None else ReadTunes(run, run.facts(), scale)
    try:
        figures: tuple[TakeFigures, ...] = tuple(figures_of(tune, known) for tune in tunes)
    except (AbcStudioError, OSError) as error:
        log.warning("How new the takes of %s are is not known: %s", run.path, error)
        with stopping(never):
            figures = tuple(map(figures_of, tunes))
    return {"right_measures": right_share(figures), "newness": mean_newness(figures)}
