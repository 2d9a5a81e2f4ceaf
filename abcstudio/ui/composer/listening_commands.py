"""The commands that play from the text: from the caret, and the selection."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class ListeningCommands(QObject):
    """Registers the commands."""

    def __init__(self, parts: ComposerParts) -> None:
        desk, listening = parts.desk, parts.listening
        super().__init__(desk)
        group = CommandGroup(parts.actions, self, menu="play", page="composer", acts_on_tune=True)
        group.add_all(
            CommandSpec("play.from_caret", "Play from h&ere",
                "Play from the selected note, or the one that the caret stands at",
                do=listening.play_from_caret, why_not=desk.why_no_tune, keys="Ctrl+Shift+Space",
                icon="player-play"),
            CommandSpec("play.selection", "Play the sele&ction",
                "Play the selected notes once, and stop after them",
                do=listening.play_selection, keys="Shift+F4"),
        )  # fmt: skip
        group.follow(desk.changed)
