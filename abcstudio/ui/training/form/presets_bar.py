"""Named ways to train, as a row of buttons with a sentence below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from abcstudio.learning.config import TrainingConfig
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.training.runs.run_row import fitting, settings_parts

_LONGEST_OWN = 70


class PresetsBar(QWidget):
    """One button a preset; none is down when the form says something of its own.

    Signals:
        preset_chosen: Carries the preset's `TrainingConfig`.
    """

    preset_chosen = Signal(object)

    def __init__(
        self, presets: Mapping[str, TrainingConfig], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presets = dict(presets)
        self._words = {
            "quick": (self.tr("Quick"), self.tr("A small network: a playable tune in minutes.")),
            "studio": (self.tr("Studio"), self.tr("A bigger network, for tunes worth keeping.")),
            "lab": (self.tr("Lab"), self.tr("The lab's own network, loop and defaults.")),
        }
        self._own = self.tr("Own settings: {0}.")
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for name in sorted(self._presets, key=list(self._words).index):
            words, sentence = self._words[name]
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setToolTip(sentence)
            button.setAccessibleDescription(sentence)
            self._group.addButton(button)
            self.buttons[name] = button
            row.addWidget(button, 1)
        self.sentence = Label()
        self.sentence.setProperty("muted", True)
        self.sentence.setFont(small_font())
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.sentence)
        self._group.buttonClicked.connect(self._on_clicked)

    def preset_of(self, config: TrainingConfig) -> str:
        """Return the name of the preset that a config is, "" for none."""
        return next((name for name, preset in self._presets.items() if preset == config), "")

    def show_config(self, config: TrainingConfig) -> None:
        """Press the button of the preset that a config is."""
        chosen = self.preset_of(config)
        for name, button in self.buttons.items():
            button.setChecked(name == chosen)
        # Short, so that the form below does not move with each change.
        named, _ = fitting(settings_parts(config), lambda words: len(words) <= _LONGEST_OWN)
        own = self._own.format(named)
        self.sentence.setText(self._words[chosen][1] if chosen else own)

    def _on_clicked(self, button: QPushButton) -> None:
        for name, other in self.buttons.items():
            if other is button:
                self.show_config(self._presets[name])
                self.preset_chosen.emit(self._presets[name])
