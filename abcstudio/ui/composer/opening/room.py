"""Playing the opening of a tune into the seed."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.opening.opening_commands import OpeningCommands
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.playback.playing_in.playing_recorder import PlayingRecorder


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
        OpeningCommands(self.recorder, form.opening, parts.actions)
        form.offer_opening(parts.actions.action("tune.play_opening"))
