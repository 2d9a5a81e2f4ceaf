"""Curves of several runs in one drawing."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from abcstudio.runs.overlay import OverlaidCurve
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.table.curves_plot import CurvesPlot


def test_a_curve_falls_from_the_left_edge_to_the_right_one(qtbot: QtBot, studio: Studio) -> None:
    plot = CurvesPlot(studio)
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    losses = tuple((step, 4.0 - step / 500) for step in range(0, 1001, 100))
    plot.set_curves([OverlaidCurve(Path("one"), losses, losses)], {})
    image = plot.grab().toImage()
    heights = []
    for x in (120, 240, 360):
        column = [y for y in range(200) if image.pixelColor(x, y).hslSaturationF() > 0.3]
        assert column, x
        heights.append(sum(column) / len(column))
    assert heights == sorted(heights)
    assert heights[2] - heights[0] > 60
