"""The models at hand, found by reading headers only; torch is not needed for that."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import ModelFileError
from abcstudio.guarded_files import closed_folder, is_file, is_folder, open_regular
from abcstudio.learning.checkpoint import ModelHeader, read_header
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.messages import reason
from abcstudio.runs.history import RunSummary, list_runs
from abcstudio.runs.run_folder import RunFolder

log = logging.getLogger(__name__)

_BLOCK_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """A model as a list shows it.

    Attributes:
        name: What to call it.
        own_name: What its file calls it.
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
    own_name: str = ""


def available_models(bundled: Path, runs: Path, imported: Path) -> tuple[ModelInfo, ...]:
    """Return the bundled model, then those of the runs and the imported ones, the newest first.

    Files that cannot be opened are passed over with a line in the log.
    """
    models = [_info(bundled, "", bundled=True)] if is_file(bundled) else []
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
        files = [path for path in folder.glob("*.safetensors") if is_file(path)]
        return sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError as error:
        log.warning("The folder of models cannot be read: %s", error)
        return []


def model_file(path: Path) -> Path:
    """Return the file of a model that a person names by it, or by the folder of its run.

    Raises:
        ModelFileError: It is another folder or may not be read, or the run has kept no model.
    """
    if not is_folder(path):
        return path
    if (closed := closed_folder(path)) is not None:
        raise ModelFileError("model.unreadable", path=path, reason=reason(closed))
    run = RunFolder(path)
    if not run.has_facts:
        raise ModelFileError("model.folder", path=path)
    if run.model is None:
        raise ModelFileError("model.none_in_run", path=path)
    return run.model


def find_model(
    models: Sequence[ModelInfo], path: Path | None, name: str, fingerprint: str
) -> ModelInfo | None:
    """Return the model that a take was composed with: by its file, else by what the take says.

    Args:
        models: Those at hand.
        path: Its file, None where that is not known.
        name: What it called itself.
        fingerprint: Tells models of one name apart, "" where it is not known.
    """
    by_path = next((model for model in models if model.path == path), None)
    if by_path is not None:
        return by_path
    named = [model for model in models if name in (model.own_name, model.name)]
    if not fingerprint:
        return named[0] if named else None
    return next((model for model in named if _has_fingerprint(model.path, fingerprint)), None)


def _has_fingerprint(path: Path, fingerprint: str) -> bool:
    try:
        with open_regular(path) as file:
            digest = hashlib.sha256()
            while block := file.read(_BLOCK_BYTES):
                digest.update(block)
    except OSError as error:
        log.warning("The model %s cannot be read: %s", path, error)
        return False
    return digest.hexdigest().startswith(fingerprint)


def _info(path: Path, name: str, *, bundled: bool = False) -> ModelInfo | None:
    try:
        return _from_header(path, read_header(path), name, bundled=bundled)
    except ModelFileError as error:
        log.warning("A model is passed over: %s", error)
        return None


def _from_header(path: Path, header: ModelHeader, name: str, *, bundled: bool = False) -> ModelInfo:
    return ModelInfo(
        path=path,
        name=name or header.name or path.stem,
        vocabulary=header.vocabulary,
        step=header.step,
        val_loss=header.val_loss,
        bundled=bundled,
        own_name=header.name,
    )
