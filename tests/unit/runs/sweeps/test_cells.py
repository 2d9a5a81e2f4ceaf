"""Cells of a sweep: claimed once, in order, and never lost."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from abcstudio.errors import SweepError
from abcstudio.runs.sweeps.cells import Cells, CellState

VALUES = [{"hidden_size": size} for size in (16, 32, 64, 128)]


@pytest.fixture
def cells(tmp_path: Path) -> Cells:
    made = Cells(tmp_path / "sweep")
    made.create(VALUES)
    return made


def states(cells: Cells) -> list[str]:
    return [cell.state.value for cell in cells.read()]


def test_cells_are_claimed_in_their_order_and_each_once(cells: Cells) -> None:
    claims = [cells.claim_next() for _ in range(4)]
    assert [claim.cell.number for claim in claims if claim] == [1, 2, 3, 4]
    assert cells.claim_next() is None
    assert states(cells) == ["running"] * 4
    for claim in claims:
        assert claim
        claim.finish()
    assert states(cells) == ["done"] * 4
    assert cells.claim_next() is None


def test_a_cell_keeps_its_values_through_all_states(cells: Cells) -> None:
    claim = cells.claim_next()
    assert claim
    assert claim.cell.values == {"hidden_size": 16}
    claim.fail()
    assert [dict(cell.values) for cell in cells.read()] == VALUES
    assert states(cells) == ["failed", "waiting", "waiting", "waiting"]
    assert cells.retry_failed() == 1
    assert states(cells) == ["waiting"] * 4


def test_waiting_cells_are_begun_in_the_order_that_was_given(cells: Cells) -> None:
    cells.reorder([3, 1])
    assert cells.waiting() == [3, 1, 2, 4]
    claim = cells.claim_next()
    assert claim
    assert claim.cell.number == 3
    claim.give_back()
    assert cells.waiting() == [3, 1, 2, 4]


@pytest.mark.parametrize("data", [b"", b"[3]", b'{"order": 4}', b'{"order": ["x", null]}'])
def test_a_damaged_order_is_no_order(cells: Cells, data: bytes) -> None:
    (cells.path / "order.json").write_bytes(data)
    assert cells.waiting() == [1, 2, 3, 4]


def test_what_a_killed_process_had_comes_before_waiting_cells(cells: Cells) -> None:
    cells.move(2, CellState.WAITING, CellState.RUNNING)
    claim = cells.claim_next()
    assert claim
    assert claim.cell.number == 2
    claim.finish()


def test_many_that_ask_at_once_are_given_different_cells(tmp_path: Path) -> None:
    cells = Cells(tmp_path / "many")
    cells.create([{"rng_seed": seed} for seed in range(40)])
    with ThreadPoolExecutor(8) as pool:
        claims = list(pool.map(lambda _: cells.claim_next(), range(48)))
    numbers = [claim.cell.number for claim in claims if claim]
    assert sorted(numbers) == list(range(1, 41))
    for claim in filter(None, claims):
        claim.finish()


def test_a_damaged_cell_is_named(cells: Cells) -> None:
    path = cells.path / "waiting" / "002.json"
    path.write_bytes(b"{")
    with pytest.raises(SweepError) as caught:
        cells.read()
    assert caught.value.message_id == "sweep.damaged"
    assert caught.value.parameters["path"] == path


def test_a_cell_is_held_while_it_is_trained(cells: Cells) -> None:
    assert not cells.is_held(1)
    claim = cells.claim_next()
    assert claim
    assert cells.is_held(1)
    claim.give_back()
    assert not cells.is_held(1)
    assert cells.read()[0].state is CellState.WAITING
