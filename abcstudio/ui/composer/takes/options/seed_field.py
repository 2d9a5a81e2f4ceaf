"""The field of the seed: the opening that the network goes on from."""

from PySide6.QtWidgets import QFrame, QPlainTextEdit

from abcstudio.composing.prompt_header import with_header
from abcstudio.ui.composer.takes.compose_wish import DEFAULT_WISH
from abcstudio.ui.look.theme import GRID, editor_font


class SeedField(QPlainTextEdit):
    """Five lines of text."""

    def __init__(self) -> None:
        super().__init__(DEFAULT_WISH.seed)
        self.setFont(editor_font())
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setStyleSheet(
            "QPlainTextEdit:!focus { border: 1px solid palette(dark); border-radius: 4px; }"
        )
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 5 + 2 * GRID)
        self.setPlaceholderText(self.tr("Empty: the network begins as it likes"))
        self.setToolTip(
            self.tr("The opening that the network continues; any number of lines, or nothing")
        )
        self.setAccessibleName(self.tr("Seed"))

    @property
    def says_more(self) -> bool:
        """Whether it says more than rhythm, meter and key, which stand in boxes of their own."""
        rest = self.toPlainText()
        for letter in "RMK":
            rest = with_header(rest, letter, "")
        return rest.split() not in (["X:1", "T:"], ["X:1"])

    def put(self, seed: str) -> None:
        """Let it say something else, as one step that can be undone."""
        self.selectAll()
        self.insertPlainText(seed)
