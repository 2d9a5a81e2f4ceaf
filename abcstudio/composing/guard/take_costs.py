"""What the guard cost a take: in all and for each wish, also as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

MEASURES = "measures"
"""What cost all that no wish did: the tune must be whole."""

_MOST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Cost:
    """What one cause cost.

    Attributes:
        times: How often the take went back for it.
        characters: How many were sampled in vain; those that had two causes count for both.
    """

    times: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True)
class TakeCosts:
    """What all causes cost.

    Attributes:
        characters: How many of those that were sampled stand.
        causes: Each that cost anything, by the wish's name, and `MEASURES`.
    """

    characters: int = 0
    causes: Mapping[str, Cost] = field(default_factory=dict)

    def with_those_of(self, others: Mapping[str, Cost]) -> "TakeCosts":
        """Return these with what causes cost elsewhere."""
        causes = dict(self.causes)
        for name, cost in others.items():
            before = self.of(name)
            causes[name] = Cost(before.times + cost.times, before.characters + cost.characters)
        return replace(self, causes=causes)

    def of(self, cause: str) -> Cost:
        """Return what one cause cost."""
        return self.causes.get(cause, Cost())


def costs_data(costs: TakeCosts | None) -> dict[str, Any] | None:
    """Return costs as plain data."""
    if costs is None:
        return None
    causes = {name: [one.times, one.characters] for name, one in costs.causes.items()}
    return {"characters": costs.characters, "causes": causes}


def costs_from(data: Any) -> TakeCosts | None:
    """Return the costs that some data tells; None where it tells none."""
    try:
        causes = {name: Cost(*map(_count, numbers)) for name, numbers in data["causes"].items()}
        return TakeCosts(_count(data["characters"]), causes)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MOST:
        raise ValueError("no count")
    return value
