"""Making and reading sweeps in the background."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import SweepError
from abcstudio.recipes.sweeps import making, outcome
from abcstudio.recipes.sweeps.making import SweepRequest
from abcstudio.recipes.sweeps.outcome import SweepOutcome
from abcstudio.runs.sweeps import sweep_folder
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.runs.sweeps.sweep_folder import SweepFolder
from abcstudio.workers.job import Report


@dataclass(frozen=True, slots=True)
class FoundSweep:
    """A sweep as a list shows it.

    Attributes:
        done: How many of its cells came to their end.
        cells: Of how many.
    """

    folder: Path
    name: str
    done: int
    cells: int


def new_sweep(request: SweepRequest, _report: Report) -> SweepFolder:
    """Make a sweep's folder; raises what `make_sweep` raises."""
    return making.make_sweep(request)


def find_sweeps(runs: Path, _report: Report) -> tuple[FoundSweep, ...]:
    """Return the sweeps of a folder, the newest first; those that cannot be read are left out.

    Raises:
        OSError: The folder cannot be read.
    """
    found = []
    for sweep in sweep_folder.find_sweeps(runs):
        try:
            cells = sweep.cells.read()
        except SweepError:
            continue
        done = sum(cell.state is CellState.DONE for cell in cells)
        found.append(FoundSweep(sweep.path, sweep.facts().name, done, len(cells)))
    return tuple(found)


def read_outcome(folder: Path, _report: Report) -> tuple[SweepOutcome, list[int]]:
    """Return what has come of a sweep, and the numbers of its waiting cells in their order.

    Raises:
        SweepError: The folder holds no sweep, or a cell that cannot be read.
    """
    sweep = SweepFolder(folder)
    return outcome.sweep_outcome(sweep), sweep.cells.waiting()
