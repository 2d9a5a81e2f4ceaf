"""Changes of the music from menus and from the score."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.changes.note_commands import NoteCommands
from abcstudio.ui.composer.changes.score_tools import ScoreTools
from abcstudio.ui.composer.changes.tune_commands import TuneCommands
from abcstudio.ui.composer.composer_parts import ComposerParts


class ChangesRoom(QObject):
    """Registers the commands that change notes and the tune."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, link, score, actions = parts.desk, parts.link, parts.score, parts.actions
        TuneCommands(desk, actions, parts.page)
        self.notes = NoteCommands(desk, link.selection, score, actions)
        ScoreTools(desk=desk, link=link, score=score, actions=actions)
