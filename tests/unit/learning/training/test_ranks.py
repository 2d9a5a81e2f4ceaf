"""Two real processes on one machine, joined by gloo."""

import json
import os
import socket
import subprocess
import sys

import pytest
import torch

from abcstudio.cli.main import main
from abcstudio.errors import TrainingError
from abcstudio.learning.devices import has_stray_rank, is_parallel, own_rank
from abcstudio.learning.training.ranks import ParallelRanks, Ranks

TUNE = "X:1\nT:Up\nM:4/4\nL:1/8\nK:D\n|:DEFG ABcd|dcBA GFED:|\n\n"
# torch itself waits for minutes where the name of this machine cannot be looked up.
LIMIT_SECONDS = 150
SETTINGS = (
    "hidden_size=16", "embedding_dim=8", "batch_size=4", "seq_len=50", "steps=12",
    "evaluate_every=4", "checkpoint_every=6", "gradient_clip=1", "dropout=0.3", "precision=float32",
)  # fmt: skip


def words_of(name, *more):
    settings = [word for setting in SETTINGS for word in ("--set", setting)]
    return [
        "train", "--corpus", "train.abc", "--validation", "val.abc",
        "--out", name, "--device", "cpu", "--threads", "1", "--jsonl", *settings, *more,
    ]  # fmt: skip


def trained(tmp_path, name, *more):
    two = ["--standalone", "--local-addr", "127.0.0.1", "--nproc-per-node", "2"]
    run = [sys.executable, "-m", "torch.distributed.run", *two]
    command = [*run, "-m", "abcstudio", *words_of(name, *more)]
    result = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_SECONDS,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    lines = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    # The last line is the outcome, and names the model.
    assert "model" in lines[-1]
    return lines[:-1]


@pytest.mark.parametrize(("windows", "heads"), [("random", 0), ("contiguous", 2)])
def test_two_ranks_learn_what_one_process_learns(tmp_path, monkeypatch, capsys, windows, heads):
    (tmp_path / "train.abc").write_text(TUNE * 20)
    (tmp_path / "val.abc").write_text(TUNE[8:] * 10)
    more = ("--set", f"windows={windows}", "--set", f"pointer_heads={heads}")
    monkeypatch.chdir(tmp_path)
    assert main(words_of("alone", *more)) == 0
    alone = [json.loads(line) for line in capsys.readouterr().out.splitlines()][:-1]
    together = trained(tmp_path, "together", *more)
    assert [line["step"] for line in together] == [4, 8, 12]
    for one, other in zip(alone, together, strict=True):
        assert other["train_loss"] == pytest.approx(one["train_loss"], abs=2e-4)
        assert other["val_loss"] == pytest.approx(one["val_loss"], abs=2e-4)
    assert (tmp_path / "together" / "best.safetensors").is_file()
    lines = (tmp_path / "together" / "metrics.jsonl").read_text().splitlines()
    assert len({json.loads(line)["step"] for line in lines}) == len(lines)


def test_a_process_that_is_killed_ends_the_other_with_a_sentence(tmp_path):
    (tmp_path / "train.abc").write_text(TUNE * 20)
    (tmp_path / "val.abc").write_text(TUNE[8:] * 10)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "abcstudio",
        *words_of("together", "--set", "steps=100000", "--set", "evaluate_every=20"),
    ]  # fmt: skip
    both = []
    for rank in ("0", "1"):
        given = {
            "RANK": rank, "LOCAL_RANK": rank, "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1",
            "MASTER_PORT": str(port), "TORCHELASTIC_RUN_ID": "none",
        }  # fmt: skip
        both.append(
            subprocess.Popen(
                command,
                cwd=tmp_path,
                env={**os.environ, **given},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
    first, second = both
    try:
        assert first.stdout.readline().startswith("{")
        second.kill()
        _, said = first.communicate(timeout=LIMIT_SECONDS)
    finally:
        for process in both:
            process.kill()
            process.communicate()
    assert first.returncode == 1
    assert "another process of this run ended" in said
    assert "Traceback" not in said


ALL = {
    "WORLD_SIZE": "4", "RANK": "2", "MASTER_ADDR": "here", "MASTER_PORT": "29500",
    "TORCHELASTIC_RUN_ID": "none",
}  # fmt: skip
WORDS = ("MASTER_ADDR", "TORCHELASTIC_RUN_ID")


@pytest.mark.parametrize(
    ("variables", "rank"),
    [
        ({}, None),
        (ALL, 2),
        ({**ALL, "RANK": "0"}, 0),
        ({**ALL, "WORLD_SIZE": "1", "RANK": "0"}, None),
        ({**ALL, "RANK": "4"}, None),
        *(({**ALL, name: "odd"}, None) for name in ALL if name not in WORDS),
        *(({key: ALL[key] for key in ALL if key != name}, None) for name in ALL),
    ],
)
def test_variables_that_torchrun_has_not_set_all_mean_nothing(monkeypatch, variables, rank):
    for name in ALL:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert is_parallel() == (rank is not None)
    assert own_rank() == (rank or 0)


def test_a_rank_that_torchrun_has_not_given_is_said_and_nobody_is_waited_for(
    tmp_path, monkeypatch, capsys
):
    for name, value in {**ALL, "MASTER_ADDR": "192.0.2.1"}.items():
        monkeypatch.setenv(name, value)
    assert not has_stray_rank()
    monkeypatch.delenv("TORCHELASTIC_RUN_ID")
    (tmp_path / "train.abc").write_text(TUNE * 20)
    settings = [word for setting in SETTINGS for word in ("--set", setting)]
    corpus = ["--corpus", str(tmp_path / "train.abc"), "--validation", str(tmp_path / "train.abc")]
    command = ["train", *corpus, "--out", str(tmp_path / "run"), "--device", "cpu", *settings]
    assert main([*command, "--steps", "1", "--threads", "1"]) == 0
    assert capsys.readouterr().err.count("torchrun has not started it") == 1


def test_a_batch_must_divide():
    ranks = ParallelRanks.__new__(ParallelRanks)
    ranks.rank, ranks.size = 1, 2
    assert ranks.rows(8) == slice(4, 8)
    with pytest.raises(TrainingError):
        ranks.rows(7)


def test_alone_there_is_nothing_to_agree_about():
    ranks, loss = Ranks(), torch.tensor(1.5)
    assert ranks.agree(True, 0.25) == (True, 0.25)
    assert ranks.mean(loss) is loss
    assert ranks.rows(5) == slice(0, 5)
