"""What is wished of each tune: its form, its range, its notes."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from abcstudio.composing.clock.wishes import COMPASSES
from abcstudio.composing.prompt_header import header_value
from abcstudio.composing.tune_wishes import MEASURES, NO_WISHES, TuneWishes, values_of_wish
from abcstudio.ui.composer.takes.keep_to.rhythm_row import RhythmRow
from abcstudio.ui.composer.takes.keep_to.wish_words import pickup_names, range_names
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.theme import GRID

_FORMS = ("AABB", "AABBCC", "AABBCCDD", "AB", "AAB")
_FIELDS = {"R": "rhythm", "M": "meter", "K": "key"}
_TO_THE_END = ("M", "K")


class WishControls(QObject):
    """A control for each wish; all of them hold only while measures are kept full.

    Signals:
        wished: Something is wished that was not before.
        changed: The controls say something else.
    """

    wished = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.form, self.range, self.pickup = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.measures = WholeNumberBox(*MEASURES)
        self.on_tonic = QCheckBox(self.tr("End on the tonic"))
        self.no_accidentals = QCheckBox(self.tr("No accidentals"))
        self.to_the_end = QCheckBox(self.tr("Key and meter to the end"))
        self.rhythm_row = RhythmRow()
        self.new = QCheckBox(self.tr("Nothing from a known tune"))
        # Lines of a take's header that were wished: they hold as long as the seed has them.
        self._header = NO_WISHES
        self._fill()
        self._explain()
        self._connect()
        self.show(NO_WISHES)

    def wishes(self, seed: str) -> TuneWishes:
        """Return what is wished of a tune that begins with a seed."""
        form, measures = self.form.currentData(), self.measures.value()
        return TuneWishes(
            form=form,
            measures=measures if form else NO_WISHES.measures,
            range=self.range.currentData(),
            pickup=self.pickup.currentData(),
            accidentals=not self.no_accidentals.isChecked(),
            ends_on_tonic=self.on_tonic.isChecked(),
            rhythm_of=self.rhythm_row.rhythm,
            new=self.new.isChecked(),
            **self._of_header(seed),
        )

    def _of_header(self, seed: str) -> dict[str, str]:
        """Return which lines of a seed's header must not change."""
        found = {}
        for letter, name in _FIELDS.items():
            value = header_value(seed, letter)
            is_kept = self.to_the_end.isChecked() and letter in _TO_THE_END
            if value and (value == getattr(self._header, name) or is_kept) and _fits(name, value):
                found[name] = value
        return found

    def show(self, wishes: TuneWishes) -> None:
        """Show other wishes."""
        self._header = wishes
        with QSignalBlocker(self):
            _choose(self.form, wishes.form)
            _choose(self.range, wishes.range)
            _choose(self.pickup, wishes.pickup)
            self.measures.setValue(wishes.measures)
            self.on_tonic.setChecked(wishes.ends_on_tonic)
            self.no_accidentals.setChecked(not wishes.accidentals)
            self.to_the_end.setChecked(bool(wishes.key or wishes.meter))
            self.rhythm_row.show_given(wishes.rhythm_of)
            self.new.setChecked(wishes.new)
        self._on_changed()

    def leave_out(self, name: str) -> None:
        """Wish no longer for what has a name in `TuneWishes`."""
        if name in _FIELDS.values():
            self._header = NO_WISHES
            self.to_the_end.setChecked(False)
        elif name == "rhythm_of":
            self.rhythm_row.clear()
        else:
            control = self.controls[name]
            if isinstance(control, QComboBox):
                control.setCurrentIndex(0)
            elif isinstance(control, QCheckBox):
                control.setChecked(False)

    @property
    def controls(self) -> dict[str, QWidget]:
        """The control of each wish, by its name in `TuneWishes`."""
        return {
            "form": self.form,
            "range": self.range,
            "pickup": self.pickup,
            "ends_on_tonic": self.on_tonic,
            "accidentals": self.no_accidentals,
            "key": self.to_the_end,
            "rhythm_of": self.rhythm_row,
            "new": self.new,
        }

    def _fill(self) -> None:
        any_words = self.tr("Any")
        for combo, name, choices in (
            (self.form, self.tr("Form"), {form: form for form in _FORMS}),
            (self.range, self.tr("Range"), range_names()),
            (self.pickup, self.tr("Pickup"), pickup_names()),
        ):
            combo.addItem(any_words, "")
            for value, words in choices.items():
                combo.addItem(words, value)
            combo.setAccessibleName(name)
            combo.setMinimumContentsLength(6)
        for name, compass in COMPASSES.items():
            ends = self.tr("{0} to {1}").format(*compass.ends)
            row = self.range.findData(name)
            self.range.setItemData(row, ends, Qt.ItemDataRole.ToolTipRole)
        self.measures.setAccessibleName(self.tr("Measures of a part"))
        self.measures.setMinimumHeight(3 * GRID)
        self.measures.setSuffix(self.tr(" measures"))

    def _explain(self) -> None:
        self.form.setToolTip(self.tr("The parts of each tune; one written twice is repeated"))
        self.measures.setToolTip(self.tr("How many measures each part of the form has"))
        self.range.setToolTip(self.tr("Every note can be played on this instrument, or sung"))
        self.pickup.setToolTip(self.tr("Whether each tune begins before its first full measure"))
        self.on_tonic.setToolTip(self.tr("The last note of each tune is the tonic of its key"))
        self.no_accidentals.setToolTip(self.tr("No sharp, flat or natural stands in the music"))
        self.to_the_end.setToolTip(
            self.tr("The key and the meter that the seed says do not change in the music")
        )
        self.new.setToolTip(
            self.tr("No four measures in a row are those of a tune in the box, in any key")
        )

    def _connect(self) -> None:
        for combo in (self.form, self.range, self.pickup):
            combo.currentIndexChanged.connect(self._on_changed)
        for box in self._boxes:
            box.toggled.connect(self._on_changed)
        self.measures.valueChanged.connect(self._on_changed)
        self.rhythm_row.changed.connect(self._on_changed)

    @property
    def _boxes(self) -> Sequence[QCheckBox]:
        return self.on_tonic, self.no_accidentals, self.to_the_end, self.new

    def _on_changed(self) -> None:
        self.measures.setEnabled(bool(self.form.currentData()))
        if not self.to_the_end.isChecked():
            self._header = replace(self._header, key="", meter="")
        if self.are_given:
            self.wished.emit()
        self.changed.emit()

    @property
    def are_given(self) -> bool:
        """Whether anything is wished here."""
        return self.wishes("").are_given or self.to_the_end.isChecked()

    @property
    def folded_count(self) -> int:
        """How many are wished of those that few people need."""
        boxes = sum(box.isChecked() for box in self._boxes)
        return boxes + bool(self.pickup.currentData()) + bool(self.rhythm_row.rhythm)


def _fits(name: str, value: str) -> bool:
    """Return whether a line's value can be wished for as it stands."""
    try:
        return bool(values_of_wish(name).accepted(value) == value)
    except ValueError:
        return False


def _choose(combo: QComboBox, value: str) -> None:
    """Choose a value, one that a combo does not offer as well."""
    if combo.findData(value) < 0:
        combo.addItem(value, value)
    combo.setCurrentIndex(combo.findData(value))
