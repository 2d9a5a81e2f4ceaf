"""Runs for a report, read from their folders."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from abcstudio.errors import AbcStudioError, ModelFileError, ReportError
from abcstudio.files import read_text_file
from abcstudio.guarded_files import is_file, open_regular
from abcstudio.learning.checkpoint import ModelHeader, read_header, tensor_shapes
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.reports.material import RunFound
from abcstudio.reports.own_words import MOST_RUNS
from abcstudio.runs.curve import read_curve
from abcstudio.runs.history import RunSummary, find_runs, own_code_of
from abcstudio.runs.run_folder import RunFolder

log = logging.getLogger(__name__)

LOG_FILES = ("run.json", "metrics.jsonl", "losses.f32", "training.abc", "validation.abc")
_TEXT_SHOWN = 400
_BLOCK_BYTES = 1_000_000


def chosen_runs(folder: Path, names: Sequence[str]) -> list[RunSummary]:
    """Return runs by the names of their folders; where none are named, the newest trained ones.

    Of these the one with the lowest validation loss comes first, the others in their order in time.

    Raises:
        ReportError: There is no run of a name.
        OSError: The folder cannot be read.
    """
    there = {run.folder.name: run for run in find_runs(folder).runs}
    for name in names:
        if name not in there:
            raise ReportError("report.unknown_run", name=name, path=folder)
    if names:
        return [there[name] for name in names]
    newest = [run for run in there.values() if run.step > 0][:MOST_RUNS]
    newest.sort(key=lambda run: run.created)
    measured = [run for run in newest if run.best_val_loss is not None]
    if measured:
        best = min(measured, key=lambda run: run.best_val_loss or 0.0)
        newest.remove(best)
        newest.insert(0, best)
    return newest


def read_run(summary: RunSummary, is_main: bool) -> RunFound:
    """Read all that a report says of a run; the network is printed for the main one only.

    Raises:
        OSError: A file of its log cannot be read.
    """
    run = RunFolder(summary.folder)
    curve = read_curve(run)
    training, validation = run.texts()
    rows = [row for row in run.metrics() if isinstance(row.get("train_seconds"), int | float)]
    found = RunFound(
        summary=summary,
        curve=curve,
        logged=run.losses(),
        characters=Vocabulary.of(training, validation).characters,
        text=training[:_TEXT_SHOWN],
        text_length=len(training),
        seconds=float(rows[-1]["train_seconds"]) if rows else None,
        best_step=round(min(curve.val, key=lambda one: one[1])[0]) if curve.val else None,
        shapes={},
        samples=_samples(run) if is_main else (),
        digests=_digests(summary.folder),
        own_code=own_code_of(run.facts()),
    )
    return _with_network(found, is_main)


def _with_network(found: RunFound, is_main: bool) -> RunFound:
    """Add what the model file says; a run that has none, or a damaged one, is told without."""
    path = found.summary.model
    if path is None:
        return found
    try:
        header = read_header(path)
    except ModelFileError as error:
        log.warning("%s is passed over in a report: %s", path, error)
        return found
    return replace(
        found,
        characters=header.vocabulary.characters,
        shapes=tensor_shapes(header.config, len(header.vocabulary)),
        printed=_printed(header) if is_main else "",
    )


def _printed(header: ModelHeader) -> str:
    from abcstudio.learning.inspection import printed_network

    return printed_network(header)


def _samples(run: RunFolder) -> tuple[tuple[int, str], ...]:
    found = []
    for path in sorted(run.takes.glob("step-*.abc")):
        digits = path.stem.partition("-")[2]
        if not (digits.isascii() and digits.isdigit()):
            continue
        try:
            found.append((int(digits), read_text_file(path).text))
        except (AbcStudioError, OSError) as error:
            log.warning("%s is left out of a report: %s", path, error)
    return tuple(found)


def _digests(folder: Path) -> dict[str, str]:
    return {name: _digest(folder / name) for name in LOG_FILES if is_file(folder / name)}


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with open_regular(path) as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()
