"""What `abcstudio novelty` prints of tunes."""

import json
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.paths import bundled_tunebook

HEADER = "M:4/4\nL:1/8\nK:G\n"
OWN = "GG^c2 F,2^a2|b2C2 ^D2^g2|^F2b2 _B,2=f2|_e2C2 _A2^c2|"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    return tmp_path


def copied() -> str:
    text = transpose(read_tunebook(bundled_tunebook())[99].text, 2)
    return "\n".join(line for line in text.splitlines() if line[:2] not in ("X:", "T:"))


def test_copies_and_new_tunes_are_told_apart(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "tunes.abc"
    path.write_text(f"X:1\nT:Copied\n{copied()}\n\nX:2\nT:New\n{HEADER}{OWN}\n\nX:3\nK:G\n")
    assert main(["novelty", str(path)]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{path}:1 Copied"
    assert "tune 100 of the tunebook" in lines[2]
    new = lines.index(f"{path}:2 New")
    assert "shares no measure with them" in lines[new + 1]
    assert "too little to compare" in lines[-1]


def test_lines_of_json_say_the_same(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "tunes.abc"
    path.write_text(f"X:1\nT:Copied\n{copied()}\n\nX:2\nK:G\n")
    assert main(["novelty", "--jsonl", "--runs", "1", str(path)]) == DONE
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    (run,) = first["runs"]
    assert run["known_tune"] == 100
    assert run["holders"] >= 1
    assert first["newer_than"] == first["newer_than_each"]["all"]
    assert (second["newer_than"], second["runs"]) == (None, [])


def test_a_file_of_no_use_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["novelty", str(home / "no.abc")]) == UNUSABLE
    assert "no.abc" in capsys.readouterr().err
