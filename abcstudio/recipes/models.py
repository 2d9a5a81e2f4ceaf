"""The models at hand, found by reading headers only; torch is not needed for that."""

import logging
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import ModelHeader, read_header
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.runs.history import RunSummary, list_runs

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model as a list shows it.

    Attributes:
        name: What to call it.
        step: Optimizer updates it has seen.
        val_loss: Nats per character, None where it was not measured.
        bundled: Whether it came with the program.
    """

    path: Path
    name: str
    vocabulary: Vocabulary
    step: int
    val_loss: float | None
    bundled: bool = False


def available_models(bundled: Path, runs: Path, imported: Path) -> tuple[ModelInfo, ...]:
    """Return the bundled model, then those of the runs and the imported ones, the newest first.

    Files that cannot be opened are passed over with a line in the log.
    """
    models = [_info(bundled, "", bundled=True)] if bundled.is_file() else []
    models += [_info(run.model, run.name) for run in _runs(runs) if run.model]
    models += [_info(path, "") for path in _newest_first(imported)]
    return tuple(model for model in models if model is not None)


def _runs(folder: Path) -> tuple[RunSummary, ...]:
    try:
        return list_runs(folder)
    except OSError as error:
        log.warning("The folder of training runs cannot be read: %s", error)
        return ()


def _newest_first(folder: Path) -> list[Path]:
    try:
        files = [path for path in folder.glob("*.safetensors") if path.is_file()]
        return sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError as error:
        log.warning("The folder of models cannot be read: %s", error)
        return []


def describe_model(path: Path) -> ModelInfo:
    """Return what a model file says about itself.

    Raises:
        ModelFileError: It is not a model that this program can open.
    """
    return _from_header(path, read_header(path), "")


def _info(path: Path, name: str, *, bundled: bool = False) -> ModelInfo | None:
    try:
        return _from_header(path, read_header(path), name, bundled=bundled)
    except ModelFileError as error:
        log.warning("A model is passed over: %s", error)
        return None


def _from_header(path: Path, header: ModelHeader, name: str, *, bundled: bool = False) -> ModelInfo:
    return ModelInfo(
        path,
        name or header.name or path.stem,
        header.vocabulary,
        header.step,
        header.val_loss,
        bundled,
    )
