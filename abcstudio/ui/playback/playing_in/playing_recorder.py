"""Listens to what is played and writes it into a field, note by note."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from abcstudio.composing.opening.played_opening import (
    has_music,
    letter_pitch,
    with_opening,
    without_music,
)
from abcstudio.composing.opening.played_rhythm import PlayedNote
from abcstudio.ui.playback.live_sound import LiveSound
from abcstudio.ui.playback.midi_keyboard import MidiKeyboard
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.playback.playing_in.listening_bar import ListeningBar
from abcstudio.ui.words.key_words import key_words


class PlayingRecorder(QObject):
    """Hears a MIDI keyboard, the piano on the screen, and letters.

    What is played from the beginning to the end of one listening is one step to undo.

    Signals:
        began: It listens from now on.
        changed: Whether it listens, or whether the field has music, may be otherwise.
    """

    began = Signal()
    changed = Signal()

    def __init__(
        self,
        field: QPlainTextEdit,
        bar: ListeningBar,
        midi: MidiKeyboard,
        live: LiveSound,
    ) -> None:
        super().__init__(bar)
        self._field = field
        self._bar = bar
        self._midi = midi
        self._live = live
        self._clock: Callable[[], float] = time.monotonic
        self._piano: PianoStrip | None = None
        self._is_listening = False
        self._brought_piano = False
        self._notes: list[PlayedNote] = []
        self._letters: dict[str, int] = {}
        self._base = self._written = ""
        midi.key_changed.connect(self._on_key_changed)
        midi.listening_changed.connect(self._show_hint)
        bar.letter_pressed.connect(self._on_letter_pressed)
        bar.letter_released.connect(self._on_letter_released)
        bar.back_requested.connect(self.take_back)
        bar.end_requested.connect(self.end)
        field.textChanged.connect(self.changed)

    @property
    def is_listening(self) -> bool:
        """Whether what is played comes into the field."""
        return self._is_listening

    @property
    def has_music(self) -> bool:
        """Whether the field has more than a header."""
        return has_music(self._field.toPlainText())

    def set_clock(self, clock: Callable[[], float]) -> None:
        """Measure the seconds by another clock."""
        self._clock = clock

    def use_piano(self, piano: PianoStrip) -> None:
        """Hear the piano on the screen, too, and bring it up while listening."""
        self._piano = piano
        piano.piano.pressed.connect(lambda pitch: self._on_key_changed(pitch, True))
        piano.piano.released.connect(lambda pitch: self._on_key_changed(pitch, False))

    def toggle(self) -> None:
        """Begin to listen, or end it."""
        if self._is_listening:
            self.end()
        else:
            self._begin()

    def end(self) -> None:
        """Listen no longer; what was played stays."""
        if not self._is_listening:
            return
        for pitch in self._letters.values():
            self._live.silence(pitch)
        self._letters.clear()
        self._is_listening = False
        if self._brought_piano and self._piano is not None:
            self._piano.action.trigger()
        if self._bar.hasFocus():
            self._field.setFocus()
        self._bar.set_listening(False)
        self._show_hint()
        self.changed.emit()

    def clear(self) -> None:
        """Take all music out of the field, as one step to undo."""
        self._write(without_music(self._field.toPlainText()), joins=False)
        self._start_anew()

    def take_back(self) -> None:
        """Take the note back that was played last."""
        if self._is_listening and self._notes:
            self._notes.pop()
            self._write_notes()

    def _begin(self) -> None:
        self._is_listening = True
        piano = self._piano
        self._brought_piano = piano is not None and not piano.action.isChecked()
        if self._brought_piano and piano is not None:
            piano.action.trigger()
        self._live.prepare()
        self._start_anew()
        self.began.emit()
        self._bar.set_listening(True)
        self._show_hint()
        self.changed.emit()

    def _start_anew(self) -> None:
        self._notes.clear()
        self._base = self._written = self._field.toPlainText()

    def _show_hint(self) -> None:
        self._bar.show_hint(self._hint() if self._is_listening else "")

    def _hint(self) -> str:
        keys = self.tr(
            "Play on the piano below, or with the letters from A to G. "
            "{0} takes a note back, {1} ends it."
        )
        heard = self.tr("{0} is heard, too.").format(self._midi.heard)
        silent = self.tr("No MIDI keyboard is heard: Play > MIDI keyboard chooses one.")
        words = keys.format(key_words("Backspace"), key_words("Esc"))
        return "\n".join((words, heard if self._midi.heard else silent))

    def _on_letter_pressed(self, letter: str) -> None:
        before = self._notes[-1].pitch if self._notes else None
        pitch = letter_pitch(self._field.toPlainText(), letter, before)
        self._letters[letter] = pitch
        self._live.sound((pitch,))
        self._on_key_changed(pitch, True)

    def _on_letter_released(self, letter: str) -> None:
        pitch = self._letters.pop(letter, None)
        if pitch is not None:
            self._live.silence(pitch)
            self._on_key_changed(pitch, False)

    def _on_key_changed(self, pitch: int, is_down: bool) -> None:
        if not self._is_listening:
            return
        if self._field.toPlainText() != self._written:
            # The person has changed it meanwhile: what is played now goes on from there.
            self._start_anew()
        now = self._clock()
        if is_down:
            self._notes.append(PlayedNote(pitch, now))
        else:
            self._notes = [
                replace(note, end=now) if note.pitch == pitch and note.end is None else note
                for note in self._notes
            ]
        self._write_notes()

    def _write_notes(self) -> None:
        text = with_opening(self._base, self._notes)
        if text != self._written:
            self._write(text, joins=self._written != self._base)

    def _write(self, text: str, *, joins: bool) -> None:
        cursor = QTextCursor(self._field.document())
        if joins:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self._written = text
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self.changed.emit()
