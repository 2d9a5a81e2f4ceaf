"""A small question before a tune is changed: a number or one of a few choices, and a switch."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.controls.numbers.number_boxes import first_complaint
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP


class ChoiceDialog(QDialog):
    """Asks for one value; what it means for the tune stands under it in a sentence.

    Signals:
        decided: The person agreed. Carries the number or the choice's data, and the switch.
    """

    decided = Signal(object, bool)

    def __init__(self, title: str, sentence: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("help_topic", "composer")
        self.setMinimumWidth(48 * GRID)
        self.number: WholeNumberBox | None = None
        self.choice: QComboBox | None = None
        self.switch: QCheckBox | None = None
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(GRID)
        words = Label(sentence)
        words.setWordWrap(True)
        words.setProperty("muted", True)
        buttons = QDialogButtonBox()
        self.agree_button = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.agree_button.setToolTip(self.tr("Change the text; undo reverts it"))
        cancel = buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setToolTip(self.tr("Leave the text as it is"))
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addLayout(self._form)
        layout.addWidget(words)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def ask_number(self, label: str, minimum: int, maximum: int, value: int) -> None:
        """Ask for a number."""
        self.number = WholeNumberBox(minimum, maximum)
        self.number.setValue(value)
        self._add(label, self.number)
        self.number.selectAll()

    def ask_choice(
        self, label: str, choices: Sequence[tuple[str, object]], current: object
    ) -> None:
        """Ask for one of some choices, each with its words and its data."""
        self.choice = QComboBox()
        for words, data in choices:
            self.choice.addItem(words, data)
            if data == current:
                self.choice.setCurrentIndex(self.choice.count() - 1)
        self._add(label, self.choice)

    def ask_switch(self, label: str, tooltip: str) -> None:
        """Ask for a yes or no as well."""
        self.switch = QCheckBox(label)
        self.switch.setToolTip(tooltip)
        self._form.addRow("", self.switch)

    def _add(self, label: str, widget: QWidget) -> None:
        widget.setAccessibleName(label.replace("&", ""))
        widget.setToolTip(label.replace("&", ""))
        self._form.addRow(label, widget)
        widget.setFocus()

    def _on_accepted(self) -> None:
        if self.number is not None and first_complaint(self.number):
            return
        value = self.number.value() if self.number else None
        if self.choice is not None:
            value = self.choice.currentData()
        self.decided.emit(value, self.switch is not None and self.switch.isChecked())
        self.accept()
