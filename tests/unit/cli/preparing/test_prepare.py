"""`abcstudio prepare`: the corpus on disk is that which a run records."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.runs.run_folder import RunFolder
from tests.unit.recipes.small_training import CONFIG

REEL = "X:{0}\nT:Reel {0}\nR:reel\nM:4/4\nL:1/8\nK:G\n{1}|{1}|\n\n"
JIG = "X:{0}\nT:Jig\nR:jig\nM:6/8\nL:1/8\nK:D\ndfa afd|\n\n"
BARS = ["GABc dedB", "g2fe d2cB", "BdgB dBGB", "E2EF G2AB", "c2ec gcec", "f2df afdf"]

Told = pytest.CaptureFixture[str]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.abc"
    reels = [REEL.format(number, bar) for number, bar in enumerate(BARS, start=1)]
    path.write_text("".join(reels) + JIG.format(9), encoding="utf-8")
    return path


def test_the_fingerprint_is_that_which_a_run_records(
    book: Path, tmp_path: Path, capsys: Told
) -> None:
    out = tmp_path / "reels"
    assert main(["prepare", "--source", str(book), "--rhythm", "reel", "--validation-percent",
                 "34", "--out", str(out), "--jsonl"]) == DONE  # fmt: skip
    *steps, end = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert steps[0] == {"step": "select", "tunes": 6, "changed": 0}
    assert steps[-1] == {"step": "split", "tunes": 4, "held_out": 2}
    facts = json.loads((out / "steps.json").read_text())
    assert facts["fingerprint"] == end["fingerprint"]
    config = replace(CONFIG, seq_len=50, batch_size=1, steps=3)
    request = TrainRequest(
        training_text=(out / "training.abc").read_text(),
        validation_text=(out / "validation.abc").read_text(),
        config=config,
        folder=tmp_path / "run",
        device="cpu",
    )
    train(request, lambda _report: None)
    assert RunFolder(tmp_path / "run").facts()["corpus"]["fingerprint"] == end["fingerprint"]


def test_saved_steps_make_the_same_corpus(book: Path, tmp_path: Path, capsys: Told) -> None:
    kept = tmp_path / "steps.json"
    assert main(["prepare", "--source", str(book), "--tonic", "D", "--no-clean",
                 "--save-steps", str(kept)]) == DONE  # fmt: skip
    first = capsys.readouterr().out
    assert "transposed: 7 tunes, 6 of them changed" in first
    assert main(["prepare", "--steps", str(kept)]) == DONE
    assert capsys.readouterr().out == first


def test_what_cannot_be_prepared_is_said(book: Path, tmp_path: Path, capsys: Told) -> None:
    assert main(["prepare", "--steps", str(book)]) == UNUSABLE
    assert "holds no steps" in capsys.readouterr().err
    assert main(["prepare", "--source", str(book), "--rhythm", "polka", "--out",
                 str(tmp_path / "none")]) == UNUSABLE  # fmt: skip
    assert "No tune is left" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
