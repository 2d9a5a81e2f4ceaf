"""One rule for every file that a command writes: its ending, and what is never replaced."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.parser import OutputFile
from tests.unit.cli.command_arguments import arguments_of_commands
from tests.unit.cli.test_given_paths import NEEDED, words_of

OWN = "my only tunebook\n"
WRITERS = {
    (command, (*argument.option_strings, argument.dest)[0]): argument.type
    for command, arguments in arguments_of_commands().items()
    for argument in arguments
    if isinstance(argument.type, OutputFile)
}
TUNES = "X:1\nT:One\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    Path("tune.abc").write_text(TUNES, encoding="utf-8")


def outcome(words: list[str]) -> int:
    try:
        return command_line(words)
    except SystemExit as end:
        return int(end.code or 0)


def test_every_command_that_writes_a_file_of_a_given_name_is_among_them() -> None:
    assert set(WRITERS) == {
        ("runs export", "--out"),
        ("import-model", "--out"),
        ("health", "--out"),
        ("prepare", "--save-steps"),
        ("learn hand-in", "file"),
        ("report", "target"),
    }


@pytest.mark.parametrize(("command", "argument"), list(WRITERS))
def test_an_ending_of_another_kind_of_file_is_refused_and_nothing_replaced(
    command: str, argument: str, capsys: pytest.CaptureFixture[str]
) -> None:
    known = f"given{WRITERS[command, argument].endings[0]}"
    for name in ("mine.py", "mine.mp3", "mine"):
        Path(name).write_text(OWN)
        words = [word.replace(known, name) for word in words_of(command, argument)]
        assert outcome(words) == UNUSABLE
        assert Path(name).read_text() == OWN
        sentence = capsys.readouterr().err.splitlines()[-1]
        assert name in sentence
        assert WRITERS[command, argument].endings[0] in sentence


def read_and_written() -> Iterator[list[str]]:
    """Yield command lines whose output is one of their inputs, `given` in both places."""
    yield ["health", "--fix", "all", "--out", "given.abc", "given.abc"]
    yield ["prepare", "--steps", "given.json", "--save-steps", "given.json"]
    yield ["prepare", "--source", "given/training.abc", "--out", "given"]
    yield ["prepare", "--source", "given", "--out", "given"]
    yield ["import-model", "given.safetensors", "--out", "given.safetensors"]
    yield ["report", "given.html", "--aim", "given.html"]
    yield ["runs", "export", "--folder", "given", "--out", "given/run/metrics.jsonl"]
    yield ["health", "--fix", "all", "--out", "./sub/../given.abc", "given.abc"]
    yield ["export", "--format", "abc", "given.abc"]


@pytest.mark.parametrize("words", list(read_and_written()), ids=" ".join)
def test_no_input_is_its_own_output(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("given/run", "sub"):
        Path(folder).mkdir(parents=True)
    files = [
        Path(name)
        for name in (
            "given.abc", "given.json", "given.safetensors", "given.html",
            "given/training.abc", "given/run/metrics.jsonl",
        )
    ]  # fmt: skip
    for file in files:
        file.write_text(TUNES)
    assert outcome(words) in (UNUSABLE, FAILED)
    assert "not replaced" in capsys.readouterr().err
    assert all(file.read_text() == TUNES for file in files)


def test_nothing_is_replaced_where_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    for name, words in {
        "mine.csv": ["runs", "export", "--out", "mine.csv"],
        "mine.jsonl": ["runs", "export", "--filter", "polka", "--out", "mine.jsonl"],
        "mine.zip": ["learn", "hand-in", "mine.zip"],
        "mine.abc": ["health", "--fix", "all", "--out", "mine.abc", "gone.abc"],
        "mine.json": ["prepare", "--source", "gone.abc", "--save-steps", "mine.json"],
        "mine.html": ["report", "mine.html", "--runs", "gone"],
        "mine.safetensors": ["import-model", "gone.pt", "--out", "mine.safetensors"],
    }.items():
        Path(name).write_text(OWN)
        assert outcome(words) in (UNUSABLE, FAILED), words
        assert Path(name).read_text() == OWN, words


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (command, option)
        for command, arguments in arguments_of_commands().items()
        for argument in arguments
        for option in argument.option_strings
    ],
)
def test_two_hyphens_are_no_value(
    command: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    needed = NEEDED.get(command, {})
    others = [f"{name}={value}" for name, value in needed.items() if name[0] == "-" != option]
    values = [value for name, value in needed.items() if name[0] != "-"]
    with pytest.raises(SystemExit) as end:
        command_line([*command.split(), *others, f"{option}=--", *values])
    assert end.value.code == UNUSABLE
    assert option in capsys.readouterr().err.splitlines()[-1]


def test_a_file_may_be_called_like_an_option_behind_two_hyphens() -> None:
    Path("--out=--").write_text(TUNES)
    assert command_line(["check", "--", "--out=--"]) == DONE
