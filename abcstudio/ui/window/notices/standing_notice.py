"""The notice that waits for its answer in a row of its own over the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.look.theme import Colors
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.notices.notice_row import NoticeRow


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
