"""The pictures beside the cell: drawn from the student's values, told in words, moved by keys."""

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.learn.pictures.drawn_view import number_words
from abcstudio.ui.learn.pictures.picture_box import PictureBox
from abcstudio.ui.learn.pictures.unrolled_view import UnrolledView
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
LINES = {
    "kind": "lines",
    "title": "gradient",
    "log": True,
    "lines": [
        {"name": "RNN", "values": [1.0, 0.01, 0.0]},
        {"name": "LSTM", "from": 1, "values": [1.0, None]},
    ],
    "level": 0.5,
    "level_name": "half",
}
LOSSES = {
    "kind": "losses",
    "characters": ["A", "\n", " "],
    "losses": [0.0, 2.0, None],
    "mean": 1.0,
    "untrained": 4.4,
}
GATES = {
    "kind": "gates",
    "characters": ["A", "B"],
    "gates": [
        {"name": "forget", "values": [[0.0, 1.0], [1.0, 1.0]]},
        {"name": "input", "values": [[0.5, 0.5], [0.0, 0.0]]},
    ],
}
UNROLLED = {
    "kind": "unrolled",
    "characters": ["X", ":"],
    "input": [32.0, 100.0],
    "layers": [
        {"name": "embedding", "shape": [32.0, 100.0, 16.0], "parameters": 1328.0},
        {"name": "lstm", "shape": [32.0, 100.0, 32.0], "parameters": 6400.0, "carries": True},
    ],
    "state": [1.0, 32.0, 32.0],
}
TUNE = {
    "kind": "tune",
    "lines": [
        {"words": "X:1", "sounds": False}, {"words": "K:D", "sounds": False},
        {"words": "<A> & B", "sounds": True},
    ],
}  # fmt: skip


@pytest.fixture
def box(qtbot: QtBot, studio: Studio) -> PictureBox:
    made = PictureBox(studio)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def test_numbers_in_pictures_are_those_of_the_language() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("uk"))
    try:
        assert number_words(-1.5) == "-1,5"
    finally:
        QLocale.setDefault(before)


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


def test_values_of_a_curve_are_said_where_it_is_pointed_at(qtbot: QtBot, box: PictureBox) -> None:
    box.show_picture(LINES)
    view = box.lines
    assert view.caption == "RNN: 1 … 0; LSTM: 1 … ?"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "1: RNN 0.01, LSTM 1"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.place is None


def test_the_loss_of_a_character_is_said_with_its_probability(
    qtbot: QtBot, box: PictureBox
) -> None:
    box.show_picture(LOSSES)
    assert box.losses.caption == "Your loss of the whole: 1. Untrained: 4.4."
    qtbot.keyClick(box.losses, Qt.Key.Key_Home)
    assert box.losses.caption == "“A”: probability 100.0 %, loss 0"
    qtbot.keyClick(box.losses, Qt.Key.Key_End)
    assert box.losses.caption == "“␣”: no loss"


def test_gates_are_said_of_a_character_that_is_clicked(qtbot: QtBot, box: PictureBox) -> None:
    box.show_picture(GATES)
    qtbot.mouseClick(box.gates, Qt.MouseButton.LeftButton, pos=box.gates.rect().topRight())
    assert box.gates.caption == "B: keep 100 %, take in 0 %"


def test_each_pipe_of_the_network_says_its_shape(qtbot: QtBot, box: PictureBox) -> None:
    box.show_picture(UNROLLED)
    said = []
    for _ in range(4):
        qtbot.keyClick(box.unrolled, Qt.Key.Key_Right)
        said.append(box.unrolled.caption.rpartition(": ")[2])
    assert said == ["32 × 100", "32 × 100 × 16", "32 × 100 × 32", "1 × 32 × 32"]


def test_the_tune_of_a_lesson_is_opened_in_the_composer(
    qtbot: QtBot, studio: Studio, box: PictureBox
) -> None:
    box.show_picture(TUNE)
    assert box.tune.text.toPlainText() == "X:1\nK:D\n<A> & B"
    with qtbot.waitSignal(studio.open_text_requested) as opened:
        qtbot.mouseClick(box.tune.listen, Qt.MouseButton.LeftButton)
    assert opened.args[0] == "X:1\nK:D\n<A> & B"


@pytest.mark.parametrize(
    "picture",
    [
        {"kind": "blocks", "blocks": [MATRIX, IMAGES]}, GRAPH, PATHS, SLOPES, ODDS,
        LINES, LOSSES, GATES, UNROLLED, TUNE, {**ODDS, "names": ["A", " "]},
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
        {**LOSSES, "losses": [1.0]},
        {**GATES, "characters": ["A"]},
        {**GATES, "gates": [{"name": "forget", "values": [[], []]}]},
    ],
)
def test_what_cannot_be_drawn_is_not_shown(
    box: PictureBox, picture: Mapping[str, Any] | None
) -> None:
    box.show_picture(picture)
    assert not box.isVisible()


def test_each_layer_of_each_step_is_written_by_its_name(
    box: PictureBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(UnrolledView, "write", lambda *given, **_: written.append(given[3]))
    box.show_picture(UNROLLED)
    box.grab()
    for name in ("embedding", "lstm"):
        # Once above each of the two characters.
        assert len([words for words in written if words[:3] == name[:3]]) >= 2
