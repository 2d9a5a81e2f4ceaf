"""The command line as a person meets it: a program with arguments, output and exit codes."""

import json
import os
import signal
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import mido
import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.paths import bundled_tunebook

TUNES = """X:1
T:The First
R:reel
M:4/4
L:1/8
K:D
|:dAFA DFAd|fdcd FAdf|gfge fefd|edcB A4:|

X:2
T:The Second
M:6/8
L:1/8
K:G
|:GAB ded|BAG G3|ABA GFE|D3 G3:|
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def abcstudio(tmp_path: Path) -> Run:
    """Run the program in an empty folder with an empty home."""

    def run(*arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
        result = subprocess.run(
            [sys.executable, "-m", "abcstudio", *map(str, arguments)],
            cwd=tmp_path, env=_environment(tmp_path), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert result.returncode == code, result.stdout + result.stderr
        assert "Traceback" not in result.stderr
        return result

    return run


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "ABCSTUDIO_HOME": str(home / "home"), "OMP_WAIT_POLICY": "PASSIVE"}


@pytest.fixture
def few(tmp_path: Path) -> None:
    """Leave some of the tunes in the box: to read and part them all takes longer than to train."""
    tunes = [tune.text for tune in read_tunebook(bundled_tunebook())[:60]]
    (tmp_path / "few.abc").write_text("\n\n".join(tunes) + "\n", encoding="utf-8")


@pytest.fixture
def tunes(tmp_path: Path) -> Path:
    path = tmp_path / "tunes.abc"
    path.write_text(TUNES, encoding="utf-8")
    return path


def test_demo_writes_one_tune_as_text_midi_and_sound(abcstudio: Run, tmp_path: Path) -> None:
    printed = abcstudio("demo", "--out-dir", "tune", "--rng-seed", 1).stdout.split("\n")
    abc, mid, wav = (Path(line) for line in printed if line)
    assert [path.suffix for path in (abc, mid, wav)] == [".abc", ".mid", ".wav"]
    assert all(path.parent == tmp_path / "tune" for path in (abc, mid, wav))
    assert abc.read_text(encoding="utf-8").startswith("X:1\n")
    notes = [event for event in mido.MidiFile(mid) if event.type == "note_on" and event.velocity]
    assert len(notes) > 10
    with wave.open(str(wav)) as sound:
        assert (sound.getsampwidth(), sound.getframerate()) == (2, 44_100)
        assert sound.getnframes() > 44_100
        assert any(sound.readframes(44_100))


def test_compose_repeats_itself_for_an_rng_seed(abcstudio: Run, tmp_path: Path) -> None:
    # To look for whole measures takes ten times as long as so few characters.
    little = ("--takes", 2, "--max-chars", 80, "--no-guard")
    asked = ("compose", *little, "--rng-seed", 5, "--prompt", "X:1\\nT:The ")
    lines = abcstudio(*asked, "--out-dir", "a", "--jsonl").stdout.splitlines()
    abcstudio(*asked, "--out-dir", "b")
    first = [(tmp_path / "a" / f"take-00{n}.abc").read_text(encoding="utf-8") for n in (1, 2)]
    second = [(tmp_path / "b" / f"take-00{n}.abc").read_text(encoding="utf-8") for n in (1, 2)]
    assert first == second
    assert first[0] != first[1]
    assert all("T:The " in text and "%%abcstudio rng_seed 5" in text for text in first)
    assert json.loads(lines[-1])["chars_per_second"] > 0
    assert [json.loads(line)["take"] for line in lines[:-1]] == [1, 2]


def test_compose_names_characters_that_the_model_never_saw(abcstudio: Run) -> None:
    result = abcstudio("compose", "--prompt", "X:1\\nT:Гопак\\n", code=2)
    assert "Г" in result.stderr
    assert "к" in result.stderr
    asked = ("--prompt", "X:1\\nT:Гопак A\\n", "--no-guard", "--max-chars", 60)
    dropped = abcstudio("compose", *asked, "--drop-unknown")
    assert "T: A" in dropped.stdout


def test_compose_takes_an_empty_seed(abcstudio: Run) -> None:
    text = abcstudio("compose", "--prompt", "", "--rng-seed", 2).stdout
    assert text.startswith("X:")
    assert "\nK:" in text


def test_export_writes_a_file_a_tune(abcstudio: Run, tunes: Path, tmp_path: Path) -> None:
    printed = abcstudio("export", "--format", "mid", "--plain", "--out-dir", "midi", tunes).stdout
    files = [tmp_path / "midi" / "tunes.mid", tmp_path / "midi" / "tunes-2.mid"]
    assert printed.split() == [str(path.relative_to(tmp_path)) for path in files]
    counts = [
        sum(event.type == "note_on" and event.velocity > 0 for event in mido.MidiFile(path))
        for path in files
    ]
    assert counts == [2 * 29, 2 * 18]


def test_export_goes_on_after_a_tune_without_notes(
    abcstudio: Run, tunes: Path, tmp_path: Path
) -> None:
    tunes.write_text("X:1\nT:Silence\nK:C\n\n" + TUNES, encoding="utf-8")
    result = abcstudio("export", "--format", "wav", "--out-dir", "sound", tunes, code=1)
    assert "Silence" in result.stderr
    assert sorted(path.name for path in (tmp_path / "sound").iterdir()) == [
        "tunes-2.wav", "tunes-3.wav",
    ]  # fmt: skip


def test_export_writes_scores_and_import_reads_midi_back(
    abcstudio: Run, tunes: Path, tmp_path: Path
) -> None:
    abcstudio("export", "--format", "musicxml", "--out-dir", "out", tunes)
    score = ElementTree.parse(tmp_path / "out" / "tunes.musicxml").getroot()
    assert score.findtext("work/work-title") == "The First"
    assert len(score.findall(".//note")) == 29
    abcstudio("export", "--format", "mid", "--plain", "--out-dir", "out", tunes)
    printed = abcstudio("import", "--out-dir", "out", Path("out") / "tunes-2.mid").stdout
    assert printed == f"{Path('out') / 'tunes-2.abc'}\n"
    text = (tmp_path / "out" / "tunes-2.abc").read_text("utf-8")
    assert "\nT:The Second\nM:6/8\nL:1/8\n" in text
    assert "\nGAB ded | BAG G3 | ABA GFE | D3 G3 |" in text


def test_check_tells_the_place_and_the_kind(abcstudio: Run, tunes: Path) -> None:
    assert abcstudio("check", tunes).stdout == ""
    tunes.write_text(TUNES.replace("fdcd FAdf", "fdcd FAd"), encoding="utf-8")
    line = abcstudio("check", tunes, code=1).stdout.splitlines()[0]
    assert line.startswith(f"{tunes}:7:")
    assert "warning measure-short: " in line
    data = json.loads(abcstudio("check", "--jsonl", tunes, code=1).stdout.splitlines()[0])
    assert (data["line"], data["code"]) == (7, "measure-short")


@pytest.mark.parametrize("arguments", [("check", "none.abc"), ("compose", "--temperature", "0")])
def test_unusable_input_is_told_with_code_2(abcstudio: Run, arguments: tuple[str, ...]) -> None:
    assert abcstudio(*arguments, code=2).stderr


def test_a_missing_model_is_named(abcstudio: Run) -> None:
    assert "none.safetensors" in abcstudio("compose", "--model", "none.safetensors", code=2).stderr


TINY = ("--corpus", "few.abc", "--preset", "quick", "--set", "hidden_size=32",
        "--set", "seq_len=50", "--set", "batch_size=4", "--set", "evaluate_every=10",
        "--device", "cpu")  # fmt: skip


def test_train_resume_and_compose(abcstudio: Run, tmp_path: Path, few: None) -> None:
    asked = ("train", *TINY, "--steps", 20, "--out", "run", "--jsonl")
    lines = [json.loads(line) for line in abcstudio(*asked).stdout.splitlines()]
    assert [line["step"] for line in lines] == [10, 20, 20]
    assert Path(lines[-1]["model"]) == Path("run") / "best.safetensors"
    assert lines[1]["val_loss"] < lines[0]["val_loss"]
    assert {"train_loss", "train_seconds", "chars_per_second"} <= set(lines[0])
    model = abcstudio("train", "--resume", "run", "--steps", 30).stdout.splitlines()[-1]
    assert Path(tmp_path / model) == tmp_path / "run" / "best.safetensors"
    assert (tmp_path / "run" / "last.safetensors").is_file()
    drawn = abcstudio("compose", "--model", model, "--no-guard", "--max-chars", 30).stdout
    assert drawn.startswith("X:1\n")


def test_a_wrong_setting_is_named_with_its_range(abcstudio: Run) -> None:
    result = abcstudio("train", "--set", "hidden_size=9000", code=2)
    assert "hidden_size" in result.stderr or "Hidden" in result.stderr
    assert "2048" in result.stderr


def test_ctrl_c_stops_training_and_keeps_it(tmp_path: Path, few: None) -> None:
    command = [sys.executable, "-m", "abcstudio", "train", *TINY, "--steps", "100000",
               "--out", "run", "--jsonl"]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=tmp_path, env=_environment(tmp_path), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    printed, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert "abcstudio train --resume run" in errors
    assert json.loads((tmp_path / "run" / "run.json").read_text("utf-8"))["state"] == "stopped"
    assert (tmp_path / "run" / "last.safetensors").is_file()
    last = json.loads(printed.splitlines()[-1])
    assert Path(last["model"]) == Path("run") / "best.safetensors"
    assert last["verdict"] == "stopped"


def test_help_has_examples(abcstudio: Run) -> None:
    assert "examples:" in abcstudio("--help").stdout


def test_evaluate_measures_a_model_on_a_text(abcstudio: Run, tunes: Path) -> None:
    printed = abcstudio("evaluate", "--text", tunes, "--window", 100, "--jsonl").stdout
    facts = json.loads(printed)
    assert 0.3 < facts["nats_per_char"] < 2.5
    assert facts["window"] == 100
    missing = abcstudio("evaluate", "--text", "nowhere.abc", code=2)
    assert "nowhere.abc" in missing.stderr


def test_train_goes_on_from_a_model(abcstudio: Run, tunes: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.abc"
    more.write_text(TUNES.replace("The", "Їжак") * 30, encoding="utf-8")
    abcstudio(
        "train", "--corpus", more, "--validation", tunes, "--out", "first", "--steps", 2,
        "--set", "hidden_size=16", "--set", "embedding_dim=8", "--device", "cpu", "--jsonl",
    )  # fmt: skip
    more.write_text(more.read_text(encoding="utf-8").replace("Їжак", "Жук"), encoding="utf-8")
    lines = abcstudio(
        "train", "--from", "first/best.safetensors", "--corpus", more, "--validation", tunes,
        "--out", "second", "--steps", 2, "--device", "cpu", "--jsonl",
    ).stdout.splitlines()  # fmt: skip
    assert json.loads(lines[-1])["step"] == 2
    assert (tmp_path / "second" / "best.safetensors").is_file()


def test_evaluate_and_inspect_take_what_the_studio_writes(abcstudio: Run, tmp_path: Path) -> None:
    abcstudio("compose", "--rng-seed", 3, "--out-dir", "takes")
    take = tmp_path / "takes" / "take-001.abc"
    text = take.read_text(encoding="utf-8").replace("X:1\n", "X:1\nS:a book\n", 1)
    take.write_text(text.replace("|", '"G"|', 1), encoding="utf-8")
    for command, words in (("evaluate", "nats per character"), ("inspect", "Most surprising")):
        result = abcstudio(command, "--text", take)
        assert words in result.stdout
        assert "nats per character" in result.stdout
        assert "%%abcstudio" in result.stderr
        assert "S:" in result.stderr
    facts = json.loads(abcstudio("evaluate", "--text", take, "--jsonl").stdout)
    assert facts["left_out"] > 100


def test_training_without_validation_prints_its_lines(abcstudio: Run, few: None) -> None:
    asked = ("train", *TINY, "--set", "validation_share=0", "--steps", 20, "--out", "run")
    lines = [json.loads(line) for line in abcstudio(*asked, "--jsonl").stdout.splitlines()]
    assert [(line["step"], line.get("val_loss")) for line in lines[:-1]] == [(10, None), (20, None)]
    assert lines[-1]["model"].endswith("best.safetensors")


def test_inspect_tells_what_a_model_expects(abcstudio: Run, tunes: Path) -> None:
    text = TUNES.split("\n\n")[0]
    tunes.write_text(text, encoding="utf-8")
    lines = [
        json.loads(line)
        for line in abcstudio("inspect", "--text", tunes, "--jsonl").stdout.splitlines()
    ]
    characters = [line for line in lines if "character" in line]
    assert "".join(line["character"] for line in characters) == text
    assert characters[1]["probability"] > 0.9
    assert {"in_chord", "measure_position"} <= {line.get("signal") for line in lines}
