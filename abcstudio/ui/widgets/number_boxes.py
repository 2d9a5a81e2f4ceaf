"""Boxes for a form: short numbers, and a wheel that turns them only when they have the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox
from typing_extensions import override

_DECIMALS = 6


class WholeNumberBox(QSpinBox):
    """A whole number; an adaptive step makes long ranges walkable."""

    def __init__(self, minimum: int, maximum: int, *, is_adaptive: bool = False) -> None:
        super().__init__()
        self.setRange(minimum, maximum)
        self.setGroupSeparatorShown(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        if is_adaptive:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberBox(QDoubleSpinBox):
    """A number, shown without the zeros at its end."""

    def __init__(self, minimum: float, maximum: float, *, is_adaptive: bool = False) -> None:
        super().__init__()
        self.setDecimals(_DECIMALS)
        self.setRange(minimum, maximum)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        if is_adaptive:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        else:
            self.setSingleStep(0.05 if maximum <= 1 else 0.5)

    @override
    def textFromValue(self, val: float) -> str:
        text = self.locale().toString(val, "f", _DECIMALS)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceBox(QComboBox):
    """One of a few words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()
