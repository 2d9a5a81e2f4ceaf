"""Where a sentence may lack its Ukrainian: on a branch, never on main or in what is unpacked."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.translation_due import is_on_a_branch


@pytest.fixture(autouse=True)
def _no_pull_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_HEAD_REF", raising=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    git(tmp_path, *who, "commit", "--quiet", "--allow-empty", "--message", "first")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", folder, *words], check=True)


def test_main_needs_all_and_a_branch_does_not(repository: Path) -> None:
    assert not is_on_a_branch(repository)
    git(repository, "switch", "--quiet", "--create", "words")
    assert is_on_a_branch(repository)
    git(repository, "switch", "--quiet", "--detach")
    assert not is_on_a_branch(repository)


def test_a_pull_request_is_a_branch(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(repository, "switch", "--quiet", "--detach")
    monkeypatch.setenv("GITHUB_HEAD_REF", "words")
    assert is_on_a_branch(repository)


def test_what_is_unpacked_needs_all(tmp_path: Path) -> None:
    assert not is_on_a_branch(tmp_path)
