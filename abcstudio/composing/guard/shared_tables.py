"""Tables of states that pieces of work have in common."""

from functools import lru_cache

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.clock.ways_on import WaysOn
from abcstudio.composing.clock.wishes import Language

# So many tables are kept, and no longer than they are this large: some 60 MB each.
_TABLES, _MOST_STATES = 4, 100_000
# Each of these is some fifteen steps.
_MOST_SEARCHED = 10_000


@lru_cache(maxsize=_TABLES)
def _shared(characters: str, language: Language) -> StepTable:
    return StepTable(language, characters)


def shared_table(characters: str, language: Language) -> StepTable:
    """Return the table of a vocabulary and a language, with all that was asked of it before."""
    table = _shared(characters, language)
    if len(table) > _MOST_STATES:
        _shared.cache_clear()
        table = _shared(characters, language)
    return table


@lru_cache(maxsize=_TABLES)
def _shared_ways(characters: str, language: Language) -> WaysOn:
    return WaysOn(MeasureClock(language, characters))


def shared_ways(characters: str, language: Language) -> WaysOn:
    """Return where searches for the end of a tune look, with all that was found out before."""
    ways_on = _shared_ways(characters, language)
    if ways_on.states_known > _MOST_SEARCHED or ways_on.clock.steps_known > _MOST_STATES:
        _shared_ways.cache_clear()
        ways_on = _shared_ways(characters, language)
    return ways_on
