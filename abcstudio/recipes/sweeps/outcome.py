"""What came of a sweep: its table, the effect of each value, a paragraph to begin with."""

import itertools
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.errors import SweepError
from abcstudio.messages import Phrase
from abcstudio.runs.history import RunSummary, run_summary
from abcstudio.runs.sweeps.cells import CellState, SweepCell
from abcstudio.runs.sweeps.sweep_folder import SweepFacts, SweepFolder, find_sweeps

_CHANCE = 0.02
"""Nats per character: evaluations of one network on other tunes differ by about as much."""
_FASTER = 1.1
"""Below, other programs of the machine may have made the difference."""


@dataclass(frozen=True, slots=True)
class SweepRow:
    """A cell with what its run reached; `run` is None before it has begun."""

    cell: SweepCell
    run: RunSummary | None = None

    @property
    def loss(self) -> float | None:
        """The lowest validation loss of a cell that came to its end, else None."""
        if self.run is None or self.cell.state is not CellState.DONE:
            return None
        return self.run.best_val_loss

    @property
    def speed(self) -> float | None:
        """Characters a second."""
        return self.run.chars_per_second if self.run is not None else None

    def as_data(self) -> dict[str, Any]:
        """Return the row as plain data for JSON."""
        run = self.run
        return {
            "cell": self.cell.number,
            "values": dict(self.cell.values),
            "state": self.cell.state.value,
            "step": run.step if run else 0,
            "best_val_loss": run.best_val_loss if run else None,
            "chars_per_second": self.speed,
            "right_measures": run.right_measures if run else None,
            "run": str(run.folder) if run else None,
        }


@dataclass(frozen=True, slots=True)
class Effect:
    """What one value of a setting did, in the mean of the cells that have it.

    Attributes:
        name: The setting's.
        loss: The mean of the lowest validation losses; None where none was measured.
        speed: The mean characters a second; None where none was measured.
        cells: How many cells were counted.
    """

    name: str
    value: Any
    loss: float | None
    speed: float | None
    cells: int

    def as_data(self) -> dict[str, Any]:
        """Return the effect as plain data for JSON."""
        return {
            "name": self.name,
            "value": self.value,
            "mean_val_loss": self.loss,
            "mean_chars_per_second": self.speed,
            "cells": self.cells,
        }


@dataclass(frozen=True, slots=True)
class SweepOutcome:
    """What came of a sweep.

    Attributes:
        effects: Setting by setting, the values in ascending order.
        paragraph: Sentences to begin an analysis with.
    """

    facts: SweepFacts
    rows: tuple[SweepRow, ...]
    effects: tuple[Effect, ...]
    paragraph: tuple[Phrase, ...]

    @property
    def best(self) -> SweepRow | None:
        """The row with the lowest validation loss; None where none was measured."""
        measured = [row for row in self.rows if row.loss is not None]
        return min(measured, key=_loss_of) if measured else None


def sweep_outcome(sweep: SweepFolder) -> SweepOutcome:
    """Read what has come of a sweep so far.

    Raises:
        SweepError: The folder holds no sweep, or a cell that cannot be read.
    """
    facts = sweep.facts()
    rows = tuple(_row(sweep, cell) for cell in sweep.cells.read())
    effects = tuple(_effects(facts, rows))
    return SweepOutcome(facts, rows, effects, tuple(_paragraph(facts, rows, effects)))


def is_whole_grid(rows: Sequence[SweepRow], varied: Sequence[str]) -> bool:
    """Return whether every value of a setting stands beside every one of the others."""
    values = [{str(row.cell.values[name]) for row in rows} for name in varied]
    there = {tuple(str(row.cell.values[name]) for name in varied) for row in rows}
    return there == set(itertools.product(*values))


def _row(sweep: SweepFolder, cell: SweepCell) -> SweepRow:
    run = sweep.run_of(cell)
    return SweepRow(cell, run_summary(run.path, sweep.path) if run.has_facts else None)


def _effects(facts: SweepFacts, rows: Sequence[SweepRow]) -> Iterator[Effect]:
    done = [row for row in rows if row.cell.state is CellState.DONE]
    for name in facts.varied:
        values = list(dict.fromkeys(row.cell.values[name] for row in rows))
        if not any(isinstance(value, str) for value in values):
            values.sort()
        for value in values:
            cells = [row for row in done if row.cell.values[name] == value]
            losses = [row.loss for row in cells if row.loss is not None]
            speeds = [row.speed for row in cells if row.speed is not None]
            yield Effect(name, value, _mean(losses), _mean(speeds), len(cells))


