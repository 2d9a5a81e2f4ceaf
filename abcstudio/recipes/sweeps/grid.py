"""The cells of a sweep from values as a person types them: a grid, or a list."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from abcstudio.errors import SweepError
from abcstudio.learning.config import TrainingConfig, hyper_parameters
from abcstudio.runs.sweeps.cells import MAX_CELLS
from abcstudio.typed_numbers import AmbiguousNumberError, typed_number

# With other held-out tunes the validation losses of two cells could not be compared, and how often
# a loss is measured or a network saved is no way to train.
NOT_VARIED = ("validation_share", "evaluate_every", "checkpoint_every")

_BETWEEN = re.compile(r"[;\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepPlan:
    """What a sweep is made of.

    Attributes:
        config: What all cells share.
        varied: The names of the settings that differ between cells.
        cells: What each has in place of the config's values, by name; no two are the same.
    """

    config: TrainingConfig
    varied: tuple[str, ...]
    cells: tuple[Mapping[str, Any], ...]

    def config_of(self, cell: Mapping[str, Any]) -> TrainingConfig:
        """Return the config that a cell is trained with."""
        config = self.config
        for name, value in cell.items():
            config = config.with_value(name, str(value))
        return config


def varied_parameters() -> tuple[str, ...]:
    """Return the names of the settings that a sweep may vary."""
    return tuple(name for name in hyper_parameters() if name not in NOT_VARIED)


def grid(config: TrainingConfig, values: Mapping[str, Sequence[str]]) -> SweepPlan:
    """Return every combination of some values; a setting with one value is the same in all cells.

    Raises:
        TrainingError: A value does not fit its setting.
        SweepError: There is nothing to vary, or there are too many cells.
    """
    typed = {name: _typed(config, name, texts) for name, texts in values.items()}
    for name, found in typed.items():
        if len(found) == 1:
            config = config.with_value(name, str(found[0]))
    varied = {name: found for name, found in typed.items() if len(found) > 1}
    for name in varied:
        _check_name(name)
    combinations = itertools.product(*varied.values())
    few = itertools.islice(combinations, MAX_CELLS + 1)
    return _plan(config, [dict(zip(varied, each, strict=True)) for each in few])


def listed(config: TrainingConfig, cells: Sequence[Mapping[str, str]]) -> SweepPlan:
    """Return cells that are named one by one; what a cell does not name it has from the config.

    Raises:
        TrainingError: A value does not fit its setting.
        SweepError: There is nothing to vary, or there are too many cells.
    """
    names = list(dict.fromkeys(name for cell in cells for name in cell))
    whole: list[dict[str, Any]] = []
    for cell in cells:
        changed = config
        for name, text in cell.items():
            _check_name(name)
            changed = changed.with_value(name, text)
        whole.append({name: getattr(changed, name) for name in names})
    return _plan(config, whole)


def typed_values(text: str, name: str) -> list[str]:
    """Return the values that were typed for one setting: 256, 512 or 1e-3,5e-3 or 0,001; 0,005.

    A comma within what is one number, such as 0,001, is a decimal one.
    """
    has_decimals = isinstance(getattr(TrainingConfig(), name, None), float)
    return [
        part
        for word in (each.strip(",") for each in _BETWEEN.split(text))
        for part in ([word] if has_decimals and _is_number(word) else word.split(","))
        if part
    ]


def _is_number(text: str) -> bool:
    try:
        typed_number(text)
    except AmbiguousNumberError:
        return True
    except ValueError:
        return False
    return True


def _typed(config: TrainingConfig, name: str, texts: Sequence[str]) -> list[Any]:
    """Return the values of a setting, each once."""
    return list(dict.fromkeys(getattr(config.with_value(name, text), name) for text in texts))


def _check_name(name: str) -> None:
    if name in NOT_VARIED:
        raise SweepError("sweep.not_varied", name=name)


def _plan(config: TrainingConfig, cells: Sequence[Mapping[str, Any]]) -> SweepPlan:
    different = tuple(_without_doubles(cells))
    if len(different) < 2:
        raise SweepError("sweep.one_cell")
    if len(different) > MAX_CELLS:
        raise SweepError("sweep.too_many_cells", limit=MAX_CELLS)
    varied = tuple(
        name for name in different[0] if len({str(cell[name]) for cell in different}) > 1
    )
    return SweepPlan(config=config, varied=varied, cells=different)


def _without_doubles(cells: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    seen: set[tuple[tuple[str, str], ...]] = set()
    for cell in cells:
        key = tuple((name, str(value)) for name, value in cell.items())
        if key not in seen:
            seen.add(key)
            yield cell
