"""The tunes of the text, listed at the side."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.outline.outline_presenter import OutlinePresenter
from abcstudio.ui.composer.outline.tunes_panel import TunesPanel
from abcstudio.ui.playback.played_tune import DocumentTune


class OutlineRoom(QObject):
    """Navigates to a tune of the text, or to the playing tune."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self._parts = parts
        self.panel = TunesPanel(parts.studio)
        listed = self.tr("The tunes of this text")
        parts.side.add("tunes", self.tr("Tunes"), listed, self.panel, "list")
        self.presenter = OutlinePresenter(parts, self.panel)
        self.presenter.side_requested.connect(parts.side.bring)
        self.presenter.tune_chosen.connect(parts.listening.offer_chosen)
        parts.playback.show_requested.connect(self._show_played)

    def _show_played(self, which: object) -> None:
        if not isinstance(which, DocumentTune):
            return
        desk, studio = self._parts.desk, self._parts.studio
        document = next((each for each in desk.documents if each.key == which.key), None)
        if document is None:
            studio.notify(self.tr("This tune is no longer open."))
            return
        studio.page_requested.emit("composer")
        desk.documents.make_current(document)
        self.presenter.go_to(which.number - 1, focus=True)
        self._parts.link.show_from_top()
