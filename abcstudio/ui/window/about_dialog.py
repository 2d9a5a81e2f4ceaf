"""What this program is, and whose work is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from abcstudio import __version__
from abcstudio.files import read_text_file
from abcstudio.paths import resources_dir
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN, page_title_font


class AboutDialog(QDialog):
    """Name, version, and the note on tunes, sounds and icons that ships with the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ABC Studio"))
        self.resize(72 * GRID, 60 * GRID)
        title = Label(self.tr("ABC Studio {0}").format(__version__))
        title.setFont(page_title_font())
        words = Label(
            self.tr(
                "Browse folk tunes, teach a small network to write new ones, "
                "edit them, hear them, keep them. Free software under the MIT licence."
            )
        )
        words.setWordWrap(True)
        credits_text = QTextBrowser()
        credits_text.setOpenExternalLinks(True)
        credits_text.setMarkdown(read_text_file(resources_dir() / "README.md").text)
        credits_text.setAccessibleName(self.tr("Tunes, sounds and icons and their licences"))
        close = QPushButton(self.tr("&Close"))
        close.setToolTip(self.tr("Back to the studio"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.addWidget(credits_text, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
