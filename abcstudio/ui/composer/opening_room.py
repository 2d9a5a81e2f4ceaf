"""Playing the opening of a tune into the seed."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.playback.playing_in.listening_bar import ListeningBar
from abcstudio.ui.playback.playing_in.playing_recorder import PlayingRecorder
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class OpeningCommands(QObject):
    """Registers the commands."""

    def __init__(self, recorder: PlayingRecorder, bar: ListeningBar, actions: Actions) -> None:
        super().__init__(recorder)
        self._recorder = recorder
        group = CommandGroup(
            actions, self, menu="tune", submenu="compose", page="composer", acts_on_tune=False
        )
        self.play, clear = group.add_all(
            CommandSpec("tune.play_opening", "P&lay the opening",
                "Play notes on the piano, a MIDI keyboard or with letters: they come into the seed",
                do=recorder.toggle, keys="Alt+Shift+F6", icon="piano", section="compose",
                is_switch=True),
            CommandSpec("tune.clear_opening", "Cl&ear the opening",
                "Take the notes out of the seed; undo brings them back",
                do=recorder.clear, why_not=self._why_not, icon="eraser", section="compose"),
        )  # fmt: skip
        bar.set_actions(self.play, clear)
        group.follow(recorder.changed)
        recorder.changed.connect(self._show)

    def _why_not(self) -> str:
        return "" if self._recorder.has_music else self.tr("The seed has no notes.")

    def _show(self) -> None:
        self.play.setChecked(self._recorder.is_listening)


class OpeningRoom(QObject):
    """Listens to the piano, a MIDI keyboard and letters."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        composing, entry = parts.rooms[ComposingRoom], parts.rooms[NoteEntryRoom].entry
        form = composing.form
        self.recorder = PlayingRecorder(form.seed, form.opening, entry.midi, parts.playback.live)
        self.recorder.began.connect(entry.leave)
        self.recorder.began.connect(form.show_seed)
        composing.session.started.connect(self.recorder.end)
        commands = OpeningCommands(self.recorder, form.opening, parts.actions)
        form.offer_opening(commands.play)
