"""The piano above the transport bar: shown and hidden by a command, lit by what sounds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from abcstudio.notation.score import Chord
from abcstudio.ui.actions import Actions
from abcstudio.ui.playback_controller import PlaybackController
from abcstudio.ui.studio import Studio
from abcstudio.ui.theme import GROUP_GAP, Colors
from abcstudio.ui.tune_watch import TuneView
from abcstudio.ui.widgets.piano_keyboard import PianoKeyboard

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage


class PianoStrip(QWidget):
    """Holds the piano and lets its keys sound; who enters notes listens to the piano too."""

    def __init__(self, studio: Studio, actions: Actions, playback: PlaybackController) -> None:
        super().__init__()
        self.setObjectName("piano_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("help_topic", "note-entry")
        self._studio = studio
        self._playback = playback
        self.piano = PianoKeyboard(studio.colors)
        row = QHBoxLayout(self)
        row.setContentsMargins(GROUP_GAP, 0, GROUP_GAP, 0)
        row.addWidget(self.piano)
        self.action: QAction = actions.add(
            "view.piano",
            self.tr("Show the p&iano"),
            self._on_toggled,
            menu="view",
            keys="F7",
            icon_name="piano",
            tooltip=self.tr("A piano above the transport bar, to hear and enter notes"),
            checkable=True,
        )
        self.action.setChecked(studio.settings.show_piano)
        self.setVisible(studio.settings.show_piano)
        self.piano.pressed.connect(self._on_pressed)
        self.piano.released.connect(playback.live.silence)
        playback.sounding_changed.connect(self._on_sounding_changed)
        studio.colors_changed.connect(self._on_colors_changed)
        self._on_colors_changed(studio.colors)

    def follow(self, page: "ComposerPage") -> None:
        """Enter notes into the composer's tune, and show the note at its caret."""

        def show_caret() -> None:
            if self.isVisible():
                place = page.editor.selection().start
                self.piano.set_marked(keys_at(page.watch.view, place))

        self.piano.pressed.connect(lambda pitch: page.note_entry.play((pitch,)))
        page.note_entry.midi.key_changed.connect(self.piano.show_held)
        page.editor.caret_moved.connect(show_caret)
        page.watch.tune_changed.connect(show_caret)
        self.action.triggered.connect(show_caret)

    def _on_toggled(self) -> None:
        is_shown = self.action.isChecked()
        self._studio.update_settings(show_piano=is_shown)
        self.setVisible(is_shown)
        if is_shown:
            # The first note is made while the person looks for its key.
            self._playback.live.prepare()

    def _on_pressed(self, pitch: int) -> None:
        self._playback.live.sound((pitch,))

    def _on_sounding_changed(self, offsets: frozenset[int]) -> None:
        if self.isVisible():
            self.piano.set_sounding(self._playback.sounding_pitches if offsets else ())

    def _on_colors_changed(self, colors: Colors) -> None:
        self.setStyleSheet(f"#piano_strip {{ border-top: 1px solid {colors.border}; }}")
        self.piano.set_colors(colors)


def keys_at(view: TuneView | None, place: int) -> list[int]:
    """Return the piano keys of the note at a place in the document."""
    start = view.note_at(place) if view is not None else None
    if view is None or start is None:
        return []
    return [
        round(note.pitch.midi_number + voice.transpose)
        for voice in view.score.voices
        for element in voice.elements
        if isinstance(element, Chord)
        for note in element.notes
        if note.span.start == start
    ]
