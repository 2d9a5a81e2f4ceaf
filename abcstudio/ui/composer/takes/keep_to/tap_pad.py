"""A field that is tapped, by any key or with the mouse."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.theme import GRID

_FLASH_MS = 90
_RADIUS = 6
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# These lead away from the field, and are no taps.
_LEAD_AWAY = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_WITH = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class TapPad(QWidget):
    """A field that flashes where it is tapped, and at each beat of a metronome.

    Signals:
        tapped: It was tapped.
        ended: The person pressed `Return`.
    """

    tapped = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._is_lit = "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dark = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._dark.timeout.connect(self._put_out)

    def set_words(self, words: str) -> None:
        """Show words in the field."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def flash(self) -> None:
        """Light up for a moment."""
        self._is_lit = True
        self._dark.start()
        self.update()

    def _put_out(self) -> None:
        self._is_lit = False
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(44 * GRID, 12 * GRID)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(30 * GRID, 9 * GRID)

    @override
    def event(self, event: QEvent) -> bool:
        # What is a shortcut elsewhere, such as Space, is a tap here.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(_is_tap(event) or event.key() in _ENDS)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS:
            self.ended.emit()
        elif _is_tap(event):
            if not event.isAutoRepeat():
                self._tap()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._tap()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._tap()

    def _tap(self) -> None:
        self.flash()
        self.tapped.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(palette.text().color() if self.hasFocus() else palette.mid().color())
        painter.setBrush(palette.highlight() if self._is_lit else palette.base())
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        ink = palette.highlightedText() if self._is_lit else palette.text()
        painter.setPen(ink.color())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(GRID, GRID, -GRID, -GRID), int(flags), self._words)
        painter.end()


def _is_tap(event: QKeyEvent) -> bool:
    is_other = event.key() in (*_LEAD_AWAY, *_HELD, *_ENDS)
    return not is_other and not event.modifiers() & _WITH
