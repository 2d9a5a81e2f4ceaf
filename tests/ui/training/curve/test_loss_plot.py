"""The loss curve: the same for any rhythm of reports, and never more points than a screen has."""

from types import SimpleNamespace

import numpy as np
import pytest

from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.curve.loss_plot import LossPlot
from abcstudio.ui.training.curve.loss_trace import SMOOTHED_STEPS, LossTrace

LOSSES = (4 * np.exp(-np.arange(500) / 100) + np.random.default_rng(1).random(500)).astype("f4")


def _trace(pieces: int) -> LossTrace:
    trace = LossTrace()
    step = 0
    for part in np.array_split(LOSSES, pieces):
        step += len(part)
        trace.put(step, part.tolist())
    return trace


@pytest.mark.parametrize("pieces", [2, 7, 500])
def test_smoothing_goes_by_steps_and_not_by_reports(pieces: int) -> None:
    whole, parts = _trace(1), _trace(pieces)
    assert np.array_equal(whole.raw(0, 500)[1], parts.raw(0, 500)[1])
    steps, smoothed = parts.smoothed(0, 500)
    assert np.allclose(smoothed, whole.smoothed(0, 500)[1], atol=1e-6)
    assert steps.tolist() == list(range(1, 501))
    for step in (1, 2, 30, 51, 480, 500):
        around = min((step - 1) // 4, SMOOTHED_STEPS // 2)
        ahead = min(around, 500 - step)
        mean = LOSSES[step - 1 - max(ahead, min(around, 8)) : step + ahead].mean()
        assert smoothed[step - 1] == pytest.approx(mean, abs=1e-5)


def test_the_smoothed_line_follows_a_steep_beginning_and_does_not_jump_at_its_end() -> None:
    fall = 4.0 * np.exp(-np.arange(300) / 15)
    trace = LossTrace()
    trace.put(300, fall.tolist())
    assert np.abs(trace.smoothed(0, 300)[1] - fall).max() < 0.25
    trace.put(301, [2.0])
    assert trace.smoothed(0, 301)[1][-1] < 0.25


def test_a_resumed_run_goes_over_its_last_steps_again() -> None:
    trace = _trace(1)
    trace.put_val([(250, 2.0), (500, 1.5)])
    trace.put(300, [9.0, 8.0])
    trace.put_val([(500, 1.4)])
    assert trace.step_count == 300
    assert trace.raw(297, 300)[1].tolist()[-2:] == [9.0, 8.0]
    assert trace.val(0, 500)[1].tolist() == [2.0, 1.4]


def test_a_million_steps_are_few_points_with_every_peak(qtbot, studio: Studio) -> None:
    losses = np.full(1_000_000, 2.0, dtype="f4")
    losses[123_456], losses[777_777] = 9.0, 0.0
    plot = LossPlot(studio)
    qtbot.addWidget(plot)
    plot.begin("Long", losses.tolist(), [(step, 1.5) for step in range(1000, 1_000_001, 1000)])
    for name, item in plot.curves.items():
        assert item.xData is None or len(item.xData) <= 4000, name
    assert len(plot.curves["val"].xData) == 100
    assert plot.curves["val"].xData[-1] == 1_000_000
    raw = plot.curves["raw"]
    assert raw.yData.max() == 9.0
    assert 0 < raw.yData.min() < 1e-5
    box = plot.plot.getViewBox()
    box.setXRange(123_400, 123_500, padding=0)
    box.sigRangeChangedManually.emit([True, True])
    assert 90 < len(raw.xData) < 130
    assert raw.xData[raw.yData.argmax()] == 123_457


def test_a_report_at_an_evaluation_draws_no_peak(qtbot, studio: Studio) -> None:
    plot = LossPlot(studio)
    qtbot.addWidget(plot)
    plot.begin("Steady")
    for step in range(1, 101):
        plot.add(step, [2.0], 1.9 if step % 10 == 0 else None)
    assert set(plot.curves["smoothed"].yData.tolist()) == {2.0}
    assert set(plot.curves["raw"].yData.tolist()) == {2.0}
    assert plot.curves["val"].xData.tolist() == list(range(10, 101, 10))


def test_a_curve_out_of_sight_is_drawn_when_it_is_seen_again(shown: SimpleNamespace) -> None:
    page = shown.page
    plot = page.parts.plot
    plot.begin("Run")

    def drawn() -> int:
        return len(plot.curves["raw"].getData()[0])

    plot.add(2, [3.0, 2.9], None)
    assert drawn() == 2
    page.hide()
    plot.add(4, [2.8, 2.7], 2.6)
    assert plot.point_count == 4
    assert drawn() == 2
    page.show()
    assert drawn() == 4
    assert "Validation" in plot.legend
