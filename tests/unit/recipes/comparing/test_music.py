"""What is counted in the takes of a run."""

from pathlib import Path

import pytest

from abcstudio.paths import bundled_newness
from abcstudio.recipes.comparing.music import figures_of, right_measures, right_share, tunes_of
from abcstudio.recipes.comparing.music_of_run import noted_music
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import stopping

HEAD = "X:1\nM:4/4\nL:1/8\nK:D\n"


@pytest.mark.parametrize(
    ("body", "share"),
    [
        ("DEFG ABcd|DEFG ABcd|DEFG ABcd|DE", 1.0),
        ("DEFG ABcd|DEFG ABc|DEFG ABcd|DE", 2 / 3),
        ("DEFG ABc|DEFG ABc|DEFG ABc|DE", 0.0),
        ("DE", None),
    ],
)
def test_the_measure_that_a_take_ends_in_does_not_count(body: str, share: float | None) -> None:
    share_of = right_share(map(figures_of, tunes_of([HEAD + body])))
    assert share_of == (None if share is None else pytest.approx(share))


def test_a_take_that_ends_at_a_bar_line_is_whole() -> None:
    assert right_measures(HEAD + "DEFG ABcd|DEFG ABcd|DE|") == (2, 3)


def test_no_take_has_no_share() -> None:
    assert right_share([]) is None
    assert right_share(map(figures_of, tunes_of(["no tune at all"]))) is None
    assert right_share([figures_of("")]) is None


READ = "DEFG ABcd|efge dcBA|G2B2 d2g2|fedc BAGF|DEFG ABcd|efge dcBA|G2B2 d2g2|f2d2 d4|"
OTHER = "D3A F2d2|c3B A2e2|f3a g2e2|d3c B2G2|A3D E2c2|B3F G2d2|e3c A2F2|D2f2 d4|"


@pytest.fixture
def trained(tmp_path: Path) -> RunFolder:
    run = RunFolder(tmp_path / "run")
    run.create({"corpus": {"tunes": 1}}, f"{HEAD}{READ}\n\n", "")
    return run


def test_what_was_read_is_less_new_than_what_was_not(trained: RunFolder) -> None:
    scale = bundled_newness()
    copied = noted_music(trained, [HEAD + READ], scale)
    own = noted_music(trained, [HEAD + OTHER], scale)
    assert copied["right_measures"] == own["right_measures"] == 1.0
    assert copied["newness"] is not None
    assert own["newness"] is not None
    assert copied["newness"] < own["newness"]


def test_without_a_scale_newness_is_not_known(trained: RunFolder) -> None:
    assert noted_music(trained, [HEAD + READ], None)["newness"] is None


def test_a_run_that_has_ended_is_not_lost_for_want_of_a_figure(
    trained: RunFolder, tmp_path: Path
) -> None:
    broken = noted_music(trained, [HEAD + READ], tmp_path / "no scale")
    assert broken == {"right_measures": 1.0, "newness": None}
    with stopping(lambda: True):
        assert noted_music(trained, [HEAD + READ], bundled_newness()) == broken
