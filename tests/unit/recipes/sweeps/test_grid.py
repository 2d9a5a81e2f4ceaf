"""Cells from typed values."""

import pytest

from abcstudio.errors import TrainingError
from abcstudio.learning.config import TrainingConfig
from abcstudio.recipes.sweeps.grid import grid, listed, typed_values, varied_parameters

CONFIG = TrainingConfig()


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        ("hidden_size", "256,512, 1024", ["256", "512", "1024"]),
        ("learning_rate", "1e-3,5e-3", ["1e-3", "5e-3"]),
        ("learning_rate", "0,001; 0,005", ["0,001", "0,005"]),
        ("learning_rate", "0.001 0.005", ["0.001", "0.005"]),
        ("dropout", "0, 0.2,0.4", ["0", "0.2", "0.4"]),
        ("cell", "lstm,gru", ["lstm", "gru"]),
        ("cell", " ", []),
        ("nothing", "1,2", ["1", "2"]),
    ],
)
def test_values_are_parted(name: str, text: str, values: list[str]) -> None:
    assert typed_values(text, name) == values


def test_a_grid_is_every_combination() -> None:
    plan = grid(
        CONFIG,
        {"hidden_size": ["16", "32"], "learning_rate": ["1e-3", "5e-3"], "steps": ["7"]},
    )
    assert plan.varied == ("hidden_size", "learning_rate")
    assert [tuple(cell.values()) for cell in plan.cells] == [
        (16, 1e-3), (16, 5e-3), (32, 1e-3), (32, 5e-3),
    ]  # fmt: skip
    assert plan.config.steps == 7
    assert plan.config_of(plan.cells[3]).hidden_size == 32


def test_equal_values_are_one_cell() -> None:
    plan = grid(CONFIG, {"learning_rate": ["1e-3", "0.001", "5e-3"]})
    assert [cell["learning_rate"] for cell in plan.cells] == [0.001, 0.005]


def test_a_list_has_the_cells_that_were_named() -> None:
    plan = listed(CONFIG, [{"hidden_size": "16"}, {"learning_rate": "1e-3", "hidden_size": "16"}])
    assert plan.varied == ("learning_rate",)
    assert [dict(cell) for cell in plan.cells] == [
        {"hidden_size": 16, "learning_rate": 0.005},
        {"hidden_size": 16, "learning_rate": 0.001},
    ]


@pytest.mark.parametrize(
    ("values", "message_id"),
    [
        ({}, "sweep.one_cell"),
        ({"hidden_size": ["16"]}, "sweep.one_cell"),
        ({"hidden_size": ["16", "16"]}, "sweep.one_cell"),
        ({"hidden_size": ["16", "many"]}, "training.not_a_whole_number"),
        ({"hidden_size": ["16", "4096"]}, "training.out_of_range"),
        ({"size": ["16", "32"]}, "training.unknown_name"),
        ({"validation_share": ["0.1", "0.2"]}, "sweep.not_varied"),
        ({"rng_seed": [str(n) for n in range(501)]}, "sweep.too_many_cells"),
        ({"rng_seed": [str(n) for n in range(500)], "steps": [str(n) for n in range(1, 10**5)]},
         "sweep.too_many_cells"),
    ],
)  # fmt: skip
def test_what_makes_no_sweep_is_told(values: dict[str, list[str]], message_id: str) -> None:
    with pytest.raises(TrainingError) as caught:
        grid(CONFIG, values)
    assert caught.value.message_id == message_id


def test_how_losses_are_measured_is_not_varied() -> None:
    assert "validation_share" not in varied_parameters()
    assert "hidden_size" in varied_parameters()
