"""Only the score and the text: everything around them goes away."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.page_bar import PageBar
from abcstudio.ui.window.side_panels import SidePanels
from abcstudio.ui.words.key_words import keys_of


class FocusMode(QObject):
    """Hides the page bar and the panels of the composer, and brings them back.

    Signals:
        changed: The panels of the composer go (True) or come back.
    """

    changed = Signal(bool)

    def __init__(
        self,
        command: QAction,
        page_bar: PageBar,
        side_panels: SidePanels,
        studio: Studio,
    ) -> None:
        super().__init__(page_bar)
        self._command = command
        self._page_bar = page_bar
        self._side_panels = side_panels
        self._studio = studio

    def set_on(self, is_on: bool) -> None:
        """Leave only the score and the text, or bring everything back."""
        self._command.setChecked(is_on)
        if is_on:
            self._studio.page_requested.emit("composer")
        self._page_bar.setVisible(not is_on)
        self.changed.emit(is_on)
        if is_on:
            keys = keys_of(self._command)
            self._studio.notify(self.tr("{0} brings everything back.").format(keys))
        else:
            self._side_panels.restore("composer")
