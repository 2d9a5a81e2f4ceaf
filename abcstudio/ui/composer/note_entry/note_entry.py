"""Entering notes by playing them: on the computer's keyboard, on the piano, on a MIDI keyboard."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.notation.entry.changes import (
    add_to_chord,
    alter_last,
    shift_last,
    toggle_tie,
    with_rest,
    with_tone,
)
from abcstudio.notation.entry.note_entry import Entered, Wish, enter, last_before, note_at
from abcstudio.notation.entry.pitches import StaffPlace, Tone
from abcstudio.notation.entry.removal import take_back
from abcstudio.notation.reader.parser import Read
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.note_entry.bar import NoteEntryBar
from abcstudio.ui.composer.note_entry.keys import EntryKey, EntryKeys
from abcstudio.ui.composer.note_entry.state import EntryState
from abcstudio.ui.composer.note_entry.writer import Change, EntryWriter
from abcstudio.ui.playback.live_sound import LiveSound
from abcstudio.ui.playback.midi_keyboard import MidiKeyboard
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.words.key_words import modifier_words
from abcstudio.ui.words.note_words import length_name


def entering(state: EntryState, tones: tuple[Tone, ...], *, joins: bool) -> Change:
    """Return what enters a rest, a note or a chord, once in the place of what is chosen.

    Args:
        state: What a new note is like. A note that is chosen keeps its own length.
        tones: What sounds; none for a rest.
        joins: A single tone sounds with the note before the caret, if there is one.
    """

    def change(score: Score, span: Span, read: Read) -> Entered:
        chosen = note_at(score, span) if span.start < span.end else None
        is_single = len(tones) == 1
        if joins and is_single and isinstance(last_before(score, span.end), Chord):
            entered = add_to_chord(score, span.end, tones[0], read=read)
        elif isinstance(chosen, Chord) and not tones:
            entered = with_rest(score, chosen, read=read)
        elif chosen is not None and is_single:
            entered = with_tone(score, chosen, tones[0], read=read)
        else:
            wish = Wish(tones, state.length, is_triplet=state.triplet_left > 0)
            return enter(score, span.end, wish, read=read)
        return replace(entered, triplet_left=state.triplet_left)

    return change


def words_outside() -> tuple[str, str]:
    """Return the words for a caret outside the music."""
    outside = QCoreApplication.translate("EntryWords", "Letters are text outside the music")
    return outside, QCoreApplication.translate("EntryWords", "text")


def words_for_chosen() -> tuple[str, str]:
    """Return the words for a note or rest that is chosen."""
    return QCoreApplication.translate("EntryWords", "Next: another pitch for the chosen note"), "♪"


def words_for_next(state: EntryState, octave: str) -> tuple[str, str]:
    """Return the words for what comes next.

    Args:
        state: What it will be.
        octave: The C that the next letter is to be near to, such as "C5".
    """
    if state.is_chord:
        return QCoreApplication.translate("EntryWords", "The next note joins the last one"), "+"
    length, left = length_name(state.length), state.triplet_left
    if left:
        words = QCoreApplication.translate("EntryWords", "Triplet, {0} left: {1} near {2}")
        return words.format(left, length, octave), octave
    words = QCoreApplication.translate("EntryWords", "Next: {0} near {1} ({2}: chord)")
    return words.format(length, octave, modifier_words(Qt.KeyboardModifier.ShiftModifier)), octave


_SECONDS_A_WHOLE_NOTE = 2.0
_LONGEST_SECONDS = 1.5
_TRIPLET = 3


class NoteEntry(QObject):
    """The mode in which letters are notes, and what enters them.

    Each note is one step that can be undone. While the mode is off, the editor is a plain text and
    piano and MIDI keyboard only sound.

    Signals:
        play_requested: The tune is to be played, or paused.
    """

    play_requested = Signal()

    def __init__(
        self,
        desk: TuneDesk,
        score: QWidget,
        bar: NoteEntryBar,
        live: LiveSound,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._live = live
        self._studio = desk.studio
        self.bar = bar
        self.state = EntryState()
        self._writer = EntryWriter(desk)
        self.midi = MidiKeyboard(desk.studio, live, self)
        self.midi.fill(bar.midi_menu)
        self.midi.played.connect(self.play)
        self._keys = EntryKeys(
            desk.editor, score, self._writer.letters_are_notes, self._on_key, self
        )
        entry = CommandGroup(
            actions, self, menu="tune", page="composer", why_not=desk.why_no_writing
        )
        self.action = entry.add(
            CommandSpec("tune.enter_notes", "&Enter notes by keyboard",
                "Letters become notes, digits choose their lengths, until {0}",
                do=self._on_toggled, keys="F6", icon="keyboard", named_keys="Esc", section="entry",
                is_switch=True)
        )  # fmt: skip
        CommandGroup(actions, self, menu="play", submenu="midi").add(
            CommandSpec("play.midi_keyboard", "MIDI ke&yboard…",
                "Choose a MIDI keyboard: it is heard at once, and enters notes",
                do=self._open_midi_menu, icon="piano", section="midi")
        )  # fmt: skip
        self._connect()
        desk.watch.tune_changed.connect(self._show)
        desk.changed.connect(self._on_desk_changed)
        entry.follow(desk.changed)
        self._show()

    @property
    def is_on(self) -> bool:
        """Whether notes are entered now."""
        return self.action.isChecked()

    def play(self, pitches: tuple[int, ...]) -> None:
        """Enter what was played on the piano or on a MIDI keyboard, if the mode is on."""
        if self.is_on and self._editor.isVisible():
            self._enter_tones(tuple(pitches), is_heard=False)

    def leave(self) -> None:
        """Leave the mode."""
        if self.is_on:
            self.action.setChecked(False)
            self._on_toggled()

    def sound(self, pitch: float) -> None:
        """Let a note be heard that was given another pitch."""
        self._sound((pitch,))

    def _connect(self) -> None:
        bar = self.bar
        bar.length_chosen.connect(self._choose_length)
        bar.dot_toggled.connect(self._toggle_dot)
        bar.triplet_toggled.connect(self._toggle_triplet)
        bar.chord_toggled.connect(self._toggle_chord)
        bar.rest_requested.connect(self._enter_rest)
        bar.tie_requested.connect(self._tie)
        bar.close_requested.connect(self.leave)
        bar.hear.setChecked(self._studio.settings.hear_entered)
        bar.hear_toggled.connect(self._on_hear_toggled)
        self._editor.caret_moved.connect(self._show)

    def _on_toggled(self) -> None:
        is_on = self.is_on
        self._keys.set_on(is_on)
        self.bar.setVisible(is_on)
        if is_on:
            self.state = replace(self.state, triplet_left=0, is_chord=False)
            self._live.prepare()
            self._writer.go_to_music()
            self._editor.ensureCursorVisible()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _open_midi_menu(self) -> None:
        window = self._editor.window()
        menu = self.bar.midi_menu
        menu.popup(window.mapToGlobal(window.rect().center()))

    def _on_hear_toggled(self, is_on: bool) -> None:
        self._studio.update_settings(hear_entered=is_on)

    def _on_desk_changed(self) -> None:
        if self._desk.document.is_composing:
            self.leave()

    # What the keys do

    def _on_key(self, key: EntryKey) -> None:
        value = key.value
        if key.name in ("letter", "chord"):
            self._enter_letter(str(value), is_chord=key.name == "chord")
        elif key.name == "length" and isinstance(value, Fraction):
            self._choose_length(value)
        elif key.name == "alter":
            self._change_last(lambda score, caret: alter_last(score, caret, int(value)))
        elif key.name == "shift":
            self._change_last(lambda score, caret: shift_last(score, caret, int(value)))
        else:
            simple: dict[str, Callable[[], None]] = {
                "rest": self._enter_rest,
                "dot": self._toggle_dot,
                "triplet": self._toggle_triplet,
                "tie": self._tie,
                "back": self._take_back,
                "play": self.play_requested.emit,
                "leave": self.leave,
            }
            if key.name in simple:
                simple[key.name]()

    def _choose_length(self, base: Fraction) -> None:
        self._set_state(base=base)

    def _toggle_dot(self) -> None:
        self._set_state(is_dotted=not self.state.is_dotted)

    def _toggle_triplet(self) -> None:
        self._set_state(triplet_left=0 if self.state.triplet_left else _TRIPLET)

    def _toggle_chord(self) -> None:
        self._set_state(is_chord=not self.state.is_chord)

    def _set_state(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._show()

    def _enter_letter(self, letter: str, *, is_chord: bool) -> None:
        before = self._writer.pitch_before()
        self._enter_tones((StaffPlace.nearest(letter, before),), is_chord=is_chord)

    def _enter_rest(self) -> None:
        self._enter_tones(())

    def _enter_tones(
        self, tones: tuple[Tone, ...], *, is_chord: bool = False, is_heard: bool = True
    ) -> None:
        """Enter a rest, a note or a chord, or give the selected note its pitch."""
        joins = is_chord or self.state.is_chord
        change = entering(self.state, tones, joins=joins)
        entered = self._writer.change(change, self._hear if is_heard else None)
        if entered is not None and self.state.triplet_left:
            self._set_state(triplet_left=entered.triplet_left)

    def _change_last(self, change: Callable[[Score, int], Entered]) -> None:
        self._writer.change(lambda score, span, _read: change(score, span.end), self._hear)

    def _tie(self) -> None:
        self._writer.change(lambda score, span, read: toggle_tie(score, span.end, read=read))

    def _take_back(self) -> None:
        entered = self._writer.change(
            lambda score, span, read: take_back(score, span.end, read=read)
        )
        if entered is not None and self.state.triplet_left:
            self._set_state(triplet_left=min(_TRIPLET, self.state.triplet_left + 1))

    def _hear(self, entered: Entered) -> None:
        self._sound(tuple(float(pitch) for pitch in entered.pitches))

    def _sound(self, pitches: tuple[float, ...]) -> None:
        """Let what was entered or changed be heard, unless that is switched off."""
        if self._studio.settings.hear_entered and pitches:
            seconds = min(_LONGEST_SECONDS, float(self.state.length) * _SECONDS_A_WHOLE_NOTE)
            self._live.sound(pitches, seconds)

    # What is shown

    def _show(self) -> None:
        if self.is_on:
            self.bar.show_state(self.state, *self._sentence())

    def _sentence(self) -> tuple[str, str]:
        """Return what the next key does, in a sentence and in a word."""
        if not self._writer.letters_are_notes():
            return words_outside()
        if self._writer.has_chosen() and not self.state.is_chord:
            return words_for_chosen()
        octave = f"C{StaffPlace.nearest('C', self._writer.pitch_before()).octave}"
        return words_for_next(self.state, octave)
