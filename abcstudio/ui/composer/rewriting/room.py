"""Rewriting measures with the network."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.rewriting.rewriting_bar import RewritingBar
from abcstudio.ui.composer.rewriting.rewriting_commands import RewritingCommands
from abcstudio.ui.composer.rewriting.rewriting_offer import RewritingOffer
from abcstudio.ui.composer.rewriting.rewriting_presenter import RewritingPresenter


class RewritingRoom(QObject):
    """Shows the versions of rewritten measures in a bar above the text."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, score, actions = parts.desk, parts.score, parts.actions
        self.bar = RewritingBar(parts.studio)
        self.presenter = RewritingPresenter(
            desk=desk,
            selection=parts.link.selection,
            score=score,
            playback=parts.playback,
            bar=self.bar,
        )
        self.presenter.play_requested.connect(parts.listening.play)
        RewritingCommands(desk, self.presenter, actions)
        command = actions.action("tune.rewrite_measures")
        desk.editor.offer_in_menu(command)
        self.offer = RewritingOffer(score, desk, self.presenter, command)
        parts.columns.put(PagePlace.REWRITING, self.bar)
