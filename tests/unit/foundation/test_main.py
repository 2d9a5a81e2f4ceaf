"""What the arguments of the program mean: a command, or files for the window."""

import argparse
from pathlib import Path

import pytest

from abcstudio.__main__ import COMMANDS, main, names_files
from abcstudio.cli.commands.command_table import add_commands


def test_the_commands_are_those_of_the_command_line() -> None:
    assert set(add_commands(argparse.ArgumentParser())) == COMMANDS


@pytest.mark.parametrize(
    "arguments",
    [
        ["tune.abc"],
        ["missing.abc", "other.mid"],
        ["./check"],
        ["C:\\tunes\\check"],
        ["file:///tunes/a%20b.abc"],
        ["my_ckpt"],
    ],
)
def test_files_are_for_the_window(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my_ckpt").write_bytes(b"")
    assert names_files(arguments)


@pytest.mark.parametrize("arguments", [["check"], ["train", "x.abc"], ["--help"], ["chek"]])
def test_everything_else_is_for_the_command_line(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "check").write_bytes(b"")
    assert not names_files(arguments)


def test_an_option_beside_a_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tune.abc", "--fast"]) == 2
    said = capsys.readouterr().err
    assert "--fast" in said
    assert "tune.abc" not in said
