"""Numbers without decimals: counts, and what is named by digits."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.controls.numbers.number_boxes import NumberBox


class WholeNumberBox(NumberBox):
    """A number without decimals; an adaptive step makes long ranges walkable."""

    def __init__(
        self,
        minimum: int,
        maximum: int,
        *,
        is_adaptive: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(minimum, maximum, is_adaptive=is_adaptive, parent=parent)
        self.setDecimals(0)
        self.setSingleStep(1)

    @override
    def value(self) -> int:
        return round(super().value())

    @override
    def _shown(self, value: float) -> str:
        return self.locale().toString(round(value))

    @override
    def _fault(self, text: str) -> str:
        number = self._number(text)
        if number is not None and not number.is_integer():
            return self._unreadable()
        return super()._fault(text)

    @override
    def _unreadable(self) -> str:
        return self.tr("Enter a whole number from {0} to {1}.").format(*self.range_words())


class IdentifierBox(WholeNumberBox):
    """A whole number that names something, such as a random seed: its digits are not grouped."""

    @override
    def _shown(self, value: float) -> str:
        return str(round(value))
