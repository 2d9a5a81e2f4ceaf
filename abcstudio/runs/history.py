"""All runs of a folder, the newest first."""

import logging
import math
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.errors import TrainingError
from abcstudio.runs.run_folder import RunFolder
from abcstudio.runs.run_lock import is_trained_elsewhere
from abcstudio.runs.run_marks import NO_MARKS, RunMarks, read_marks
from abcstudio.runs.sweeps.sweep_folder import SweepFolder

log = logging.getLogger(__name__)

FINISHED = "finished"
"""How a run stands that came to its end."""
_RUNNING = "running"

_MAX_TEXT = 1000
_MAX_NAME, _MOST_NAMES = 100, 20
_MAX_COUNT = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """One run as a list shows it.

    Attributes:
        state: "running", "finished", "stopped" or "failed"; a run that was killed stays "running".
        created: Local time, ISO 8601.
        train_loss: The mean of ten steps, at the last evaluation; None where there was none.
        config: The training config as plain data.
        model: The best network's file, else the last one's, else None.
        corpus_name: What the tunes are called, "" where that is not known.
        tune_count: How many tunes there were to train on; 0 where that is not known.
        held_out: How many more were held out; None where that is not known.
        device: The name of a `Device`, "" if unknown.
        chars_per_second: How fast it was; None where that is not known.
        verdict: The message id of what is to be said about its end, "" for nothing.
        ended_by_patience: Whether the last evaluations gained nothing, so that it ended.
        sweep: The folder of the sweep that it is a cell of; None for a run of its own.
        right_measures: Which part of the measures of its latest takes last as long as they should;
            None where that was not counted.
        newness: How new they are beside the tunes that it has read, 0 to 1; None likewise.
        marks: What the person has said of it; `name` is theirs where they gave one.
        own_code: The functions of a student that it was trained with, none for the program's own.
        is_elsewhere: Whether another process trains it now.
    """

    folder: Path
    name: str
    state: str
    created: str
    step: int
    steps: int
    best_val_loss: float | None
    config: dict[str, Any]
    model: Path | None
    train_loss: float | None = None
    corpus_name: str = ""
    tune_count: int = 0
    held_out: int | None = None
    device: str = ""
    chars_per_second: float | None = None
    verdict: str = ""
    ended_by_patience: bool = False
    sweep: Path | None = None
    right_measures: float | None = None
    newness: float | None = None
    marks: RunMarks = NO_MARKS
    own_code: tuple[str, ...] = ()
    is_elsewhere: bool = False

    @property
    def validation_share(self) -> float | None:
        """Which part of the tunes was held out; None where that is not known."""
        share = self.config.get("validation_share")
        return share if isinstance(share, int | float) else None


@dataclass(frozen=True, slots=True)
class RunsFound:
    """The runs of a folder, the newest first.

    Attributes:
        unread: Folders with a `run.json` that says nothing this program understands. They are left
            as they are, the file too: nothing is ever written over it, and a newer version of the
            program may read it.
    """

    runs: tuple[RunSummary, ...] = ()
    unread: tuple[Path, ...] = ()


def list_runs(runs: Path) -> tuple[RunSummary, ...]:
    """Return the runs of a folder that can be read.

    Raises:
        OSError: The folder cannot be read.
    """
    return find_runs(runs).runs


def find_runs(runs: Path) -> RunsFound:
    """Look through a folder of runs; what has no `run.json` is passed over.

    Raises:
        OSError: The folder cannot be read.
    """
    known: list[RunSummary] = []
    unread: list[Path] = []
    for path, sweep in _folders(runs):
        summary = run_summary(path, sweep)
        if summary is not None:
            known.append(summary)
        elif RunFolder(path).has_facts:
            unread.append(path)
    known.sort(key=lambda summary: summary.created, reverse=True)
    return RunsFound(tuple(known), tuple(sorted(unread)))


def _folders(runs: Path, sweep: Path | None = None) -> Iterator[tuple[Path, Path | None]]:
    """Yield every folder of runs that may be one, those within sweeps with the sweep's."""
    with suppress(FileNotFoundError, NotADirectoryError):
        for path in runs.iterdir():
            if sweep is None and SweepFolder(path).is_there:
                yield from _folders(path, path)
            else:
                yield path, sweep


def run_summary(path: Path, sweep: Path | None = None) -> RunSummary | None:
    """Return what there is to say of the run of a folder; None where that cannot be read.

    Args:
        path: The run's folder.
        sweep: The folder of the sweep that it is a cell of.
    """
    run = RunFolder(path)
    try:
        facts = run.facts()
        corpus = facts.get("corpus", {})
        marks = read_marks(path)
        return RunSummary(
            folder=path,
            name=marks.name or _text(facts["name"]),
            marks=marks,
            state=_text(facts["state"]),
            created=_text(facts["created"]),
            step=_count(facts["step"]),
            steps=_count(facts["config"]["steps"]),
            best_val_loss=_number(facts["best_val_loss"]),
            config=dict(facts["config"]),
            model=run.model,
            train_loss=_number(facts.get("train_loss")),
            corpus_name=str(corpus.get("name", ""))[:_MAX_TEXT],
            tune_count=_count(corpus.get("tunes", 0)),
            held_out=_count(corpus["held_out"]) if "held_out" in corpus else None,
            device=_text(facts.get("device", "")),
            chars_per_second=_number(facts.get("chars_per_second")),
            verdict=_text(facts.get("verdict", "")),
            ended_by_patience=_ended_by_patience(facts),
            sweep=sweep,
            right_measures=_number(facts.get("right_measures")),
            newness=_number(facts.get("newness")),
            own_code=own_code_of(facts),
            is_elsewhere=facts["state"] == _RUNNING and is_trained_elsewhere(path),
        )
    except (TrainingError, AttributeError, KeyError, OSError, TypeError, ValueError) as error:
        log.info("%s is passed over: %s", path, error)
        return None


def own_code_of(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the student's functions that a run says it was trained with."""
    names = facts.get("own_code")
    if not isinstance(names, list):
        return ()
    return tuple(str(name)[:_MAX_NAME] for name in names[:_MOST_NAMES])


def _ended_by_patience(facts: Mapping[str, Any]) -> bool:
    """Return what a run says of its end; one of an earlier version is judged by its steps."""
    if facts["state"] != FINISHED:
        return False
    config = facts["config"]
    is_short = _count(facts["step"]) < _count(config["steps"]) and facts.get("seconds") is None
    return bool(facts.get("ended_by_patience", is_short and config.get("patience")))


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _MAX_TEXT:
        raise ValueError("text")
    return value


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MAX_COUNT:
        raise ValueError("count")
    return value


def _number(value: object) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("number")
    return float(value)
