"""How surprising an event is where it stands, counted in real tunes."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

Event = tuple[str, str]

ANYWHERE = ""
"""The context of an event of which only counts how often it occurs."""

_TRUST = 12.0
_UNSEEN = 0.3


class Chances:
    """Counts of events by context; a context that is seldom met leans on all others."""

    def __init__(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        self._counts = counts
        self._sums = {context: sum(events.values()) for context, events in counts.items()}
        self._everywhere = counts.get(ANYWHERE, {})
        kinds = len(self._everywhere) + 1
        self._unseen = _UNSEEN / (self._sums.get(ANYWHERE, 0) + _UNSEEN * kinds)

    @classmethod
    def counted(cls, events: Iterable[Event], least: int = 1) -> "Chances":
        """Return the counts of pairs of context and event; pairs seen less often are left out."""
        counts: dict[str, Counter[str]] = {}
        for context, event in events:
            for one in {context, ANYWHERE}:
                counts.setdefault(one, Counter())[event] += 1
        return cls(
            {
                context: dict(sorted((one, n) for one, n in kept.items() if n >= least))
                for context, kept in sorted(counts.items())
                if max(kept.values()) >= least
            }
        )

    @property
    def data(self) -> dict[str, dict[str, int]]:
        """The counts as plain data for JSON."""
        return {context: dict(events) for context, events in self._counts.items()}

    def surprise(self, context: str, event: str) -> float:
        """Return how unlikely an event is in a context, in nats."""
        everywhere = self._unseen * (1.0 + self._everywhere.get(event, 0) / _UNSEEN)
        seen = self._counts.get(context, {}).get(event, 0)
        return -math.log((seen + _TRUST * everywhere) / (self._sums.get(context, 0) + _TRUST))

    def is_known(self, event: str) -> bool:
        """Whether an event occurs in some context."""
        return event in self._everywhere
