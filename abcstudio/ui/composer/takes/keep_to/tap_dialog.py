"""A rhythm tapped on a key, freely or to a metronome, and shown as notes."""

import time
from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio.composing.clock.signs import METERS
from abcstudio.composing.tapping.tapped_rhythm import tapped_lengths, tapped_measures
from abcstudio.ui.composer.takes.keep_to.rhythm_row import shown_measures
from abcstudio.ui.composer.takes.keep_to.tap_metronome import TapMetronome
from abcstudio.ui.composer.takes.keep_to.tap_pad import TapPad
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.form_rows import add_rows
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, editor_font
from abcstudio.ui.words.key_words import key_words

_METERS = ("4/4", "C", "C|", "2/4", "3/4", "6/8", "9/8", "12/8")
_USUAL_TEMPO, _TEMPOS = 90, (30, 240)
# To a metronome this is the finest value that is heard.
_FINEST = Fraction(1, 16)


def _now_ms() -> float:
    return time.monotonic() * 1000


class TapDialog(QDialog):
    """Listens to taps until `Return`, and shows what it has understood.

    Signals:
        tapped: The person uses the rhythm. Carries its measures, with open pitches, and the meter.
        clicked: The metronome is to click. Carries whether a measure begins.
    """

    tapped = Signal(tuple, str)
    clicked = Signal(bool)

    def __init__(
        self, meter: str, now_ms: Callable[[], float] = _now_ms, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._times: list[float] = []
        self._end: float | None = None
        self._measures = tuple[str, ...]()
        self.setWindowTitle(self.tr("Tap a rhythm"))
        self.setProperty("help_topic", "composer")
        self.pad = TapPad()
        self.meter, self.shortest = ChoiceBox(), ChoiceBox()
        self.metronome = QCheckBox(self.tr("Metronome"))
        self.click = QCheckBox(self.tr("With a click"))
        self.tempo = WholeNumberBox(*_TEMPOS)
        self.line = Label()
        self._buttons = QDialogButtonBox()
        self.use_button = self._buttons.addButton(
            self.tr("&Use this rhythm"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.again_button: QPushButton = self._buttons.addButton(
            self.tr("Tap &again"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._cancel = self._buttons.addButton(
            self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self._beats = TapMetronome(self)
        self._fill(meter if meter in METERS else "")
        self._explain()
        self._lay_out()
        self._connect()
        self.tap_again()

    def _fill(self, meter: str) -> None:
        for value in _METERS if meter in ("", *_METERS) else (meter, *_METERS):
            self.meter.addItem(value, value)
        self.meter.setCurrentIndex(max(0, self.meter.findData(meter)))
        for words, length in (
            (self.tr("Eighth note"), Fraction(1, 8)),
            (self.tr("Sixteenth note"), Fraction(1, 16)),
            (self.tr("Quarter note"), Fraction(1, 4)),
        ):
            self.shortest.addItem(words, length)
        self.tempo.setValue(_USUAL_TEMPO)
        self.click.setChecked(True)
        self.tempo.setMinimumHeight(3 * GRID)
        self.line.setFont(editor_font())
        self.line.setWordWrap(True)
        self.line.setMinimumHeight(5 * GRID)

    def _explain(self) -> None:
        self.meter.setAccessibleName(self.tr("Meter"))
        self.meter.setToolTip(self.tr("How long the measures are that the rhythm is cut into"))
        self.shortest.setAccessibleName(self.tr("Shortest note"))
        self.shortest.setToolTip(self.tr("What your shortest taps mean; the others follow"))
        self.metronome.setToolTip(
            self.tr("The field flashes at each beat; taps are measured by that")
        )
        self.click.setToolTip(self.tr("Each beat clicks, the first of a measure higher"))
        self.tempo.setAccessibleName(self.tr("Beats a minute"))
        self.tempo.setToolTip(
            self.tr("How many beats there are a minute; in 6/8 each is a dotted quarter note")
        )
        self.line.setAccessibleName(self.tr("What was understood"))
        self.use_button.setToolTip(self.tr("Let takes have this rhythm, again and again"))
        self.again_button.setToolTip(self.tr("Forget these taps and listen anew"))
        self._cancel.setToolTip(self.tr("Leave the wishes as they are"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        add_rows(
            grid,
            [
                (self.tr("&Meter"), self.meter),
                (self.tr("&Shortest note"), self.shortest),
                ("", self.metronome),
                ("", self.click),
                (self.tr("&Tempo"), self.tempo),
            ],
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.setSpacing(GROUP_GAP)
        column.addWidget(self.pad, 1)
        column.addWidget(self.line)
        column.addLayout(grid)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self.pad.tapped.connect(self._on_tapped)
        self.pad.ended.connect(self.end_taps)
        self.meter.currentIndexChanged.connect(self._on_beats_changed)
        self.shortest.currentIndexChanged.connect(self._show)
        self.metronome.toggled.connect(self._on_metronome)
        self.tempo.valueChanged.connect(self._on_beats_changed)
        self.again_button.clicked.connect(self.tap_again)
        self._beats.beat.connect(self._on_beat)
        self.finished.connect(self._beats.stop)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.accepted.connect(self._hand_on)

    def tap_again(self) -> None:
        """Forget the taps, and listen anew."""
        self._times, self._end = [], None
        self.pad.setFocus()
        self._show()

    def end_taps(self) -> None:
        """Let the latest tap be the last one; it lasts until now."""
        if self._times and self._end is None:
            self._end = self._now_ms()
            self._show()
            self.use_button.setFocus()

    def _on_tapped(self) -> None:
        if self._end is None:
            self._times.append(self._now_ms())
            self._show()

    def _on_metronome(self, is_on: bool) -> None:
        self._beats.set_beats(self.meter.currentData(), self.tempo.value())
        if is_on:
            self._beats.start()
        else:
            self._beats.stop()
        self._show()

    def _on_beats_changed(self) -> None:
        self._beats.set_beats(self.meter.currentData(), self.tempo.value())
        self._show()

    def _on_beat(self, is_first: bool) -> None:
        self.pad.flash()
        if self.click.isChecked():
            self.clicked.emit(is_first)

    def _hand_on(self) -> None:
        if self._measures:
            self.tapped.emit(self._measures, self.meter.currentData())

    def _show(self) -> None:
        has_metronome = self.metronome.isChecked()
        self.tempo.setEnabled(has_metronome)
        self.click.setEnabled(has_metronome)
        self.shortest.setEnabled(not has_metronome)
        self._measures = self._understood()
        meter = self.meter.currentData()
        music = "|".join(self._measures)
        self.line.setText(shown_measures(meter, f"{music}|") if music else "")
        self.use_button.setEnabled(bool(self._measures) and self._end is not None)
        self.again_button.setEnabled(bool(self._times))
        ends = key_words("Return")
        if self._end is not None:
            words = self.tr("{0} uses the rhythm; Tap again forgets it.").format(ends)
        elif self._times:
            words = self.tr("Taps: {0}. {1} ends.").format(len(self._times), ends)
        else:
            words = self.tr("Tap here, or press {0} in your rhythm. {1} ends.").format(
                key_words("Space"), ends
            )
        self.pad.set_words(words)

    def _understood(self) -> tuple[str, ...]:
        """Return the measures so far; while more may be tapped, the latest tap is a short one."""
        times, end = self._times, self._end
        if end is None:
            times, end = times[:-1], times[-1] if times else 0.0
        has_metronome = self.metronome.isChecked()
        shortest: Fraction = _FINEST if has_metronome else self.shortest.currentData()
        beat_ms = self._beats.quarter_ms if has_metronome else 0.0
        lengths = tapped_lengths(times, end, shortest, beat_ms)
        return tuple(tapped_measures(lengths, self.meter.currentData()))
