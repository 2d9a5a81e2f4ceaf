"""Curves of many runs at once: each in few enough points that all are read and drawn at once."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from abcstudio.guarded_files import read_bytes
from abcstudio.runs.run_folder import LOSS_FILE, METRICS_FILE
from abcstudio.stopping import stop_if_asked

MOST_POINTS = 400

_MOST_BYTES = 256_000_000
# Lines without a validation loss are most of the file: they are passed over unread.
_EVALUATION = re.compile(rb'"val_loss": ([0-9.eE+-]+)')
_STEP = re.compile(rb'"step": (\d+)')


@dataclass(frozen=True, slots=True)
class OverlaidCurve:
    """The losses of a run in few points.

    Attributes:
        training: Steps with the mean training loss around each.
        validation: Steps with the validation loss there.
    """

    folder: Path
    training: tuple[tuple[float, float], ...]
    validation: tuple[tuple[float, float], ...]


def overlaid_curves(folders: Iterable[Path]) -> tuple[OverlaidCurve, ...]:
    """Return the curves of runs; what cannot be read of one is left out."""
    found = []
    for folder in folders:
        stop_if_asked()
        found.append(OverlaidCurve(folder, _training(folder), _validation(folder)))
    return tuple(found)


def _training(folder: Path) -> tuple[tuple[float, float], ...]:
    import numpy

    try:
        data = read_bytes(folder / LOSS_FILE, _MOST_BYTES)
    except OSError:
        return ()
    losses = numpy.frombuffer(data[: len(data) // 4 * 4], "<f4")
    size = max(1, math.ceil(len(losses) / MOST_POINTS))
    whole = len(losses) // size * size
    if not whole:
        return ()
    blocks = losses[:whole].reshape(-1, size).astype("f8")
    known = numpy.isfinite(blocks)
    sums = numpy.where(known, blocks, 0.0).sum(axis=1)
    counts = known.sum(axis=1)
    steps = (numpy.arange(len(blocks)) + 0.5) * size + 0.5
    is_known = counts > 0
    means = sums[is_known] / counts[is_known]
    return tuple(zip(steps[is_known].tolist(), means.tolist(), strict=True))


def _validation(folder: Path) -> tuple[tuple[float, float], ...]:
    try:
        data = read_bytes(folder / METRICS_FILE, _MOST_BYTES)
    except OSError:
        return ()
    found = {}
    for match in _EVALUATION.finditer(data):
        line = data.rfind(b"\n", 0, match.start()) + 1
        step = _STEP.search(data, line, match.start())
        try:
            value = float(match[1])
        except ValueError:
            continue
        if step is not None and math.isfinite(value):
            found[int(step[1])] = value
    steps = sorted(found)
    every = max(1, len(steps) // MOST_POINTS)
    return tuple((float(step), found[step]) for step in steps[::every])
