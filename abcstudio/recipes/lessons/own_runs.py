"""The runs that students' code has trained, among all others."""

from pathlib import Path

from abcstudio.runs.history import list_runs


def newest_own_run(runs: Path) -> Path | None:
    """Return the folder of the newest run of own code that has a network, None where none has.

    Raises:
        OSError: The folder of runs cannot be read.
    """
    return next((run.folder for run in list_runs(runs) if run.own_code and run.model), None)


def free_name(name: str, runs: Path) -> str:
    """Return a name for a run that no run has yet: with a number, where there is one already.

    Raises:
        OSError: The folder of runs cannot be read.
    """
    taken = {run.name for run in list_runs(runs)}
    if name not in taken:
        return name
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"
