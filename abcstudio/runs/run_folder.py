"""One training run on disk: a folder that a person can read with a text editor.

run.json             name, config, corpus, device, how it stands
losses.f32           the loss of every step, 32-bit floats
metrics.jsonl        a line each evaluation, and each second between: `train_loss` is the mean of
                     the latest ten steps, here and in run.json; `copied_share` is what pointer
                     heads copied at an evaluation
training.abc, validation.abc   the very texts, so that the run can go on anywhere
best.safetensors, last.safetensors   the network at its lowest validation loss, and at the end
checkpoints/         what is needed to go on
takes/               what the network wrote as it learned
milestones/          its networks along the curve, with what each wrote: `learning.milestones`
"""

import json
import os
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.errors import TrainingInputError
from abcstudio.files import (
    append_whole,
    atomic_write,
    atomic_write_pieces,
    read_text_file,
    remove_leftovers,
)
from abcstudio.guarded_files import (
    UnreadableFileError,
    is_file,
    is_folder,
    open_regular,
    read_bytes,
)
from abcstudio.learning.checkpoint import BEST_FILE, LAST_FILE
from abcstudio.messages import reason
from abcstudio.own_files import MAX_OWN_BYTES
from abcstudio.runs.loss_file import cut_losses, read_losses, write_losses
from abcstudio.temporary_files import sweep_folder

FORMAT_VERSION = 1

_RUN_FILE = "run.json"
METRICS_FILE = "metrics.jsonl"
LOSS_FILE = "losses.f32"
_MAX_LINE_BYTES = 64 * 1024
_TRAINING_FILE = "training.abc"
_VALIDATION_FILE = "validation.abc"


