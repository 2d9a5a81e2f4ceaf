"""How the chosen take was made, and the ways to make more like it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from abcstudio.ui.documents.document import Document
from abcstudio.ui.look.plain_text import Label, tooltip
from abcstudio.ui.look.theme import GRID


class TakeDetails(QWidget):
    """Facts about one document; a take has its whole recipe.

    Signals:
        again_requested: Compose again with these settings and another number.
        seed_requested: Take its seed and settings into the form, number included.
    """

    again_requested = Signal()
    seed_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = _value()
        self._model = _value()
        self._temperature = _value()
        self._rng_seed = _value()
        self._prompt = _value()
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(2 * GRID)
        self._form.setVerticalSpacing(4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for words, value in (
            (self.tr("File"), self._place),
            (self.tr("Model"), self._model),
            (self.tr("Temperature"), self._temperature),
            (self.tr("Dice"), self._rng_seed),
            (self.tr("Seed"), self._prompt),
        ):
            label = Label(words)
            label.setProperty("muted", True)
            value.setAccessibleName(words)
            self._form.addRow(label, value)
        self.again_button = QPushButton(self.tr("Again like this"))
        self.again_button.setToolTip(self.tr("Compose with the same settings and another number"))
        self.again_button.clicked.connect(self.again_requested)
        self.seed_button = QPushButton(self.tr("Use its seed"))
        self.seed_button.setToolTip(
            self.tr("Put this take's seed and settings into the panel at the left")
        )
        self.seed_button.clicked.connect(self.seed_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.seed_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self._form)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_document(self, document: Document) -> None:
        """Show a document's facts."""
        origin = document.origin
        self._place.setText(document.path.name if document.path else self.tr("not saved yet"))
        self._place.setToolTip(tooltip(str(document.path or "")))
        for row in range(1, 5):
            self._form.setRowVisible(row, origin is not None)
        self.again_button.setVisible(origin is not None)
        self.seed_button.setVisible(origin is not None)
        if origin is None:
            return
        self._model.setText(origin.model_name)
        self._model.setToolTip(tooltip(str(origin.model_path or "")))
        self._temperature.setText(self.locale().toString(origin.temperature, "f", 2))
        number = str(origin.rng_seed)
        if origin.takes > 1:
            words = self.tr("{0}, tune {1} of {2}")
            number = words.format(number, origin.take + 1, origin.takes)
        self._rng_seed.setText(number)
        self._prompt.setText(origin.prompt.strip() or self.tr("empty"))


def _value() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
