"""Note which tests reach which mutations; `trial.py` copies this file into the probed program.

`MUTANTS_REACHED` names the file. A line has the number of a mutation and the test that ran.
"""

import os
from contextlib import suppress
from pathlib import Path

_FILE = os.environ.get("MUTANTS_REACHED")
_noted: set[tuple[int, str]] = set()


def note(number: int) -> None:
    """Write a mutation and the test at hand, once for each process."""
    test = os.environ.get("PYTEST_CURRENT_TEST", "")
    if _FILE and (number, test) not in _noted:
        _noted.add((number, test))
        with suppress(OSError), Path(_FILE).open("a", encoding="utf-8") as file:
            file.write(f"{number}\t{test}\n")
