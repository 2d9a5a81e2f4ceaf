"""Engraving for the window: text in, pages out as signals; the newest text wins."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from abcstudio.engraving.engraver import Engraver, Outcome
from abcstudio.engraving.mei import mei_of
from abcstudio.engraving.page import Page
from abcstudio.engraving.page_index import index_of
from abcstudio.engraving.verovio_toolkit import EngravingOptions
from abcstudio.notation.parser import parse
from abcstudio.notation.score import Score


class EngravingController(QObject):
    """Engraves tunes in the background, one at a time.

    Signals:
        page_ready: Carries the `Page` and the text that it shows.
        failed: Carries the `EngravingError`; the last page still stands.
    """

    page_ready = Signal(object, object)
    failed = Signal(object)
    _answered = Signal(int, object, object)

    def __init__(self, engraver: Engraver | None = None, parent: QObject | None = None) -> None:
        """Use an engraver that others use too, or start one of its own."""
        super().__init__(parent)
        self._owns_engraver = engraver is None
        self._engraver = engraver or Engraver()
        self._options = EngravingOptions()
        self._request = 0
        self._score: Score | None = None
        self._is_closed = False
        # The engraver answers in its own thread; the queue brings the answer home to this one.
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def warm_up(self) -> None:
        """Start the engraving process before the first page is asked for."""
        self._engraver.warm_up()

    def engrave(self, text: str) -> Score:
        """Ask for the page of a tune's text, and return its score."""
        score = parse(text)
        self.engrave_score(score)
        return score

    def engrave_score(self, score: Score) -> None:
        """Ask for the page of a score that has been read already."""
        self._score = score
        self._ask()

    def set_page_width(self, page_width: int) -> None:
        """Break lines for another width; the tune at hand is engraved again."""
        self._set_options(replace(self._options, page_width=page_width))

    def set_breaks(self, breaks: str) -> None:
        """Keep the text's lines ("encoded") or fill the width ("auto"); engraves again."""
        self._set_options(replace(self._options, breaks=breaks))

    def set_may_shrink(self, may_shrink: bool) -> None:
        """Let long lines make the music smaller, or break them anew; engraves again."""
        self._set_options(replace(self._options, may_shrink=may_shrink))

    def close(self) -> None:
        """End the engraving process, if it is its own; no signal follows."""
        self._is_closed = True
        if self._owns_engraver:
            self._engraver.close()

    def _set_options(self, options: EngravingOptions) -> None:
        if options == self._options:
            return
        self._options = options
        if self._score is not None:
            self._ask()

    def _ask(self) -> None:
        score = self._score
        if score is None or self._is_closed:
            return
        self._request += 1
        request, text = self._request, score.text

        def deliver(outcome: Outcome) -> None:
            if isinstance(outcome, Page):
                # Made here, in the engraver's thread: the window's would stand still meanwhile.
                index_of(outcome)
            if not self._is_closed:
                self._answered.emit(request, text, outcome)

        # To write the MEI of a long tune takes longer than a frame: not in this thread.
        self._engraver.engrave(partial(mei_of, score), self._options, deliver, asker=self)

    @Slot(int, object, object)
    def _on_answered(self, request: int, text: str, outcome: Outcome) -> None:
        if self._is_closed or request != self._request:
            return
        if isinstance(outcome, Page):
            self.page_ready.emit(outcome, text)
        else:
            self.failed.emit(outcome)
