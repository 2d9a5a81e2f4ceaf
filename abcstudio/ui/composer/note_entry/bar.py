"""The slim bar under the editor while notes are entered: lengths, what comes next, and switches."""

from fractions import Fraction

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton
from typing_extensions import override

from abcstudio.ui.composer.note_entry.state import EntryState
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, fitted
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words, modifier_words

_ICON_SIZE = 18
_GAP = 2
_GROUPS_APART = 4
_ROOM_FOR_WORDS = 16 * GRID


class NoteEntryBar(QFrame):
    """Shows the choices of the note entry; every button has a key too.

    Signals:
        length_chosen: Carries the note value as a Fraction of a whole note.
        dot_toggled: The dot is wanted, or no longer.
        triplet_toggled: A triplet is wanted, or no longer.
        chord_toggled: The next note is to join the last one, or no longer.
        rest_requested: A rest is to be entered.
        tie_requested: The last note is to be tied, or no longer.
        hear_toggled: Notes are to be heard when they are entered. Carries whether.
        close_requested: The mode is to be left.
    """

    length_chosen = Signal(object)
    dot_toggled = Signal()
    triplet_toggled = Signal()
    chord_toggled = Signal()
    rest_requested = Signal()
    tie_requested = Signal()
    hear_toggled = Signal(bool)
    close_requested = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.setProperty("help_topic", "note-entry")
        self.setAccessibleName(self.tr("Note entry"))
        self._icon_names: dict[QToolButton, str] = {}
        self.lengths = self._length_buttons()
        self.dot = self._button(
            "note-dotted", self.tr("Dot: half as long again (.)"), checkable=True
        )
        self.rest = self._button("note-rest", self.tr("Enter a rest (0 or R)"))
        self.tie = self._button("note-tie", self.tr("Tie the last note to the next one (T)"))
        self.triplet = self._button(
            "note-triplet", self.tr("Triplet: three in the time of two (P)"), checkable=True
        )
        self.chord = self._button(
            "note-chord",
            self.tr(
                "Add to the chord: the next note sounds with the last one ({0} and a letter)"
            ).format(modifier_words(Qt.KeyboardModifier.ShiftModifier)),
            checkable=True,
        )
        self.sentence = _Sentence()
        self.midi = self._button("piano", self.tr("MIDI keyboard"))
        self.midi.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.midi_menu = QMenu(self.midi)
        self.midi_menu.setToolTipsVisible(True)
        self.midi.setMenu(self.midi_menu)
        self.hear = self._button("volume", self.tr("Hear each note as it is entered"), True)
        self.close_button = self._button(
            "x", self.tr("Leave the note entry ({0})").format(key_words("Esc"))
        )
        self._lay_out()
        self._connect()
        studio.colors_changed.connect(self._draw_icons)
        self.hide()

    def show_state(self, state: EntryState, sentence: str, short: str) -> None:
        """Show the choices, and say what the next key does; in few letters where room is scarce."""
        for base, button in self.lengths.items():
            button.setChecked(base == state.base)
        self.dot.setChecked(state.is_dotted)
        self.triplet.setChecked(state.triplet_left > 0)
        self.chord.setChecked(state.is_chord)
        self.sentence.set_words(sentence, short)

    def _draw_icons(self) -> None:
        for button, name in self._icon_names.items():
            button.setIcon(icon(name))

    def _length_buttons(self) -> dict[Fraction, QToolButton]:
        words = (
            ("note-whole", self.tr("Whole note (7)")),
            ("note-half", self.tr("Half note (6)")),
            ("note-quarter", self.tr("Quarter note (5)")),
            ("note-eighth", self.tr("Eighth note (4)")),
            ("note-sixteenth", self.tr("Sixteenth note (3)")),
        )
        return {
            Fraction(1, 2**power): self._button(name, tooltip, checkable=True)
            for power, (name, tooltip) in enumerate(words)
        }

    def _button(self, name: str, tooltip: str, checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(_ICON_SIZE, _ICON_SIZE))
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        button.setToolTip(tooltip)
        button.setAccessibleName(tooltip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon_names[button] = name
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, _GAP, GRID, _GAP)
        row.setSpacing(_GAP)
        for button in self.lengths.values():
            row.addWidget(button)
        row.addWidget(self.dot)
        row.addSpacing(_GROUPS_APART)
        for button in (self.rest, self.tie, self.triplet, self.chord):
            row.addWidget(button)
        row.addSpacing(_GROUPS_APART)
        row.addWidget(self.sentence, 1)
        for button in (self.midi, self.hear, self.close_button):
            row.addWidget(button)

    def _connect(self) -> None:
        for base, button in self.lengths.items():
            button.clicked.connect(lambda _checked=False, base=base: self.length_chosen.emit(base))
        for button, signal in (
            (self.dot, self.dot_toggled),
            (self.triplet, self.triplet_toggled),
            (self.chord, self.chord_toggled),
            (self.rest, self.rest_requested),
            (self.tie, self.tie_requested),
            (self.close_button, self.close_requested),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.hear.toggled.connect(self._on_hear_toggled)

    def _on_hear_toggled(self, is_on: bool) -> None:
        self._icon_names[self.hear] = "volume" if is_on else "volume-off"
        self.hear.setIcon(icon(self._icon_names[self.hear]))
        self.hear_toggled.emit(is_on)


class _Sentence(Label):
    """A sentence that takes the room there is, or a word for it; its tooltip says it all."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("muted", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words = self._short = ""

    def set_words(self, words: str, short: str) -> None:
        """Say something else."""
        self._words, self._short = words, short
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._elide()

    @override
    def resizeEvent(self, event: object) -> None:
        self._elide()

    def _elide(self) -> None:
        room = self.width() - _GAP
        mode = Qt.TextElideMode.ElideRight
        is_wide = room >= _ROOM_FOR_WORDS
        words = fitted(self.fontMetrics(), self._words, room, mode) if is_wide else self._short
        self.setText(words)
