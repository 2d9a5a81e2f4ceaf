"""Long work shows on a terminal how far it is, and nothing where the output is a pipe."""

import sys
from pathlib import Path
from shutil import copy

import pytest

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE
from abcstudio.errors import CancelledError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import bundled_model
from abcstudio.recipes.compose import ComposeRequest, PromptRead, compose
from abcstudio.stopping import stopping

TUNE = "X:{n}\nT:The {n}\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|eA^GA {n}EAc|\n\n"
TUNES = "".join(TUNE.format(n=n) for n in range(1, 9))
LONG = TUNES * 3
TRAIN = (
    "train", "--corpus", "tunes.abc", "--preset", "quick", "--device", "cpu", "--threads", "1",
    "--set", "hidden_size=8", "--set", "seq_len=50", "--set", "batch_size=2", "--out", "run",
)  # fmt: skip
SHOWN = [
    (("check", "tunes.abc"), "/8 ["),
    (("export", "--format", "abc", "--out-dir", "out", "tunes.abc"), "8/8 ["),
    (("compose", "--max-chars", "10", "--prompt", LONG), f"/{len(LONG) / 1000:.2f}k ["),
    ((*TRAIN, "--steps", "2"), "2/2 ["),
    ((*TRAIN, "--seconds", "0.4"), "/0 s, step="),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    (tmp_path / "tunes.abc").write_text(TUNES, "utf-8")
    return tmp_path


@pytest.mark.parametrize(("words", "shown"), SHOWN, ids=lambda value: value[0])
def test_a_terminal_sees_how_far_the_work_is(
    words: tuple[str, ...],
    shown: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert command_line(words) in (DONE, 1)
    assert shown in capsys.readouterr().err


@pytest.mark.parametrize(("words", "shown"), SHOWN, ids=lambda value: value[0])
def test_a_pipe_gets_sentences_only(
    words: tuple[str, ...], shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line(words) in (DONE, 1)
    assert shown not in capsys.readouterr().err


def test_the_reading_of_a_prompt_is_reported_and_can_be_stopped(tmp_path: Path) -> None:
    # A model of a file of its own has read no prompt yet.
    models = [Path(copy(bundled_model(), tmp_path / name)) for name in ("one", "other")]
    requests = [
        ComposeRequest(model=model, prompt=LONG, sampling=SamplingConfig(max_chars=5), takes=2)
        for model in models
    ]
    seen: list[PromptRead] = []
    compose(requests[0], lambda _sampled: None, report_prompt=seen.append)
    assert [one.read for one in seen] == [*range(0, len(LONG), 256), len(LONG)]
    assert {one.characters for one in seen} == {len(LONG)}
    stopped: list[PromptRead] = []
    with pytest.raises(CancelledError), stopping(lambda: len(stopped) == 2):
        compose(requests[1], lambda _sampled: None, report_prompt=stopped.append)
    assert len(stopped) == 2
