"""A tune of any size, given to every command that reads one: a sentence, and no long work."""

from pathlib import Path

import pytest
from hostile_sizes import COMMANDS, HEADER, MEASURE, words_of

from abcstudio.cli import evaluate
from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.notation.limits import MAX_TUNE_LENGTH

LONG = HEADER + MEASURE * (MAX_TUNE_LENGTH // len(MEASURE)) + "\n"
READ_SOURCES = (
    "health", "corpus", "prepare", "rank", "novelty", "find in", "find", "export", "train", "sweep",
    "learn train",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("command", READ_SOURCES)
def test_a_tune_that_is_too_long_is_left_out_with_a_sentence(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("large.abc").write_text(LONG)
    assert command_line(words_of(command, "large.abc")) == UNUSABLE
    said = capsys.readouterr().err
    assert "1 tune has more than 1,000,000 characters and is left out" in said


def test_the_other_tunes_of_the_file_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("large.abc").write_text(f"X:7\nT:Short\nM:4/4\nL:1/8\nK:D\n{MEASURE}\n\n{LONG}\n{LONG}")
    assert command_line(["corpus", "large.abc"]) == DONE
    printed, said = capsys.readouterr()
    assert "2 tunes have more than 1,000,000 characters and are left out" in said
    assert "1 tune" in printed


def test_measures_of_a_tune_that_is_too_long_are_not_rewritten(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("large.abc").write_text(LONG)
    assert command_line(words_of("rewrite", "large.abc")) == UNUSABLE
    assert "large.abc: The tune has more than 1,000,000" in capsys.readouterr().err


def test_no_more_is_evaluated_than_a_day_allows(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluate, "MAX_EVALUATED", 1_000)
    Path("large.abc").write_text(HEADER + MEASURE * 200)
    assert command_line(words_of("evaluate", "large.abc")) == UNUSABLE
    assert "a model reads at most 1,000 at once" in capsys.readouterr().err


def test_the_beginning_of_it_is_checked() -> None:
    Path("large.abc").write_text(LONG)
    assert command_line(words_of("check", "large.abc")) in (DONE, FAILED)


def test_the_walk_is_over_every_command_that_reads_a_text() -> None:
    assert {words[0] for words in COMMANDS.values()} >= {
        "check", "health", "corpus", "prepare", "rank", "novelty", "find", "export", "rewrite",
        "compose", "evaluate", "inspect", "train", "sweep", "learn", "report",
    }  # fmt: skip
