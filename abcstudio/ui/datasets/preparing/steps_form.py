"""The form of the steps, each with what it leaves."""

from collections.abc import Mapping
from dataclasses import replace
from math import floor

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from abcstudio.corpus.preparation.preparation import (
    FAMILIES,
    KEEP,
    MAX_PERCENT,
    MELODIES,
    TONICS,
    Preparation,
)
from abcstudio.corpus.preparation.preparer import (
    CLEAN,
    DROP,
    ONE_VOICE,
    SELECT,
    SPLIT,
    TRANSPOSE,
    StepCount,
    StepProgress,
)
from abcstudio.ui.controls.areas import bold_label, dividing_line
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font

_COUNT_WIDTH = 17 * GRID


class StepRow(QWidget):
    """The name of a step over its sentence, its control, and its count at the right."""

    def __init__(
        self, name: str, sentence: str, control: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        control.setAccessibleName(name)
        control.setToolTip(sentence)
        self.count = Label()
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.count.setMinimumWidth(_COUNT_WIDTH)
        self.count.setAccessibleName(name)
        said = Label(sentence)
        said.setFont(small_font())
        said.setProperty("muted", True)
        said.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(bold_label(name))
        head.addStretch(1)
        head.addWidget(self.count)
        below = QHBoxLayout()
        below.setSpacing(2 * GRID)
        below.addWidget(said, 1)
        below.addWidget(control, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addLayout(below)


class StepsForm(QWidget):
    """Chooses what each step does.

    Signals:
        steps_changed: A step does something else.
        filter_requested: The person wants to choose other tunes.
    """

    steps_changed = Signal()
    filter_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = Preparation()
        self.select = QPushButton(self.tr("Change the filter"))
        self.clean = QCheckBox(self.tr("Clean"))
        self.one_voice = QCheckBox(self.tr("First voice only"))
        self.tonic = ChoiceBox()
        for tonic in TONICS:
            self.tonic.addItem(tonic or self.tr("As written"), tonic)
        self.repeats = ChoiceBox()
        for words, repeats in (
            (self.tr("Keep all"), KEEP),
            (self.tr("One of each melody"), MELODIES),
            (self.tr("One of each family"), FAMILIES),
        ):
            self.repeats.addItem(words, repeats)
        self.held_out = WholeNumberBox(0, MAX_PERCENT)
        self.held_out.setSuffix(self.tr(" %"))
        self.rows: Mapping[str, StepRow] = self._make_rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID + GRID // 2)
        for number, row in enumerate(self.rows.values()):
            if number:
                column.addWidget(dividing_line())
            column.addWidget(row)
        column.addStretch(1)
        self.set_steps(self._steps)
        self.select.clicked.connect(self.filter_requested)
        self.clean.toggled.connect(self.steps_changed)
        self.one_voice.toggled.connect(self.steps_changed)
        self.tonic.currentIndexChanged.connect(self.steps_changed)
        self.repeats.currentIndexChanged.connect(self.steps_changed)
        self.held_out.valueChanged.connect(self.steps_changed)

    @property
    def steps(self) -> Preparation:
        """What the form says; the source and the filter are those that were set last."""
        return replace(
            self._steps,
            clean=self.clean.isChecked(),
            one_voice=self.one_voice.isChecked(),
            tonic=str(self.tonic.currentData()),
            repeats=str(self.repeats.currentData()),
            validation_percent=self.held_out.value(),
        )

    def set_steps(self, steps: Preparation) -> None:
        """Show other steps."""
        self._steps = steps
        controls = (self.clean, self.one_voice, self.tonic, self.repeats, self.held_out)
        blockers = [QSignalBlocker(control) for control in controls]
        self.clean.setChecked(steps.clean)
        self.one_voice.setChecked(steps.one_voice)
        self.tonic.setCurrentIndex(max(0, self.tonic.findData(steps.tonic)))
        self.repeats.setCurrentIndex(max(0, self.repeats.findData(steps.repeats)))
        self.held_out.setValue(steps.validation_percent)
        del blockers

    def show_counts(self, counts: tuple[StepCount, ...]) -> None:
        """Say what each step leaves."""
        for count in counts:
            self.rows[count.step].count.setText(self._words(count))

    def show_progress(self, progress: StepProgress) -> None:
        """Say how far a step is; those before it have their counts, those after it wait."""
        self.show_counts(progress.counts)
        share = progress.done / progress.tunes if progress.tunes else 0.0
        self.rows[progress.step].count.setText(self.tr("{0} %").format(floor(100 * share)))

    def show_waiting(self) -> None:
        """Say that the counts are of other steps."""
        for row in self.rows.values():
            row.count.setText("…")

    def _make_rows(self) -> dict[str, StepRow]:
        return {
            SELECT: StepRow(
                self.tr("Select"),
                self.tr(
                    "The tunes that the filter of the tab “Tunes” shows, without those left out."
                ),
                self.select,
            ),
            CLEAN: StepRow(
                self.tr("Clean"),
                self.tr(
                    "Fixes that do not change the music are made; tunes without notes, and those "
                    "that cannot be read, are dropped."
                ),
                self.clean,
            ),
            ONE_VOICE: StepRow(
                self.tr("One voice"),
                self.tr("Of tunes in several voices the first stays."),
                self.one_voice,
            ),
            TRANSPOSE: StepRow(
                self.tr("Transpose"),
                self.tr("All tunes get one tonic; their modes stay."),
                self.tonic,
            ),
            DROP: StepRow(
                self.tr("Drop repeats"),
                self.tr("Of tunes that are one melody, or of one family, the first stays."),
                self.repeats,
            ),
            SPLIT: StepRow(
                self.tr("Split"),
                self.tr(
                    "So many are held out to measure by, whole families together. With 0 % the "
                    "training form decides."
                ),
                self.held_out,
            ),
        }

    def _words(self, count: StepCount) -> str:
        # The first is for languages without plural forms on file, English before all.
        one, more = self.tr("1 tune"), self.tr("%Ln tunes", "", count.tunes)
        words = one if count.tunes == 1 else more
        number = QLocale().toString(count.changed)
        if count.step == SPLIT and count.changed:
            return self.tr("{0}, held out: {1}").format(words, number)
        if count.step not in (SELECT, DROP, SPLIT) and count.changed:
            return self.tr("{0}, changed: {1}").format(words, number)
        return words
