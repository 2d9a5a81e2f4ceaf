"""Which build this is, told by the files beside it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import abcstudio
from abcstudio.recipes.installation.build import this_build
from abcstudio.recipes.installation.licences import third_party_notices

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def checkout(root: Path, *, packed: bool = False) -> Path:
    """A folder that looks like a repository with one branch; returns its resources."""
    heads = root / ".git" / "refs" / "heads"
    heads.mkdir(parents=True)
    (root / ".git" / "HEAD").write_text("ref: refs/heads/work\n", "utf-8")
    if packed:
        (root / ".git" / "packed-refs").write_text(
            f"# pack-refs with: peeled\n{'f' * 40} refs/heads/other\n{COMMIT} refs/heads/work\n",
            "utf-8",
        )
    else:
        (heads / "work").write_text(f"{COMMIT}\n", "utf-8")
    return root / "resources"


@pytest.mark.parametrize("packed", [False, True])
def test_a_checkout_tells_its_commit(tmp_path: Path, packed: bool) -> None:
    build = this_build(checkout(tmp_path, packed=packed))
    assert (build.commit, build.kind) == (COMMIT[:12], "checkout")
    assert str(build.words) == (
        f"ABC Studio {abcstudio.__version__} (commit {COMMIT[:12]}, run from its sources)"
    )


def test_another_working_tree_tells_its_commit(tmp_path: Path) -> None:
    repository, tree = tmp_path / "main", tmp_path / "tree"
    checkout(repository)
    place = repository / ".git" / "worktrees" / "tree"
    place.mkdir(parents=True)
    (place / "HEAD").write_text("ref: refs/heads/work\n", "utf-8")
    (place / "commondir").write_text("../..\n", "utf-8")
    tree.mkdir()
    (tree / ".git").write_text(f"gitdir: {place}\n", "utf-8")
    assert this_build(tree / "resources").commit == COMMIT[:12]


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no Git")
def test_this_checkout_tells_the_commit_that_git_tells() -> None:
    root = Path(abcstudio.__file__).parent.parent
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("this is no checkout")
    assert this_build(root / "resources").commit == done.stdout[:12]


def test_what_pip_installed_has_no_commit(tmp_path: Path) -> None:
    build = this_build(tmp_path / "resources")
    assert str(build.words) == f"ABC Studio {abcstudio.__version__} (installed by pip)"


def test_a_packaged_program_tells_what_was_written_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    record = {"version": "9", "commit": "abc123", "day": "2026-11-28", "changed": True}
    (tmp_path / "build.json").write_text(json.dumps(record), "utf-8")
    words = str(this_build(tmp_path).words)
    assert words.endswith("(commit abc123+ of 2026-11-28, packaged program)")
    (tmp_path / "build.json").write_text("[1", "utf-8")
    assert this_build(tmp_path).commit == ""


def test_the_notices_name_each_library_with_its_licence(tmp_path: Path) -> None:
    lines = third_party_notices(tmp_path).splitlines()
    assert lines[0] == "Python: PSF-2.0"
    assert any(line.startswith("torch ") for line in lines)
    assert all(line.partition(": ")[2].strip() for line in lines)
    assert not any(line.startswith("pytest ") for line in lines)


def test_the_notices_of_a_packaged_program_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "THIRD-PARTY.txt").write_text("of others\n", "utf-8")
    assert third_party_notices(tmp_path) == "of others\n"
