"""What a command loads: its own modules, and none of the others'."""

import json
import subprocess
import sys

import pytest

from abcstudio.cli.commands.command_table import COMMAND_TABLE, CommandRow

HEAVY = ("torch", "numpy", "PySide6", "verovio", "pygame", "reportlab", "docx", "tqdm", "PIL")
# Prints what was loaded on the error output, since the output is the command's own.
PROGRAM = """
import json, sys
from abcstudio.__main__ import main
try:
    code = main(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded_by(*arguments: str) -> list[str]:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True
    )
    code, modules = json.loads(result.stderr)
    assert not code
    return list(modules)


def modules_of(command: CommandRow) -> str:
    return f"abcstudio.cli.{command.module}"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_no_command(option: str) -> None:
    loaded = loaded_by(option)
    assert not {modules_of(command) for command in COMMAND_TABLE.values()} & set(loaded)
    assert not set(HEAVY) & set(loaded)
    # Of the program itself, what prints and what reads arguments.
    assert len([name for name in loaded if name.startswith("abcstudio.")]) < 33


def test_a_command_loads_no_other_and_no_library_that_it_does_not_use() -> None:
    loaded = loaded_by("check", "resources/tunes/welcome.abc", "--jsonl")
    of_others = {
        modules_of(each) for name, each in COMMAND_TABLE.items() if each.module and name != "check"
    }
    assert not of_others & set(loaded)
    assert not set(HEAVY) & set(loaded)


def test_an_unknown_command_is_refused_with_all_names() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "abcstudio", "chek"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert all(name in result.stderr for name in COMMAND_TABLE)
