"""The score of the preview's tune."""

from PySide6.QtCore import QObject

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.words.translation import error_sentence


class PreviewPresenter(QObject):
    """Asks for the score of the preview's tune while the page is in sight.

    The pages share one engraver that drops all but the newest wish: a hidden page waits.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        preview = self._preview = parts.preview
        self._page = parts.page
        self._awaited = ""
        self.controller = EngravingController(parts.engraver, self)
        self.controller.set_breaks("auto")
        preview.engraving_requested.connect(self._engrave)
        preview.score.width_changed.connect(self.controller.set_score_width)
        self.controller.score_ready.connect(self._on_score_ready)
        self.controller.failed.connect(self._on_failed)
        table = parts.browser.table
        table.tune_chosen.connect(preview.set_tune)
        parts.studio.closing.connect(preview.close_preview)
        parts.studio.closing.connect(self._close)

    def catch_up(self) -> None:
        """Engrave what was asked for while the page was hidden."""
        if self._awaited:
            self._engrave(self._awaited)

    def _close(self) -> None:
        self.controller.close()

    def _engrave(self, text: str) -> None:
        self._awaited = text
        if self._page.isVisible():
            self.controller.set_score_width(self._preview.score.score_width())
            self.controller.engrave(TuneSource(text))

    def _on_score_ready(self, engraved: EngravedScore, text: str) -> None:
        if text == self._awaited:
            self._awaited = ""
        self._preview.set_score(engraved, text)

    def _on_failed(self, error: Exception) -> None:
        self._preview.set_trouble(error_sentence(error))
