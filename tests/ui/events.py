"""Qt's events and the studio's background work, without letting a fixed time pass."""

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.studio import Studio

_ROUNDS = 4
"""A layout asks for a paint, and what is deleted gives its focus away: each is a round later."""
_WORK_MS = 20_000


def deliver_events() -> None:
    """Deliver what waits already: layouts, paints, deletions, timers that are due, late answers."""
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def let_work_end(qtbot: QtBot, studio: Studio) -> None:
    """Wait until no background work goes on, and deliver what it answered."""
    deliver_events()
    qtbot.waitUntil(lambda: not studio.is_working, timeout=_WORK_MS)
    deliver_events()
