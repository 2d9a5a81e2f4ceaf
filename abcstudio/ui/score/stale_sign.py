"""The sentence at the foot of a score that is no longer the newest one."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID


class StaleSign(Label):
    """Stands over the foot of a widget while it has something to say."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(parent=ground)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ground = ground
        ground.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        self._stand()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        if self.isHidden():
            return
        room = self._ground.rect().adjusted(2 * GRID, GRID, -4 * GRID, -2 * GRID)
        width = min(room.width(), self.fontMetrics().horizontalAdvance(self.text()) + 4 * GRID)
        height = self.heightForWidth(width)
        left = room.center().x() - width // 2
        self.setGeometry(left, room.bottom() - height, width, height)
