"""The line numbers beside the editor."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.theme import Colors

_SIDE_GAP = 8


class NumberedTextEdit(QPlainTextEdit):
    """A plain text editor with a strip of line numbers at its left edge."""

    def __init__(self, colors: Colors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number_colors = (QColor(colors.window), QColor(colors.muted), QColor(colors.text))
        self.numbers = LineNumbers(self)
        self._lines_to_come = 0
        self._offered: list[QAction] = []
        self.blockCountChanged.connect(self.update_number_width)
        self.updateRequest.connect(self._on_update_request)
        self.cursorPositionChanged.connect(self.numbers.update)
        self.update_number_width()

    def offer_in_menu(self, *actions: QAction) -> None:
        """Offer commands in the menu of the text, below Qt's own."""
        self._offered += actions

    def set_number_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._number_colors = (QColor(colors.window), QColor(colors.muted), QColor(colors.text))
        self.numbers.update()

    def number_width(self) -> int:
        """Return how wide the strip must be for the number of lines."""
        digits = max(2, len(str(self._lines_to_come or self.blockCount())))
        return 2 * _SIDE_GAP + self.fontMetrics().horizontalAdvance("9") * digits

    def update_number_width(self) -> None:
        """Make room for the strip; to be called after another document is set."""
        self.setViewportMargins(self.number_width(), 0, 0, 0)
        self._place_numbers()

    def set_numbered(self, document: QTextDocument) -> None:
        """Show another document, with room for the numbers of its lines.

        Where it has more of them the room for these and for the scroll bar is made first: made
        after that, it lets all lines be laid out once more, 5 MB of them in 40 ms.
        """
        policy = self.verticalScrollBarPolicy()
        if document.blockCount() > self.blockCount():
            self._lines_to_come = document.blockCount()
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            self.update_number_width()
        self.setDocument(document)
        self._lines_to_come = 0
        self.setVerticalScrollBarPolicy(policy)
        self.update_number_width()

    def visible_lines(self) -> list[tuple[QTextBlock, QRect]]:
        """Return the lines in sight with their places in the viewport."""
        lines = []
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if place.top() > self.viewport().height():
                break
            if block.isVisible():
                lines.append((block, place))
            block = block.next()
        return lines

    def paint_numbers(self, painter: QPainter, width: int) -> None:
        """Draw the numbers of the lines in sight; the caret's line stands out."""
        ground, color, current_color = self._number_colors
        painter.fillRect(painter.window(), ground)
        painter.setFont(self.font())
        current = self.textCursor().blockNumber()
        height = self.fontMetrics().height()
        for block, place in self.visible_lines():
            number = block.blockNumber()
            painter.setPen(current_color if number == current else color)
            self.paint_sign(painter, block, place)
            area = QRect(0, place.top(), width - _SIDE_GAP, height)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight, str(number + 1))

    def paint_sign(self, painter: QPainter, block: QTextBlock, place: QRect) -> None:
        """Draw what stands beside a line's number; nothing here."""

    def on_number_clicked(self, block: QTextBlock) -> None:
        """React to a click on a line's number; nothing here."""

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open Qt's own menu, in which undo and redo are those of this class, not of Qt."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, again in (("edit-undo", self.undo), ("edit-redo", self.redo)):
            for action in menu.findChildren(QAction, name):
                action.triggered.disconnect()
                action.triggered.connect(again)
        if self._offered:
            menu.addSeparator()
            menu.addActions(self._offered)
        menu.popup(event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_numbers()
        if self.hasFocus():
            # A bar that opens under the text leaves less of it: not without the line in hand.
            self.ensureCursorVisible()

    def _on_update_request(self, area: QRect, dy: int) -> None:
        if dy:
            self.numbers.scroll(0, dy)
        else:
            self.numbers.update(0, area.y(), self.numbers.width(), area.height())

    def _place_numbers(self) -> None:
        area = self.contentsRect()
        self.numbers.setGeometry(area.left(), area.top(), self.number_width(), area.height())


class LineNumbers(QWidget):
    """The strip itself; the editor draws into it."""

    def __init__(self, editor: NumberedTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setAccessibleName(self.tr("Line numbers"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._editor.number_width(), 0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y()
        for block, place in self._editor.visible_lines():
            if place.top() <= y <= place.bottom():
                self._editor.on_number_clicked(block)
                return

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._editor.paint_numbers(painter, self.width())
        painter.end()
