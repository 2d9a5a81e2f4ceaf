"""The pictures beside the cell: drawn from the student's values, told in words, moved by keys."""

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.learn.pictures.picture_box import PictureBox
from abcstudio.ui.services.studio import Studio

MATRIX = {
    "name": "m",
    "is": "tensor",
    "shape": [2, 3],
    "shown": [2, 3],
    "values": [*map(float, range(6))],
}
IMAGES = {
    "name": "i",
    "is": "tensor",
    "shape": [10, 3, 256, 256],
    "shown": [3, 3, 5, 8],
    "values": [0.0] * 360,
}
GRAPH = {
    "kind": "graph",
    "nodes": [
        {"input": "a", "value": 1.5}, {"input": "b", "value": 2.5}, {"sign": "+", "of": [0, 1]},
        {"value": 1.0}, {"sign": "-", "of": [1, 3]}, {"sign": "*", "of": [2, 4]},
    ],
    "result": 5,
}  # fmt: skip
PATHS = {
    "kind": "curve",
    "goal": 4.0,
    "choices": [0.1, 1.0],
    "first": 0.1,
    "paths": [[0.0, 2.0, 3.0], [0.0, 8.0]],
}
SLOPES = {"kind": "curve", "goal": 0.0, "choices": [0.0, 1.0], "first": 1.0, "slopes": [0.0, 2.0]}
ODDS = {
    "kind": "odds",
    "logits": [1.0, 0.0],
    "choices": [0.5, 1.0, 2.0],
    "drawn": [[0.9, 0.1], [0.7, 0.3], [0.6, 0.4]],
}


@pytest.fixture
def box(qtbot: QtBot, studio: Studio) -> PictureBox:
    made = PictureBox(studio)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def test_a_box_is_pointed_at_by_a_click_and_by_keys(qtbot: QtBot, box: PictureBox) -> None:
    box.show_picture({"kind": "blocks", "blocks": [MATRIX, {"name": "x", "is": "list"}]})
    view = box.blocks
    assert "m: ndim 2, shape (2, 3)" in view.accessibleDescription()
    assert "x: not a tensor yet" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.pointed == "m[0, 0] = 0"
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.pointed == "m[1, 1] = 4"
    assert view.accessibleDescription() == "m[1, 1] = 4"


def test_the_graph_follows_its_inputs(box: PictureBox) -> None:
    box.show_picture(GRAPH)
    assert box.graph.view.result == 6.0
    box.graph.rows[0].number.setValue(3.5)
    assert box.graph.view.result == 9.0
    assert "((a + b) * (b - 1)) = 9" in box.graph.view.accessibleDescription()


def test_the_path_is_that_of_the_chosen_rate(box: PictureBox) -> None:
    box.show_picture(PATHS)
    assert box.curve.view.caption == "Steps: 2. x is 3, the goal 4."
    assert box.curve.row is not None
    box.curve.row.slider.setValue(1)
    assert "x is 8" in box.curve.view.caption


def test_the_tangent_has_the_slope_that_was_found(box: PictureBox) -> None:
    box.show_picture(SLOPES)
    assert box.curve.view.caption == "Your slope at 1: 2"


def test_the_bars_follow_the_temperature(box: PictureBox) -> None:
    box.show_picture(ODDS)
    assert box.odds.view.odds == pytest.approx((0.731, 0.269), abs=1e-3)
    assert box.odds.row is not None
    box.odds.row.slider.setValue(2)
    assert box.odds.view.odds == pytest.approx((0.622, 0.378), abs=1e-3)


@pytest.mark.parametrize(
    "picture",
    [
        {"kind": "blocks", "blocks": [MATRIX, IMAGES]}, GRAPH, PATHS, SLOPES, ODDS,
        {**PATHS, "paths": [[0.0, 1e300, None], []]}, {**SLOPES, "slopes": [None, None]},
    ],
)  # fmt: skip
def test_a_picture_is_drawn(box: PictureBox, picture: Mapping[str, Any]) -> None:
    box.show_picture(picture)
    assert box.isVisible()
    image = box.grab().toImage()
    colors = {image.pixel(x, y) for x in range(0, 300, 3) for y in range(0, 400, 3)}
    assert len(colors) > 3


@pytest.mark.parametrize(
    "picture",
    [
        None,
        {},
        {"kind": "else"},
        {"kind": "blocks"},
        {"kind": "graph", "nodes": [{"of": [7]}], "result": 3},
    ],
)
def test_what_cannot_be_drawn_is_not_shown(
    box: PictureBox, picture: Mapping[str, Any] | None
) -> None:
    box.show_picture(picture)
    assert not box.isVisible()
