"""Qt's events, delivered without letting time pass."""

from PySide6.QtCore import QCoreApplication, QEvent

_ROUNDS = 4
"""A layout asks for a paint, and what is deleted gives its focus away: each is a round later."""


def deliver_events() -> None:
    """Deliver what waits already: layouts, paints, deletions, timers that are due, late answers."""
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
