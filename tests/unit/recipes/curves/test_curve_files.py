"""A curve as a table and as a drawing: what is written is what was measured."""

import csv
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from abcstudio.recipes.comparing.music import TakeFigures
from abcstudio.recipes.curves.curve_csv import COLUMNS, curve_csv
from abcstudio.recipes.curves.curve_svg import curve_svg
from abcstudio.recipes.curves.drawn_curve import CurveWords, DrawnCurve
from abcstudio.recipes.milestones.heard_steps import HeardStep, HeardTake
from abcstudio.runs.curve_figures import CurveFigures

WORDS = CurveWords(
    steps="Step",
    losses="Loss",
    training="Training",
    validation="Validation",
    chance="guessing",
    rise="over-fitting",
    right="Right",
    newness="New",
    music="Music",
)


def curve(**changes: object) -> DrawnCurve:
    figures = CurveFigures()
    figures.add(2, learning_rate=0.01, gradient_norm=3.0, chars_per_second=9, train_seconds=1)
    take = HeardTake(raw="", tune="", figures=TakeFigures(right=1, measures=4, newer=60))
    values = {
        "name": "A & <B>",
        "losses": (4.0, 3.0, 2.0),
        "smoothed": ((1.0, 2.0, 3.0), (4.0, 3.1, 2.2)),
        "val": ((2.0, 2.5), (3.0, 2.75)),
        "figures": figures,
        "heard": (HeardStep(step=3, network=Path("n"), takes=(take,)),),
        "chance": 4.4,
        "rise": 2.0,
    }
    return DrawnCurve(**{**values, **changes})  # type: ignore[arg-type]


def test_the_table_has_a_line_a_step_with_all_that_was_measured_there() -> None:
    rows = list(csv.DictReader(StringIO(curve_csv(curve()))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["training_loss"] for row in rows] == ["4", "3", "2"]
    assert [row["validation_loss"] for row in rows] == ["", "2.5", "2.75"]
    assert (rows[1]["learning_rate"], rows[1]["gradient_norm"]) == ("0.01", "3")
    assert rows[1]["characters_per_second"] == "9"
    assert (rows[2]["right_measures"], rows[2]["newness"]) == ("0.25", "0.6")


@pytest.mark.parametrize("is_log", [False, True])
def test_the_drawing_is_well_formed_and_higher_losses_stand_higher(is_log: bool) -> None:
    root = ElementTree.fromstring(
        curve_svg(curve(is_log_steps=is_log, is_log_losses=is_log), WORDS)
    )
    lines = [each for each in root if each.tag.endswith("polyline")]
    training = [tuple(map(float, pair.split(","))) for pair in lines[0].get("points", "").split()]
    assert len(training) == 3
    assert [x for x, _ in training] == sorted(x for x, _ in training)
    assert [y for _, y in training] == sorted(y for _, y in training)
    words = [each.text for each in root if each.tag.endswith("text")]
    assert {"A & <B>", "guessing", "over-fitting", "Right"} <= set(words)
    assert all(0 <= y <= 540 for _, y in training)


def test_a_curve_with_hardly_anything_is_drawn_too() -> None:
    bare = DrawnCurve(name="", losses=(), smoothed=((), ()), val=((1.0, 2.0),))
    assert ElementTree.fromstring(curve_svg(bare, WORDS)).tag.endswith("svg")
    assert curve_csv(bare).splitlines()[1] == "1,,2,,,,,"


def test_the_numbers_beside_the_drawing_are_within_what_is_drawn() -> None:
    root = ElementTree.fromstring(curve_svg(curve(heard=()), WORDS))
    texts = {text.text: text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    steps = [float(text.get("x", "")) for name, text in texts.items() if name in ("1", "2", "3")]
    assert len(steps) == 3
    shares = ElementTree.fromstring(curve_svg(curve(), WORDS))
    words = [text.text for text in shares.iter("{http://www.w3.org/2000/svg}text")]
    assert "100" in words
    assert not {"4", "120"} & set(words[words.index("Step") - 4 : words.index("Step")])
    assert "120" not in words
