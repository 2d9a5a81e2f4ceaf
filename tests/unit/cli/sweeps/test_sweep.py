"""`abcstudio sweep`: lines of JSON, and the same sweep when it goes on."""

import json
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, UNUSABLE
from tests.unit.cli.test_train import TUNES

TINY = (
    "sweep", "--corpus", "tunes.abc", "--preset", "quick", "--device", "cpu", "--threads", "1",
    "--set", "steps=2", "--set", "seq_len=50", "--set", "batch_size=2", "--set", "embedding_dim=8",
)  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    (tmp_path / "tunes.abc").write_text(TUNES, encoding="utf-8")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_grid_is_trained_and_told_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = ["--set", "hidden_size=4,8"]
    assert main([*TINY, *sizes, "--out", "sizes"]) == DONE
    lines = printed(capsys)
    events = [line["event"] for line in lines]
    assert events == [
        "sweep", "begun", "evaluation", "done", "begun", "evaluation", "done",
        "row", "row", "effect", "effect", "analysis",
    ]  # fmt: skip
    assert [line["values"] for line in lines if line["event"] == "row"] == [
        {"hidden_size": 4}, {"hidden_size": 8},
    ]  # fmt: skip
    assert main(["sweep", "--resume", "sizes"]) == DONE
    again = printed(capsys)
    assert [line["event"] for line in again] == ["sweep", *events[7:]]
    assert again[1:] == lines[7:]
    assert main(["sweep", "--resume", "sizes", "--set", "steps=4"]) == UNUSABLE
    assert "Leave out --set" in capsys.readouterr().err


def test_cells_are_named_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    cells = ["--cell", "hidden_size=4 learning_rate=1e-3", "--cell", "hidden_size=8"]
    assert main([*TINY, *cells, "--measure"]) == DONE
    lines = printed(capsys)
    assert [line["values"] for line in lines[:2]] == [
        {"hidden_size": 4, "learning_rate": 0.001}, {"hidden_size": 8, "learning_rate": 0.006},
    ]  # fmt: skip
    assert lines[2]["cells"] == 2
    seconds = [line["seconds"] for line in lines]
    assert all(isinstance(each, float) and each > 0 for each in seconds)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*TINY, "--out", "one"), "needs two cells that differ"),
        ((*TINY, "--set", "hidden_size"), "has no value"),
        ((*TINY, "--set", "hidden_size="), "has no value"),
        ((*TINY, "--set", "size=1,2"), "There is no setting size"),
        ((*TINY, "--set", "hidden_size=4,8", "--out", "."), "wants its folder for itself"),
        (("sweep", "--resume", "nowhere"), "holds no sweep"),
    ],
)
def test_what_makes_no_sweep_is_told(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str, folder: Path
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    assert main(list(arguments)) == UNUSABLE
    assert words in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == before
