"""Entering notes by keyboard, piano or MIDI."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.changes.room import ChangesRoom
from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.note_entry.bar import NoteEntryBar
from abcstudio.ui.composer.note_entry.note_entry import NoteEntry
from abcstudio.ui.composer.note_entry.piano_entry import PianoEntry
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.playback.piano_strip import PianoStrip


class NoteEntryRoom(QObject):
    """Shows the bar of note entry below the text while it is on."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self._desk = parts.desk
        self.bar = NoteEntryBar(parts.studio)
        self.entry = NoteEntry(
            parts.desk, parts.score, self.bar, parts.playback.live, parts.actions
        )
        self.entry.action.toggled.connect(parts.link.selection.look_back)
        self.entry.action.toggled.connect(parts.rooms[ProblemsRoom].shown.set_entering)
        parts.rooms[ChangesRoom].notes.note_changed.connect(self.entry.sound)
        self.entry.play_requested.connect(parts.playback.toggle)
        parts.columns.put(PagePlace.ENTRY, self.bar)

    def use_piano(self, piano: PianoStrip) -> None:
        """Enter what is played on the piano of the window, and mark its keys."""
        PianoEntry(piano, self.entry, self._desk.editor, self._desk.watch)
