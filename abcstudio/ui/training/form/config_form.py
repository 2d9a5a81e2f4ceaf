"""The form of a training run's settings, made from the ranges that stand in `TrainingConfig`."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from abcstudio.learning.config import (
    HyperParameter,
    TrainingConfig,
    has_effect,
    hyper_parameters,
)
from abcstudio.learning.presets import PRESETS
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.numbers.number_boxes import NumberBox, first_complaint
from abcstudio.ui.controls.numbers.whole_number_boxes import IdentifierBox, WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.training.form.lent_settings import LentSettings
from abcstudio.ui.words.run_words import preset_words, value_words
from abcstudio.ui.words.setting_values import choice_words
from abcstudio.ui.words.translation import message

Control = ChoiceBox | NumberBox

_CONTROL_WIDTH = 15 * GRID


class ConfigForm(QWidget):
    """One control a hyper-parameter, grouped.

    Signals:
        config_changed: The person changed a value. Carries the new `TrainingConfig`.
        shown_changed: Other values are shown, whoever changed them.
        complaint_changed: Carries what is wrong with the first number that is none of its range,
            "" for nothing.
    """

    config_changed = Signal(object)
    shown_changed = Signal()
    complaint_changed = Signal(str)

    def __init__(self, config: TrainingConfig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config = config
        self._lent = LentSettings()
        self.controls: dict[str, Control] = {}
        self._groups: dict[str, QGridLayout] = {}
        self._titles = {
            "network": self.tr("Network"),
            "training": self.tr("Training"),
            "data": self.tr("Data"),
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GROUP_GAP)
        for name, parameter in hyper_parameters().items():
            self._add(name, parameter)
        # All as wide as the widest, whose words are longer in some languages; the style sheet,
        # which comes later, adds a little.
        widths = (control.sizeHint().width() + GRID for control in self.controls.values())
        width = max(_CONTROL_WIDTH, *widths)
        for control in self.controls.values():
            control.setFixedWidth(width)
        self._column.addStretch(1)
        self.set_config(config)

    def config(self) -> TrainingConfig:
        """Return what the form says, the number being typed included where it is one."""
        for control in self.controls.values():
            if isinstance(control, NumberBox):
                control.commit()
        return self._config

    @property
    def lent(self) -> LentSettings:
        """What the base of the next run lends."""
        return self._lent

    def show_lent(self, config: TrainingConfig, lent: LentSettings) -> None:
        """Show settings of which some are lent; what is typed beside them stays."""
        before, self._lent = self._config, lent
        self._show_config(config, besides=before)

    @property
    def shown(self) -> TrainingConfig:
        """What the form says, without the number that is being typed."""
        return self._config

    def first_complaint(self) -> str:
        """Go to the first number that is none of its range and return what is wrong with it."""
        for name, control in self.controls.items():
            if isinstance(control, NumberBox) and (sentence := first_complaint(control)):
                return self._named(name, sentence)
        return ""

    def set_config(self, config: TrainingConfig) -> None:
        """Show other values; those of a base's network stay."""
        self._lent = self._lent.beside(config)
        self._show_config(self._lent.over(config))

    def _show_config(self, config: TrainingConfig, besides: TrainingConfig | None = None) -> None:
        """Show settings; with `besides` only those that differ from these."""
        self._config = config
        for name, control in self.controls.items():
            if besides is not None and getattr(config, name) == getattr(besides, name):
                continue
            with QSignalBlocker(control):
                _show(control, getattr(config, name))
        self._show_effects()
        self._on_complaint_changed()
        self.shown_changed.emit()

    def _add(self, name: str, parameter: HyperParameter) -> None:
        if parameter.group not in self._groups:
            self._groups[parameter.group] = self._new_group(parameter.group)
        control = self._control(name, parameter)
        words = message(f"hyperparameter.{name}")
        control.setAccessibleName(words)
        label = Label(words)
        label.setBuddy(control)
        label.setWordWrap(True)
        tooltip = self._sentence(name, control)
        label.setToolTip(tooltip)
        control.setToolTip(tooltip)
        self.controls[name] = control
        grid = self._groups[parameter.group]
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(control, row, 1)

    def _new_group(self, group: str) -> QGridLayout:
        title = Label(self._titles[group])
        title.setProperty("muted", True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        section = QVBoxLayout()
        section.setSpacing(GRID)
        section.addWidget(title)
        section.addLayout(grid)
        self._column.addLayout(section)
        return grid

    def _control(self, name: str, parameter: HyperParameter) -> Control:
        if parameter.choices:
            choice = ChoiceBox()
            for value in parameter.choices:
                choice.addItem(choice_words(value), value)
            choice.currentIndexChanged.connect(self._on_changed)
            return choice
        low, high = parameter.minimum or 0.0, parameter.maximum or 0.0
        is_whole = isinstance(getattr(self._config, name), int)
        is_adaptive = parameter.logarithmic or (is_whole and high > 1000)
        if is_whole:
            box = (
                IdentifierBox(int(low), int(high))
                if name == "rng_seed"
                else WholeNumberBox(int(low), int(high), is_adaptive=is_adaptive)
            )
            return self._followed(box)
        return self._followed(NumberBox(low, high, is_adaptive=is_adaptive))

    def _followed(self, box: NumberBox) -> NumberBox:
        box.valueChanged.connect(self._on_changed)
        box.complaint_changed.connect(self._on_complaint_changed)
        return box

    def _sentence(self, name: str, control: Control) -> str:
        sentence, usual = message(f"hyperparameter.{name}.help"), self._usual(name)
        if isinstance(control, ChoiceBox):
            return f"{sentence}\n{usual}"
        span = self.tr("From {0} to {1}.").format(*control.range_words())
        return f"{sentence}\n{span} {usual}"

    def _usual(self, name: str) -> str:
        """Return what the presets choose for a setting."""
        values = {preset: value_words(getattr(config, name)) for preset, config in PRESETS.items()}
        if len({*values.values()}) == 1:
            return self.tr("In every preset: {0}.").format(values["lab"])
        found = (f"{preset_words(preset)} {value}" for preset, value in reversed(values.items()))
        return self.tr("Presets: {0}.").format(", ".join(found))

    def _on_changed(self) -> None:
        values = {name: _value(control) for name, control in self.controls.items()}
        self._config = replace(self._config, **values)
        self._show_effects()
        self.config_changed.emit(self._config)
        self.shown_changed.emit()

    def _on_complaint_changed(self) -> None:
        sentences = (
            self._named(name, control.complaint)
            for name, control in self.controls.items()
            if isinstance(control, NumberBox) and control.complaint
        )
        self.complaint_changed.emit(next(sentences, ""))

    def _named(self, name: str, sentence: str) -> str:
        return self.tr("{0}: {1}").format(message(f"hyperparameter.{name}"), sentence)

    def _show_effects(self) -> None:
        """Grey the settings that change nothing beside the others, and those of a base."""
        for name, control in self.controls.items():
            is_fixed = name in self._lent.fixed
            control.setEnabled(has_effect(self._config, name) and not is_fixed)


def _show(control: Control, value: Any) -> None:
    if isinstance(control, ChoiceBox):
        control.setCurrentIndex(control.findData(value))
    else:
        control.setValue(value)


def _value(control: Control) -> Any:
    return control.currentData() if isinstance(control, ChoiceBox) else control.value()
