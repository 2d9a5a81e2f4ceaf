"""What wishes cost the last takes that had them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from abcstudio.composing.guard.take_costs import MEASURES, Cost
from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.provenance import read_provenance
from abcstudio.composing.tune_wishes import TuneWishes

LAST_TAKES = 8
"""So many of the newest takes say what a wish cost."""

_LOOKED_AT = 64


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
        origin, costs = read_provenance(take.text), take.costs
        if origin is None or costs is None:
            continue
        had = {**origin.wishes.each(), MEASURES: None}
        for name, wish in now.items():
            if name in had and had[name] == wish and len(found[name]) < LAST_TAKES:
                found[name].append((costs.of(name), costs.characters))
    return {name: _sum(each) for name, each in found.items() if each}


def _sum(costs: list[tuple[Cost, int]]) -> FeltCost:
    cost = Cost(sum(one.times for one, _ in costs), sum(one.characters for one, _ in costs))
    return FeltCost(len(costs), cost, sum(characters for _, characters in costs))
