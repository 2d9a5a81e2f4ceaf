"""Tables of states are shared while all together have room."""

import gc
from weakref import ref

import pytest

from abcstudio.composing.clock.states import Body, MeasureState, Part
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.clock.wishes import Language, Wishes
from abcstudio.composing.guard.shared_tables import SharedTables, shared_table

CHARACTERS = "\nXK:1"
MOST_STATES = 120_000


def fill(table: StepTable, states: int) -> StepTable:
    for need in range(states - len(table)):
        table.number(Body("", "", 0, "", MeasureState(full=0, unit=1, need=need), Part()))
    return table


def test_all_tables_together_are_bounded() -> None:
    """Each of four used to have nearly the room that all of them have now."""
    made = []
    for key in "CDE":
        table = shared_table(CHARACTERS, Language(wishes=Wishes(key=key)))
        made.append(ref(fill(table, 50_000)))
    del table
    shared_table(CHARACTERS, Language(wishes=Wishes(key="B")))
    gc.collect()
    kept = [alive for one in made if (alive := one()) is not None]
    assert 0 < sum(len(each) for each in kept) <= MOST_STATES


class Table(list[int]):
    """A table that grows while it is used."""


@pytest.fixture
def tables() -> SharedTables[Table]:
    return SharedTables(lambda _characters, _language: Table(), lambda table: len(table) / 10)


def asked(tables: SharedTables[Table], key: str) -> Table:
    return tables.table(CHARACTERS, Language(wishes=Wishes(key=key)))


def test_the_least_recently_used_table_goes(tables: SharedTables[Table]) -> None:
    first, second = asked(tables, "C"), asked(tables, "D")
    first += [0] * 4
    second += [0] * 4
    asked(tables, "C")
    asked(tables, "E").extend([0] * 4)
    assert asked(tables, "F") == []
    assert asked(tables, "C") is first
    assert asked(tables, "D") is not second


def test_a_table_that_is_too_large_begins_anew(tables: SharedTables[Table]) -> None:
    table = asked(tables, "C")
    table += [0] * 10
    assert asked(tables, "C") is table
    table += [0]
    assert asked(tables, "C") == []


def test_few_tables_are_kept_however_small(tables: SharedTables[Table]) -> None:
    for key in ("A", "B", "C", "D", "E", "F", "G"):
        asked(tables, key)
    assert len(tables) == 4
