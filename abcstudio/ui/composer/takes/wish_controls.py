"""What is wished of each tune: its form, its range, its notes."""

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout

from abcstudio.composing.prompt_header import header_value
from abcstudio.composing.tune_wishes import MEASURES, NO_WISHES, TuneWishes
from abcstudio.ui.composer.takes.wish_words import range_names
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.form_rows import add_rows
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID

_FORMS = ("AABB", "AABBCC", "AABBCCDD", "AB", "AAB")
_FIELDS = {"R": "rhythm", "M": "meter", "K": "key"}


class WishControls(QObject):
    """A control for each wish; all of them hold only while measures are kept full.

    Signals:
        wished: Something is wished that was not before.
        changed: The controls say something else.
        rhythm_wanted: The rhythm of the open tune is wished: `set_rhythm` answers.
    """

    wished = Signal()
    rhythm_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.form, self.range = ChoiceBox(), ChoiceBox()
        self.measures = WholeNumberBox(*MEASURES)
        self.on_tonic = QCheckBox(self.tr("End on the tonic"))
        self.no_accidentals = QCheckBox(self.tr("No accidentals"))
        self.rhythm = QCheckBox(self.tr("Rhythm of the open tune"))
        self.new = QCheckBox(self.tr("Nothing from a known tune"))
        self.explanation = Label(self.tr("These wishes need full measures and switch them on."))
        self.explanation.setProperty("muted", True)
        self.explanation.setWordWrap(True)
        # Lines of a take's header that were wished: they hold as long as the seed has them.
        self._header = NO_WISHES
        self._rhythm_of = ""
        self._set_up()
        self.show(NO_WISHES)

    def add_to(self, grid: QGridLayout) -> None:
        """Add a row for each to a grid."""
        rows = [
            (self.tr("Form"), self.form),
            (self.tr("Parts"), self.measures),
            (self.tr("Range"), self.range),
            ("", self.on_tonic),
            ("", self.no_accidentals),
            ("", self.rhythm),
            ("", self.new),
            ("", self.explanation),
        ]
        add_rows(grid, rows)

    def wishes(self, seed: str) -> TuneWishes:
        """Return what is wished of a tune that begins with a seed."""
        kept = {
            name: value
            for letter, name in _FIELDS.items()
            if (value := getattr(self._header, name)) and header_value(seed, letter) == value
        }
        form = self.form.currentData()
        return TuneWishes(
            form=form,
            measures=self.measures.value() if form else NO_WISHES.measures,
            range=self.range.currentData(),
            accidentals=not self.no_accidentals.isChecked(),
            ends_on_tonic=self.on_tonic.isChecked(),
            rhythm_of=self._rhythm_of,
            new=self.new.isChecked(),
            **kept,
        )

    def show(self, wishes: TuneWishes) -> None:
        """Show other wishes."""
        self._header, self._rhythm_of = wishes, wishes.rhythm_of
        with QSignalBlocker(self):
            _choose(self.form, wishes.form)
            _choose(self.range, wishes.range)
            self.measures.setValue(wishes.measures)
            self.on_tonic.setChecked(wishes.ends_on_tonic)
            self.no_accidentals.setChecked(not wishes.accidentals)
            self.new.setChecked(wishes.new)
        self.set_rhythm(wishes.rhythm_of)

    def set_rhythm(self, rhythm: str) -> None:
        """Wish for the rhythm of a tune, as `rhythm_of` returns it; "" for any."""
        self._rhythm_of = rhythm
        with QSignalBlocker(self.rhythm):
            self.rhythm.setChecked(bool(rhythm))
        self._on_changed()

    def _set_up(self) -> None:
        any_words = self.tr("Any")
        self.form.addItem(any_words, "")
        for form in _FORMS:
            self.form.addItem(form, form)
        self.range.addItem(any_words, "")
        for name, words in range_names().items():
            self.range.addItem(words, name)
        self.form.setAccessibleName(self.tr("Form"))
        self.form.setToolTip(self.tr("The parts of each tune; one written twice is repeated"))
        self.measures.setAccessibleName(self.tr("Measures of a part"))
        self.measures.setToolTip(self.tr("How many measures each part of the form has"))
        self.measures.setMinimumHeight(3 * GRID)
        self.measures.setSuffix(self.tr(" measures"))
        self.measures.valueChanged.connect(self._on_changed)
        self.range.setAccessibleName(self.tr("Range"))
        self.range.setToolTip(self.tr("Every note can be played on this instrument, or sung"))
        self.on_tonic.setToolTip(self.tr("The last note of each tune is the tonic of its key"))
        self.no_accidentals.setToolTip(self.tr("No sharp, flat or natural stands in the music"))
        self.new.setToolTip(
            self.tr("No four measures in a row are those of a tune in the box, in any key")
        )
        self.rhythm.setToolTip(
            self.tr("Each take has the measures and note values of this tune, with other pitches")
        )
        self.rhythm.toggled.connect(self._on_rhythm_toggled)
        for combo in (self.form, self.range):
            combo.setMinimumContentsLength(6)
            combo.currentIndexChanged.connect(self._on_changed)
        for box in (self.on_tonic, self.no_accidentals, self.new):
            box.toggled.connect(self._on_changed)

    def _on_rhythm_toggled(self, is_on: bool) -> None:
        if is_on:
            self.rhythm_wanted.emit()
        else:
            self.set_rhythm("")

    def _on_changed(self) -> None:
        self.measures.setEnabled(bool(self.form.currentData()))
        if self.are_given:
            self.wished.emit()
        self.changed.emit()

    @property
    def count(self) -> int:
        """How many of the controls are not as usual."""
        wishes = self.wishes("")
        return len(wishes.each()) + (wishes.measures != NO_WISHES.measures)

    @property
    def are_given(self) -> bool:
        """Whether anything is wished here."""
        return self.wishes("").are_given


def _choose(combo: QComboBox, value: str) -> None:
    """Choose a value, one that a combo does not offer as well."""
    if combo.findData(value) < 0:
        combo.addItem(value, value)
    combo.setCurrentIndex(combo.findData(value))
