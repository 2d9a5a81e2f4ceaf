"""What the lines of a plot are, in a row above it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.look.plain_text import Label, tooltip
from abcstudio.ui.look.theme import GRID, small_font


class PlotLegend(QWidget):
    """Signs in the colours of the lines, each with its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[str, str, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID // 2)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the words of all entries."""
        return "  ".join(words for _, _, words in self._entries)

    def set_entries(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Show entries: a colour, a sign and words each."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for color, sign, words in entries:
            sign_label, label = Label(sign), NameLabel(words, cuts_end=True)
            label.setFont(small_font())
            sign_label.setStyleSheet(f"color: {color};")
            label.setToolTip(tooltip(words))
            self._row.addWidget(sign_label)
            self._row.addWidget(label)
            self._row.addSpacing(GRID)
        self._row.addStretch(1)
