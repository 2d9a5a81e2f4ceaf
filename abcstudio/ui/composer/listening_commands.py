"""The commands that play from the text: from the caret, and the selection."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_COMMANDS = (
    CommandSpec(
        id="play.from_caret",
        words=QT_TRANSLATE_NOOP("ListeningCommands", "Play from h&ere"),
        tooltip=QT_TRANSLATE_NOOP(
            "ListeningCommands", "Play from the selected note, or the one that the caret stands at"
        ),
        keys="Ctrl+Shift+Space",
        icon="player-play",
    ),
    CommandSpec(
        id="play.selection",
        words=QT_TRANSLATE_NOOP("ListeningCommands", "Play the sele&ction"),
        tooltip=QT_TRANSLATE_NOOP(
            "ListeningCommands", "Play the selected notes once, and stop after them"
        ),
        keys="Shift+F4",
    ),
)


class ListeningCommands(QObject):
    """Registers the commands."""

    def __init__(self, parts: ComposerParts) -> None:
        desk, listening = parts.desk, parts.listening
        super().__init__(desk)
        from_caret, selection = _COMMANDS
        group = CommandGroup(parts.actions, self, menu="play", page="composer")
        group.add(from_caret, listening.play_from_caret, desk.why_no_tune)
        group.add(selection, listening.play_selection)
        group.follow(desk.changed)
