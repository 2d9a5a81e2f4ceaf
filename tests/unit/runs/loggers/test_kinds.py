"""What a log needs is what the package says, and the way to it works from where the program is."""

import importlib.util
import shlex
import sys
import tomllib
from pathlib import Path

import pytest

from abcstudio.runs.loggers.kinds import LOG_KINDS, LogKind, why_no_log

PROJECT = Path(__file__).parents[4] / "pyproject.toml"
KINDS = list(LOG_KINDS.values())


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_log_needs_what_its_extra_names(kind: LogKind) -> None:
    extras = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    assert list(kind.requirements) == extras[kind.extra]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_command_installs_into_the_python_that_runs(
    kind: LogKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/home/My Name/bin/python")
    why = why_no_log(kind)
    assert why is not None
    words = shlex.split(str(why.parameters["command"]))
    assert words == ["/home/My Name/bin/python", "-m", "pip", "install", *kind.requirements]


def test_a_packaged_program_names_the_source_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    why = why_no_log(LOG_KINDS["comet"])
    assert 'from its source code instead: in that folder, run python -m pip install ".[comet]"' in (
        str(why)
    )
