"""The piano above the transport bar: shown and hidden by a command, lit by what sounds."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from abcstudio.ui.look.theme import GROUP_GAP
from abcstudio.ui.playback.live_sound import LiveSound
from abcstudio.ui.playback.piano_keyboard import PianoKeyboard
from abcstudio.ui.playback.sounding_notes import SoundingNotes
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio


class PianoStrip(QWidget):
    """Holds the piano and lets its keys sound.

    Signals:
        key_pressed: A key went down and sounds. Carries its MIDI number.
        shown: The person brought the piano up.
    """

    key_pressed = Signal(int)
    shown = Signal()

    def __init__(
        self, studio: Studio, actions: Actions, live: LiveSound, sounding: SoundingNotes
    ) -> None:
        super().__init__()
        self.setObjectName("piano_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("help_topic", "note-entry")
        self._studio = studio
        self._live = live
        self._sounding = sounding
        self.piano = PianoKeyboard(studio)
        row = QHBoxLayout(self)
        row.setContentsMargins(GROUP_GAP, 0, GROUP_GAP, 0)
        row.addWidget(self.piano)
        self.action = CommandGroup(actions, self, menu="view").add(
            CommandSpec("view.piano", "Show the p&iano",
                "A piano above the transport bar, to hear and enter notes",
                do=self._on_toggled, keys="F7", icon="piano", is_switch=True)
        )  # fmt: skip
        self.action.setChecked(studio.settings.show_piano)
        self.setVisible(studio.settings.show_piano)
        self.piano.pressed.connect(self._on_pressed)
        self.piano.released.connect(live.silence)
        sounding.changed.connect(self._on_sounding_changed)

    def set_marked(self, keys: Collection[int]) -> None:
        """Mark the keys of the note at the caret."""
        self.piano.set_marked(keys)

    def show_held(self, pitch: int, is_held: bool) -> None:
        """Show a key as it is held on a MIDI keyboard."""
        self.piano.show_held(pitch, is_held)

    def _on_toggled(self) -> None:
        is_shown = self.action.isChecked()
        self._studio.update_settings(show_piano=is_shown)
        self.setVisible(is_shown)
        if is_shown:
            # The first note is made while the person looks for its key.
            self._live.prepare()
            self.shown.emit()

    def _on_pressed(self, pitch: int) -> None:
        self._live.sound((pitch,))
        self.key_pressed.emit(pitch)

    def _on_sounding_changed(self, offsets: frozenset[int]) -> None:
        if self.isVisible():
            self.piano.set_sounding(self._sounding.pitches if offsets else ())
