"""What `abcstudio check` says of files that are no tunes."""

import json
from itertools import groupby
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import FAILED, UNUSABLE
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score


def test_what_is_no_text_is_not_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "program.abc"
    program.write_bytes(b"\x7fELF" + bytes(range(256)) * 40)
    wide = tmp_path / "wide.abc"
    wide.write_bytes("X:1\nK:C\nCDEF|\n".encode("utf-32"))
    assert main(["check", str(program), str(wide)]) == UNUSABLE
    told = capsys.readouterr()
    assert told.out == ""
    first, second = told.err.splitlines()
    assert first.endswith("program.abc is a program, not a text.")
    assert "UTF-32" in second


def test_characters_that_nobody_sees_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tune.abc"
    path.write_bytes("X:1\nK:C\nC\x1b[2J D\u202eE\x85|\n".encode())
    assert main(["check", str(path)]) == FAILED
    told = capsys.readouterr().out
    assert "U+001B" in told
    assert not set("\x1b\x85\u202e") & set(told)
    assert main(["check", "--jsonl", str(path)]) == FAILED
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any("U+001B" in line["sentence"] for line in lines)


def test_what_is_found_is_printed_before_the_next_tune_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tunes.abc"
    path.write_text("".join(f"X:{n}\nK:C\nC;D|\n\n" for n in (1, 2, 3)), encoding="utf-8")
    seen: list[str] = []

    def read(text: str, file_header: str) -> Score:
        seen.append(f"read {text[2]}")
        return parse(text, file_header)

    monkeypatch.setattr("abcstudio.recipes.check.parse", read)
    monkeypatch.setattr("abcstudio.cli.check.put", lambda _line: seen.append("put"))
    assert main(["check", str(path)]) == FAILED
    assert [each for each, _ in groupby(seen)] == [
        "read 1", "put", "read 2", "put", "read 3", "put",
    ]  # fmt: skip


def test_a_problem_names_its_characters_in_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tunes.abc"
    text = "X:1\nK:C\nCDEF|\n\nX:2\nK:C\nC;D|\n"
    path.write_text(text, encoding="utf-8")
    main(["check", "--jsonl", str(path)])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    places = [text[line["start"] : line["end"]] for line in lines if line["tune"] == 2]
    assert ";" in places
