"""Each path that any command takes: one that is of no use is named, and nothing is written."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_archives import LabNetwork, saved

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.parser import OutputFile
from tests.unit.cli.command_arguments import arguments_of_commands

TUNE = "X:1\nT:The\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|dAFA DFAd|\n"
KINDS = {
    "missing": None,
    "folder": None,
    "binary": bytes(range(256)) * 40,
    "empty": b"",
}
# Where none of these commands may wait for another program.
SPECIAL = () if os.name == "nt" else ("pipe", "socket", "device")
GUARD_SECONDS = 120
# To read all tunes in the box takes seconds.
TEXTS = {"--corpus": "tune.abc", "--validation": "tune.abc"}
# What else a command needs, all of it good.
NEEDED: dict[str, dict[str, str]] = {
    "evaluate": {"--text": "tune.abc"},
    "inspect": {"--text": "tune.abc"},
    "export": {"--format": "wav", "files": "tune.abc"},
    "import": {"files": "tune.mid"},
    "import-model": {"file": "lab.pt"},
    "check": {"files": "tune.abc"},
    "compose": {"--max-chars": "20", "--out-dir": "out"},
    "find": {"melody": "GABd"},
    "report": {"target": "report.html"},
    "health": {"files": "tune.abc"},
    "prepare": {"--source": "tune.abc", "--validation-percent": "0"},
    "rewrite": {"file": "tune.abc", "--measures": "1", "--out-dir": "out"},
    "sweep": {"--set": "rng_seed=1,2", "--preset": "quick", "--device": "cpu"},
    "train": {"--steps": "1", "--preset": "quick", "--device": "cpu"},
    "runs show": {"runs": "quick"},
    "runs compare": {"runs": "quick"},
    "runs delete": {"runs": "quick"},
    "runs export": {"--out": "runs.csv"},
    "learn run": {"lesson": "01-boxes-of-numbers", "file": "answer.py"},
    "learn grade": {"files": "handed.zip"},
}
ALSO = {
    ("import-model", "--out"): {"--vocabulary": "known.txt"},
}
TARGETS = ("--out", "--out-dir")
# Their folder may be empty, which is no fault.
LISTS = {"runs list", "runs show", "runs compare", "runs delete", "runs export"}


def paths() -> Iterator[tuple[str, str]]:
    """Yield each command with each of its arguments that is a path."""
    for command, arguments in arguments_of_commands().items():
        for argument in arguments:
            if argument.type is Path or isinstance(argument.type, OutputFile):
                yield command, (*argument.option_strings, argument.dest)[0]


OUTPUTS = {
    (command, (*argument.option_strings, argument.dest)[0]): argument.type.endings[0]
    for command, arguments in arguments_of_commands().items()
    for argument in arguments
    if isinstance(argument.type, OutputFile)
}
"""The ending that the name of a file to write needs, by its command and argument."""


def cases() -> Iterator[tuple[str, str, str]]:
    for command, argument in paths():
        kinds = {*KINDS, *SPECIAL}
        if (command, argument) in OUTPUTS:
            kinds = {"folder"}
        elif argument in TARGETS:
            kinds = {"binary", "empty"}
        elif command in LISTS:
            kinds -= {"folder"}
        elif command == "learn run":
            # An answer is judged, whatever was typed.
            kinds -= {"empty", "binary"}
        for kind in (*KINDS, *SPECIAL):
            if kind in kinds:
                yield command, argument, kind


def given_name(command: str, argument: str) -> str:
    return f"given{OUTPUTS.get((command, argument), '.abc')}"


def words_of(command: str, argument: str) -> list[str]:
    """Return a whole command line, with the name of `given_name` for the argument."""
    texts = TEXTS if command in ("train", "sweep") and argument != "--resume" else {}
    also = ALSO.get((command, argument), {})
    given = {**NEEDED.get(command, {}), **texts, **also, argument: given_name(command, argument)}
    options = [f"{name}={value}" for name, value in given.items() if name.startswith("-")]
    values = [value for name, value in given.items() if not name.startswith("-")]
    return [*command.split(), *options, *values]


def tree(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@pytest.fixture
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    (tmp_path / "tune.abc").write_text(TUNE, "utf-8")
    known = "".join(sorted(set(TUNE)))
    (tmp_path / "known.txt").write_text(known, "utf-8")
    (tmp_path / "lab.pt").write_bytes(saved(LabNetwork(len(known), 4, 6).state_dict()))
    assert command_line(["export", "--format", "mid", "tune.abc"]) == DONE
    capsys.readouterr()
    return tmp_path


def test_the_walk_meets_every_command_that_takes_paths() -> None:
    assert {command for command, _ in paths()} == {
        "train", "evaluate", "inspect", "import-model", "compose", "export", "import", "check",
        "demo", "rewrite", "rank", "novelty", "find", "corpus", "report", "health", "prepare",
        "sweep", "milestones", *LISTS, "takes export", "learn run", "learn check", "learn train",
        "learn grade", "learn hand-in",
    }  # fmt: skip
    assert {argument for _, argument in paths()} >= {"files", "--from", "--vocabulary", "--out"}


@pytest.fixture
def _no_command_hangs() -> Iterator[None]:
    """End a test that waits for another program, instead of waiting with it."""
    if not SPECIAL:
        yield
        return

    def end(*_: object) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(GUARD_SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(("command", "argument"), list(paths()))
def test_an_empty_name_does_not_mean_here(
    command: str, argument: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(folder)
    name = given_name(command, argument)
    words = [word.replace(name, "") for word in words_of(command, argument)]
    with pytest.raises(SystemExit) as ended:
        command_line(words)
    assert ended.value.code == UNUSABLE
    sentence = capsys.readouterr().err.splitlines()[-1]
    assert any(word in sentence for word in (argument, "FILE", "RUN", "DIR"))
    assert "it is empty" in sentence
    assert tree(folder) == before


def make(kind: str, path: Path) -> None:
    """Put what a kind says at a path."""
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(path))
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif (data := KINDS[kind]) is not None:
        path.write_bytes(data)


@pytest.mark.usefixtures("_no_command_hangs")
@pytest.mark.parametrize(("command", "argument", "kind"), list(cases()))
def test_a_path_of_no_use_is_named_and_nothing_is_written(
    command: str, argument: str, kind: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = given_name(command, argument)
    make(kind, Path(name))
    before = tree(folder)
    is_one_of_a_class = (command, argument) == ("learn grade", "files")
    expected = FAILED if is_one_of_a_class else UNUSABLE
    assert command_line(words_of(command, argument)) == expected
    printed, said = capsys.readouterr()
    # The head of the table is there before the first archive is read.
    assert is_one_of_a_class or not printed
    (sentence,) = said.splitlines()
    assert sentence.startswith("abcstudio: ")
    assert sentence.count(name) == 1
    assert "Preferences" not in sentence
    if kind in SPECIAL and argument in ("files", "--model", "--from"):
        assert sentence.endswith("it is a pipe or a device, not a file.")
    assert tree(folder) == before


@pytest.mark.parametrize(("command", "room"), [("compose", "inputs"), ("demo", "demo")])
def test_no_folder_is_made_for_what_cannot_be_composed(
    command: str, room: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"abcstudio.cli.{room}.bundled_model", lambda: folder / "gone")
    before = tree(folder)
    assert command_line([command, "--out-dir", "out"]) == UNUSABLE
    assert command_line(["compose", "--prompt", "\N{SNOWMAN}", "--out-dir", "out"]) == UNUSABLE
    assert tree(folder) == before
