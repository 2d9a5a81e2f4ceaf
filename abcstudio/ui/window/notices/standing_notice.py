"""Notices: temporary ones over the page, and standing ones in a row of their own."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.look.theme import Colors
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.notices.notice_bar import NoticeBar
from abcstudio.ui.window.notices.notice_row import NoticeRow
from abcstudio.ui.window.window_parts import WindowParts


class StandingNotice(NoticeRow):
    """Shows one notice after the other until each is answered or put away.

    It has its place in the layout and moves the page down: what stays must not cover a control.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("standing_notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.set_colors(studio.colors)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, after those that came before it."""
        self._waiting.append(notice)
        if self._notice is None:
            self._show_next()

    @override
    def put_away(self) -> None:
        """Take the notice away and show the next one, if one waits."""
        if self._waiting:
            self._show_next()
        else:
            super().put_away()

    @override
    def set_colors(self, colors: Colors) -> None:
        super().set_colors(colors)
        self.setStyleSheet(
            f"#standing_notice {{ background: {colors.raised};"
            f" border-bottom: 1px solid {colors.border}; }}"
        )

    def _show_next(self) -> None:
        self._fill(self._waiting.popleft())
        self.show()


class Notices(QObject):
    """Shows each notice where it belongs.

    Attributes:
        standing: The row of standing notices, for the window to lay out.
    """

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._studio, self._pages = parts.studio, parts.pages
        self.standing = StandingNotice(parts.studio)

    def lie_over(self, ground: QWidget) -> NoticeBar:
        """Show temporary notices over the pages; `ground` holds the pages."""
        studio = self._studio
        bar = self._bar = NoticeBar(studio, ground, self._pages.notice_ground)
        studio.notice_requested.connect(self._show)
        studio.notice_withdrawn.connect(self.standing.withdraw)
        studio.notice_withdrawn.connect(bar.withdraw)
        return bar

    def clear(self) -> None:
        """Take all away."""
        self._bar.clear()
        self.standing.clear()

    def _show(self, notice: Notice) -> None:
        (self.standing if notice.stays else self._bar).show_notice(notice)
