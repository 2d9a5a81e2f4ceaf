"""Where the keyboard goes when a text is chosen: into it, or into its score."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class WorkFocus(QObject):
    """Remembers which of the views of a text had the focus last, and gives it the focus again."""

    def __init__(self, first: QWidget, *others: QWidget) -> None:
        """Watch the views; `first` is the one until another has had the focus."""
        super().__init__(first)
        self._first = self._last = first
        for view in (first, *others):
            view.installEventFilter(self)

    def give_back(self) -> None:
        """Put the focus into the view that had it last."""
        view = self._last if self._last.isVisible() else self._first
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._last = watched
        return False
