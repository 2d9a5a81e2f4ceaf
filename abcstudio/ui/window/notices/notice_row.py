"""What every notice is made of: a symbol, a sentence, the button that it offers, and a cross."""

import re
from collections import deque

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label, elided, in_lines, one_line
from abcstudio.ui.look.theme import GRID, GROUP_GAP, Colors
from abcstudio.ui.services.studio import Notice, Studio

_ICONS = {
    "info": "info-circle",
    "success": "circle-check",
    "warning": "alert-triangle",
    "error": "alert-circle",
}
_ICON_SIZE = 20
_LONGEST_WORD, _MOST_SHOWN = 72, 400
_MOST_IN_TOOLTIP = 4000


class NoticeRow(QFrame):
    """Holds the notice that is shown and those that wait; subclasses show and hide them."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._notice: Notice | None = None
        self._waiting: deque[Notice] = deque()
        self._symbol = Label()
        self.text = Label()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action_button = QPushButton()
        self.action_button.setAccessibleName(self.tr("What this notice offers"))
        self.action_button.setToolTip(self.tr("What this notice offers"))
        self.action_button.clicked.connect(self._on_action)
        self.other_button = QPushButton()
        self.other_button.setAccessibleName(self.tr("What else this notice offers"))
        self.other_button.setToolTip(self.tr("What else this notice offers"))
        self.other_button.clicked.connect(self._on_other)
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
        layout.addWidget(self.other_button)
        layout.addWidget(self.close_button)
        studio.colors_changed.connect(self.set_colors)

    @property
    def notice(self) -> Notice | None:
        """The notice on the screen, None when there is none."""
        return self._notice

    def put_away(self) -> None:
        """Take the notice away."""
        self._notice = None
        self.hide()

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

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.close_button.setIcon(tinted_icon("x", colors.text, colors.muted))
        if self._notice is not None:
            self._draw_symbol(self._notice)

    def _fill(self, notice: Notice) -> None:
        """Take a notice; showing it is left to the caller."""
        self._notice = notice
        words = one_line(notice.text)
        shown = _shown(words)
        self.text.setText(shown)
        self.text.setToolTip("" if shown == words else in_lines(elided(words, _MOST_IN_TOOLTIP)))
        self.setAccessibleName(shown)
        self.action_button.setText(notice.action_text)
        self.action_button.setAccessibleName(notice.action_text)
        self.action_button.setVisible(bool(notice.action_text))
        other = notice.other[0] if notice.other else ""
        self.other_button.setText(other)
        self.other_button.setAccessibleName(other)
        self.other_button.setVisible(bool(other))
        self._draw_symbol(notice)

    def _draw_symbol(self, notice: Notice) -> None:
        color = {
            "success": self._colors.success,
            "warning": self._colors.warning,
            "error": self._colors.error,
        }.get(notice.kind, self._colors.accent)
        made = tinted_icon(_ICONS[notice.kind], color, color)
        self._symbol.setPixmap(made.pixmap(_ICON_SIZE, _ICON_SIZE))

    def _on_action(self) -> None:
        action = self._notice.action if self._notice else None
        self.put_away()
        if action is not None:
            action()

    def _on_other(self) -> None:
        other = self._notice.other if self._notice else None
        self.put_away()
        if other is not None:
            other[1]()


def _shown(words: str) -> str:
    """Return a sentence in which no path or name is so long that the rest is lost beside it."""
    parts = re.split(r"(\s+)", words) if len(words) > _LONGEST_WORD else [words]
    return elided("".join(elided(part, _LONGEST_WORD) for part in parts), _MOST_SHOWN)
