"""What is looked for: typed or played notes, and their score."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from abcstudio.ui.datasets.finding.melody_field import MelodyField
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.playback.playing_in.listening_bar import ListeningBar
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio

_SCORE_HEIGHT = 15 * GRID
_ZOOM = 0.8


class QueryPanel(QWidget):
    """The field, what fills it, and the score of what stands in it."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = MelodyField()
        self.listening = ListeningBar()
        self.score = ScoreView(studio)
        self.score.setAccessibleName(self.tr("Score of the melody to look for"))
        self.score.setToolTip(self.tr("What you look for; click a note to hear it from there"))
        self.score.setFixedHeight(_SCORE_HEIGHT)
        self.score.set_zoom(_ZOOM)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        self._buttons.addWidget(self.listening, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.field)
        column.addLayout(self._buttons)
        column.addWidget(self.score)

    def set_actions(self, play_in: QAction, *others: QAction) -> None:
        """Offer commands as buttons, that which listens first."""
        self.listening.set_actions(play_in, *others)
