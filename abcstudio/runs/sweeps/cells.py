"""The cells of a sweep on disk: where a cell's file lies says how the cell stands.

waiting/003.json    it was not begun, or it was stopped and goes on from its checkpoint
running/003.json    a process trains it, or was killed while it did
done/003.json       it came to its end
failed/003.json     it cannot come to its end: `run.json` in its run's folder says why
locks/003.lock      held by the process that trains the cell, freed by the system when that ends
order.json          in which order waiting cells are begun; those it does not name come last

A cell moves by renaming its file, so after any crash it is in exactly one of the four.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.errors import SweepError
from abcstudio.files import atomic_write, open_for_appending, sync_folder
from abcstudio.guarded_files import read_bytes
from abcstudio.temporary_files import lock

MAX_CELLS = 500

_MAX_BYTES = 64 * 1024
_FILE = re.compile(r"(\d{3})\.json")
_ORDER_FILE = "order.json"


class CellState(StrEnum):
    """How a cell stands; the value is the folder of its file."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SweepCell:
    """One combination of settings.

    Attributes:
        number: From 1 on.
        values: What is another value than in the sweep's config, by name.
        state: How it stood when it was read.
    """

    number: int
    values: Mapping[str, Any]
    state: CellState = CellState.WAITING

    @property
    def words(self) -> str:
        """The values as they are typed: `hidden_size=256 learning_rate=0.001`."""
        return " ".join(f"{name}={value}" for name, value in self.values.items())


@dataclass(slots=True)
class Claim:
    """A cell that this process trains; no other one is given it until the claim ends.

    Attributes:
        cell: As it stands from now on.
    """

    cell: SweepCell
    _cells: "Cells"
    _lock: Any

    def finish(self) -> None:
        """Say that the cell came to its end."""
        self._end(CellState.DONE)

    def fail(self) -> None:
        """Say that the cell cannot come to its end."""
        self._end(CellState.FAILED)

    def give_back(self) -> None:
        """Let the cell wait again: it goes on from what it has kept."""
        self._end(CellState.WAITING)

    def _end(self, state: CellState) -> None:
        try:
            self._cells.move(self.cell.number, CellState.RUNNING, state)
        finally:
            self._lock.close()


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one sweep.

    Attributes:
        path: The sweep's folder.
    """

    path: Path
    _locks: str = field(default="locks", init=False)

    def create(self, values: Sequence[Mapping[str, Any]]) -> None:
        """Write the cells of a new sweep, all waiting.

        Raises:
            OSError: A file cannot be written.
        """
        for folder in (*CellState, self._locks):
            (self.path / folder).mkdir(parents=True, exist_ok=True)
        for number, each in enumerate(values, start=1):
            data = json_bytes({"number": number, "values": dict(each)})
            atomic_write(self._file(number, CellState.WAITING), data)

    def read(self) -> tuple[SweepCell, ...]:
        """Return all cells by their number.

        Raises:
            SweepError: A cell's file cannot be used.
        """
        # A cell that moves meanwhile is met twice, or only in the folder that is read again.
        found: dict[int, SweepCell] = {}
        for state in (*CellState, CellState.WAITING, CellState.RUNNING):
            for number in self._numbers(state):
                with suppress(FileNotFoundError):
                    found[number] = self._cell(number, state)
        return tuple(found[number] for number in sorted(found))

    def waiting(self) -> list[int]:
        """Return the numbers of the waiting cells, the next one first."""
        place = {number: at for at, number in enumerate(self._order())}
        numbers = self._numbers(CellState.WAITING)
        return sorted(numbers, key=lambda number: (place.get(number, MAX_CELLS), number))

    def reorder(self, numbers: Sequence[int]) -> None:
        """Begin the waiting cells in this order.

        Raises:
            OSError: It cannot be written.
        """
        atomic_write(self.path / _ORDER_FILE, json_bytes({"order": list(numbers)}))

    def claim_next(self) -> Claim | None:
        """Take the cell that is next: one that a killed process left, else a waiting one.

        Returns:
            None where every cell has come to its end, failed or belongs to another process.

        Raises:
            SweepError: The cell's file cannot be used.
            OSError: The folder cannot be written.
        """
        for number in self._numbers(CellState.RUNNING):
            if (claim := self._claim(number, CellState.RUNNING)) is not None:
                return claim
        for number in self.waiting():
            if (claim := self._claim(number, CellState.WAITING)) is not None:
                return claim
        return None

    def retry_failed(self) -> int:
        """Let the cells that failed wait again; return how many they are.

        Raises:
            OSError: A file cannot be moved.
        """
        numbers = self._numbers(CellState.FAILED)
        for number in numbers:
            self.move(number, CellState.FAILED, CellState.WAITING)
        return len(numbers)

    def move(self, number: int, old: CellState, new: CellState) -> None:
        """Move a cell's file; the caller holds its lock.

        Raises:
            OSError: It cannot be moved.
        """
        self._file(number, old).rename(self._file(number, new))
        sync_folder(self.path / new)
        sync_folder(self.path / old)

    def is_held(self, number: int) -> bool:
        """Return whether a process trains a cell just now."""
        held = self._lock_of(number)
        if held is None:
            return True
        held.close()
        return False

    def _claim(self, number: int, state: CellState) -> Claim | None:
        held = self._lock_of(number)
        if held is None:
            return None
        try:
            # Another process may have had it in between.
            if not self._file(number, state).exists():
                held.close()
                return None
            cell = self._cell(number, state)
            if state is not CellState.RUNNING:
                self.move(number, state, CellState.RUNNING)
            return Claim(SweepCell(number, cell.values, CellState.RUNNING), self, held)
        except BaseException:
            held.close()
            raise

    def _lock_of(self, number: int) -> Any:
        """Return the open lock file of a cell, None where another process has locked it."""
        file = open_for_appending(self.path / self._locks / f"{number:03}.lock")
        try:
            lock(file.fileno())
        except BlockingIOError:
            file.close()
            return None
        except OSError:
            # So says Windows of another's lock; elsewhere it is a file system without locks.
            if os.name == "nt":
                file.close()
                return None
        return file

    def _numbers(self, state: CellState) -> list[int]:
        try:
            names = [path.name for path in (self.path / state).iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return []
        matches = filter(None, map(_FILE.fullmatch, names))
        return sorted(int(match[1]) for match in matches)

    def _order(self) -> Iterator[int]:
        try:
            data = parse_json(read_bytes(self.path / _ORDER_FILE, _MAX_BYTES))
            yield from (number for number in data["order"] if isinstance(number, int))
        except (OSError, ValueError, TypeError, KeyError):
            return

    def _cell(self, number: int, state: CellState) -> SweepCell:
        path = self._file(number, state)
        try:
            data = parse_json(read_bytes(path, _MAX_BYTES))
            return SweepCell(number, dict(data["values"]), state)
        except FileNotFoundError:
            raise
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise SweepError("sweep.damaged", path=path) from error

    def _file(self, number: int, state: CellState) -> Path:
        return self.path / state / f"{number:03}.json"
