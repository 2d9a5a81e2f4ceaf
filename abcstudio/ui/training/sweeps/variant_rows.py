"""The settings that a sweep varies, with the values of each."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from abcstudio.errors import SweepError
from abcstudio.learning.config import TrainingConfig, hyper_parameters
from abcstudio.recipes.sweeps.grid import SweepPlan, grid, listed, typed_values, varied_parameters
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.translation import message

# What the laboratory work asks to be varied.
_FIRST = {"hidden_size": (256, 512), "learning_rate": (1e-3, 5e-3), "seq_len": ()}
_MOST_ROWS = 6
_VALUES_WIDTH = 36 * GRID
_SHORTEST = -128


class VariantRows(QWidget):
    """A row a setting: which one it is, and its values.

    Signals:
        changed: Something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ChoiceBox()
        self.kind.setAccessibleName(self.tr("How values make variants"))
        self.kind.addItem(self.tr("Every combination of the values"), "grid")
        self.kind.addItem(self.tr("The first values together, the second ones together, …"), "list")
        self.kind.currentIndexChanged.connect(self.changed)
        self.rows: list[tuple[ChoiceBox, QLineEdit]] = []
        self.more = QPushButton(self.tr("&Another setting"))
        self.more.clicked.connect(self._on_more)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        for column, words in enumerate((self.tr("Setting"), self.tr("Values"))):
            heading = Label(words)
            heading.setProperty("muted", True)
            self._grid.addWidget(heading, 0, column)
        for name, values in _FIRST.items():
            self._add(name, values)

    def plan(self, config: TrainingConfig) -> SweepPlan:
        """Return the sweep that the rows describe.

        Raises:
            TrainingError: A value does not fit its setting.
            SweepError: There is nothing to vary, too much of it, or lists of different lengths.
        """
        values = dict(self._values())
        if self.kind.currentData() == "grid":
            return grid(config, values)
        lengths = {len(each) for each in values.values()}
        if len(lengths) > 1:
            raise SweepError("sweep.uneven_lists")
        columns = zip(*values.values(), strict=True)
        return listed(config, [dict(zip(values, column, strict=True)) for column in columns])

    def set_editable(self, is_editable: bool) -> None:
        """Let the rows be changed, or not."""
        for widget in (self.kind, self.more, *(part for row in self.rows for part in row)):
            widget.setEnabled(is_editable)

    def _values(self) -> Iterator[tuple[str, list[str]]]:
        for setting, line in self.rows:
            name = str(setting.currentData())
            if values := typed_values(line.text(), name):
                yield name, values

    def _on_more(self) -> None:
        taken = {setting.currentData() for setting, _ in self.rows}
        name = next(name for name in varied_parameters() if name not in taken)
        self._add(name, ())
        self.rows[-1][0].setFocus()
        self.changed.emit()

    def _add(self, name: str, values: Sequence[float]) -> None:
        setting = ChoiceBox()
        for each in varied_parameters():
            setting.addItem(message(f"hyperparameter.{each}"), each)
        setting.setCurrentIndex(setting.findData(name))
        setting.setAccessibleName(self.tr("Setting to vary"))
        line = QLineEdit("; ".join(_as_typed(value) for value in values))
        line.setMinimumWidth(_VALUES_WIDTH)
        line.setAccessibleName(self.tr("Values"))
        self.rows.append((setting, line))
        row = len(self.rows)
        self._grid.addWidget(setting, row, 0)
        self._grid.addWidget(line, row, 1)
        self._grid.addWidget(self.more, row + 1, 0)
        self._grid.addWidget(self.kind, row + 1, 1)
        self.more.setEnabled(row < _MOST_ROWS)
        line.textEdited.connect(self.changed)
        setting.currentIndexChanged.connect(self._on_setting_chosen)
        self._show_hints()

    def _on_setting_chosen(self) -> None:
        self._show_hints()
        self.changed.emit()

    def _show_hints(self) -> None:
        """Say under each line what its values may be."""
        for setting, line in self.rows:
            name = str(setting.currentData())
            parameter = hyper_parameters()[name]
            if parameter.choices:
                hint = ", ".join(parameter.choices)
            else:
                low, high = parameter.minimum or 0.0, parameter.maximum or 0.0
                is_whole = isinstance(getattr(TrainingConfig(), name), int)
                bounds = (int(low), int(high)) if is_whole else (low, high)
                hint = self.tr("{0} to {1}, such as: {2}").format(
                    *map(_as_typed, bounds), "; ".join(_such_as(name))
                )
            line.setPlaceholderText(hint)
            line.setToolTip(message(f"hyperparameter.{name}.help"))


def _as_typed(value: float) -> str:
    """Return a number as a person types it, with no sign between thousands."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    if isinstance(value, int):
        return locale.toString(value)
    return locale.toString(value, "f", _SHORTEST)


def _such_as(name: str) -> list[str]:
    """Return two values of a number that are far enough apart to be compared."""
    default = getattr(TrainingConfig(), name)
    parameter = hyper_parameters()[name]
    low, high = parameter.minimum or 0, parameter.maximum or 0
    other = 2 * default if default else (low + high) / 4
    other = min(high, type(default)(other) or type(default)(1))
    return [_as_typed(default), _as_typed(other)]
