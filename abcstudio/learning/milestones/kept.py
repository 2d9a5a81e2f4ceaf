"""A milestone on disk: a folder with the network of a step and the takes composed from it.

milestones/step-000100/network.safetensors   the network, in 16-bit numbers
milestones/step-000100/1.abc, 2.abc, ...     what it wrote after each prompt, the prompt included
milestones/step-000100/figures.json          what was counted in them

The takes are composed from the kept file, not from the network that goes on learning: so they are
made again from it, byte for byte. No torch.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from abcstudio.files import atomic_write
from abcstudio.guarded_files import is_file, read_bytes

FOLDER = "milestones"

_NETWORK = "network.safetensors"
_FIGURES = "figures.json"
_MAX_TAKE_BYTES = 200_000
_NAME = re.compile(r"step-([0-9]{6,7})")


@dataclass(frozen=True, slots=True)
class Milestone:
    """The files of one step of a run.

    Attributes:
        path: The folder.
        step: The optimizer updates by then.
    """

    path: Path
    step: int

    @property
    def network(self) -> Path:
        """The model file."""
        return self.path / _NETWORK

    @property
    def figures(self) -> Path:
        """The file of what was counted in the takes."""
        return self.path / _FIGURES

    @property
    def has_network(self) -> bool:
        """Whether there is something to compose from."""
        return is_file(self.network)

    def takes(self, count: int) -> tuple[str, ...]:
        """Return what was composed, one text a prompt; nothing where not all of them are there.

        Raises:
            OSError: A take cannot be read.
        """
        try:
            return tuple(_read(self._take(number)) for number in range(count))
        except FileNotFoundError:
            return ()

    def keep_takes(self, takes: Sequence[str]) -> None:
        """Write what was composed, into the folder of the network.

        Raises:
            OSError: It cannot be written, or the folder is gone.
        """
        for number, text in enumerate(takes):
            data = text.encode("utf-8", "surrogateescape")
            atomic_write(self._take(number), data, makes_folder=False)

    def keep_figures(self, data: bytes) -> None:
        """Write what was counted in the takes, into the folder of the network.

        Raises:
            OSError: It cannot be written, or the folder is gone.
        """
        atomic_write(self.figures, data, makes_folder=False)

    def forget(self, count: int) -> None:
        """Delete what was kept, so that it can be kept anew.

        Raises:
            OSError: A file cannot be deleted.
        """
        takes = (self._take(number) for number in range(count))
        for path in (self.figures, *takes, self.network):
            path.unlink(missing_ok=True)
        with suppress(OSError):
            # Something of somebody else's may lie there.
            self.path.rmdir()

    def _take(self, number: int) -> Path:
        return self.path / f"{number + 1}.abc"


def milestone(run: Path, step: int) -> Milestone:
    """Return the milestone of a step, there or not."""
    return Milestone(run / FOLDER / f"step-{step:06d}", step)


def milestones_of(run: Path) -> tuple[Milestone, ...]:
    """Return the milestones of a run that have a network, in the order of their steps.

    Raises:
        OSError: The folder cannot be read.
    """
    found = []
    try:
        for path in (run / FOLDER).iterdir():
            match = _NAME.fullmatch(path.name)
            if match is not None:
                found.append(Milestone(path, int(match[1])))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(sorted((one for one in found if one.has_network), key=lambda one: one.step))


def _read(path: Path) -> str:
    return read_bytes(path, _MAX_TAKE_BYTES).decode("utf-8", "surrogateescape")
