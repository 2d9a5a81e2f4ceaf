"""The notice that slides in at the bottom of the window and goes by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from typing_extensions import override

from abcstudio.ui.look.theme import GRID, GROUP_GAP, Colors
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.notices.notice_row import NoticeRow

SHOW_MS = {"info": 5000, "success": 5000, "warning": 8000, "error": 12000}
MOST_WAITING = 8
_SLIDE_MS = 160
_MAX_WIDTH = 90 * GRID
_CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class NoticeBar(NoticeRow):
    """Shows one notice after the other over the bottom edge of a part of the page in front.

    Each page names the part that may be covered for some seconds: nothing is pressed or filled in
    there. It is no child of that part but of what holds the pages, or a page that comes to the
    front would hide it.

    It goes after some seconds, later while the mouse rests on it, and sooner when another waits.
    The newest error comes first, and the error that it replaces comes back after it. If many wait,
    the oldest notices that are not errors are dropped: they are out of date.
    """

    def __init__(self, studio: Studio, parent: QWidget, ground: Callable[[], QWidget]) -> None:
        super().__init__(studio, parent)
        self.setObjectName("notice")
        self._holder = parent
        self._find_ground = ground
        self._ground = parent
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.settle)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.set_colors(studio.colors)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, after those that came before it; the newest error before older ones."""
        older = self._notice
        if older is not None and older.kind == notice.kind == "error":
            others = (older, notice) if older.text != notice.text else (notice,)
            self._waiting.extendleft(others)
            self._show_next()
            return
        self._waiting.append(notice)
        self._leave_out_old()
        if older is None:
            self._show_next()
        elif self._timer.isActive():  # It is not while the mouse rests on the notice.
            self._timer.start(min(self._timer.remainingTime(), SHOW_MS["info"] // 3))

    @override
    def put_away(self) -> None:
        """Take the notice away and show the next one, if one waits."""
        self._timer.stop()
        super().put_away()
        self._show_next()

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
        if watched is self._ground and event.type() in _MOVES:
            # Later: what takes the place of a view that is hidden is not there yet.
            self._settling.start(0)
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        """Go where the page in front has room for it now."""
        if not self.isHidden():
            self._slide.stop()
            self.setGeometry(*self._place())
            self.raise_()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self._notice is not None:
            self._timer.start(SHOW_MS["info"])
        super().leaveEvent(event)

    def _leave_out_old(self) -> None:
        passing = [each for each in self._waiting if each.kind != "error"]
        for old in passing[: max(0, len(self._waiting) - MOST_WAITING)]:
            self.withdraw(old)

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
        most = SHOW_MS["info"] if self._waiting else SHOW_MS["error"]
        self._timer.start(min(SHOW_MS[notice.kind], most))

    def _place(self) -> tuple[int, int, int, int]:
        """Return where the bar rests: left, top, width, height."""
        self._follow(self._find_ground())
        ground = self._area_of(self._ground)
        room = max(ground.width() - 2 * GROUP_GAP, 1)
        others = (
            self._symbol.sizeHint().width()
            + self.close_button.sizeHint().width()
            + sum(
                button.sizeHint().width()
                for button in (self.action_button, self.other_button)
                if button.text()
            )
            + 8 * GRID
        )
        words = self.text.fontMetrics().horizontalAdvance(self.text.text())
        width = min(room, _MAX_WIDTH, others + words)
        height = max(self.heightForWidth(width), self.sizeHint().height(), 5 * GRID)
        left = ground.left() + (ground.width() - width) // 2
        area = QRect(left, ground.bottom() + 1 - height - GROUP_GAP, width, height)
        area = self._over_controls(area, ground)
        return area.x(), area.y(), area.width(), area.height()

    def _over_controls(self, area: QRect, ground: QRect) -> QRect:
        """Return a place in the ground above the controls that stand in it."""
        free = QRect(area)
        controls = [
            self._area_of(widget)
            for widget in self._ground.findChildren(QWidget)
            if isinstance(widget, _CONTROLS) and widget.isVisible()
        ]
        for control in sorted(controls, key=QRect.bottom, reverse=True):
            if control.intersects(free):
                free.moveBottom(control.top() - GRID)
        return free if free.top() >= ground.top() else area

    def _area_of(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._holder, QPoint()), widget.size())

    def _follow(self, ground: QWidget) -> None:
        """Watch the moves of the widget that it lies over, and no other."""
        if ground is not self._ground:
            self._ground.removeEventFilter(self)
            ground.installEventFilter(self)
            self._ground = ground
