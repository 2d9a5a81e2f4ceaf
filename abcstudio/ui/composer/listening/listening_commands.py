"""The commands that play from the text: from the caret, and the selection."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.listening.caret_playback import CaretPlayback
from abcstudio.ui.services.actions import Actions
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

    def __init__(self, desk: TuneDesk, listening: CaretPlayback, actions: Actions) -> None:
        super().__init__(desk)
        from_caret, selection = _COMMANDS
        group = CommandGroup(actions, self, menu="play", page="composer")
        group.add(from_caret, listening.play_from_caret, desk.why_no_tune)
        group.add(selection, listening.play_selection)
        group.follow(desk.changed)
