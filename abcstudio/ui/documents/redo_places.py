"""What is selected when a change is undone or made again: what was selected then."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from abcstudio.notation.spans import Span


class RedoPlaces(QObject):
    """Remembers a selection for each step that can be undone and made again."""

    def __init__(self, text_document: QTextDocument) -> None:
        super().__init__(text_document)
        self._selection = (0, 0)
        self._text_document = text_document
        self._places: dict[int, Span] = {}
        self._before: dict[int, tuple[int, int]] = {}
        text_document.undoCommandAdded.connect(self._on_step_added)

    @property
    def selection(self) -> tuple[int, int]:
        """The anchor and the caret in the editor, as Qt counts."""
        return self._selection

    def note(self, anchor: int, caret: int) -> None:
        """Take where the anchor and the caret are in the editor now."""
        self._selection = (anchor, caret)

    def remember(self, selection: Span) -> None:
        """Note what was selected last since the change that was made last."""
        self._places[self._text_document.availableUndoSteps()] = selection

    def place(self) -> Span | None:
        """Return what was selected after the change that was made again last, if it is known."""
        return self._places.get(self._text_document.availableUndoSteps())

    def place_before(self, step: int) -> tuple[int, int] | None:
        """Return the anchor and the caret before a change, by its number from 1, if known."""
        return self._before.get(step)

    def _on_step_added(self) -> None:
        # Of what could be made again before it, nothing is left.
        steps = self._text_document.availableUndoSteps()
        self._places = {count: span for count, span in self._places.items() if count < steps}
        self._before = {count: place for count, place in self._before.items() if count < steps}
        # Qt emits this before the caret is said to have moved.
        self._before[steps] = self._selection
