"""Going from the tune that is played to its row on the page of tunes."""

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.source_presenter import SourcePresenter
from abcstudio.ui.playback.played_tune import SourceTune


class PlayedTuneFinder(QObject):
    """Shows the tune that is played when it is of a source; reads its source again if need be."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.sources)
        self._sources = parts.sources
        self._views = parts.views
        self._studio = parts.studio
        self._awaited: SourceTune | None = None
        parts.playback.show_requested.connect(self._on_show_requested)
        parts.rooms[SourcePresenter].presented.connect(self._on_presented)

    def _on_show_requested(self, which: object) -> None:
        if not isinstance(which, SourceTune):
            return
        self._studio.page_requested.emit("datasets")
        self._awaited = which
        if which.source == self._sources.current:
            self._show(which)
        else:
            self._sources.show(which.source)

    def _on_presented(self) -> None:
        if self._awaited is not None and self._awaited.source == self._sources.current:
            self._show(self._awaited)

    def _show(self, which: SourceTune) -> None:
        self._awaited = None
        self._views.show_tune(which.number)