def _paragraph(
    facts: SweepFacts, rows: Sequence[SweepRow], effects: Sequence[Effect]
) -> Iterator[Phrase]:
    ended = sum(row.cell.state is CellState.DONE for row in rows)
    done = sorted((row for row in rows if row.loss is not None), key=_loss_of)
    names = _names(facts.varied)
    yield Phrase(
        "sweep.words.trained", {"count": ended, "corpus": facts.corpus_name, "names": names}
    )
    yield from _unended(rows)
    if ended and not done:
        yield Phrase("sweep.words.unmeasured")
    if len(done) < 2:
        return
    yield from _best_and_worst(done)
    spans = []
    for name in facts.varied:
        of_name = [one for one in effects if one.name == name and one.loss is not None]
        if len(of_name) > 1:
            yield from _effect_words(name, of_name)
            losses = [one.loss or 0.0 for one in of_name]
            spans.append((max(losses) - min(losses), name))
    if len(spans) > 1:
        span, name = max(spans)
        yield Phrase("sweep.words.matters_most", {"name": _label(name), "span": span})
    if not is_whole_grid(done, facts.varied):
        yield Phrase("sweep.words.no_grid")
    if "rng_seed" not in facts.varied:
        yield Phrase("sweep.words.chance", {"chance": _CHANCE})


def _unended(rows: Sequence[SweepRow]) -> Iterator[Phrase]:
    failed = sum(row.cell.state is CellState.FAILED for row in rows)
    waiting = sum(row.cell.state in (CellState.WAITING, CellState.RUNNING) for row in rows)
    if failed:
        yield Phrase("sweep.words.failed", {"count": failed})
    if waiting:
        yield Phrase("sweep.words.waiting", {"count": waiting})


def _best_and_worst(done: Sequence[SweepRow]) -> Iterator[Phrase]:
    best, worst = done[0], done[-1]
    yield Phrase(
        "sweep.words.best",
        {
            "loss": _loss_of(best),
            "values": values_phrase(best.cell.values),
            "worst": _loss_of(worst),
            "others": values_phrase(worst.cell.values),
        },
    )
    counted = [row for row in done if row.run and row.run.right_measures is not None]
    if len(counted) > 1:
        top = max(counted, key=_right_of)
        same = _right_of(top) == _right_of(best)
        parameters = {
            "share": f"{100 * _right_of(top):.0f}",
            "values": values_phrase(top.cell.values),
        }
        yield Phrase("sweep.words.music_same" if same else "sweep.words.music_other", parameters)


def _effect_words(name: str, effects: Sequence[Effect]) -> Iterator[Phrase]:
    """Yield what a setting does to the loss and to the speed."""
    low = min(effects, key=lambda one: one.loss or 0.0)
    high = max(effects, key=lambda one: one.loss or 0.0)
    yield Phrase(
        "sweep.words.effect",
        {
            "name": _label(name),
            "value": figure_of(low.value),
            "loss": low.loss or 0.0,
            "other": figure_of(high.value),
            "other_loss": high.loss or 0.0,
        },
    )
    timed = [one for one in effects if one.speed]
    if len(timed) < 2:
        return
    fast = max(timed, key=lambda one: one.speed or 0.0)
    slow = min(timed, key=lambda one: one.speed or 0.0)
    times = (fast.speed or 1.0) / (slow.speed or 1.0)
    if times >= _FASTER:
        parameters = {"value": figure_of(fast.value), "other": figure_of(slow.value)}
        yield Phrase("sweep.words.speed", {**parameters, "times": times})


def values_phrase(values: Mapping[str, Any]) -> Phrase:
    """Return the values of a cell in words, joined: hidden units 256, learning rate 0.001."""
    joined: Phrase | None = None
    for name, value in values.items():
        one = Phrase("sweep.value", {"name": _label(name), "value": figure_of(value)})
        joined = one if joined is None else Phrase("sweep.joined", {"first": joined, "rest": one})
    return joined or Phrase("sweep.no_values")


def figure_of(value: Any) -> int | float | str:
    """Return a value as it stands in a sentence: a whole number without decimals."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _names(names: Sequence[str]) -> Phrase:
    joined = _label(names[0])
    for name in names[1:]:
        joined = Phrase("sweep.joined", {"first": joined, "rest": _label(name)})
    return joined


def _label(name: str) -> Phrase:
    return Phrase(f"hyperparameter.{name}")


def _loss_of(row: SweepRow) -> float:
    return row.loss if row.loss is not None else float("inf")


def _right_of(row: SweepRow) -> float:
    share = row.run.right_measures if row.run is not None else None
    return -1.0 if share is None else share


def _mean(numbers: Sequence[float]) -> float | None:
    return statistics.fmean(numbers) if numbers else None


@dataclass(frozen=True, slots=True)
class FoundSweep:
    """A sweep as a list shows it.

    Attributes:
        done: How many of its cells came to their end.
        cells: Of how many.
    """

    folder: Path
    name: str
    done: int
    cells: int


def sweeps_in(runs: Path) -> tuple[FoundSweep, ...]:
    """Return the sweeps of a folder, the newest first; those that cannot be read are left out.

    Raises:
        OSError: The folder cannot be read.
    """
    found = []
    for sweep in find_sweeps(runs):
        try:
            cells = sweep.cells.read()
        except SweepError:
            continue
        done = sum(cell.state is CellState.DONE for cell in cells)
        found.append(FoundSweep(sweep.path, sweep.facts().name, done, len(cells)))
    return tuple(found)
