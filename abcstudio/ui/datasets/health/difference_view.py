"""What a fix would change, line by line."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from abcstudio.corpus.health.line_differences import DifferentLine
from abcstudio.ui.look.plain_text import cut
from abcstudio.ui.look.theme import editor_font
from abcstudio.ui.services.studio import Studio

_MOST_LINES = 2_000


class DifferenceView(QPlainTextEdit):
    """Shows lines that go with a minus, lines that come with a plus."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._lines: tuple[DifferentLine, ...] = ()
        self.setReadOnly(True)
        self.setFont(editor_font())
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("What the fix changes"))
        studio.colors_changed.connect(self._show)

    @property
    def lines(self) -> tuple[DifferentLine, ...]:
        """What is shown."""
        return self._lines

    def set_lines(self, lines: Sequence[DifferentLine]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self._show()

    def _show(self) -> None:
        colors = self._studio.colors
        tints = {"-": colors.error, "+": colors.success, " ": colors.text}
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, line in enumerate(self._lines[:_MOST_LINES]):
            style = QTextCharFormat()
            style.setForeground(QColor(tints.get(line.sign, colors.muted)))
            if number:
                cursor.insertBlock()
            cursor.insertText(cut(f"{line.sign} {line.text}").rstrip(), style)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
