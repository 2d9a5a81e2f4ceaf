"""Dialog for the number of times a tune is played in its set."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from abcstudio.corpus.kept_book import MOST_TIMES, KeptTune, SetName
from abcstudio.ui.composer.tunebook.book_panel import BookPanel
from abcstudio.ui.composer.tunebook.tunebook_presenter import TunebookPresenter


class SetTimes(QObject):
    """Sets the number for the selected tunes, or for all tunes of a set."""

    def __init__(self, presenter: TunebookPresenter, panel: BookPanel) -> None:
        super().__init__(presenter)
        self._presenter, self._panel = presenter, panel

    def ask(self) -> None:
        """Open the dialog."""
        rows = self._panel.selected | {self._panel.row}
        dialog = QInputDialog(self._panel)
        dialog.setWindowTitle(self.tr("Times through"))
        dialog.setLabelText(self.tr("Play each tune how many times?"))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, MOST_TIMES)
        dialog.setIntValue(self._now())
        dialog.intValueSelected.connect(partial(self._presenter.set_times, rows))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def why_not(self) -> str:
        """Return why the command is off, "" if a set or a tune in one is selected."""
        if why := self._presenter.why_no_row():
            return why
        book = self._presenter.book
        first = book.items[book.set_at(self._panel.row).start]
        if isinstance(first, SetName):
            return ""
        return self.tr("Choose a set, or a tune in a set.")

    def _now(self) -> int:
        tunes = self._presenter.book.tunes_at(self._panel.row)
        item = self._presenter.book.items[self._panel.row]
        chosen = item if isinstance(item, KeptTune) else next(iter(tunes), None)
        return chosen.times if chosen is not None else 1
