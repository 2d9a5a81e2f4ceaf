"""Choosing one unit of a network: by its number, or as one of those that follow something best."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID

# A weaker link than this is no link that an eye could see.
_WEAKEST = 0.05


class UnitPicker(QWidget):
    """Layer, unit, and shortcuts to the units that follow a signal of the text.

    Layers and units are counted from 1 here and from 0 everywhere else.

    Signals:
        unit_changed: Another unit was chosen.
    """

    unit_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: tuple[int, ...] = ()
        self._found: Mapping[str, Sequence[tuple[int, int, float]]] = {}
        self.layer = WholeNumberBox(1, 1)
        self.unit = WholeNumberBox(1, 1)
        self.signal = ChoiceBox()
        self.best = ChoiceBox()
        for words, name in (
            (self.tr("The place in the measure"), "measure_position"),
            (self.tr("The beat"), "on_beat"),
            (self.tr("The inside of a chord"), "in_chord"),
            (self.tr("Text in quotes"), "in_quotes"),
            (self.tr("The header"), "in_header"),
            (self.tr("The place in the line"), "line_position"),
        ):
            self.signal.addItem(words, name)
        self._name_controls()
        self._lay_out()
        self.layer.valueChanged.connect(self._on_layer_changed)
        self.unit.valueChanged.connect(self._on_unit_changed)
        self.signal.currentIndexChanged.connect(self._on_signal_changed)
        self.best.currentIndexChanged.connect(self._on_best_chosen)

    @property
    def chosen(self) -> tuple[int, int]:
        """The layer and the unit, from 0."""
        return self.layer.value() - 1, self.unit.value() - 1

    def set_units(
        self, widths: Sequence[int], found: Mapping[str, Sequence[tuple[int, int, float]]]
    ) -> None:
        """Offer another network's units.

        Args:
            widths: How many units each layer has.
            found: For each signal layer, unit and correlation of those that follow it best.
        """
        is_new = self._widths != tuple(widths)
        self._widths, self._found = tuple(widths), found
        with QSignalBlocker(self.layer), QSignalBlocker(self.unit):
            self.layer.setMaximum(len(widths))
            self.unit.setMaximum(widths[self.layer.value() - 1])
        self._show_best()
        if is_new and self.best.isEnabled():
            self._take_best()

    def _name_controls(self) -> None:
        for control, name, tooltip in (
            (self.layer, self.tr("Layer"), self.tr("The first layer reads the characters")),
            (
                self.unit,
                self.tr("Unit"),
                self.tr("A unit is one number that changes as it reads"),
            ),
            (
                self.signal,
                self.tr("What the units should follow"),
                self.tr("Finds the units that change as this does"),
            ),
            (
                self.best,
                self.tr("Units that follow it best"),
                self.tr("The number is the correlation: 1 or −1 follows exactly, 0 not at all"),
            ),
        ):
            control.setAccessibleName(name)
            control.setToolTip(tooltip)

    def _lay_out(self) -> None:
        for box in (self.signal, self.best):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        numbers = QHBoxLayout()
        numbers.setSpacing(GRID)
        unit_label = Label(self.tr("Unit"))
        unit_label.setBuddy(self.unit)
        numbers.addWidget(self.layer)
        numbers.addWidget(unit_label)
        numbers.addWidget(self.unit)
        numbers.addStretch(1)
        rows = (
            (self.tr("Follows"), self.signal, None),
            (self.tr("Best"), self.best, None),
            (self.tr("Layer"), self.layer, numbers),
        )
        for row, (words, control, several) in enumerate(rows):
            label = Label(words)
            label.setBuddy(control)
            grid.addWidget(label, row, 0)
            if several is None:
                grid.addWidget(control, row, 1)
            else:
                grid.addLayout(several, row, 1)

    def _show_best(self) -> None:
        """List the units that follow the chosen signal, the one on show as the chosen one."""
        locale = QLocale()
        with QSignalBlocker(self.best):
            self.best.clear()
            for layer, unit, correlation in self._found.get(str(self.signal.currentData()), ()):
                if abs(correlation) >= _WEAKEST:
                    sign = "+" if correlation > 0 else "\u2212"
                    words = self.tr("Layer {0}, unit {1}:  {2}").format(
                        layer + 1,
                        locale.toString(unit + 1),
                        sign + locale.toString(abs(correlation), "f", 2),
                    )
                    self.best.addItem(words, (layer, unit))
            self.best.setEnabled(self.best.count() > 0)
            if not self.best.count():
                self.best.addItem(self.tr("Nothing of it in this text"))
            self._choose_on_show()

    def _choose_on_show(self) -> None:
        places = (i for i in range(self.best.count()) if self.best.itemData(i) == self.chosen)
        self.best.setCurrentIndex(next(places, -1 if self.best.isEnabled() else 0))

    def _take_best(self) -> None:
        with QSignalBlocker(self.best):
            self.best.setCurrentIndex(0)
        self._on_best_chosen()

    def _show_unit(self, layer: int, unit: int) -> None:
        with QSignalBlocker(self.layer), QSignalBlocker(self.unit):
            self.layer.setValue(layer + 1)
            self.unit.setMaximum(self._widths[layer])
            self.unit.setValue(unit + 1)

    def _on_layer_changed(self) -> None:
        with QSignalBlocker(self.unit):
            self.unit.setMaximum(self._widths[self.layer.value() - 1])
        self._on_unit_changed()

    def _on_unit_changed(self) -> None:
        with QSignalBlocker(self.best):
            self._choose_on_show()
        self.unit_changed.emit()

    def _on_signal_changed(self) -> None:
        self._show_best()
        if self.best.isEnabled():
            self._take_best()

    def _on_best_chosen(self) -> None:
        chosen = self.best.currentData()
        if chosen is not None:
            self._show_unit(*chosen)
            self.unit_changed.emit()
