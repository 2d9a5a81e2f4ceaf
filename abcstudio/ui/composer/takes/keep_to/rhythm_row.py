"""The rhythm that takes are to have: that of the open tune, one that was tapped, or any."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from abcstudio.composing.clock.pattern import FREE
from abcstudio.composing.clock.wishes import form_of
from abcstudio.composing.rhythm_of import parts_of
from abcstudio.composing.tapping.tapped_rhythm import tune_rhythm
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font

_USUAL_FORM = "AABB"
_LONGEST_SHOWN = 60
_ANY_PITCH = "B"


class RhythmRow(QWidget):
    """A box for the open tune's rhythm, a button to tap one, and what is kept, as ABC.

    Signals:
        changed: Another rhythm is wished, or none.
        open_tune_wanted: The rhythm of the open tune is wished: `show_of_open_tune` answers.
        tapping_wanted: The person wants to tap a rhythm: `show_tapped` answers.
    """

    changed = Signal()
    open_tune_wanted = Signal()
    tapping_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given, self._tapped, self._meter = "", tuple[str, ...](), ""
        self.of_open_tune = QCheckBox(self.tr("Rhythm of the open tune"))
        self.of_open_tune.setToolTip(
            self.tr(
                "Each take has the measures and note values of this tune, with other pitches;"
                " where a form is chosen, they come again and again in its parts"
            )
        )
        self.of_open_tune.toggled.connect(self._on_toggled)
        self.tap_button = QPushButton(self.tr("Tap a rhythm…"))
        self.tap_button.setToolTip(
            self.tr("Tap a rhythm on a key: each take has its note values, again and again")
        )
        self.tap_button.clicked.connect(self.tapping_wanted)
        self.clear_button = QPushButton(self.tr("Clear"))
        self.clear_button.setToolTip(self.tr("Let takes have any rhythm again"))
        self.clear_button.clicked.connect(self.clear)
        self.line = Label()
        self.line.setFont(editor_font())
        self.line.setWordWrap(True)
        self.line.setAccessibleName(self.tr("The rhythm that takes have"))
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.tap_button)
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.of_open_tune)
        column.addLayout(buttons)
        column.addWidget(self.line)
        self.setFocusProxy(self.of_open_tune)
        self._show()

    @property
    def is_given(self) -> bool:
        """Whether a rhythm is wished."""
        return bool(self._given) or self.is_tapped

    @property
    def is_tapped(self) -> bool:
        """Whether it was tapped here, so that the form says how often it comes."""
        return bool(self._tapped)

    def rhythm_of(self, form: str, measures: int) -> tuple[str, str]:
        """Return the rhythm that is wished, and the form: what was tapped says the form itself."""
        if not self._tapped:
            return self._given, form
        sections = form_of(form or _USUAL_FORM, measures)
        return tune_rhythm(self._tapped, self._meter, sections), ""

    def show_given(self, rhythm: str) -> None:
        """Show a rhythm of which it is not known where it comes from; "" for any."""
        self._set(rhythm, is_open=False)

    def show_of_open_tune(self, rhythm: str) -> None:
        """Wish for the rhythm of the open tune; "" where it has none."""
        self._set(rhythm, is_open=bool(rhythm))

    def show_tapped(self, measures: Sequence[str], meter: str) -> None:
        """Wish for a rhythm that was tapped."""
        self._set("", is_open=False, measures=tuple(measures), meter=meter)

    def clear(self) -> None:
        """Wish for any rhythm."""
        self._set("", is_open=False)

    def _set(
        self, given: str, *, is_open: bool, measures: tuple[str, ...] = (), meter: str = ""
    ) -> None:
        self._given, self._tapped, self._meter = given, measures, meter
        with QSignalBlocker(self.of_open_tune):
            self.of_open_tune.setChecked(is_open)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        if self.window().focusWidget() is self.clear_button and not self.is_given:
            self.tap_button.setFocus()
        self.clear_button.setVisible(self.is_given)
        self.line.setVisible(self.is_given)
        if self._tapped:
            self.line.setText(shown_measures(self._meter, "|".join(self._tapped)))
        elif self._given:
            parts = parts_of(self._given)
            self.line.setText(shown_measures(parts.meter, parts.pattern))

    def _on_toggled(self, is_on: bool) -> None:
        if is_on:
            self.open_tune_wanted.emit()
        else:
            self.clear()


def shown_measures(meter: str, pattern: str) -> str:
    """Return the beginning of a rhythm as one line of ABC, all notes of one pitch."""
    music = pattern.replace("\n", " ").replace(FREE, _ANY_PITCH).strip()
    if len(music) > _LONGEST_SHOWN:
        music = music[:_LONGEST_SHOWN].rpartition("|")[0] + "| …"
    return f"{meter}  {music}"
