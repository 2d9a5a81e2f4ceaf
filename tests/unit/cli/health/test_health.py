"""What `abcstudio health` prints of tunebooks, and the cleaned ones that it writes."""

import json
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from tests.unit.corpus.health.sick_tunes import SICK

Told = pytest.CaptureFixture[str]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "sick.abc"
    path.write_text(SICK, encoding="utf-8")
    return path


def test_problems_stand_under_their_kinds(book: Path, capsys: Told) -> None:
    assert main(["health", str(book)]) == FAILED
    lines = capsys.readouterr().out.splitlines()
    at = lines.index(f"{book}: 1 × The same melody, in any key [same-melody]")
    assert lines[at + 1].strip() == (
        "3 The First in D: Its melody is that of “The First” (no. 1)."
    )  # fmt: skip
    assert main(["health", "--counts", str(book)]) == FAILED
    assert all(line.startswith(str(book)) for line in capsys.readouterr().out.splitlines())


def test_lines_of_json_name_tune_kind_and_place(book: Path, capsys: Told) -> None:
    assert main(["health", "--jsonl", str(book)]) == FAILED
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    twice = next(one for one in found if one["code"] == "same-text")
    assert (twice["tune"], twice["title"]) == (2, "The First, by another name")
    assert twice["can_fix"]
    odd = next(one for one in found if one["code"] == "odd-character")
    assert odd["end"] == odd["start"] + 1


def test_what_is_fixed_is_written_elsewhere(book: Path, tmp_path: Path, capsys: Told) -> None:
    out = tmp_path / "clean.abc"
    assert main(["health", "--fix", "missing-reference-number", "--fix", "same-text",
                 "--out", str(out), str(book)]) == FAILED  # fmt: skip
    assert book.read_text(encoding="utf-8") == SICK
    clean = out.read_text(encoding="utf-8")
    assert "X:7\nT:No number" in clean
    assert "by another name" not in clean
    assert "2 tunes are changed." in capsys.readouterr().err
    assert main(["health", "--fix", "all", "--out", str(out), str(book)]) == FAILED
    capsys.readouterr()
    assert main(["health", "--jsonl", str(out)]) == FAILED
    left = {json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()}
    assert left == {"measure-short"}


def test_a_tunebook_that_is_well_is_told_so(tmp_path: Path, capsys: Told) -> None:
    path = tmp_path / "well.abc"
    path.write_text("X:1\nT:One\nM:4/4\nL:1/8\nK:G\nGABc dedB|]\n")
    assert main(["health", str(path)]) == DONE
    assert capsys.readouterr().out == f"{path}: No problems in 1 tune.\n"


def test_files_of_a_folder_that_cannot_be_read_are_named(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "good.abc").write_text("X:1\nT:A\nM:2/4\nK:G\nGABc|]\n")
    (tmp_path / "bad.abc").write_bytes(b"\x7fELF" + bytes(400))
    assert main(["health", "--jsonl", str(tmp_path)]) == FAILED
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["code"] for one in found] == ["skipped-file"]
    assert "bad.abc" in found[0]["sentence"]


@pytest.mark.parametrize(
    "arguments",
    [("--out", "c.abc", "a.abc", "b.abc"), ("--fix", "no-such", "a.abc"), ("missing.abc",)],
)
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        Path(f"{name}.abc").write_text("X:1\nK:G\nGABc|]\n")
    assert main(["health", *arguments]) == UNUSABLE
    assert capsys.readouterr().err.startswith("abcstudio: ")
    assert not Path("c.abc").exists()


def test_the_source_itself_is_no_target(book: Path) -> None:
    assert main(["health", "--fix", "all", "--out", str(book), str(book)]) == UNUSABLE
    assert book.read_text(encoding="utf-8") == SICK


def test_what_the_fixes_change_is_printed_tune_by_tune(book: Path, capsys: Told) -> None:
    assert main(["health", "--counts", "--fix", "all", "--diff", str(book)]) == FAILED
    lines = capsys.readouterr().out.splitlines()
    at = lines.index(f"{book}: 4 No number")
    assert lines[at + 1] == "+ X:7"
    assert lines[lines.index(f"{book}: 2 The First, by another name") + 1] == "- X:2"
    assert main(["health", "--jsonl", "--fix", "same-text", "--diff", str(book)]) == FAILED
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (last["code"], last["tune"], last["after"]) == ("changed", 2, None)
    assert last["before"].startswith("X:2\n")
