"""One sweep on disk: a folder that a person can read with a text editor.

sweep.json          name, the config that all cells share, what is varied, corpus, device
training.abc, validation.abc   the very texts that every cell learns from and is measured on
waiting/, running/, done/, failed/, locks/, order.json   the cells (`abcstudio.runs.sweeps.cells`)
NAME-003/           the run of cell 3, a training run's folder like any other
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.errors import SweepError
from abcstudio.files import atomic_write, read_text_file
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.config import TrainingConfig, config_data, config_from
from abcstudio.own_files import MAX_OWN_BYTES
from abcstudio.runs.loggers.kinds import logs_of
from abcstudio.runs.run_folder import RunFolder
from abcstudio.runs.sweeps.cells import Cells, SweepCell

FORMAT_VERSION = 1
SWEEP_FILE = "sweep.json"

_TEXTS = ("training.abc", "validation.abc")


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepFacts:
    """What all cells of a sweep have in common.

    Attributes:
        created: Local time, ISO 8601.
        config: The settings that no cell varies.
        varied: The names of those that cells vary, in their order.
        corpus_name: What the tunes are called.
        tunes, held_out: How many there are to learn from, and to measure on.
        device: One of `DEVICES`.
        threads: Processor threads of each run; 0 leaves the choice to torch.
        logs: Where the runs are logged besides their folders.
    """

    name: str
    created: str
    config: TrainingConfig
    varied: tuple[str, ...]
    corpus_name: str
    tunes: int = 0
    held_out: int = 0
    device: str = "auto"
    threads: int = 0
    logs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SweepFolder:
    """The files of one sweep.

    Attributes:
        path: The folder.
    """

    path: Path

    @property
    def cells(self) -> Cells:
        """Its cells."""
        return Cells(self.path)

    @property
    def is_there(self) -> bool:
        """Whether something says that it is a sweep, readable or not."""
        return os.path.lexists(self.path / SWEEP_FILE)

    def run_of(self, cell: SweepCell) -> RunFolder:
        """Return the folder of a cell's run, there or not."""
        return RunFolder(self.path / f"{self.path.name}-{cell.number:03}")

    def create(
        self,
        facts: SweepFacts,
        cells: Sequence[Mapping[str, Any]],
        training_text: str,
        validation_text: str,
    ) -> None:
        """Write what a sweep begins with; `sweep.json` last, so that it is whole or not there.

        Raises:
            SweepError: The folder holds a sweep or a run, or other files.
            OSError: A file cannot be written.
        """
        self._refuse_if_in_use()
        self.path.mkdir(parents=True, exist_ok=True)
        for name, text in zip(_TEXTS, (training_text, validation_text), strict=True):
            atomic_write(self.path / name, text.encode("utf-8", "surrogateescape"))
        self.cells.create(cells)
        atomic_write(self.path / SWEEP_FILE, json_bytes(_data(facts)))

    def facts(self) -> SweepFacts:
        """Return what `sweep.json` says.

        Raises:
            SweepError: The folder holds no sweep that this program understands.
        """
        try:
            data = parse_json(read_bytes(self.path / SWEEP_FILE, MAX_OWN_BYTES))
            if data["format"] != FORMAT_VERSION:
                raise ValueError("another version")
            corpus = data["corpus"]
            return SweepFacts(
                name=str(data["name"]),
                created=str(data["created"]),
                config=config_from(data["config"]),
                varied=tuple(map(str, data["varied"])),
                corpus_name=str(corpus["name"]),
                tunes=int(corpus["tunes"]),
                held_out=int(corpus["held_out"]),
                device=str(data["device"]),
                threads=int(data["threads"]),
                logs=logs_of(data),
            )
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise SweepError("sweep.not_a_sweep", path=self.path) from error

    def texts(self) -> tuple[str, str]:
        """Return the training text and the validation text.

        Raises:
            OSError: One cannot be read.
        """
        training, validation = (read_text_file(self.path / name).text for name in _TEXTS)
        return training, validation

    def config_of(self, cell: SweepCell) -> TrainingConfig:
        """Return the config that a cell is trained with.

        Raises:
            TrainingError: A value of the cell does not fit.
        """
        config = self.facts().config
        for name, value in cell.values.items():
            config = config.with_value(name, str(value))
        return config

    def _refuse_if_in_use(self) -> None:
        """Refuse a folder that holds anything but what a sweep left that was killed at once."""
        if self.is_there:
            raise SweepError("sweep.folder_in_use", path=self.path)
        own = {*_TEXTS, "waiting", "running", "done", "failed", "locks"}
        try:
            names = [path.name for path in self.path.iterdir()]
        except FileNotFoundError:
            return
        strangers = sorted(name for name in names if name not in own and name[:1] != ".")
        if strangers:
            raise SweepError("sweep.file_in_way", path=self.path / strangers[0])


def _data(facts: SweepFacts) -> dict[str, Any]:
    return {
        "format": FORMAT_VERSION,
        "name": facts.name,
        "created": facts.created,
        "config": config_data(facts.config),
        "varied": list(facts.varied),
        "corpus": {
            "name": facts.corpus_name,
            "tunes": facts.tunes,
            "held_out": facts.held_out,
        },
        "device": facts.device,
        "threads": facts.threads,
        "logs": list(facts.logs),
    }


def find_sweeps(runs: Path) -> tuple[SweepFolder, ...]:
    """Return the sweeps of a folder of runs that can be read, the newest first.

    Raises:
        OSError: The folder cannot be read.
    """
    found = []
    with suppress(FileNotFoundError, NotADirectoryError):
        for path in runs.iterdir():
            sweep = SweepFolder(path)
            with suppress(SweepError):
                if sweep.is_there:
                    found.append((sweep.facts().created, sweep))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(sweep for _, sweep in found)
