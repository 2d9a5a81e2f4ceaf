"""The text of a tune, to be read and to choose notes in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from abcstudio.notation.spans import Span
from abcstudio.ui.look.theme import editor_font


class PreviewText(QPlainTextEdit):
    """Shows ABC that cannot be changed; its menu offers commands on what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[QAction] = []
        self.setReadOnly(True)
        self.setFont(editor_font())
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setTabChangesFocus(True)
        # The caret can be moved, and with Shift selects: without a mouse, too.
        reading = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(reading | Qt.TextInteractionFlag.TextSelectableByKeyboard)

    @property
    def chosen(self) -> Span:
        """What is selected; nothing, where the caret stands."""
        cursor = self.textCursor()
        return Span(cursor.selectionStart(), cursor.selectionEnd())

    def offer_in_menu(self, *actions: QAction) -> None:
        """Offer commands in the menu of the text, below Qt's own."""
        self._offered += actions

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions(self._offered)
        menu.popup(event.globalPos())
