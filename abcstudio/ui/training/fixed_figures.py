"""Four figures of a run that stay in their places: step, time left, loss, validation loss."""

from math import isfinite

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, page_title_font, small_font

_NOT_KNOWN = "–"
_NARROW = 56 * GRID
"""Below it the largest type has no room for a long run's steps."""


class FixedFigures(QWidget):
    """Each figure under its name, in a column of its own that does not move.

    Attributes:
        values: The figures by name: "step", "left", "loss" and "validation".
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: dict[str, NameLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(0)
        for column, (name, words, meaning) in enumerate(
            (
                (
                    "step",
                    self.tr("Step"),
                    self.tr("How many times it has learned, and of how many"),
                ),
                (
                    "left",
                    self.tr("Time left"),
                    self.tr("By the speed so far"),
                ),
                (
                    "loss",
                    self.tr("Training loss"),
                    self.tr("The mean of the latest ten steps, in nats per character"),
                ),
                (
                    "validation",
                    self.tr("Validation loss"),
                    self.tr("On held-out tunes, at the latest evaluation"),
                ),
            )
        ):
            caption, value = Label(words), NameLabel(_NOT_KNOWN)
            caption.setFont(small_font())
            caption.setProperty("muted", True)
            caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            # In a narrow column its words stand below each other.
            caption.setWordWrap(True)
            caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            value.setFont(page_title_font())
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            for label in (caption, value):
                label.setToolTip(meaning)
            value.setAccessibleName(words)
            grid.addWidget(caption, 0, column)
            grid.addWidget(value, 1, column)
            # The first holds two numbers, which may be long.
            grid.setColumnStretch(column, 3 if name == "step" else 2)
            self.values[name] = value

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        font = page_title_font()
        if self.width() < _NARROW:
            font.setPointSizeF(QApplication.font().pointSizeF())
        for value in self.values.values():
            value.setFont(font)

    def show_step(self, step: int, steps: int) -> None:
        """Show how far the run is."""
        locale = QLocale()
        words = self.tr("{0} of {1}").format(locale.toString(step), locale.toString(steps))
        self.values["step"].setText(words)

    def show_left(self, words: str) -> None:
        """Show how long it will take, "" where that is not known."""
        self.values["left"].setText(words or _NOT_KNOWN)

    def show_losses(self, training: float | None, validation: float | None) -> None:
        """Show the losses; None, or what is no number, is not known."""
        for name, loss in (("loss", training), ("validation", validation)):
            is_known = loss is not None and isfinite(loss)
            self.values[name].setText(
                QLocale().toString(loss, "f", 3) if is_known and loss is not None else _NOT_KNOWN
            )

    def clear(self) -> None:
        """Show that nothing is known."""
        for value in self.values.values():
            value.setText(_NOT_KNOWN)
