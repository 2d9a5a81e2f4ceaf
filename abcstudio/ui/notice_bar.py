"""The notice that slides in at the bottom of the window and goes by itself."""

from collections import deque

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget
from typing_extensions import override

from abcstudio.ui.icons import tinted_icon
from abcstudio.ui.plain_text import Label
from abcstudio.ui.studio import Notice
from abcstudio.ui.theme import GRID, GROUP_GAP, Colors

SHOW_MS = {"info": 5000, "success": 5000, "warning": 8000, "error": 12000}
_ICONS = {
    "info": "info-circle",
    "success": "circle-check",
    "warning": "alert-triangle",
    "error": "alert-circle",
}
_SLIDE_MS = 160
_ICON_SIZE = 20
_MAX_WIDTH = 90 * GRID


class NoticeBar(QFrame):
    """Shows one notice after the other over the bottom edge of a part of the window.

    It is no child of that part but of what holds it: a stack of pages raises the page that comes to
    the front above all its other children.

    It covers nothing for long: it goes after some seconds, later while the mouse rests on it, and
    sooner when another one waits. One that stays gives way to those that pass and comes back after
    them, until it is answered or put away.
    """

    def __init__(self, ground: QWidget, colors: Colors) -> None:
        super().__init__(ground.parentWidget() or ground)
        self.setObjectName("notice")
        self._ground = ground
        self._colors = colors
        self._waiting: deque[Notice] = deque()
        self._staying: deque[Notice] = deque()
        self._notice: Notice | None = None
        self._symbol = Label()
        self.text = Label()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action_button = QPushButton()
        self.action_button.setAccessibleName(self.tr("What this notice offers"))
        self.action_button.setToolTip(self.tr("What this notice offers"))
        self.action_button.clicked.connect(self._on_action)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(self.tr("Put this notice away"))
        self.close_button.setAccessibleName(self.tr("Put this notice away"))
        self.close_button.clicked.connect(self.put_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._symbol)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.action_button)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.set_colors(colors)
        self.hide()
        ground.installEventFilter(self)

    @property
    def notice(self) -> Notice | None:
        """The notice on the screen, None when there is none."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, after those that came before it."""
        (self._staying if notice.stays else self._waiting).append(notice)
        if self._notice is None:
            self._show_next()
        elif notice.stays:
            return
        elif self._notice.stays:
            self._staying.appendleft(self._notice)
            self._show_next()
        else:
            self._timer.start(min(self._timer.remainingTime(), SHOW_MS["info"] // 3))

    def put_away(self) -> None:
        """Take the notice away and show the next one, if one waits."""
        self._timer.stop()
        self._notice = None
        self.hide()
        self._show_next()

    def clear(self) -> None:
        """Take all notices away."""
        self._waiting.clear()
        self._staying.clear()
        self.put_away()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.setStyleSheet(
            f"#notice {{ background: {colors.raised}; border: 1px solid {colors.border};"
            f" border-radius: {GRID // 2}px; }}"
        )
        self.close_button.setIcon(tinted_icon("x", colors.text, colors.muted))
        if self._notice is not None:
            self._draw_symbol(self._notice)

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
        if self._notice is not None and not self._notice.stays:
            self._timer.start(SHOW_MS["info"])
        super().leaveEvent(event)

    def _show_next(self) -> None:
        next_ones = self._waiting or self._staying
        if not next_ones:
            return
        notice = self._notice = next_ones.popleft()
        self.text.setText(notice.text)
        self.setAccessibleName(notice.text)
        self.action_button.setText(notice.action_text)
        self.action_button.setAccessibleName(notice.action_text)
        self.action_button.setVisible(bool(notice.action_text))
        self._draw_symbol(notice)
        left, top, width, height = self._place()
        self.setGeometry(left, top + GROUP_GAP, width, height)
        self.show()
        self.raise_()
        self._slide.setEndValue(QPoint(left, top))
        self._slide.start()
        if notice.stays:
            self._timer.stop()
        else:
            self._timer.start(SHOW_MS[notice.kind])

    def _draw_symbol(self, notice: Notice) -> None:
        color = {
            "success": self._colors.success,
            "warning": self._colors.warning,
            "error": self._colors.error,
        }.get(notice.kind, self._colors.accent)
        made = tinted_icon(_ICONS[notice.kind], color, color)
        self._symbol.setPixmap(made.pixmap(_ICON_SIZE, _ICON_SIZE))

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

    def _on_action(self) -> None:
        action = self._notice.action if self._notice else None
        self.put_away()
        if action is not None:
            action()
