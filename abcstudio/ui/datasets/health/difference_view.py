"""What a fix would change, line by line."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from abcstudio.corpus.health.line_differences import DifferentLine
from abcstudio.ui.look.plain_text import cut
from abcstudio.ui.look.theme import editor_font
from abcstudio.ui.services.studio import Studio

_MOST_LINES = 2_000
# Controls, formats, surrogates, unassigned ones, and whatever parts words or lines.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})


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
            ground = QTextCharFormat(style)
            ground.setBackground(QColor(colors.accent_soft))
            text = cut(line.text).rstrip()
            cursor.insertText(f"{line.sign} {_seen(text[: line.start])}", style)
            cursor.insertText(_seen(text[line.start : line.end]), ground)
            cursor.insertText(_seen(text[line.end :]), style)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _seen(text: str) -> str:
    """Return a line with the numbers of the characters that cannot be seen in their places."""
    return "".join(
        character if character in " \t" or unicodedata.category(character) not in _UNSEEN
        else f"‹U+{ord(character):04X}›"
        for character in text
    )  # fmt: skip
