"""The notice that slides in at the bottom of the window and goes by itself."""

from collections import deque

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.look.theme import GRID, GROUP_GAP, Colors
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.notices.notice_row import NoticeRow

SHOW_MS = {"info": 5000, "success": 5000, "warning": 8000, "error": 12000}
_SLIDE_MS = 160
_MAX_WIDTH = 90 * GRID


class NoticeBar(NoticeRow):
    """Shows one notice after the other over the bottom edge of a part of the window.

    It is no child of that part but of what holds it: a stack of pages raises the page that comes to
    the front above all its other children.

    It covers nothing for long: it goes after some seconds, later while the mouse rests on it, and
    sooner when another one waits.
    """

    def __init__(self, ground: QWidget, colors: Colors) -> None:
        super().__init__(colors, ground.parentWidget() or ground)
        self.setObjectName("notice")
        self._ground = ground
        self._waiting: deque[Notice] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.set_colors(colors)
        self.hide()
        ground.installEventFilter(self)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, after those that came before it."""
        self._waiting.append(notice)
        if self._notice is None:
            self._show_next()
        else:
            self._timer.start(min(self._timer.remainingTime(), SHOW_MS["info"] // 3))

    @override
    def put_away(self) -> None:
        """Take the notice away and show the next one, if one waits."""
        self._timer.stop()
        super().put_away()
        self._show_next()

    def withdraw(self, notice: Notice) -> None:
        """Take away a notice that is no longer true, whether it is shown or waits."""
        if self._notice is notice:
            self.put_away()
        else:
            self._waiting = deque(other for other in self._waiting if other is not notice)

    def clear(self) -> None:
        """Take all notices away."""
        self._waiting.clear()
        self.put_away()

    @property
    def is_at_rest(self) -> bool:
        """Whether it stands at its place and slides no more."""
        return self.geometry().getRect() == self._place()

    @override
    def set_colors(self, colors: Colors) -> None:
        super().set_colors(colors)
        self.setStyleSheet(
            f"#notice {{ background: {colors.raised}; border: 1px solid {colors.border};"
            f" border-radius: {GRID // 2}px; }}"
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._slide.stop()
            self.setGeometry(*self._place())
            self.raise_()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self._notice is not None:
            self._timer.start(SHOW_MS["info"])
        super().leaveEvent(event)

    def _show_next(self) -> None:
        if not self._waiting:
            return
        notice = self._waiting.popleft()
        self._fill(notice)
        left, top, width, height = self._place()
        self.setGeometry(left, top + GROUP_GAP, width, height)
        self.show()
        self.raise_()
        self._slide.setEndValue(QPoint(left, top))
        self._slide.start()
        self._timer.start(SHOW_MS[notice.kind])

    def _place(self) -> tuple[int, int, int, int]:
        """Return where the bar rests: left, top, width, height."""
        ground = self._ground.size()
        room = max(ground.width() - 2 * GROUP_GAP, 1)
        others = (
            self._symbol.sizeHint().width()
            + self.close_button.sizeHint().width()
            + (self.action_button.sizeHint().width() if self.action_button.text() else 0)
            + 8 * GRID
        )
        words = self.text.fontMetrics().horizontalAdvance(self.text.text())
        width = min(room, _MAX_WIDTH, others + words)
        height = max(self.heightForWidth(width), self.sizeHint().height(), 5 * GRID)
        corner = QPoint() if self.parentWidget() is self._ground else self._ground.pos()
        left = corner.x() + (ground.width() - width) // 2
        return left, corner.y() + ground.height() - height - GROUP_GAP, width, height
