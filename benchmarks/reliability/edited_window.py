"""The real composer page as a desk to work at: hands, and eyes for what it draws."""

import time
from collections.abc import Callable
from contextlib import suppress

from edited_checks import BrokenPromiseError
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow

HANG_SECONDS = 30.0


class Desk:
    """The composer page of a window, and the scores that its engraver draws."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.composer = window.composer
        self.editor = window.composer.desk.editor
        self.composer.parts.files.ask = lambda *_question: 1  # type: ignore[method-assign]
        self._drawn: dict[str, EngravedScore] = {}
        self._refused: Exception | None = None
        self.composer.desk.watch.tune_changed.connect(self._on_tune_changed)
        engraving = self.composer.parts.link.engraving
        engraving.score_ready.connect(self._on_score_ready)
        engraving.failed.connect(self._on_failed)

    def open(self, text: str) -> Document:
        """Open a text of its own in the editor."""
        self.composer.parts.files.open_text(text, "Edited")
        self.editor.setFocus()
        return self.composer.desk.documents.current

    def close(self, document: Document) -> None:
        """Take it off the list again; the question is answered with "Discard"."""
        self.composer.parts.files.close(document)
        # Gone for good, as in an event loop.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def press(self, key: int, text: str) -> None:
        """Press one key of the keyboard in the editor."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(self.editor, event)

    def trigger(self, action_id: str) -> None:
        """Choose a command, if it can be chosen now."""
        self.window.registry.action(action_id).trigger()

    def engraved_of(self, text: str) -> EngravedScore:
        """Wait for the score of a text."""
        self.wait(lambda: text in self._drawn or self._refused is not None, "no score")
        if self._refused is not None:
            refused, self._refused = self._refused, None
            raise BrokenPromiseError(f"no score: {refused}")
        return self._drawn[text]

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Let the window live until something is so."""
        until = time.monotonic() + HANG_SECONDS
        while not is_so():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if time.monotonic() > until:
                raise BrokenPromiseError(f"hang: {what} after {HANG_SECONDS:.0f} s")

    def _on_score_ready(self, engraved: EngravedScore, text: str) -> None:
        self._drawn = {text: engraved}

    def _on_tune_changed(self, _view: object) -> None:
        # It is drawn anew, even where a score of the same text came before.
        self._drawn = {}

    def _on_failed(self, error: Exception) -> None:
        self._refused = error


def close_quietly(desk: Desk) -> None:
    """Close what a broken sitting left open."""
    with suppress(RuntimeError):
        desk.close(desk.composer.desk.documents.current)
