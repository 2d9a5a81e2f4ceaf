"""What the logs of a run are given of its music."""

import io
import wave
from pathlib import Path

import pytest

from abcstudio.learning.milestones.kept import milestone
from abcstudio.learning.milestones.plan import MilestonePlan, plan_data
from abcstudio.paths import bundled_newness, bundled_sound_font
from abcstudio.recipes.loggers.heard_music import heard_music
from abcstudio.runs.run_folder import RunFolder
from tests.unit.recipes.small_training import TUNES

HEADER = "X:1\nM:4/4\nL:1/8\nK:D\n"
TAKES = {
    10: (f"{HEADER}D8|DEF|", HEADER),
    20: (f"{HEADER}DEFG ABcd|d8|", f"{HEADER}fdcA BGFE|D8|"),
}


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Make the folder of a run that has ended, with its takes."""
    folder = RunFolder(tmp_path / "run")
    plan = plan_data(MilestonePlan(prompts=("X:1\n",) * 2))
    text = "\n\n".join(tune.text for tune in TUNES)
    folder.create({"name": "A run", "milestones": plan, "corpus": {"tunes": 12}}, text, "")
    for step, takes in TAKES.items():
        kept = milestone(folder.path, step)
        kept.path.mkdir(parents=True)
        kept.network.write_bytes(b"")
        kept.keep_takes(takes)
    return folder.path


def test_figures_and_texts_of_every_step_and_the_sounds_of_the_last(run: Path) -> None:
    first, last = heard_music(run, bundled_newness(), bundled_sound_font())
    assert (first.step, last.step) == (10, 20)
    assert (first.right_measures, last.right_measures) == (0.5, 1.0)
    assert last.takes[0].text.startswith(TAKES[20][0])
    assert [take.number for take in last.takes] == [1, 2]
    assert not any(take.wav for take in first.takes)
    for take in last.takes:
        with wave.open(io.BytesIO(take.wav)) as sound:
            assert (sound.getframerate(), sound.getnchannels()) == (44100, 2)
            assert sound.getnframes() > 2 * 44100


@pytest.mark.parametrize("font", ["missing.sf2", None])
def test_without_a_sound_font_the_texts_are_there(run: Path, font: str | None) -> None:
    found = run / font if font else None
    *_, last = heard_music(run, bundled_newness(), found)
    assert [take.wav for take in last.takes] == [b"", b""]
    assert last.takes[1].text.startswith("X:1")


def test_what_cannot_be_read_ends_it_and_nothing_else(run: Path) -> None:
    assert not list(heard_music(run, run / "no scale", None))
    assert not list(heard_music(run, None, None))
    assert not list(heard_music(run / "no run", bundled_newness(), None))
