"""What wishes cost the last takes that had them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from abcstudio.composing.guard.take_costs import MEASURES, Cost
from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.prompt_header import header_value
from abcstudio.composing.provenance import Provenance, read_provenance
from abcstudio.composing.tune_wishes import TuneWishes

LAST_TAKES = 8
"""So many of the newest takes say what a wish cost."""

_LOOKED_AT = 64
_CAUSES: Mapping[str, tuple[str, ...]] = {"R": (), "M": (MEASURES, "meter"), "K": ("key",)}
"""What a take goes back for where a line of its header is as it is."""


@dataclass(frozen=True, slots=True)
class FeltCost:
    """What a wish cost some takes.

    Attributes:
        takes: How many of them had it.
        cost: What it cost them together.
        characters: How many of their characters stand.
    """

    takes: int
    cost: Cost
    characters: int

    @property
    def share_in_vain(self) -> float:
        """How much of what was sampled was given up for it, from 0 to 1."""
        return self.cost.characters / max(1, self.cost.characters + self.characters)


def felt_costs(takes: Iterable[RememberedTake], wishes: TuneWishes) -> Mapping[str, FeltCost]:
    """Return what each wish cost the last takes that had the very same, by its name.

    Args:
        takes: The newest first.
        wishes: What is wished now.
    """
    now = {**wishes.each(), MEASURES: None}
    found: dict[str, list[tuple[Cost, int]]] = {name: [] for name in now}
    known = (take for take in takes if take.costs is not None)
    for take, _ in zip(known, range(_LOOKED_AT), strict=False):
        origin, costs = _origin_of(take.text), take.costs
        if origin is None or costs is None:
            continue
        had = {**origin.wishes.each(), MEASURES: None}
        for name, wish in now.items():
            if name in had and had[name] == wish and len(found[name]) < LAST_TAKES:
                found[name].append((costs.of(name), costs.characters))
    return {name: _sum(each) for name, each in found.items() if each}


def header_costs(takes: Iterable[RememberedTake], seed: str) -> Mapping[str, FeltCost]:
    """Return what the lines of a seed cost the last takes that had the very same, by their letters.

    What full measures cost in a meter is what that meter cost.

    Args:
        takes: The newest first.
        seed: What is gone on from now.
    """
    asked = {letter: header_value(seed, letter) for letter in _CAUSES}
    found: dict[str, list[tuple[Cost, int]]] = {letter: [] for letter in asked}
    known = (take for take in takes if take.costs is not None)
    for take, _ in zip(known, range(_LOOKED_AT), strict=False):
        origin, costs = _origin_of(take.text), take.costs
        for letter, value in asked.items():
            is_same = origin is not None and header_value(origin.prompt, letter) == value != ""
            if is_same and costs is not None and len(found[letter]) < LAST_TAKES:
                causes = [costs.of(name) for name in _CAUSES[letter]]
                found[letter].append((_together(causes), costs.characters))
    return {letter: _sum(each) for letter, each in found.items() if each}


@lru_cache(maxsize=2 * _LOOKED_AT)
def _origin_of(text: str) -> Provenance | None:
    """Return what the lines of a take say: asked again for the same takes at each change."""
    return read_provenance(text)


def _together(costs: Iterable[Cost]) -> Cost:
    each = list(costs)
    return Cost(sum(one.times for one in each), sum(one.characters for one in each))


def _sum(costs: list[tuple[Cost, int]]) -> FeltCost:
    return FeltCost(
        len(costs), _together(one for one, _ in costs), sum(characters for _, characters in costs)
    )
