"""Splitters that remember their places."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSplitter

from abcstudio.ui.services.studio import Studio

_PAUSE_MS = 500


class SplitterMemory(QObject):
    """Gives one splitter its place of last time and keeps its place when it has been moved."""

    def __init__(
        self, studio: Studio, splitter: QSplitter, name: str, default_sizes: Sequence[int]
    ) -> None:
        super().__init__(splitter)
        self._studio = studio
        self._splitter = splitter
        self._name = name
        splitter.setHandleWidth(1)
        kept = studio.settings.window.splitters.get(name, ())
        fits = len(kept) == splitter.count() and sum(kept) > 0
        splitter.setSizes(list(kept if fits else default_sizes))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._keep)
        splitter.splitterMoved.connect(self._on_moved)
        studio.closing.connect(self._finish)

    def _finish(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def _on_moved(self) -> None:
        self._timer.start()

    def _keep(self) -> None:
        window = self._studio.settings.window
        sizes = tuple(self._splitter.sizes())
        self._studio.update_settings(window=window.with_splitter(self._name, sizes))
