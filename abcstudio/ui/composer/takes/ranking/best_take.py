"""Of several takes, the one that the jury prefers is shown once all are whole."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from abcstudio.composing.history.take_orders import SCORE, order_key
from abcstudio.ui.composer.takes.takes_model import TakesModel
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents


class BestTake(QObject):
    """Shows it, unless the person has chosen a take meanwhile, hears one, or works in one."""

    def __init__(
        self,
        documents: Documents,
        takes: TakesModel,
        places: Sequence[QWidget],
        parent: QObject,
    ) -> None:
        """Make it.

        Args:
            documents: Those that are open.
            takes: The list, with what was found out about its takes.
            places: Where a take is worked in: who has gone there meanwhile is left alone.
            parent: Owns it.
        """
        super().__init__(parent)
        self._documents = documents
        self._takes = takes
        self._places = places
        self._shown: Document | None = None
        self._focus: QWidget | None = None
        documents.current_changed.connect(self._on_current_changed)

    def begin(self, shown: Document) -> None:
        """Know which of the takes that are to come is shown while they come."""
        self._shown = shown
        self._focus = QApplication.focusWidget()

    def show(self, documents: Sequence[Document]) -> None:
        """Show the best of some takes that are whole; the upper one in the list of equal ones."""
        is_left_alone = self._is_left_alone()
        self._shown = None
        known = [each for each in documents if self._takes.found_of(each) is not None]
        if is_left_alone and len(known) > 1:
            self._documents.make_current(min(known, key=self._rank))

    def _rank(self, document: Document) -> tuple[float, ...]:
        found = self._takes.found_of(document)
        return order_key(SCORE, document.provenance.take_number, found)

    def _is_left_alone(self) -> bool:
        """Return whether the person has only waited for the takes since they were asked for."""
        if self._shown is None or self._takes.sounding == self._shown.key:
            return False
        focus = QApplication.focusWidget()
        if focus is None or focus is self._focus:
            return True
        return not any(place is focus or place.isAncestorOf(focus) for place in self._places)

    def _on_current_changed(self, document: Document) -> None:
        if document is not self._shown:
            self._shown = None
