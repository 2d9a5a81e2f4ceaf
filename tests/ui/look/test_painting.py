"""An exception in a paint method: the painter is ended, the report comes once, the window lives."""

import itertools
import sys

import pytest
from paint_faults import fail_in, is_guarded, paint_methods
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from abcstudio.ui.look import painting
from abcstudio.ui.look.painting import PaintFaults, guarded
from abcstudio.ui.window.main_window import MainWindow


class Failing(QWidget):
    """Paints as long as it is well."""

    def __init__(self) -> None:
        super().__init__()
        self.is_well = False
        self.tries = 0

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        self.tries += 1
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ff0000"))
        if not self.is_well:
            raise ZeroDivisionError
        painter.end()


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))
    monkeypatch.setattr(painting, "faults", PaintFaults())
    return told


def test_every_paint_method_is_guarded() -> None:
    assert len(paint_methods()) > 10
    assert [f"{kind}.{name}" for kind, name in paint_methods() if not is_guarded(kind, name)] == []


def test_what_fails_rests_and_is_tried_again(
    qtbot: QtBot, reports: list[type[BaseException]], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A second goes by between two looks at the clock.
    seconds = itertools.count()
    monkeypatch.setattr(painting, "faults", PaintFaults(lambda: next(seconds)))
    monkeypatch.setattr(painting, "REST_SECONDS", 60.0)
    widget = Failing()
    qtbot.addWidget(widget)
    widget.resize(200, 40)
    widget.show()
    qtbot.waitUntil(lambda: widget.tries > 0)
    assert (widget.tries, reports) == (1, [ZeroDivisionError])
    for _ in range(20):
        shown = widget.grab().toImage()
    assert widget.tries == 1
    assert not widget.paintingActive()
    assert shown.pixelColor(1, 1) != QColor("#ff0000")
    # The minute is over, and the next rest a short one.
    assert all(next(seconds) >= 0 for _ in range(60))
    monkeypatch.setattr(painting, "REST_SECONDS", 0.05)
    widget.update()
    qtbot.waitUntil(lambda: widget.tries > 2)
    assert len(reports) == 1
    widget.is_well = True
    tries = widget.tries
    qtbot.waitUntil(lambda: widget.tries > tries)
    assert widget.grab().toImage().pixelColor(1, 1) == QColor("#ff0000")


def test_no_paint_method_leaves_a_painter_open(
    main_window: MainWindow, reports: list[type[BaseException]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painting, "REST_SECONDS", 0.0)
    for kind, name in paint_methods():
        assert fail_in(kind, name, 10) == 10
    assert len(reports) == 1
