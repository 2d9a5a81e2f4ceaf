"""The piano and the text: its keys enter notes, and it marks the note at the caret."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.desk.tune_watch import TuneWatch
from abcstudio.ui.composer.note_entry.note_entry import NoteEntry
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.playback.piano_strip import PianoStrip


class PianoEntry(QObject):
    """Connects the two."""

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
        entry.midi.key_changed.connect(piano.show_held)
        editor.caret_moved.connect(self._mark)
        watch.tune_changed.connect(self._mark)

    def _on_key_pressed(self, pitch: int) -> None:
        self._entry.play((pitch,))

    def _mark(self) -> None:
        view = self._watch.view
        if self._piano.isVisible():
            place = self._editor.selection().start
            self._piano.set_marked(view.keys_at(place) if view is not None else ())
