"""Inside the model: what it expects of the tune in the editor, and what each of its units does."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.recipes.inspect import InspectResult
from abcstudio.recipes.model_reading import left_out
from abcstudio.ui.composer.inspection.color_scale import ScaleLegend
from abcstudio.ui.composer.inspection.expectations import Expectations, percent_of, sign_of
from abcstudio.ui.composer.inspection.reading_view import ReadingView
from abcstudio.ui.composer.inspection.unit_picker import UnitPicker
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

LEAST_COPIED = 0.05
"""A smaller share of a character's probability is not worth an arrow."""


def words_of(result: InspectResult, number: int, text: str, unit: tuple[int, int] | None) -> str:
    """Return the sentences about a character.

    Args:
        result: The reading.
        number: Of the character, among those that were read.
        text: The whole text.
        unit: The layer and the number of the unit that is looked at; None for none.
    """
    translate = QCoreApplication.translate
    reading = result.inspection.readings[number]
    sign = sign_of(reading.character)
    if reading.probability is None or reading.surprise is None:
        words = translate("PlaceWords", "“{0}” comes first: nothing was expected yet.").format(sign)
    else:
        words = translate(
            "PlaceWords", "“{0}” was expected with {1}: {2} nats of surprise."
        ).format(
            sign, percent_of(reading.probability), QLocale().toString(reading.surprise, "f", 2)
        )
    source = source_of(result, number)
    if source >= 0:
        line = QLocale().toString(text.count("\n", 0, source) + 1)
        words += " " + translate("PlaceWords", "{0} of that was copied from line {1}.").format(
            percent_of(reading.copied), line
        )
    if unit is not None:
        layer, place = unit
        value = float(result.inspection.activations[layer][number, place])
        shown = QLocale().toString(value, "f", 2).replace("-", "\u2212")
        words += " " + translate("PlaceWords", "The unit stood at {0} after it.").format(shown)
    return words


def source_of(result: InspectResult, number: int) -> int:
    """Return the place that a character was copied from, -1 where little of it was copied."""
    source = result.source_of(number)
    is_worth_it = result.inspection.readings[number].copied >= LEAST_COPIED
    return source if source is not None and is_worth_it else -1


# Nats: a character that was expected with less than a fiftieth is as surprising as it gets.
MOST_SURPRISE = 4.0


