"""What the arguments of the program mean: a command, or files for the window."""

from pathlib import Path

import pytest

from abcstudio.__main__ import COMMANDS, names_files
from abcstudio.cli.main import make_parser


def test_the_commands_are_those_of_the_command_line() -> None:
    choices = next(a.choices for a in make_parser()._actions if a.dest == "command" or a.choices)
    assert choices is not None
    assert set(choices) == COMMANDS


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


@pytest.mark.parametrize(
    "arguments", [["check"], ["train", "x.abc"], ["--help"], ["chek"], ["tune.abc", "--fast"]]
)
def test_everything_else_is_for_the_command_line(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "check").write_bytes(b"")
    assert not names_files(arguments)
