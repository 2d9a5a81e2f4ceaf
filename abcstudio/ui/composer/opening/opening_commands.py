"""The commands that play an opening into the seed."""

from PySide6.QtCore import QObject

from abcstudio.ui.playback.playing_in.listening_bar import ListeningBar
from abcstudio.ui.playback.playing_in.playing_recorder import PlayingRecorder
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_PLAY = CommandSpec(
    id="tune.play_opening",
    words=QT_TRANSLATE_NOOP("OpeningCommands", "P&lay the opening"),
    tooltip=QT_TRANSLATE_NOOP(
        "OpeningCommands",
        "Play notes on the piano, a MIDI keyboard or with letters: they come into the seed",
    ),
    keys="Alt+Shift+F6",
    icon="piano",
    section="compose",
    is_switch=True,
)
_CLEAR = CommandSpec(
    id="tune.clear_opening",
    words=QT_TRANSLATE_NOOP("OpeningCommands", "Cl&ear the opening"),
    tooltip=QT_TRANSLATE_NOOP(
        "OpeningCommands", "Take the notes out of the seed; undo brings them back"
    ),
    icon="eraser",
    section="compose",
)


class OpeningCommands(QObject):
    """Registers the commands."""

    def __init__(self, recorder: PlayingRecorder, bar: ListeningBar, actions: Actions) -> None:
        super().__init__(recorder)
        self._recorder = recorder
        group = CommandGroup(actions, self, menu="tune", page="composer")
        self._play = group.add(_PLAY, recorder.toggle)
        clear = group.add(_CLEAR, recorder.clear, self._why_not)
        bar.set_actions(self._play, clear)
        group.follow(recorder.changed)
        recorder.changed.connect(self._show)

    def _why_not(self) -> str:
        return "" if self._recorder.has_music else self.tr("The seed has no notes.")

    def _show(self) -> None:
        self._play.setChecked(self._recorder.is_listening)
