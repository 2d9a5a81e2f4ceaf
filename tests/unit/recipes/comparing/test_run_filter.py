"""What is typed above a table of runs."""

from pathlib import Path

import pytest

from abcstudio.recipes.comparing.run_data import comparison, runs_csv
from abcstudio.recipes.comparing.run_filter import differing_settings, run_filter
from abcstudio.runs.history import RunSummary
from abcstudio.runs.run_marks import RunMarks


def run(name: str, loss: float | None, size: int, **changes: object) -> RunSummary:
    given: dict[str, object] = {
        "folder": Path("/runs") / name,
        "name": name,
        "state": "finished",
        "created": f"2026-01-0{size % 9 + 1}",
        "step": 10,
        "steps": 10,
        "best_val_loss": loss,
        "config": {"hidden_size": size, "cell": "lstm", "learning_rate": 0.001},
        "model": None,
        "corpus_name": "session.abc",
        **changes,
    }
    return RunSummary(**given)  # type: ignore[arg-type]


RUNS = [
    run("Quick 1", 1.5, 256, right_measures=0.9, newness=0.6),
    run("Quick 2", 1.1, 512, marks=RunMarks(starred=True, tags=("slow",), note="the best one")),
    run("Own 1", None, 512, state="failed", right_measures=0.4, sweep=Path("/runs/widths")),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["Quick 1", "Quick 2", "Own 1"]),
        ("quick", ["Quick 1", "Quick 2"]),
        ("quick -2", ["Quick 1"]),
        ("SESSION", ["Quick 1", "Quick 2", "Own 1"]),
        ('"the best"', ["Quick 2"]),
        ("is:starred", ["Quick 2"]),
        ("-is:starred", ["Quick 1", "Own 1"]),
        ("is:sweep", ["Own 1"]),
        ("-is:sweep", ["Quick 1", "Quick 2"]),
        ("tag:sl", ["Quick 2"]),
        ("state:failed", ["Own 1"]),
        ("loss:<1.2", ["Quick 2"]),
        ("loss:>1,2", ["Quick 1"]),
        ("right:>80", ["Quick 1"]),
        ("newness:<=60", ["Quick 1"]),
        ("hidden_size:512", ["Quick 2", "Own 1"]),
        ("hidden_size:>=512 loss:<9", ["Quick 2"]),
        ("cell:gru", []),
        ("cell:LSTM", ["Quick 1", "Quick 2", "Own 1"]),
        ("colour:red", []),
        ("-", []),
    ],
)
def test_words_and_parts_are_asked_for(text: str, names: list[str]) -> None:
    assert [each.name for each in filter(run_filter(text), RUNS)] == names


def test_only_what_differs_is_compared() -> None:
    assert differing_settings(RUNS) == ("hidden_size",)
    assert comparison(RUNS) == {
        "settings": {"hidden_size": [256, 512, 512]},
        "best_by_loss": "Quick 2",
        "best_by_music": "Quick 1",
    }
    assert comparison([])["best_by_loss"] is None


def test_a_table_has_a_column_for_each_setting_that_differs() -> None:
    head, *rows = runs_csv(RUNS).splitlines()
    assert head.endswith("note,hidden_size")
    assert [row.rpartition(",")[2] for row in rows] == ["256", "512", "512"]
    assert runs_csv([]).strip() == ""
