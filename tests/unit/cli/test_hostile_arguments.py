"""Every command and option with what cannot be used: code 2 and one sentence, no traceback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import UNUSABLE
from abcstudio.cli.parser import OutputFile
from abcstudio.learning.config import hyper_parameters
from tests.unit.cli.command_arguments import arguments_of_commands

NO_NUMBERS = ("", "abc", "nan", "-1", "-inf", "1e400", "9" * 400, "0x10", "1,5,5", "\u0663x")
LISTS = {("train", "--milestones")}
"""Options that take several numbers, with commas between them."""
NEEDED = {
    "evaluate": ("--text", "tune.abc"),
    "inspect": ("--text", "tune.abc"),
    "export": ("--format", "png", "tune.abc"),
    "import": ("tune.mid",),
    "import-model": ("weights.pt",),
    "check": ("tune.abc",),
    "rank": ("tune.abc",),
    "novelty": ("tune.abc",),
    "find": ("GABd",),
    "health": ("tune.abc",),
    "rewrite": ("--measures", "1", "tune.abc"),
    "takes export": ("--out-dir", "out"),
    "learn run": ("01-tensors", "answer.py"),
    "learn check": ("lessons",),
    "learn train": ("answer.py",),
}
FILES = [
    ("evaluate", "--text", "{file}"),
    ("evaluate", "--text", "tune.abc", "--model", "{file}"),
    ("inspect", "--text", "{file}"),
    ("inspect", "--text", "tune.abc", "--model", "{file}"),
    ("compose", "--model", "{file}"),
    ("rewrite", "--measures", "1", "{file}"),
    ("rewrite", "--measures", "1", "tune.abc", "--model", "{file}"),
    ("train", "--corpus", "{file}"),
    ("train", "--corpus", "{file}", "--validation", "tune.abc"),
    ("train", "--from", "{file}"),
    ("train", "--resume", "{file}"),
    ("export", "--format", "mid", "{file}"),
    ("export", "--format", "wav", "--sound-font", "{file}", "tune.abc"),
    ("import", "{file}"),
    ("import-model", "{file}"),
    ("rank", "{file}"),
    ("novelty", "{file}"),
    ("find", "GABd", "--in", "{file}"),
    ("health", "{file}"),
    ("prepare", "--source", "{file}"),
    ("prepare", "--steps", "{file}"),
    ("corpus", "{file}"),
]


WORDS = {"--form", "--range", "--meter", "--key", "--rhythm"}
"""Wishes of a tune: `test_compose_wishes.py` says which words they take."""


def numeric_options() -> Iterator[tuple[str, str]]:
    for name, arguments in arguments_of_commands().items():
        for action in arguments:
            option = action.option_strings[-1:]
            is_number = action.type not in (None, Path) and not isinstance(action.type, OutputFile)
            if option and option[0] not in WORDS and is_number:
                yield name, option[0]


def ended(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit code and the last line on the error output, where a sentence stands."""
    try:
        code = command_line(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    errors = capsys.readouterr().err
    assert "Traceback" not in errors
    said = [line for line in errors.splitlines() if line.startswith("abcstudio")]
    assert len(said) == 1, errors
    return code, said[0]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    Path("tune.abc").write_text("X:1\nT:The\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|\n", encoding="utf-8")


def test_every_option_that_is_a_number_is_among_them() -> None:
    found = set(numeric_options())
    assert {("train", "--seconds"), ("train", "--threads"), ("train", "--steps")} <= found
    assert {("compose", "--top-k"), ("compose", "--takes"), ("compose", "--rng-seed")} <= found
    assert {("evaluate", "--window"), ("export", "--tempo"), ("demo", "--rng-seed")} <= found


@pytest.mark.parametrize(("command", "option"), list(numeric_options()))
def test_no_option_takes_what_is_no_number(
    command: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    are_many = (command, option) in LISTS
    for value in (one for one in NO_NUMBERS if not (are_many and "," in one)):
        arguments = [*command.split(), f"{option}={value}", *NEEDED.get(command, ())]
        code, sentence = ended(arguments, capsys)
        assert (code, option in sentence) == (UNUSABLE, True), (value, sentence)


@pytest.mark.parametrize("value", ["0", "-2", "nan"])
def test_seconds_are_more_than_none(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, sentence = ended(["train", f"--seconds={value}"], capsys)
    assert code == UNUSABLE
    assert value in sentence


@pytest.mark.parametrize("name", [*hyper_parameters(), "no_such_setting"])
def test_no_setting_takes_what_does_not_fit(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for value in ("", "abc", "nan", "-1", "1e400", "9" * 400, "2" * 5000):
        code, sentence = ended(["train", "--set", f"{name}={value}"], capsys)
        assert code == UNUSABLE, (value, sentence)
        assert name in sentence


@pytest.mark.parametrize("arguments", FILES, ids=lambda words: " ".join(words))
@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "bytes"])
def test_no_command_takes_a_file_that_is_none(
    arguments: tuple[str, ...], kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path("given.abc")
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.write_bytes(b"" if kind == "empty" else bytes(range(256)) * 4)
    code, sentence = ended([word.format(file=path) for word in arguments], capsys)
    assert code == UNUSABLE
    if arguments[0] == "import-model":
        assert "model" in sentence
        assert "tunebook" not in sentence


@pytest.mark.parametrize("command", list(arguments_of_commands()))
def test_no_command_takes_an_option_that_is_none(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, sentence = ended([*command.split(), "--no-such-option"], capsys)
    assert code == UNUSABLE
    assert "error:" in sentence


@pytest.mark.parametrize("arguments", [("fly",), ("train", "--preset", "huge")])
def test_a_word_that_is_none_is_named(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, sentence = ended([*arguments], capsys)
    assert code == UNUSABLE
    assert arguments[-1] in sentence


@pytest.mark.parametrize("command", ["train", "compose", "export", "check", "demo"])
def test_the_help_of_a_command_has_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        command_line([command, "--help"])
    assert end.value.code in (0, None)
    assert "examples:" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["evaluate", "train"])
def test_a_device_that_is_not_there_is_named_with_the_way_out(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    code, sentence = ended([command, "--device", "cuda", *NEEDED.get(command, ())], capsys)
    assert code == UNUSABLE
    assert "cuda" in sentence
    assert "--device cpu" in sentence
