"""What stands in the plot beside the losses: named places, read values, logarithmic steps."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from tests.ui.events import deliver_events

FALL = [4.0 / (1 + step / 20) for step in range(200)]


def test_guessing_and_over_fitting_are_named_on_the_curve(shown: SimpleNamespace) -> None:
    plot = shown.page.parts.plot
    plot.begin("Falling", FALL, [(50, 2.0), (100, 1.5), (150, 1.52)])
    plot.know(79)
    plot.add(201, [0.3], None)
    assert plot.extras.chance == pytest.approx(math.log(79))
    assert plot.extras.rise is None
    # Half a tenth of a nat is a rise that is no chance.
    plot.add(202, [0.3], 1.6)
    assert plot.extras.rise == 100
    chance, rise = plot.extras.place_words()
    assert chance == "guessing: ln 79 = 4.37"
    assert rise == "over-fitting from step 100"


def test_the_values_under_the_mouse_are_read(shown: SimpleNamespace) -> None:
    plot = shown.page.parts.plot
    plot.begin("Falling", FALL, [(50, 2.0), (100, 1.5)])
    box = plot.plot.getViewBox()
    box.setXRange(100, 140, padding=0)
    middle = box.viewRect().center()
    plot.plot.scene().sigMouseMoved.emit(box.mapViewToScene(middle))
    read = plot.extras.reading.text()
    step = round(middle.x())
    assert read.startswith(f"Step {step}   ·   training {FALL[step - 1]:.3f}")
    assert "validation 1.500 (step 100)" in read
    plot.plot.scene().sigMouseMoved.emit(QPointF(-50.0, -50.0))
    assert plot.extras.reading.text() == "Point at the curve to read its values."


def test_logarithmic_steps_show_the_first_ones_apart_and_every_peak(shown: SimpleNamespace) -> None:
    plot = shown.page.parts.plot
    losses = np.full(100_000, 2.0, dtype="f4")
    losses[2], losses[70_000] = 5.0, 9.0
    plot.begin("Long", losses.tolist())
    plot.log_steps.click()
    xs, ys = plot.curves["raw"].getOriginalDataset()
    assert len(xs) <= 2000
    assert ys.max() == 9.0
    assert {1.0, 2.0, 3.0, 4.0} <= set(xs.tolist())
    assert ys[xs == 3.0].max() == 5.0
    drawn, _ = plot.curves["raw"].getData()
    assert drawn.max() == pytest.approx(5.0, abs=0.01)
    plot.log_steps.click()
    assert plot.curves["raw"].getData()[0].max() > 90_000


def test_the_line_of_guessing_is_in_sight_until_a_part_is_zoomed_to(
    shown: SimpleNamespace,
) -> None:
    plot = shown.page.parts.plot
    losses = [2.0 + 1.5 / step for step in range(1, 401)]
    plot.show_earlier("Earlier", losses, [(400, 2.0)], characters=85)
    deliver_events()
    box = plot.plot.getViewBox()
    assert box.viewRange()[1][1] > math.log(85)
    assert plot.extras.marks.chance.isVisible()
    box.setXRange(300, 400)
    box.sigRangeChangedManually.emit([True, False])
    deliver_events()
    assert box.viewRange()[1][1] < 2.5
    plot.whole.click()
    deliver_events()
    assert box.viewRange()[1][1] > math.log(85)
    plot.log_scale.click()
    deliver_events()
    assert box.viewRange()[1][1] > math.log10(math.log(85))


def test_the_name_of_an_axis_is_whole_or_not_there(shown: SimpleNamespace) -> None:
    plot = shown.page.parts.plot
    plot.show_earlier("Earlier", FALL, ())
    axis = plot.plot.getAxis("left")
    deliver_events()
    assert axis.is_named
    assert axis.label.opacity() == 1.0
    plot.plot.setFixedHeight(90)
    deliver_events()
    assert axis.label.boundingRect().width() > axis.size().height()
    assert axis.label.opacity() == 0.0
    plot.plot.setFixedHeight(400)
    deliver_events()
    assert axis.label.opacity() == 1.0
