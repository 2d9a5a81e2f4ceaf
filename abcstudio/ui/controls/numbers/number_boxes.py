"""A number that may be typed freely, and the wheel turns only where it has the focus."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QToolTip, QWidget
from typing_extensions import override

from abcstudio.typed_numbers import is_typeable, number_from
from abcstudio.ui.controls.numbers.field_note import FieldNote

# As many as a double has; the text shows only those that a number needs.
_DECIMALS = 15
_MOST_SHOWN = 24
# QLocale::FloatingPointShortest, whose name PySide's types do not know.
_SHORTEST = -128


class NumberBox(QDoubleSpinBox):
    """A number in a range; any digits may be typed, and nothing that was typed is changed unsaid.

    What is no number of the range stays in the field, with a sentence beside it while the field has
    the focus or the mouse; `value` keeps the last good one.

    Signals:
        complaint_changed: Carries what is wrong with the text, "" for nothing.
    """

    complaint_changed = Signal(str)

    def __init__(
        self,
        minimum: float,
        maximum: float,
        *,
        is_adaptive: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._refused: str | None = None
        self._special = ""
        self._complaint = ""
        self._note: FieldNote | None = None
        self.setDecimals(_DECIMALS)
        self.setRange(minimum, maximum)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        if is_adaptive:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        else:
            self.setSingleStep(0.05 if maximum <= 1 else 0.5)
        self.lineEdit().textEdited.connect(self._on_text_edited)

    @property
    def complaint(self) -> str:
        """The fault of the text in the field, "" for none."""
        return self._complaint

    def range_words(self) -> tuple[str, str]:
        """Return the lowest and the highest number as the field writes them."""
        return self._shown(self.minimum()), self._shown(self.maximum())

    def commit(self) -> str:
        """Read what is being typed, as leaving the field does, and return the complaint."""
        self.interpretText()
        return self._complaint

    @override
    def setSpecialValueText(self, txt: str) -> None:
        self._special = txt
        super().setSpecialValueText("" if self._refused is not None else txt)

    @override
    def setValue(self, val: float) -> None:
        self._refuse(None)
        super().setValue(val)
        self._complain("")

    @override
    def stepBy(self, steps: int) -> None:
        self.interpretText()
        if self._refused is not None:
            self.setValue(self.value())
        super().stepBy(steps)

    @override
    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        is_good = not self._fault(self.bare(input))
        state = QValidator.State.Acceptable if is_good else QValidator.State.Intermediate
        return state, input, pos

    @override
    def fixup(self, input: str) -> str:
        """Keep a text that is refused, instead of the old number in its place."""
        text = self.bare(input)
        if fault := self._fault(text):
            self._refuse(text)
            self._complain(fault)
        return input

    @override
    def valueFromText(self, text: str) -> float:
        self._refuse(None)
        self._complain("")
        number = self._number(self.bare(text))
        return self.value() if number is None else number

    @override
    def textFromValue(self, val: float) -> str:
        if self._refused is not None:
            return self._refused
        return self._shown(val)

    @override
    def event(self, event: QEvent) -> bool:
        if self._complaint and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._complaint, self)
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_note()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_note()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_note()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_note()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_note()

    def _shown(self, value: float) -> str:
        """Return a number with the decimals that it needs."""
        return self.locale().toString(float(value), "f", _SHORTEST)

    def bare(self, text: str) -> str:
        """Return a text without the unit around it."""
        return text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()

    def _number(self, text: str) -> float | None:
        return number_from(text, self.locale().groupSeparator())

    def _fault(self, text: str) -> str:
        """Return what is wrong with a text, "" for nothing."""
        number = self._number(text)
        if number is None:
            return self._unreadable()
        if not self.minimum() <= number <= self.maximum():
            shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
            sentence = self.tr("{0} is out of range: choose a number from {1} to {2}.")
            return sentence.format(shown, *self.range_words())
        return ""

    def _unreadable(self) -> str:
        return self.tr("Enter a number from {0} to {1}.").format(*self.range_words())

    def _on_text_edited(self, text: str) -> None:
        """Say at once what more digits cannot cure; the rest waits until the typing is over."""
        self._refused = None
        text = self.bare(text)
        number = self._number(text)
        is_beyond = number is not None and number > self.maximum()
        self._complain(self._fault(text) if is_beyond or not is_typeable(text) else "")

    def _refuse(self, text: str | None) -> None:
        """Show a text as it was typed, None for the number again."""
        self._refused = text
        if self._special:
            # It would take the place of the text wherever the number is the lowest.
            super().setSpecialValueText("" if text is not None else self._special)

    def _complain(self, sentence: str) -> None:
        if sentence == self._complaint:
            return
        self._complaint = sentence
        self.setProperty("error", bool(sentence))
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_note()
        if sentence and self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self.complaint_changed.emit(sentence)

    def _show_note(self) -> None:
        """Let the sentence stand beside the field while it has the focus or the mouse."""
        is_reached = self.hasFocus() or self.underMouse()
        is_wanted = bool(self._complaint) and is_reached and self.isVisible()
        if is_wanted:
            self._note = self._note or FieldNote(self)
            self._note.say(self._complaint)
        elif self._note is not None:
            self._note.leave()
            self._note = None


def first_complaint(*boxes: NumberBox) -> str:
    """Read what is being typed in some boxes; go to the first with a complaint and return that."""
    for box in boxes:
        if complaint := box.commit():
            box.setFocus()
            return complaint
    return ""