@dataclass(frozen=True, slots=True)
class RunFolder:
    """The files of one run.

    Attributes:
        path: The folder.
    """

    path: Path

    @property
    def best_model(self) -> Path:
        """The network at its lowest validation loss."""
        return self.path / BEST_FILE

    @property
    def last_model(self) -> Path:
        """The network as it was saved last."""
        return self.path / LAST_FILE

    @property
    def model(self) -> Path | None:
        """The network that the run is used by: the best one, else the last; None before both."""
        return next(filter(is_file, (self.best_model, self.last_model)), None)

    @property
    def takes(self) -> Path:
        """The folder of what the network wrote as it learned."""
        return self.path / "takes"

    @property
    def has_facts(self) -> bool:
        """Whether there is something that says it is a run, readable or not."""
        return os.path.lexists(self.path / _RUN_FILE)

    @property
    def is_whole(self) -> bool:
        """Whether all is there that a run begins with."""
        names = (_RUN_FILE, _TRAINING_FILE, _VALIDATION_FILE)
        return all(os.path.lexists(self.path / name) for name in names)

    @property
    def has_checkpoint(self) -> bool:
        """Whether there is something to go on from."""
        return self._checkpoint.is_file()

    def refuse_if_in_use(self) -> None:
        """Make sure that a new run replaces nothing here but what one left that was killed at once.

        Raises:
            TrainingInputError: The folder holds a run, or a file of a name that a run writes.
        """
        if self.has_facts:
            raise TrainingInputError("training.folder_in_use", path=self.path)
        texts = (self.path / _TRAINING_FILE, self.path / _VALIDATION_FILE)
        figures = (self.path / METRICS_FILE, self.path / LOSS_FILE)
        learned = (self.best_model, self.last_model, self._checkpoint)
        there = [path for path in (*texts, *figures, *learned) if os.path.lexists(path)]
        # `create` makes the folders first and `run.json` last, before a step is made.
        was_cut_short = all(map(is_folder, self._folders())) and not any(
            path in learned or (path in figures and path.lstat().st_size) for path in there
        )
        if there and not was_cut_short:
            raise TrainingInputError("training.file_in_way", path=there[0])

    def create(self, facts: Mapping[str, Any], training_text: str, validation_text: str) -> None:
        """Make the folder and write what the run starts from.

        Raises:
            OSError: A file cannot be written; what was made inside the folder is gone again.
        """
        pieces = {
            _TRAINING_FILE: _to_bytes(training_text),
            _VALIDATION_FILE: _to_bytes(validation_text),
            METRICS_FILE: b"",
            LOSS_FILE: b"",
        }
        written = []
        try:
            for folder in self._folders():
                folder.mkdir(parents=True, exist_ok=True)
            self.clear_leftovers()
            for name, data in pieces.items():
                atomic_write(self.path / name, data)
                written.append(self.path / name)
            self.write_facts({"format": FORMAT_VERSION, **facts})
        except OSError:
            for path in written:
                with suppress(OSError):
                    path.unlink()
            self._remove_empty(*self._folders()[1:])
            raise

    def restore(self, facts: Mapping[str, Any], training_text: str, validation_text: str) -> None:
        """Write again what was deleted of a run under way; what is there stays as it is.

        Raises:
            OSError: A file cannot be written.
        """
        for folder in self._folders():
            folder.mkdir(parents=True, exist_ok=True)
        for name, text in ((_TRAINING_FILE, training_text), (_VALIDATION_FILE, validation_text)):
            if not os.path.lexists(self.path / name):
                atomic_write(self.path / name, _to_bytes(text))
        if not self.has_facts:
            self.write_facts(facts)

    def remove_empty(self) -> None:
        """Remove the folder if it holds nothing."""
        self._remove_empty(self.path)

    def _remove_empty(self, *folders: Path) -> None:
        for folder in folders:
            with suppress(OSError):
                folder.rmdir()

    def clear_leftovers(self) -> None:
        """Delete what saves left half done when the program was killed.

        Raises:
            OSError: A file cannot be deleted.
        """
        for folder in self._written_folders():
            remove_leftovers(folder)

    def sweep(self) -> None:
        """Delete what killed saves left, also while a process trains here: its own files stay."""
        for folder in self._written_folders():
            sweep_folder(folder)

    def facts(self) -> dict[str, Any]:
        """Return what `run.json` says.

        Raises:
            TrainingError: The folder holds no run, or it may not be read.
        """
        try:
            facts = parse_json(read_bytes(self.path / _RUN_FILE, MAX_OWN_BYTES))
        except UnreadableFileError as error:
            raise TrainingInputError(
                "file.unreadable", path=self.path / _RUN_FILE, reason=reason(error)
            ) from error
        except (OSError, ValueError):
            facts = None
        if not isinstance(facts, dict) or facts.get("format") != FORMAT_VERSION:
            raise TrainingInputError("training.not_a_run", path=self.path)
        return facts

    def write_facts(self, facts: Mapping[str, Any]) -> None:
        """Replace `run.json`."""
        atomic_write(self.path / _RUN_FILE, json_bytes(facts))

    def update_facts(self, **changes: Any) -> None:
        """Change some facts of `run.json`."""
        self.write_facts({**self.facts(), **changes})

    def texts(self) -> tuple[str, str]:
        """Return the training text and the validation text."""
        training = read_text_file(self.path / _TRAINING_FILE).text
        return training, read_text_file(self.path / _VALIDATION_FILE).text

    def append_metrics(self, line: Mapping[str, Any]) -> None:
        """Add one line to `metrics.jsonl`. A run that is killed loses its last line at most.

        Raises:
            OSError: It cannot be written; the file is as it was before.
        """
        append_whole(self.path / METRICS_FILE, json.dumps(line).encode() + b"\n")

    def metrics(self) -> Iterator[dict[str, Any]]:
        """Yield the lines of `metrics.jsonl`; a line cut short by a crash is left out.

        A run of many days has millions of them, so they are read one by one.

        Raises:
            OSError: The file cannot be read.
        """
        try:
            file = open_regular(self.path / METRICS_FILE)
        except FileNotFoundError:
            return
        with file:
            while line := file.readline(_MAX_LINE_BYTES):
                try:
                    value = parse_json(line)
                except ValueError:
                    continue
                if isinstance(value, dict):
                    yield value

    def keep_losses(self, last_step: int, losses: Sequence[float]) -> None:
        """Keep the losses of the steps up to `last_step`; doing it twice changes nothing.

        Raises:
            OSError: They cannot be written; the file is as it was before.
        """
        write_losses(self.path / LOSS_FILE, last_step, losses)

    def losses(self) -> "array[float]":
        """Return the loss of every step, NaN where it is not known."""
        return read_losses(self.path / LOSS_FILE)

    def forget_metrics_after(self, step: int) -> None:
        """Drop all lines and losses after a step: a run that goes on there writes them again.

        Raises:
            TrainingInputError: They cannot be read; nothing is changed.
            OSError: They cannot be written.
        """
        try:
            with suppress(FileNotFoundError):
                open_regular(self.path / METRICS_FILE).close()
            self.losses()
        except UnreadableFileError as error:
            raise unread_losses("training.resume_unreadable", error) from error
        cut_losses(self.path / LOSS_FILE, step)
        kept = (line for line in self.metrics() if line.get("step", 0) <= step)
        pieces = (json.dumps(line).encode() + b"\n" for line in kept)
        atomic_write_pieces(self.path / METRICS_FILE, pieces)

    def keep_take(self, step: int, text: str) -> None:
        """Keep what the network wrote at a step."""
        atomic_write(self.path / "takes" / f"step-{step:06d}.abc", _to_bytes(text + "\n"))

    @property
    def _checkpoint(self) -> Path:
        return self.path / "checkpoints" / "resume.safetensors"

    def _written_folders(self) -> tuple[Path, ...]:
        """Return the folders that a save may have left something in, with those of milestones."""
        milestones = self.path / "milestones"
        return (*self._folders(), *filter(is_folder, (milestones, *milestones.glob("*"))))

    def _folders(self) -> tuple[Path, ...]:
        return self.path, self.path / "checkpoints", self.path / "takes"


def unread_losses(message_id: str, error: UnreadableFileError) -> TrainingInputError:
    """Return what to raise where the losses of a run cannot be read."""
    return TrainingInputError(message_id, path=error.filename, reason=reason(error))


def free_run_folder(runs: Path, name: str) -> RunFolder:
    """Return a folder for a new run, named so that it hides no other one."""
    safe = re.sub(r"[^\w.-]+", "-", name).strip("-.") or "run"
    for number in range(1, 10_000):
        path = runs / (safe if number == 1 else f"{safe}-{number}")
        if not os.path.lexists(path):
            return RunFolder(path)
    raise TrainingInputError("training.no_run_name", path=runs / safe)


def make_run_folder(runs: Path, name: str) -> RunFolder:
    """Make a folder for a new run as `free_run_folder` names it; no other process is given it.

    Raises:
        TrainingInputError: There are too many runs of that name.
        OSError: It cannot be made.
    """
    runs.mkdir(parents=True, exist_ok=True)
    while True:
        run = free_run_folder(runs, name)
        try:
            run.path.mkdir()
        except FileExistsError:
            continue
        return run


def _to_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
