"""Two processes on host cards train what one does; gloo stands in for NCCL."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TUNE = "X:1\nT:Up\nM:4/4\nL:1/8\nK:D\n|:DEFG ABcd|dcBA GFED:|\n\n"
SETTINGS = (
    "hidden_size=16", "embedding_dim=8", "batch_size=4", "seq_len=50", "steps=12",
    "evaluate_every=4", "checkpoint_every=6", "gradient_clip=1", "dropout=0.3", "precision=auto",
)  # fmt: skip
LIMIT_SECONDS = 150


def started(folder: Path, name: str, **ranks: str) -> subprocess.Popen[str]:
    settings = [word for setting in SETTINGS for word in ("--set", setting)]
    command = [
        sys.executable, "-m", "tests.hostcard.run_on_card", "train", "--corpus", "train.abc",
        "--validation", "val.abc", "--out", name, "--device", "cuda", "--threads", "1", "--jsonl",
        *settings,
    ]  # fmt: skip
    path = os.pathsep.join((str(ROOT), str(ROOT / "scripts")))
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, **ranks},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def reports(process: subprocess.Popen[str]) -> list[dict[str, Any]]:
    try:
        said, errors = process.communicate(timeout=LIMIT_SECONDS)
    finally:
        process.kill()
    assert process.returncode == 0, errors
    return [json.loads(line) for line in said.splitlines()]


def test_two_cards_learn_what_one_learns(tmp_path: Path) -> None:
    (tmp_path / "train.abc").write_text(TUNE * 20)
    (tmp_path / "val.abc").write_text(TUNE[8:] * 10)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    # As on two machines with a card each.
    shared = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port, "TORCHELASTIC_RUN_ID": "none"}
    both = [
        started(tmp_path, "together", RANK=rank, LOCAL_RANK="0", WORLD_SIZE="2", **shared)
        for rank in ("0", "1")
    ]
    together, other = map(reports, both)
    alone = reports(started(tmp_path, "alone"))
    assert other == []
    assert [line["step"] for line in together] == [4, 8, 12, 12]
    for one, two in zip(alone[:-1], together[:-1], strict=True):
        assert two["train_loss"] == pytest.approx(one["train_loss"], abs=2e-4)
        assert two["val_loss"] == pytest.approx(one["val_loss"], abs=2e-4)
