"""What is left out of torch is missed by nothing that trains, or that a lesson asks for."""

import subprocess
import sys
from pathlib import Path

import pytest
from torch_rules import SOURCES_OF_TORCH, UNUSED_OF_TORCH

USE = Path(__file__).with_name("use_of_torch.py")


@pytest.fixture(scope="module")
def read() -> set[str]:
    """Runs what uses torch, without what is left out; gives the sources that were read."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", USE, *UNUSED_OF_TORCH],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_what_is_left_out_is_not_missed(read: set[str]) -> None:
    assert read


def test_every_source_that_torch_reads_travels(read: set[str]) -> None:
    assert read <= set(SOURCES_OF_TORCH)
