"""`abcstudio compose --best`: the take comes with what the jury said, and tells it in its lines."""

import json
from pathlib import Path
from typing import Any

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.provenance import read_provenance


def lines_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(list(arguments)) == DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    "wishes",
    ["", "--guard", "--form AB --measures 4 --key D --end-on-tonic"],
)
def test_each_take_comes_with_the_numbers_that_rank_gives(
    wishes: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    # Several where that takes no longer than one with the guard.
    count = 1 if wishes else 2
    asked = ["compose", "--takes", str(count), "--best", "3", "--rng-seed", "5", "--jsonl"]
    *takes, speed = lines_of(capsys, *asked, *wishes.split())
    assert len(takes) == count
    assert "chars_per_second" in speed
    for take in takes:
        file = tmp_path / f"{take['take']}.abc"
        file.write_text(take["text"], encoding="utf-8")
        (ranked,) = lines_of(capsys, "rank", "--jsonl", str(file))
        numbers = {name: ranked[name]["value"] for name in CRITERIA}
        assert take["jury"] == {"score": ranked["score"], **numbers}
        origin = read_provenance(take["text"])
        assert origin is not None
        assert origin.marks is not None
        assert (origin.sampling.best, origin.marks.data) == (3, take["jury"])
    assert lines_of(capsys, *asked, *wishes.split())[:count] == takes


def test_each_take_is_the_best_of_its_own(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """With this number a choice by lot once kept the worst of the last eight."""
    asked = ["compose", "--rng-seed", "2090805565", "--prompt", "X:1\nT:", "--jsonl"]
    *takes, _speed = lines_of(capsys, *asked, "--best", "8", "--takes", "5")
    lines_of(capsys, *asked, "--takes", "40", "--out-dir", str(tmp_path))
    scores = [
        lines_of(capsys, "rank", "--jsonl", str(tmp_path / f"take-{number:03}.abc"))[0]["score"]
        for number in range(1, 41)
    ]
    for place, take in enumerate(takes):
        assert take["jury"]["score"] == max(scores[8 * place : 8 * place + 8])


def test_a_take_that_was_not_chosen_has_no_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    take, _ = lines_of(capsys, "compose", "--no-guard", "--max-chars", "10", "--jsonl")
    assert "jury" not in take
    assert "%%abcstudio jury" not in take["text"]


@pytest.mark.parametrize("best", ["0", "65", "2.5"])
def test_best_is_a_whole_number_up_to_64(best: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compose", "--best", best])
    assert ended.value.code == UNUSABLE
    assert "not a whole number between 1 and 64" in capsys.readouterr().err
