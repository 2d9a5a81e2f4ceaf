"""How many runs are there that cannot be read, and where they are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from abcstudio.ui.look.plain_text import in_lines, tooltip
from abcstudio.ui.look.theme import small_font

_MOST_FOLDERS = 10


class UnreadRuns(QPushButton):
    """A sentence that opens the folder when it is pressed; hidden while every run can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self.setProperty("sentence", True)
        self.setFont(small_font())
        self.clicked.connect(self._on_clicked)
        self.hide()

    def set_folders(self, folders: Sequence[Path]) -> None:
        """Name the folders of the runs that cannot be read."""
        count = len(folders)
        self.setVisible(count > 0)
        if not count:
            return
        self._folder = folders[0] if count == 1 else folders[0].parent
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 run cannot be read")
        self.setText(one if count == 1 else self.tr("%Ln runs cannot be read", "", count))
        shown = [str(folder) for folder in folders[:_MOST_FOLDERS]]
        why = self.tr(
            "The file run.json there is damaged, or another version of the program wrote it. "
            "It is left as it is. A click shows the folder."
        )
        self.setToolTip("\n".join((in_lines(why), *map(tooltip, shown))))
        self.setAccessibleDescription(" ".join((why, *shown)))

    def _on_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
