"""The rhythm that takes are to have: that of the open tune, or any."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from abcstudio.composing.clock.signs import FREE
from abcstudio.composing.rhythm_of import parts_of
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font

_LONGEST_SHOWN = 60
_ANY_PITCH = "B"


class RhythmRow(QWidget):
    """A box for the open tune's rhythm, and the rhythm of the next takes as ABC.

    Attributes:
        rhythm: The rhythm of the next takes, as `rhythm_of` returns it; "" for any.

    Signals:
        changed: Another rhythm is wished, or none.
        open_tune_wanted: The rhythm of the open tune is wished: `show_of_open_tune` answers.
    """

    changed = Signal()
    open_tune_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rhythm = ""
        self.of_open_tune = QCheckBox(self.tr("Rhythm of the open tune"))
        self.of_open_tune.setToolTip(
            self.tr(
                "Each take has the measures and note values of this tune, with other pitches;"
                " where a form is chosen, they come again and again in its parts"
            )
        )
        self.of_open_tune.toggled.connect(self._on_toggled)
        self.clear_button = QPushButton(self.tr("Clear"))
        self.clear_button.setToolTip(self.tr("Let takes have any rhythm again"))
        self.clear_button.clicked.connect(self.clear)
        self.line = Label()
        self.line.setFont(editor_font())
        self.line.setWordWrap(True)
        self.line.setAccessibleName(self.tr("The rhythm that takes have"))
        buttons = QHBoxLayout()
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

    def show_given(self, rhythm: str) -> None:
        """Show a rhythm of which it is not known where it comes from; "" for any."""
        self._set(rhythm, is_open=False)

    def show_of_open_tune(self, rhythm: str) -> None:
        """Wish for the rhythm of the open tune; "" where it has none."""
        self._set(rhythm, is_open=bool(rhythm))

    def clear(self) -> None:
        """Wish for any rhythm."""
        self._set("", is_open=False)

    def _set(self, rhythm: str, *, is_open: bool) -> None:
        self.rhythm = rhythm
        with QSignalBlocker(self.of_open_tune):
            self.of_open_tune.setChecked(is_open)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        if self.window().focusWidget() is self.clear_button and not self.rhythm:
            self.of_open_tune.setFocus()
        self.clear_button.setVisible(bool(self.rhythm))
        self.line.setVisible(bool(self.rhythm))
        if self.rhythm:
            parts = parts_of(self.rhythm)
            self.line.setText(_shown_measures(parts.meter, parts.pattern))

    def _on_toggled(self, is_on: bool) -> None:
        if is_on:
            self.open_tune_wanted.emit()
        else:
            self.clear()


def _shown_measures(meter: str, pattern: str) -> str:
    """Return the beginning of a rhythm as one line of ABC, all notes of one pitch."""
    music = pattern.replace("\n", " ").replace(FREE, _ANY_PITCH).strip()
    if len(music) > _LONGEST_SHOWN:
        music = music[:_LONGEST_SHOWN].rpartition("|")[0] + "| …"
    return f"{meter}  {music}"
