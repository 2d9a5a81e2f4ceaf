"""`abcstudio evaluate` says that it works, and takes texts only."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from abcstudio.cli import main as command_line
from abcstudio.cli.evaluate import EvaluateProgress, EvaluateRequest, evaluate_model
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.learning.config import VALIDATION_WINDOW

BOX = Path(__file__).parents[3] / "checkpoints"
TUNE = "X:1\nT:The\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|dAFA DFAd|\n"
LONG = TUNE * 60
"""Read in several parts by the network in the box."""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tune.abc").write_text(TUNE, encoding="utf-8")


def test_what_is_read_is_said_at_once_and_a_terminal_sees_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command_line(["evaluate", "--text", "tune.abc", "--window", "4"]) == DONE
    told = capsys.readouterr()
    assert "abcstudio: The model reads " in told.err
    assert "%" not in told.err
    assert "nats per character" in told.out
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert command_line(["evaluate", "--text", "tune.abc", "--window", "4"]) == DONE
    assert "0%" in capsys.readouterr().err


def test_progress_grows_to_all_that_is_read() -> None:
    reports: list[EvaluateProgress] = []
    model = next(BOX.glob("*.safetensors"))
    request = EvaluateRequest(model, LONG, device="cpu")
    result = evaluate_model(request, reports.append)
    read = [report.read for report in reports]
    assert read == sorted(set(read))
    assert read[0] == 0
    assert len(read) > 2
    assert result.characters - VALIDATION_WINDOW <= read[-1] <= result.characters
    assert {report.characters for report in reports} == {result.characters}


@pytest.mark.parametrize("command", ["evaluate", "inspect"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bytes(range(256)) * 8, "is not a text"),
        (TUNE.encode("utf-16-le"), "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(
    command: str, data: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("given.abc").write_bytes(data)
    assert command_line([command, "--text", "given.abc"]) == UNUSABLE
    told = capsys.readouterr()
    assert said in told.err
    assert not told.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_said_to_be_no_model_file(capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("pipe")
    Path("folder").mkdir()
    said = {
        "pipe": "pipe is not a model file: it is a pipe or a device",
        "folder": "folder is a folder, and not that of a training run",
    }
    for name, sentence in said.items():
        assert command_line(["import-model", name]) == UNUSABLE
        assert sentence in capsys.readouterr().err
    assert command_line(["import-model", "tune.abc"]) == UNUSABLE
    assert "tune.abc is a text, not a model." in capsys.readouterr().err


def test_help_names_models_without_a_suffix(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line(["import-model", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert ".pt, .pth, .safetensors, my_ckpt, or a run's folder" in said


def test_inspect_names_places_as_an_editor_does(capsys: pytest.CaptureFixture[str]) -> None:
    text = "X:1\nT:Q\nM:4/4\nL:1/8\nK:G\nGABc dedB|\n"
    Path("places.abc").write_text(text, encoding="utf-8")
    assert command_line(["inspect", "--text", "places.abc"]) == DONE
    told = re.findall(r"line (\d+), column (\d+): '(.)' ", capsys.readouterr().out)
    assert told
    lines = text.splitlines()
    for line, column, character in told:
        assert lines[int(line) - 1][int(column) - 1] == character
    assert command_line(["inspect", "--text", "places.abc", "--jsonl"]) == DONE
    facts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    read = [fact for fact in facts if "offset" in fact]
    assert all(text[fact["offset"]] == fact["character"] for fact in read)
    with pytest.raises(SystemExit):
        command_line(["inspect", "--help"])
    assert "offset and copied_from count the characters" in capsys.readouterr().out


def test_inspect_says_where_a_signal_never_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line(["inspect", "--text", "tune.abc"]) == DONE
    told = capsys.readouterr().out
    assert "in_chord: it is the same throughout this text" in told
    assert "+0.00" not in told
    assert "on_beat: " in told
