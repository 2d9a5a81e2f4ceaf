"""What becomes of files that are there already: each option says it, each command keeps to it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_archives import LabNetwork, saved

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.cli.targets import NUMBERED, REFUSED, REPLACED
from tests.unit.cli.command_arguments import arguments_of_commands
from tests.unit.cli.test_train import TINY, TUNES

RULES = {
    "compose": NUMBERED,
    "rewrite": NUMBERED,
    "demo": NUMBERED,
    "import": NUMBERED,
    "import-model": REFUSED,
    "train": REFUSED,
    "export": REPLACED,
    "health": REPLACED,
    "prepare": REPLACED,
    "sweep": REFUSED,
    "runs export": REPLACED,
    "takes export": NUMBERED,
}
ARGUMENTS = {
    "compose": ("--no-guard", "--max-chars", "20", "--takes", "2", "--out-dir", "out"),
    "rewrite": ("--tune", "1", "--measures", "1", "--takes", "2", "--out-dir", "out", "tunes.abc"),
    "demo": ("--rng-seed", "1", "--out-dir", "out"),
    "import": ("--out-dir", "out", "tunes.mid"),
    "import-model": ("--corpus", "tunes.abc", "--out", "out/lab.safetensors", "lab.pt"),
    "train": (*TINY[1:], "--out", "out"),
    "export": ("--format", "mid", "--out-dir", "out", "tunes.abc"),
    "health": ("--fix", "all", "--out", "out/clean.abc", "tunes.abc"),
    "prepare": ("--source", "tunes.abc", "--repeats", "keep", "--out", "out"),
    "sweep": (
        "--corpus",
        "tunes.abc",
        "--preset",
        "quick",
        "--device",
        "cpu",
        "--threads",
        "1",
        "--set",
        "steps=2",
        "--set",
        "hidden_size=8,9",
        "--set",
        "seq_len=50",
        "--set",
        "batch_size=2",
        "--out",
        "out",
    ),
}
Files = dict[Path, bytes]


def commands_that(rule: str) -> list[str]:
    """Return those whose rule it is; `runs export` and `takes export` have tests of their own."""
    return [name for name in ARGUMENTS if RULES[name] == rule]


@pytest.fixture(autouse=True)
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("abcstudio.recipes.demo.CANDIDATES", 1)
    (tmp_path / "tunes.abc").write_text(TUNES, "utf-8")
    known = len(set(TUNES))
    (tmp_path / "lab.pt").write_bytes(saved(LabNetwork(known, 4, 6).state_dict()))
    assert command_line(["export", "--format", "mid", "tunes.abc"]) == DONE
    capsys.readouterr()
    return tmp_path


def files_there() -> Files:
    return {path: path.read_bytes() for path in Path("out").rglob("*") if path.is_file()}


def spoil() -> Files:
    """Put other words into every file, so that one that is written again is seen to be."""
    for path in files_there():
        path.write_text("mine", "utf-8")
    return files_there()


@pytest.fixture
def run_twice(capsys: pytest.CaptureFixture[str]) -> Callable[[str, int], tuple[Files, str]]:
    """Run a command twice; return the files after the first time, and what is said the second."""

    def run(command: str, outcome: int) -> tuple[Files, str]:
        words = [command, *ARGUMENTS[command]]
        assert command_line(words) == DONE
        first = spoil()
        capsys.readouterr()
        assert command_line(words) == outcome
        out, err = capsys.readouterr()
        return first, out + err

    return run


def test_each_option_that_names_a_target_says_what_becomes_of_a_file_that_is_there() -> None:
    found = {
        command: argument.help
        for command, arguments in arguments_of_commands().items()
        for argument in arguments
        if argument.dest.startswith("out")
    }
    assert set(found) == set(RULES)
    for command, sentence in found.items():
        assert sentence
        assert sentence.endswith(f"; {RULES[command]}")
        assert "there already" in sentence


@pytest.mark.parametrize("command", commands_that(NUMBERED))
def test_what_is_there_is_kept_and_the_new_file_is_numbered_and_named(
    command: str, run_twice: Callable[[str, int], tuple[Files, str]]
) -> None:
    first, said = run_twice(command, DONE)
    after = files_there()
    assert {path: after[path] for path in first} == first
    new = set(after) - set(first)
    assert {path.with_stem(path.stem + "-2") for path in first} == new
    assert all(str(path) in said for path in new)


@pytest.mark.parametrize("command", [name for name, rule in RULES.items() if rule == REFUSED])
def test_what_is_there_is_named_and_the_command_refused(
    command: str, run_twice: Callable[[str, int], tuple[Files, str]]
) -> None:
    first, said = run_twice(command, UNUSABLE)
    assert files_there() == first
    (sentence,) = said.splitlines()
    assert ARGUMENTS[command][ARGUMENTS[command].index("--out") + 1] in sentence
    assert "hoose another" in sentence


@pytest.mark.parametrize("command", commands_that(REPLACED))
def test_what_is_derived_from_an_input_is_replaced(
    command: str, run_twice: Callable[[str, int], tuple[Files, str]]
) -> None:
    first, said = run_twice(command, DONE)
    after = files_there()
    assert set(after) == set(first)
    assert not any(after[path] == first[path] for path in first)
    assert all(str(path) in said for path in first)


def test_a_model_is_no_target_of_its_own_import(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line(["import-model", "lab.pt", "--corpus", "tunes.abc"]) == DONE
    before = Path("lab.safetensors").read_bytes()
    own = ["import-model", "lab.safetensors", "--out", "lab.safetensors"]
    assert command_line(own) == UNUSABLE
    assert "lab.safetensors is read by this command" in capsys.readouterr().err
    assert Path("lab.safetensors").read_bytes() == before
