"""Painting that survives its own mistakes.

A painter that an exception leaves open paints into a window that no longer expects it; some dozens
of them end in a crash of the process. Every method that paints for Qt is `guarded` therefore.
"""

import logging
import sys
import time
import traceback
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem, QWidget

from abcstudio.ui.look.plain_text import fitted

log = logging.getLogger(__name__)

REST_SECONDS = 5.0
"""How long what failed shows a placeholder before it is tried again."""

Painted = TypeVar("Painted", bound=QObject)
Arguments = ParamSpec("Arguments")


class PaintFaults:
    """What failed to paint and rests, and which mistakes have been reported.

    Args of the constructor:
        clock: Tells how long something has rested, in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._resting: WeakKeyDictionary[QObject, float] = WeakKeyDictionary()
        self._reported: set[tuple[str, int]] = set()

    def rests(self, painted: QObject) -> bool:
        """Return whether something failed so recently that it is not tried again yet."""
        return self._clock() < self._resting.get(painted, 0.0)

    def rest(self, failed: QObject) -> None:
        """Leave what failed alone for a while, then have it tried again."""
        self._resting[failed] = self._clock() + REST_SECONDS
        ground = _ground(failed)
        if ground is not None:
            # A tenth longer: Qt's timers may fire a twentieth too early, while it still rests.
            QTimer.singleShot(round(1100 * REST_SECONDS) + 1, ground, ground.update)

    def report(self, error: Exception) -> None:
        """Report a mistake, where that has not happened."""
        last = traceback.extract_tb(error.__traceback__, -1)[-1]
        place = (last.filename, last.lineno or 0)
        if place not in self._reported:
            self._reported.add(place)
            sys.excepthook(type(error), error, error.__traceback__)
        let_go(error)


faults = PaintFaults()
"""Of the whole program, which has one thread that paints."""


def guarded(
    paint: Callable[Concatenate[Painted, Arguments], None],
) -> Callable[Concatenate[Painted, Arguments], None]:
    """Let a paint method fail: its painters are ended, and a calm placeholder stands there.

    The same mistake is reported once, however often it is tried again. A painter that Qt hands in
    is given back as it came, so that the method need not save it.
    """

    @wraps(paint)
    def run(self: Painted, /, *arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        if faults.rests(self):
            _paint_placeholder(self, arguments)
            return
        painters = [argument for argument in arguments if isinstance(argument, QPainter)]
        for painter in painters:
            painter.save()
        try:
            paint(self, *arguments, **options)
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, Qt must not see it.
            faults.rest(self)
            faults.report(error)
        finally:
            for painter in painters:
                painter.restore()
        _paint_placeholder(self, arguments)

    return run


def let_go(error: BaseException) -> None:
    """Free what the frames of an exception hold, painters above all; its text stays whole."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        traceback.clear_frames(link.__traceback__)
        link = link.__cause__ or link.__context__


def _ground(painted: QObject) -> QWidget | None:
    """Return the widget that is painted on, None where only Qt knows it."""
    view = painted if isinstance(painted, QWidget) else painted.parent()
    if isinstance(view, QAbstractScrollArea):
        return view.viewport()
    return view if isinstance(view, QWidget) else None


def _paint_placeholder(painted: QObject, arguments: tuple[object, ...]) -> None:
    try:
        for option in arguments:
            if isinstance(option, QStyleOptionViewItem) and isinstance(arguments[0], QPainter):
                _paint_words(arguments[0], option.rect, option.palette)
                return
        ground = _ground(painted)
        if ground is None or isinstance(arguments[0], QPainter) or ground.paintingActive():
            return
        with QPainter(ground) as painter:
            _paint_words(painter, ground.rect(), ground.palette())
    except Exception:
        log.exception("A placeholder could not be painted")


def _paint_words(painter: QPainter, area: QRect, palette: QPalette) -> None:
    words = QCoreApplication.translate("Painting", "This cannot be drawn.")
    shown = fitted(painter.fontMetrics(), words, area.width())
    painter.fillRect(area, palette.color(QPalette.ColorRole.Base))
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
