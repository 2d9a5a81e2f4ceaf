"""`abcstudio runs`."""

import json
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.runs.run_folder import RunFolder
from tests.unit.runs.test_folder import facts


@pytest.fixture(autouse=True)
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "home" / "data" / "runs"
    for number, loss in ((1, 1.5), (2, 1.1), (3, 1.3)):
        run = RunFolder(folder / f"run-{number}")
        config = {"steps": 10, "hidden_size": 100 * number}
        changes = {"best_val_loss": loss, "config": config}
        run.create(facts(f"Run {number}", f"2026-01-0{number}", **changes), "", "")
        run.append_metrics({"step": 5, "val_loss": None})
        run.append_metrics({"step": 10, "val_loss": loss})
    return folder


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_runs_are_listed_sorted_and_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["runs", "list", "--jsonl"]) == DONE
    assert [line["run"] for line in printed(capsys)] == ["run-3", "run-2", "run-1"]
    assert main(["runs", "list", "--jsonl", "--sort", "loss", "--filter", "loss:<1.4"]) == DONE
    assert [line["run"] for line in printed(capsys)] == ["run-2", "run-3"]
    assert main(["runs", "list"]) == DONE
    assert "1.1000" in capsys.readouterr().out.splitlines()[1]
    assert main(["runs", "list", "--filter", "polka"]) == FAILED
    assert "No training run" in capsys.readouterr().err


def test_runs_are_shown_and_compared(capsys: pytest.CaptureFixture[str], runs: Path) -> None:
    assert main(["runs", "show", "run-2"]) == DONE
    (shown,) = printed(capsys)
    assert shown["evaluations"] == [{"step": 10, "val_loss": 1.1}]
    assert main(["runs", "compare", "run-1", str(runs / "run-3")]) == DONE
    *_, found = printed(capsys)
    assert found["settings"] == {"hidden_size": [100, 300]}
    assert found["best_by_loss"] == "run-3"


@pytest.mark.parametrize(("name", "start"), [("t.csv", "run,name"), ("t.jsonl", '{"run"')])
def test_a_table_is_written(capsys: pytest.CaptureFixture[str], name: str, start: str) -> None:
    assert main(["runs", "export", "--out", name]) == DONE
    text = Path(name).read_text(encoding="utf-8")
    assert text.startswith(start)
    assert len(text.splitlines()) == (4 if name.endswith("csv") else 3)


def test_a_run_is_deleted_and_lies_where_it_is_said(
    capsys: pytest.CaptureFixture[str], runs: Path
) -> None:
    assert main(["runs", "delete", "run-2"]) == DONE
    assert Path(capsys.readouterr().out.strip(), "run.json").is_file()
    assert not (runs / "run-2").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "run-9"), "no training run run-9"),
        (("list", "--folder", "nowhere"), "no folder nowhere"),
    ],
)
def test_what_is_not_there_is_named(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert main(["runs", *arguments]) == UNUSABLE
    assert words in capsys.readouterr().err