class InspectionPanel(QWidget):
    """Shows one reading of one text; places are characters of that text.

    Signals:
        visibility_changed: It came into sight or went out of it. Carries which.
        place_chosen: The person went to a character. Carries its place.
        replacement_requested: Another character should stand at a place. Carries both.
    """

    visibility_changed = Signal(bool)
    place_chosen = Signal(int)
    replacement_requested = Signal(int, str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: InspectResult | None = None
        self._text = ""
        self._number_at: dict[int, int] = {}
        self._place = -1
        self._pointed_at = -1
        self._may_write = True
        self.summary = _sentence()
        self.note = _sentence()
        self.note.setProperty("muted", True)
        self.note.setFont(small_font())
        self.by_surprise = _segment(
            self.tr("Surprise"), self.tr("Colours each character by how little it was expected")
        )
        self.by_unit = _segment(
            self.tr("A unit"), self.tr("Colours each character by what one unit of the network did")
        )
        self._modes = QButtonGroup(self)
        self.picker = UnitPicker()
        self.reading = ReadingView(studio)
        self.reading.setAccessibleName(self.tr("The text as the model read it"))
        self.reading.setToolTip(self.tr("Click a character, or go to it with the arrow keys"))
        self.legend = ScaleLegend(studio)
        self.expectations = Expectations(studio)
        self.state = StatePanel()
        self._content = QWidget()
        self._lay_out()
        self._connect()
        self.by_surprise.setChecked(True)
        self.picker.hide()
        self.state.hide()

    def show_state(
        self,
        title: str,
        sentence: str,
        way: tuple[str, Callable[[], object]] | None = None,
        *,
        is_busy: bool = False,
    ) -> None:
        """Say why there is nothing to see, and offer the way on."""
        self._result = None
        self.state.show_state(title, sentence, [way] if way else [], is_busy=is_busy)
        self._content.hide()
        self.state.show()

    @property
    def result(self) -> InspectResult | None:
        """The reading on show."""
        return self._result

    @property
    def has_result(self) -> bool:
        """Whether a reading is on show."""
        return self._result is not None

    def show_result(self, text: str, result: InspectResult) -> None:
        """Show a reading of a text."""
        self._text, self._result = text, result
        self._number_at = {place: number for number, place in enumerate(result.places)}
        self.state.hide()
        self._content.show()
        self.picker.set_units(
            [layer.shape[1] for layer in result.inspection.activations],
            {
                name: [(one.layer, one.unit, one.correlation) for one in units]
                for name, units in result.units.items()
            },
        )
        self._show_summary(result)
        self._show_colours()

    def show_place(self, place: int, *, may_write: bool) -> None:
        """Speak about one character; a place outside of the text leaves the last one."""
        self._may_write = may_write
        if 0 <= place < len(self._text):
            self._place = place
        self._show_place()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.visibility_changed.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.visibility_changed.emit(False)

    def _lay_out(self) -> None:
        modes = QHBoxLayout()
        modes.setSpacing(GRID)
        label = Label(self.tr("Colours"))
        modes.addWidget(label)
        for button in (self.by_surprise, self.by_unit):
            self._modes.addButton(button)
            modes.addWidget(button, 1)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.summary)
        column.addWidget(self.note)
        column.addLayout(modes)
        column.addWidget(self.picker)
        column.addWidget(self.reading, 1)
        column.addWidget(self.legend)
        column.addSpacing(GRID)
        column.addWidget(self.expectations)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content, 1)
        whole.addWidget(self.state, 1)
        self.reading.setMinimumHeight(8 * GRID)
        self.setMinimumWidth(42 * GRID)

    def _connect(self) -> None:
        self.by_surprise.toggled.connect(self._on_mode_changed)
        self.picker.unit_changed.connect(self._show_colours)
        self.reading.place_chosen.connect(self._on_place_chosen)
        self.reading.place_pointed_at.connect(self._on_pointed_at)
        self.expectations.replacement_requested.connect(self._on_replacement_requested)

    def _show_summary(self, result: InspectResult) -> None:
        locale = QLocale()
        count = len(result.places)
        if count > 1:
            mean = locale.toString(result.inspection.mean_surprise, "f", 2)
            self.summary.setText(self.tr("Mean surprise: {0} nats per character").format(mean))
        else:
            self.summary.setText(self.tr("A single character: nothing was expected yet."))
        notes: list[str] = []
        notes += [message(one.message_id, one.parameters) for one in left_out(result.reading)]
        if result.is_cut:
            notes.append(self.tr("Only the first %Ln characters were read.", "", count))
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))

    def _show_colours(self) -> None:
        result = self._result
        if result is None:
            return
        if self.by_surprise.isChecked():
            pairs = zip(result.places, result.inspection.readings, strict=True)
            values = {place: one.surprise for place, one in pairs if one.surprise is not None}
            limit = MOST_SURPRISE
            least = QLocale().toString(int(MOST_SURPRISE))
            ends = (self.tr("Expected"), self.tr("Surprising: {0} nats or more").format(least))
        else:
            values = dict(zip(result.places, self._unit_values(result), strict=True))
            limit = 1.0
            ends = ("\u22121", "+1")
        self.legend.show_ends(*ends, has_two_sides=self.by_unit.isChecked())
        unread = frozenset(range(len(self._text))).difference(result.places)
        self.legend.show_unread(is_any=bool(unread))
        self.reading.show_text(self._text, values, limit, unread)
        self._show_place()

    def _unit_values(self, result: InspectResult) -> list[float]:
        layer, unit = self.picker.chosen
        values: list[float] = result.inspection.activations[layer][:, unit].tolist()
        return values

    def _show_place(self) -> None:
        place = self._pointed_at if self._pointed_at >= 0 else self._place
        result = self._result
        if result is None:
            return
        if not 0 <= place < len(self._text):
            place = 0
        self.reading.mark(place)
        number = self._number_at.get(place)
        came = self._text[place]
        if number is None:
            words = self.tr("“{0}” was not read.").format(sign_of(came))
            self.reading.show_source(-1)
            self.expectations.show_place(words, came, (), may_write=False)
            return
        reading = result.inspection.readings[number]
        expected = [(one.character, one.probability) for one in reading.alternatives]
        self.reading.show_source(source_of(result, number))
        unit = self.picker.chosen if self.by_unit.isChecked() else None
        words = words_of(result, number, self._text, unit)
        self.expectations.show_place(words, came, expected, may_write=self._may_write)

    def _on_mode_changed(self) -> None:
        self.picker.setVisible(self.by_unit.isChecked())
        self._show_colours()

    def _on_place_chosen(self, place: int) -> None:
        self._place = place
        self._show_place()
        self.place_chosen.emit(place)

    def _on_pointed_at(self, place: int) -> None:
        self._pointed_at = place
        self._show_place()

    def _on_replacement_requested(self, character: str) -> None:
        self.replacement_requested.emit(self._place, character)


def _sentence() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _segment(words: str, tooltip: str) -> QPushButton:
    button = QPushButton(words)
    button.setCheckable(True)
    button.setProperty("segment", True)
    button.setToolTip(tooltip)
    return button
