"""Engraving for the window: text in, scores out as signals; the newest text wins."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver, Outcome
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions


class EngravingController(QObject):
    """Engraves tunes in the background, one at a time.

    Signals:
        score_ready: Carries the `EngravedScore` and the text that it shows.
        failed: Carries the `EngravingError`; the last score still stands.
    """

    score_ready = Signal(object, object)
    failed = Signal(object)
    _answered = Signal(int, object, object)

    def __init__(self, engraver: Engraver, parent: QObject) -> None:
        """Use an engraver that others use too.

        The engraver's thread may be the last to let go of this object. Without a parent, Qt's part
        of it would be deleted there, while the window's thread hands it its events.
        """
        super().__init__(parent)
        self._engraver = engraver
        self._options = EngravingOptions()
        self._request = 0
        self._source: TuneSource | None = None
        self._is_closed = False
        # The engraver answers in its own thread; the connection is queued to this one.
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def engrave(self, source: TuneSource) -> None:
        """Ask for the score of a tune."""
        self._source = source
        self._ask()

    def set_score_width(self, score_width: int) -> None:
        """Break lines for another width; the tune at hand is engraved again."""
        self._set_options(replace(self._options, score_width=score_width))

    def set_breaks(self, breaks: str) -> None:
        """Keep the text's lines ("encoded") or fill the width ("auto"); engraves again."""
        self._set_options(replace(self._options, breaks=breaks))

    def set_may_shrink(self, may_shrink: bool) -> None:
        """Let long lines make the music smaller, or break them anew; engraves again."""
        self._set_options(replace(self._options, may_shrink=may_shrink))

    def close(self) -> None:
        """Draw no more; no signal follows."""
        self._is_closed = True

    def _set_options(self, options: EngravingOptions) -> None:
        if options == self._options:
            return
        self._options = options
        if self._source is not None:
            self._ask()

    def _ask(self) -> None:
        source = self._source
        if source is None or self._is_closed:
            return
        self._request += 1
        request, text = self._request, source.text

        def deliver(outcome: Outcome) -> None:
            if not self._is_closed:
                self._answered.emit(request, text, outcome)

        self._engraver.engrave(source, self._options, deliver, asker=self)

    @Slot(int, object, object)
    def _on_answered(self, request: int, text: str, outcome: Outcome) -> None:
        if self._is_closed or request != self._request:
            return
        if isinstance(outcome, EngravedScore):
            self.score_ready.emit(outcome, text)
        else:
            self.failed.emit(outcome)
