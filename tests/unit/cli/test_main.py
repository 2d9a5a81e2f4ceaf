"""How the command line ends: when it is interrupted, and when nothing can be printed."""

import errno
import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from abcstudio import __main__ as door
from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE, FAILED, INTERRUPTED, UNUSABLE
from abcstudio.cli.output import put

cli_main = sys.modules["abcstudio.cli.main"]


class _Interrupting:
    """An import finder that is interrupted where the command line is loaded."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "abcstudio.cli":
            raise KeyboardInterrupt
        return None


def _interrupt(_only: str) -> None:
    raise KeyboardInterrupt


def _parser(run: object) -> ArgumentParser:
    parser = ArgumentParser()
    parser.set_defaults(run=run)
    return parser


def test_ctrl_c_while_the_program_is_loaded_ends_it_silently(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "abcstudio.cli")
    monkeypatch.setattr(sys, "meta_path", [_Interrupting(), *sys.meta_path])
    assert door.main(["check"]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_while_arguments_are_read_ends_it_silently(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli_main, "make_parser", _interrupt)
    assert command_line(["check"]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_an_unknown_option_without_a_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, words in ((["--bogus"], "arguments: --bogus"), ([], "name a command")):
        with pytest.raises(SystemExit) as ended:
            command_line(arguments)
        assert ended.value.code == UNUSABLE
        assert words in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("buffering", [-1, 1])
def test_an_output_that_takes_nothing_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], buffering: int
) -> None:
    def talk(_options: Namespace) -> int:
        put("line")
        return DONE

    monkeypatch.setattr(cli_main, "make_parser", lambda _only: _parser(talk))
    with Path("/dev/full").open("w", buffering, encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert command_line([]) == FAILED
    assert "standard output: No space left" in capsys.readouterr().err


def test_another_file_that_cannot_be_written_is_not_taken_for_the_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_options: Namespace) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(cli_main, "make_parser", lambda _only: _parser(fail))
    assert command_line([]) == FAILED
    assert capsys.readouterr().err == "abcstudio: No space left on device\n"


def test_a_name_that_is_no_utf8_is_said_readably(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "abcstudio",
        "check",
        str(tmp_path / os.fsdecode(b"caf\xe9.abc")),
    ]
    said = subprocess.run(command, capture_output=True, check=False).stderr.decode("ascii")
    assert said == f"abcstudio: There is no file {tmp_path}/caf\\xe9.abc.\n"
