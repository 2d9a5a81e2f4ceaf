"""Entering notes by keyboard, piano or MIDI."""

from PySide6.QtCore import QObject

from abcstudio.notation.entry.note_entry import last_before
from abcstudio.notation.score import Chord
from abcstudio.ui.composer.changes.room import ChangesRoom
from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_watch import TuneView, TuneWatch
from abcstudio.ui.composer.note_entry.bar import NoteEntryBar
from abcstudio.ui.composer.note_entry.note_entry import NoteEntry
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.playback.piano_strip import PianoStrip


class PianoEntry(QObject):
    """Connects the two.

    While notes are entered it marks what was entered last, else the note that the caret stands at.
    """

    def __init__(
        self, piano: PianoStrip, entry: NoteEntry, editor: AbcEditor, watch: TuneWatch
    ) -> None:
        super().__init__(piano)
        self._piano = piano
        self._entry = entry
        self._editor = editor
        self._watch = watch
        piano.key_pressed.connect(self._on_key_pressed)
        piano.shown.connect(self._mark)
        entry.action.toggled.connect(self._mark)
        entry.midi.key_changed.connect(piano.show_held)
        editor.caret_moved.connect(self._mark)
        watch.tune_changed.connect(self._mark)

    def _on_key_pressed(self, pitch: int) -> None:
        self._entry.play((pitch,))

    def _mark(self) -> None:
        view = self._watch.view
        if self._piano.isVisible():
            self._piano.set_marked(self._marked(view) if view is not None else ())

    def _marked(self, view: TuneView) -> list[int]:
        """Return the keys of what was entered last, or of the note at the caret."""
        selection = self._editor.selection()
        if not self._entry.is_on or selection.start < selection.end:
            return view.keys_at(selection.start)
        last = last_before(view.score, selection.start - view.offset)
        notes = last.notes if isinstance(last, Chord) else ()
        return [key for note in notes for key in view.keys_at(view.offset + note.span.start)]


class NoteEntryRoom(QObject):
    """Shows the bar of note entry below the text while it is on."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self._desk = parts.desk
        self.bar = NoteEntryBar(parts.studio)
        self.entry = NoteEntry(
            parts.desk, parts.score, self.bar, parts.playback.live, parts.actions
        )
        selection = parts.link.selection
        self.entry.action.toggled.connect(selection.look_back)
        self.entry.action.toggled.connect(parts.rooms[ProblemsRoom].shown.set_entering)
        parts.rooms[ChangesRoom].notes.note_changed.connect(self.entry.sound)
        self.entry.play_requested.connect(parts.playback.toggle)
        parts.columns.put(PagePlace.ENTRY, self.bar)

    def use_piano(self, piano: PianoStrip) -> None:
        """Enter notes from the piano of the window, and mark its keys."""
        PianoEntry(piano, self.entry, self._desk.editor, self._desk.watch)
