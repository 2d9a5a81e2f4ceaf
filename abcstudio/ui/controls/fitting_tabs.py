"""Tabs that move together where there is little room, so that each is in sight."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

_NARROW = "narrow"


class FittingTabs(QTabWidget):
    """Takes the room from beside the names; only where that is not enough one scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._wanted = 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        self._fit()

    def _fit(self) -> None:
        bar = self.tabBar()
        is_narrow = bool(bar.property(_NARROW))
        if not is_narrow:
            self._wanted = bar.sizeHint().width()
        if is_narrow != (self._wanted > self.width()):
            bar.setProperty(_NARROW, not is_narrow)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
            # It measures its tabs anew.
            QCoreApplication.sendEvent(bar, QEvent(QEvent.Type.StyleChange))
