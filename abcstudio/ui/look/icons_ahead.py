"""Drawing the icons of the other colour scheme before it is chosen."""

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.ui.look.icons import Tinted, drawn_icons, tinted_icon
from abcstudio.ui.look.theme import DARK, LIGHT, Colors

_PAUSE_MS = 2_000
_INTERVAL_MS = 50
# No two of these are alike in either scheme, so each has one counterpart.
_TINTS = ("text", "muted", "accent", "accent_text", "error", "warning", "success")


class IconsAhead(QObject):
    """Draws one icon at a time, a millisecond each, so that no key or click waits.

    The first change of the scheme would otherwise draw all of them at once.

    Signals:
        ended: All have been drawn.
    """

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: list[Tinted] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._draw_next)

    def start(self) -> None:
        """Begin when the window has had time to answer the first clicks."""
        QTimer.singleShot(_PAUSE_MS, self, self._begin)

    def _begin(self) -> None:
        self._queue = counterparts(drawn_icons())
        self._timer.start()

    def _draw_next(self) -> None:
        if self._queue:
            tinted_icon(*self._queue.pop())
        else:
            self._timer.stop()
            self.ended.emit()


def counterparts(icons: tuple[Tinted, ...]) -> list[Tinted]:
    """Return the icons that the other scheme lacks of some that are drawn."""
    wanted = [
        icon._replace(color=other[icon.color], disabled_color=other[icon.disabled_color])
        for other in (_counterparts(LIGHT, DARK), _counterparts(DARK, LIGHT))
        for icon in icons
        if icon.color in other and icon.disabled_color in other
    ]
    return [icon for icon in wanted if icon not in icons]


def _counterparts(one: Colors, other: Colors) -> dict[str, str]:
    return {getattr(one, name): getattr(other, name) for name in _TINTS}
