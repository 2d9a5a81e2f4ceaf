"""What this program is, and whose work is in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from abcstudio.files import read_text_file
from abcstudio.paths import logo_file, resources_dir
from abcstudio.recipes.installation.build import this_build
from abcstudio.recipes.installation.licences import third_party_notices
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN, page_title_font
from abcstudio.ui.words.translation import message

_LOGO_SIDE = 6 * GRID
# Names are the same in every language; resources/README.md says more of each.
_TUNES = "O'Neill (1903), Ryan (1883), Aird (1782-1803), MIT Introduction to Deep Learning"
_INSTRUMENTS = "Fluid (R3) GM, Frank Wen"
_ICONS = "Tabler Icons, Paweł Kuna"
_LETTERS = "Liberation, Steve Matteson"
_FREE, _OF_LETTERS = "MIT", "SIL Open Font License 1.1"


class AboutDialog(QDialog):
    """Name, version, what ships with the program, and the licences of what it is made with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ABC Studio"))
        self.resize(88 * GRID, 60 * GRID)
        words = Label(
            self.tr(
                "Browse folk tunes, teach a small network to write new ones, "
                "edit them, hear them, keep them. Free software under the MIT licence."
            )
        )
        words.setWordWrap(True)
        close = QPushButton(self.tr("&Close"))
        close.setToolTip(self.tr("Back to the studio"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(GROUP_GAP)
        layout.addLayout(self._head())
        layout.addWidget(words)
        layout.addWidget(self._texts(), 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _head(self) -> QHBoxLayout:
        """Return the program's sign beside its name and its build."""
        sign = Label("")
        sign.setPixmap(QIcon(str(logo_file())).pixmap(_LOGO_SIDE, _LOGO_SIDE))
        title = Label("ABC Studio")
        title.setFont(page_title_font())
        build = this_build(resources_dir()).words
        version = Label(message(build.message_id, build.parameters))
        version.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        names = QVBoxLayout()
        names.addWidget(title)
        names.addWidget(version)
        head = QHBoxLayout()
        head.setSpacing(GROUP_GAP)
        head.addWidget(sign)
        head.addLayout(names, 1)
        return head

    def _texts(self) -> QTabWidget:
        credits_text = QTextBrowser()
        credits_text.setOpenExternalLinks(True)
        credits_text.setMarkdown(self._credits())
        credits_text.setAccessibleName(self.tr("Tunes, sounds and icons and their licences"))
        notices = QPlainTextEdit(third_party_notices(resources_dir()))
        notices.setReadOnly(True)
        notices.setAccessibleName(self.tr("Libraries and their licences"))
        tabs = QTabWidget()
        tabs.addTab(credits_text, self.tr("&In the box"))
        tabs.addTab(notices, self.tr("&Libraries"))
        return tabs

    def _credits(self) -> str:
        """Return whose work ships with the program: in short, then the whole account."""
        short = (
            self.tr(
                "Tunes: {0}. The melodies are in the public domain; who wrote each down "
                "stands in its Z:."
            ).format(_TUNES),
            self.tr("Instruments: {0}, licence {1}.").format(_INSTRUMENTS, _FREE),
            self.tr("Icons: {0}, licence {1}.").format(_ICONS, _FREE),
            self.tr("Letters: {0}, licence {1}.").format(_LETTERS, _OF_LETTERS),
        )
        # Its title is what the tab says.
        account = read_text_file(resources_dir() / "README.md").text.partition("\n")[2]
        rows = "\n".join(f"- {line}" for line in short)
        return "\n\n".join((rows, self.tr("The whole account, in English:"), account))
