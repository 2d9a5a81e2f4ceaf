"""Tables of states that pieces of work have in common."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.clock.ways_on import WaysOn
from abcstudio.composing.clock.wishes import Language

# An empty one has room for 1,024 states: half a megabyte.
_MOST_TABLES = 4
# Of all tables together: some 60 MB. 32 takes leave 1,500 states, with a form many times as many.
_MOST_STATES = 120_000
# Each of these is some fifteen steps.
_MOST_SEARCHED = 10_000

_Table = TypeVar("_Table")


class SharedTables(Generic[_Table]):
    """A cache of tables by vocabulary and language that drops the least recently used.

    Tables grow while they are used, so the cache weighs them whenever one is asked for.
    """

    def __init__(
        self, make: Callable[[str, Language], _Table], share: Callable[[_Table], float]
    ) -> None:
        """Make it, empty.

        Args:
            make: Returns the table of a vocabulary and a language.
            share: Returns how much of the room for all tables one takes, 1 for all of it.
        """
        self._make, self._share = make, share
        self._kept: dict[tuple[str, Language], _Table] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def table(self, characters: str, language: Language) -> _Table:
        """Return a table with all that was asked of it before, or a new one."""
        with self._lock:
            key = characters, language
            table = self._kept.pop(key, None)
            room = 1.0 if table is None else 1.0 - self._share(table)
            if table is None or room < 0:
                table, room = self._make(characters, language), 1.0
            # The last ones were used last.
            for place, other in enumerate(reversed(list(self._kept)), start=1):
                room -= self._share(self._kept[other])
                if room < 0 or place >= _MOST_TABLES:
                    del self._kept[other]
            self._kept[key] = table
            return table


def _searched(ways_on: WaysOn) -> float:
    return max(ways_on.states_known / _MOST_SEARCHED, ways_on.clock.steps_known / _MOST_STATES)


_tables = SharedTables(
    lambda characters, language: StepTable(language, characters),
    lambda table: len(table) / _MOST_STATES,
)
_ways = SharedTables(
    lambda characters, language: WaysOn(MeasureClock(language, characters)), _searched
)


def shared_table(characters: str, language: Language) -> StepTable:
    """Return the table of a vocabulary and a language, with all that was asked of it before."""
    return _tables.table(characters, language)


def shared_ways(characters: str, language: Language) -> WaysOn:
    """Return where searches for the end of a tune look, with all that was found out before."""
    return _ways.table(characters, language)
