"""`abcstudio milestones` and `train --milestones`."""

import json
from pathlib import Path

import pytest

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.learning.milestones.kept import milestone
from tests.unit.cli.test_train import TINY, TUNES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tunes.abc").write_text(TUNES, encoding="utf-8")
    return tmp_path


def test_the_takes_of_chosen_steps_are_listed_printed_and_made_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command_line([*TINY, "--out", "run", "--milestones", "1,2"]) == DONE
    capsys.readouterr()
    assert command_line(["milestones", "run", "--again"]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [["step", "1"], ["step", "2"]]
    assert command_line(["milestones", "run", "--jsonl"]) == DONE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["step"] for row in rows] == [1, 2]
    assert all(row["takes"][0]["text"].startswith("X:1\n") for row in rows)
    assert command_line(["milestones", "run", "--step", "2"]) == DONE
    printed = capsys.readouterr().out
    assert printed.count("X:1") == 3
    assert command_line(["milestones", "run", "--step", "3"]) == UNUSABLE
    assert "Its milestones are: 1, 2." in capsys.readouterr().err


def test_a_take_that_is_not_what_the_network_writes_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command_line([*TINY, "--out", "run", "--milestones", "2"]) == DONE
    milestone(Path("run"), 2).keep_takes(["X:1\nK:C\nCDEF|\n"] * 3)
    capsys.readouterr()
    assert command_line(["milestones", "run", "--again"]) == FAILED
    assert "came out otherwise" in capsys.readouterr().err


def test_a_run_without_milestones_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line([*TINY, "--out", "run", "--milestones", "none"]) == DONE
    capsys.readouterr()
    assert command_line(["milestones", "run"]) == UNUSABLE
    assert "has kept no network" in capsys.readouterr().err


@pytest.mark.parametrize("steps", ["", "0", "1,,2", "ten", "1000001", "-1"])
def test_what_is_no_step_is_refused_in_one_sentence(
    steps: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line([*TINY, f"--milestones={steps}"])
    assert ended.value.code == UNUSABLE
    assert "such as 10,100,1000" in capsys.readouterr().err
