"""Comparison of the tune with known tunes: how new it is."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.newness.known_score import KnownScore
from abcstudio.ui.composer.newness.newness_commands import NewnessCommands
from abcstudio.ui.composer.newness.newness_panel import NewnessPanel
from abcstudio.ui.composer.newness.newness_presenter import NewnessPresenter
from abcstudio.ui.composer.newness.where_else import WhereElse
from abcstudio.ui.composer.takes.room import TakesRoom


class NewnessRoom(QObject):
    """Compares the tune with known ones at the side."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self.panel = NewnessPanel(parts.studio)
        new = self.tr("How new this tune is, and what known tunes share with it")
        parts.side.add("newness", self.tr("New?"), new, self.panel, "sparkles")
        known = KnownScore(self.panel.score, parts.engraver, parts.playback)
        self.presenter = NewnessPresenter(parts.desk, parts.link, parts.score, known, self.panel)
        self.presenter.selection_play_requested.connect(parts.listening.play_selection)
        self.presenter.told.connect(parts.rooms[TakesRoom].details.show_newness)
        commands = NewnessCommands(self.presenter, parts.actions)
        commands.side_requested.connect(parts.side.bring)
        WhereElse(parts.desk, parts.actions)
